import { describe, expect, it } from 'vitest';
import { createTermScanner } from '../../../utils/terms/scanner.ts';
import { lexiconOf } from '../../support/lexicon.ts';
import { expectMarked, lexicon, scanner } from './marked.ts';

describe('general words need an AI signal in their sentence or a neighbouring one', () => {
  it.each([
    ['none', '普惠政策惠及乡村。'],
    ['none', '机器人在流水线上作业。'],
    ['none', '企业完成备案。'],
    ['none', '村支书发挥“头雁”作用。'],
    ['none', '文化赋能乡村振兴。'],
    ['none', '加强基础研究。'],
    ['none', '坚持以人为本。'],
    ['none', '项目完成收益分配。'],
    ['none', '完善全球治理体系。'],
    ['none', '他们打造开源软件。'],
    ['none', '丰富的应用场景。'],
    ['none', 'Schools should be inclusive.'],
    ['none', 'The agents met in a hotel.'],
    ['none', 'a minor mode melody'],
    ['same sentence', '⟦人工智能⟧⟦赋能⟧制造。'],
    ['same sentence', '⟦普惠⟧的⟦人工智能⟧服务。'],
    ['same sentence', '⟦备案⟧的⟦大模型⟧增多。'],
    ['same sentence', '⟦AI⟧与⟦深度融合⟧。'],
    ['same sentence', '用ChatGPT会遇到⟦幻觉⟧。'],
    ['same sentence', '⟦检索增强生成⟧能缓解⟦幻觉⟧。'],
    ['same sentence', '⟦提示词⟧再好也有⟦幻觉⟧。'],
    ['same sentence', 'DeepSeek宣布⟦开源⟧。'],
    ['same sentence', 'In ⟦AI⟧, ⟦inclusive⟧ access matters.'],
    ['sentence before', '⟦人工智能⟧发展很快。要⟦普惠⟧大众。'],
    ['sentence after', '要⟦普惠⟧大众。⟦人工智能⟧发展很快。'],
    ['sentence before, but a word of all industries', '⟦人工智能⟧发展很快。钾锂两大产业集群建成。'],
    [
      'sentence before, but a word of all industries',
      '⟦人工智能⟧发展很快。教育数字化成果展出，文旅深度融合。',
    ],
    [
      'sentence before, but a word of all industries',
      '发展⟦算力⟧。推动高端化、智能化、绿色化，建立风险分担机制。',
    ],
    ['same sentence', '⟦人工智能⟧推动企业⟦数字化⟧、⟦智能化⟧，与制造业⟦深度融合⟧，形成⟦产业集群⟧。'],
    ['sentence after next', '要普惠大众。天气晴好。⟦人工智能⟧发展很快。'],
    ['sentence before last', '⟦人工智能⟧发展很快。天气晴好。要普惠大众。'],
    ['question and exclamation end sentences', '⟦人工智能⟧呢？天气晴好！要普惠大众。'],
    ['a semicolon does not', '⟦人工智能⟧发展；天气晴好；要⟦普惠⟧大众。'],
    ['a decimal point does not', '⟦人工智能⟧增长3.5个点，要⟦普惠⟧大众。'],
    ['a full stop ends an English sentence', '⟦AI⟧ grew. It rained. Access is inclusive.'],
    ['both ways of one word', '⟦普惠⟧⟦人工智能⟧。晴。晴。普惠乡村。'],
    ['a signal inside of a longer term', '⟦国家人工智能产业投资基金⟧⟦赋能⟧创新。'],
    ['a signal inside of a longer word is none', 'MAIN函数赋能。'],
    ['a model with the number of its version', '用GPT-4⟦赋能⟧教育。'],
    ['a model with the number of its version', 'Qwen3宣布⟦开源⟧。'],
    ['a flight is none', 'AI4航班赋能。'],
    ['a signal inside of a longer word is none', 'MyGPT赋能。'],
  ])('%s: %s', (_, marked) => expectMarked(marked));

  it.each([
    ['幻觉', '⟦人工智能⟧很热。他出现幻觉。'],
    ['幻觉', '⟦人工智能⟧的⟦幻觉⟧很多。'],
    ['黑箱', '⟦人工智能⟧很热。这是黑箱。'],
    ['黑箱', '打开⟦人工智能⟧的⟦黑箱⟧。'],
    ['以人为本', '⟦人工智能⟧很热。社区坚持以人为本。'],
    ['全球治理体系', '会谈谈到⟦人工智能⟧。双方愿改革全球治理体系。'],
    ['基础研究', '⟦人工智能⟧要⟦基础研究⟧。'],
  ])('%s needs it in the same sentence: %s', (_, marked) => expectMarked(marked));

  it.each([
    ['before', { before: '今年晴天多。人工智能发展很快。' }, '要⟦普惠⟧大众。'],
    ['before, without a full stop', { before: '人工智能新进展' }, '要⟦普惠⟧大众。'],
    ['before, but not its last sentence', { before: '人工智能发展很快。今年晴天多。' }, '要普惠大众。'],
    ['before, in quotation marks', { before: '他说：“人工智能发展很快。”' }, '要⟦普惠⟧大众。'],
    ['after', { after: '人工智能发展很快。晴。' }, '要⟦普惠⟧大众。'],
    ['after, but not its first sentence', { after: '晴。人工智能发展很快。' }, '要普惠大众。'],
    ['both without', { before: '晴。', after: '雨。' }, '要普惠大众。'],
    ['first sentence only', { before: '人工智能。' }, '要⟦普惠⟧大众。晴。普惠乡村。'],
    ['last sentence only', { after: '人工智能。' }, '普惠乡村。晴。要⟦普惠⟧大众。'],
  ])('the neighbouring block counts: %s', (_, context, marked) => expectMarked(marked, context));

  it('a longer general word gives way to a shorter one that is none', () => {
    expectMarked('建设⟦中试⟧基地。');
    expectMarked('建设⟦中试基地⟧，发展⟦人工智能⟧。');
  });

  it('a text without signals has no general word', () => {
    const general = lexicon.terms.flatMap(({ contextForms = [] }) => contextForms);
    const text = general.join('，');
    const found = new Set(scanner.scan(text).map((match) => match.text));
    const signals = createTermScanner(lexiconOf(lexicon.signals));
    if (signals.scan(text).length === 0) expect(general.filter((form) => found.has(form))).toEqual([]);
  });
});

describe('a general word may be short for a term that its sentence has in full', () => {
  it.each([
    ...[
      '⟦人形机器人⟧进厂，⟦机器人⟧会拧螺丝，别的⟦机器人⟧也会。',
      '⟦智能机器人⟧多，⟦机器人⟧企业也多。',
      '⟦人形機器人⟧登場，⟦機器人⟧跳舞。',
    ],
    ...[
      '⟦人形机器人⟧进厂。机器人会拧螺丝。',
      '⟦机器人⟧进厂，⟦人形机器人⟧也来了。',
      '⟦機器人⟧進廠，⟦人形機器人⟧也來了。',
      '从⟦机器人⟧、零部件到⟦工业机器人⟧整机。',
      '⟦人形机器人⟧进厂，普惠托育也来了。',
      '人形机器进厂，机器人也来了。',
    ],
    ...[
      '机器人进厂。⟦人形机器人⟧也来了。',
      '机器人进厂，客服机器人也来了。',
      '文化赋能乡村，全面赋能文旅。',
      '机器人进厂，机器人赛事也办起来。',
      '文旅深度融合，⟦实体经济和数字经济深度融合⟧。',
      '花卉产业集群和⟦新兴产业集群⟧。',
    ],
  ])('%s', (marked) => expectMarked(marked));
});

describe('a question and its answer are one sentence for the words that need a signal in theirs', () => {
  it.each([
    ...[
      '为什么有⟦幻觉⟧？⟦大模型⟧只会猜词。',
      '⟦大模型⟧可靠吗？⟦幻觉⟧仍难根除。',
      '何谓⟦黑箱⟧？⟦AI⟧说不清理由。',
    ],
    ...['他出现幻觉。⟦大模型⟧只会猜词。', '⟦大模型⟧可靠！幻觉仍难根除。', '他有幻觉吗？没有。⟦AI⟧也没有。'],
  ])('%s', (marked) => expectMarked(marked));
});

describe('《意见》 counts on a page that has named the document', () => {
  const FULL = '国务院印发《关于深入实施“人工智能+”行动的意见》。';
  it('does NOT count alone, nor beside another document', () => {
    expectMarked('《意见》提出六项行动。');
    expectMarked('《关于加强养老服务的意见》印发。《意见》提出措施。');
    expectMarked('征求意见稿提出意见。');
  });
  it('counts where the text names it, before or after', () => {
    expectMarked('国务院印发⟦《关于深入实施“人工智能+”行动的意见》⟧。⟦《意见》⟧提出目标。');
    expectMarked('⟦《意见》⟧提出目标。见⟦国发〔2025〕11号⟧。');
  });
  it('counts where another block has named it', () => {
    const facts = new Set(scanner.survey(FULL));
    expect(facts.size).toBe(1);
    expectMarked('⟦《意见》⟧提出目标。', { facts });
    expectMarked('《意见》提出目标。', { facts: new Set() });
  });
  it('is surveyed in every spelling', () => {
    for (const text of [
      '《關於深入實施「人工智能+」行動的意見》',
      '《国务院关于深入实施"人工智能 + "行动的意见》',
      '国发[2025]11号',
    ])
      expect(scanner.survey(text)).toHaveLength(1);
    expect(scanner.survey('关于深入实施乡村振兴的意见')).toEqual([]);
  });
});

describe('explain', () => {
  const reasons = (text: string) =>
    scanner
      .explain(text)
      .map(({ text: form, verdict }) => [
        form,
        'rejected' in verdict ? `${verdict.rejected} ${verdict.by}`.trim() : 'kept',
      ]);
  it.each([
    ['智能体系', [['智能体', 'boundary 体系']]],
    ['开源节流', [['开源', 'decoy 开源节流']]],
    ['普惠', [['普惠', 'sense neighbours']]],
    ['幻觉', [['幻觉', 'sense sentence']]],
    ['OpenAI', [['AI', 'boundary letter-before']]],
    ['从0到10', [['从0到1', 'boundary numeral-after']]],
    ['《意见》', [['《意见》', 'short-title 关于深入实施“人工智能+”行动的意见']]],
    ['智能“体', [['智能“体', 'boundary quotes']]],
  ])('%s', (text, expected) => expect(reasons(text)).toEqual(expected));

  it('names the longer term that a shorter one is lost to', () => {
    expect(reasons('人工智能治理')).toEqual([
      ['人工智能治理', 'kept'],
      ['人工智能', 'longer-term 人工智能治理'],
    ]);
  });

  it('keeps exactly what scan finds', () => {
    const text =
      '国务院印发《关于深入实施“人工智能+”行动的意见》。《意见》要求扩大模型规模，增强大模型能力，普惠大众。';
    const kept = scanner
      .explain(text)
      .flatMap(({ term, verdict }) =>
        'rejected' in verdict ? [] : [{ start: verdict.start, end: verdict.end, term }],
      );
    expect(kept).toEqual(scanner.scan(text).map(({ start, end, term }) => ({ start, end, term })));
  });
});
