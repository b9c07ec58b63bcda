import { describe, expect, it } from 'vitest';
import { spellingsOf } from '../../../utils/terms/spellings.ts';
import { expectMarked, scanner } from './marked.ts';

describe('a term in every spelling', () => {
  it.each([
    ['width', '深入实施⟦“人工智能＋”行动⟧'],
    ['width', '⟦ＡＩ＋⟧消费'],
    ['width', '⟦６Ｇ⟧来了'],
    ['spaces around the plus sign', '⟦人工智能 +⟧农业'],
    ['spaces around the plus sign', '实施⟦“人工智能 + ”行动⟧'],
    ['spaces inside of a word', '建设⟦算 力 中 心⟧'],
    ['ideographic space', '⟦新质　生产力⟧'],
    ['line break', '⟦新质生\n产力⟧'],
    ['line break and indent', '⟦新质生\r\n    产力⟧'],
    ['zero-width space', '⟦人工\u200b智能⟧'],
    ['soft hyphen', '⟦人工\u00ad智能⟧'],
    ['soft hyphen in English', '⟦artificial intelli\u00adgence⟧'],
    ['word joiner', '⟦大\u2060模型⟧'],
    ['corner brackets', '⟦「人工智能+」行動⟧'],
    ['white corner brackets', '⟦『人工智能+』行动⟧'],
    ['straight quotation marks', '⟦"人工智能+"行动⟧'],
    ['low quotation marks', '⟦„人工智能+”行动⟧'],
    ['traditional', '⟦人工智能⟧與⟦實體經濟⟧'],
    ['traditional', '⟦數據要素⟧'],
    ['traditional', '⟦智能體⟧系統'],
    ['traditional', '⟦新質生產力⟧'],
    ['traditional', '⟦開源⟧的⟦人工智能⟧'],
    ['mixed scripts', '⟦數据要素⟧'],
    ['Taiwan words', '⟦人工智慧⟧'],
    ['Taiwan words', '發展⟦人工智慧晶片⟧'],
    ['Taiwan words', '⟦數位中國⟧'],
    ['Taiwan words', '⟦腦機介面⟧'],
    ['compatibility ideographs', '⟦算\uf98a⟧'],
    ['radicals', '⟦⼈⼯智能⟧'],
    ['brackets of document numbers', '⟦国发[2025]11号⟧'],
    ['brackets of document numbers', '⟦国发〔2025〕11号⟧'],
    ['brackets of document numbers', '⟦国发（2025）11号⟧'],
    ['multiplication sign', '⟦“数据要素×”⟧三年'],
    ['multiplication sign', '⟦“数据要素X”⟧三年'],
    ['English case', '⟦ARTIFICIAL INTELLIGENCE⟧'],
    ['English case', '⟦Artificial Intelligence⟧'],
    ['plural', '⟦large models⟧ and ⟦large language models⟧'],
    ['plural', '⟦foundation models⟧'],
    ['singular', 'an ⟦AI chip⟧'],
    ['possessive', 'an ⟦AI agent⟧’s memory'],
    ['hyphen', '⟦large-language model⟧'],
    ['hyphen', '⟦AI-Plus⟧ in farming'],
    ['full-width hyphen of GB2312 pages', '⟦AI－Plus⟧ in farming'],
    ['en dash', '⟦brain–computer interface⟧'],
    ['line break in English', '⟦artificial\nintelligence⟧'],
    ['abbreviation in brackets', '⟦Artificial Intelligence (AI) Plus⟧'],
    ['abbreviation in brackets', '⟦Artificial Intelligence (AI) Plus initiative⟧'],
    ['abbreviation in brackets', '⟦人工智能（AI）+⟧'],
    ['British spelling', '⟦data labelling⟧'],
    ['British spelling', '⟦data centres⟧'],
    ['without the brackets of the title', '⟦artificial general intelligence⟧'],
    ['emoji beside a term', '🚀⟦大模型⟧🚀'],
  ])('%s: %s', (_, marked) => expectMarked(marked));

  it.each([
    ['a hyphen separates Chinese', '大-模型'],
    ['a spaced hyphen separates English', 'artificial - intelligence'],
    ['a comma separates', '人工，智能'],
    ['a pause mark separates', '新质、生产力'],
    ['6 g is not 6G', '6 g of sugar'],
    ['an apostrophe is a letter’s neighbour', 'A’I'],
    ['words run together in English', 'artificialintelligence'],
    ['accented letters are letters', 'éAI'],
  ])('%s: %s', (_, text) => expectMarked(text));
});

describe('spellingsOf', () => {
  it.each([
    ['large model', ['large models']],
    ['technologies', ['technology']],
    ['disruptive technology', ['disruptive technologies']],
    ['AI chips', ['AI chip', 'artificial intelligence chips', 'artificial intelligence chip']],
    ['digitization', ['digitizations', 'digitisation', 'digitisations']],
    ['data center', ['data centers', 'data centre', 'data centres']],
    ['data labeling', ['data labelings', 'data labelling', 'data labellings']],
    ['brain-computer interface (BCI)', ['brain-computer interface', 'brain-computer interfaces']],
    ['人工智能+', ['人工智能(AI)+', 'AI+', '人工智慧+', '人工智慧(AI)+']],
    ['数字经济', ['数位经济', '数码经济']],
    ['演算法', []],
    ['算力', []],
    [
      'AI business',
      ['AI businesses', 'artificial intelligence business', 'artificial intelligence businesses'],
    ],
  ])('%s', (form, expected) => expect(spellingsOf(form)).toEqual(expected));
});

it('offsets point into the text as it is written', () => {
  const text = '發展 人 工\n智 慧 學會';
  expect(scanner.scan(text)).toEqual([
    { start: 3, end: 10, text: '人 工\n智 慧', term: 'ren-gong-zhi-neng' },
  ]);
});
