import { describe, expect, it } from 'vitest';
import { createTermScanner } from '../../../utils/terms/scanner.ts';
import { NO_RULES } from '../../../utils/terms/types.ts';
import { expectMarked } from './marked.ts';

/** Every row is near AI, so that the name itself has to tell. */
const near = { before: '会议讨论了人工智能。' };

describe('a term that is the whole title of a work is a name', () => {
  it.each([
    ...['长篇小说《算力》', '昨晚，《元宇宙》首播', '摄影集《头雁》', '《大数据》豆瓣评分', '《AI》上映'],
    ...['专著《⟦大模型⟧时代》', '《⟦人工智能⟧：一种现代方法》', '《走进⟦元宇宙⟧》', '“⟦算力⟧”', '（⟦芯片⟧）'],
  ])('%s', (marked) => expectMarked(marked, near));

  it.each([
    ...[
      '《⟦政府工作报告⟧》',
      '《⟦网络安全法⟧》',
      '《⟦新一代人工智能发展规划⟧》',
      '《⟦人工智能安全治理框架⟧》',
    ],
    ...['《⟦全球人工智能治理倡议⟧》', '《⟦人工智慧全球治理行動計畫⟧》', '《⟦数据二十条⟧》', '《算法》'],
    ...['《⟦生成式人工智能服务管理暂行办法⟧》', '《⟦“人工智能+”行动⟧》', '《⟦人工智能+⟧》'],
  ])('but a document is known by its title: %s', (marked) => expectMarked(marked));

  it.each([
    ...[
      '开设《⟦机器学习⟧》课程',
      '《⟦人工智能⟧》《⟦机器学习⟧》等课程',
      '《⟦大数据⟧》、《⟦算法⟧》和《统计》课',
      '教材《⟦人工智能⟧》',
    ],
    ...['课程《⟦人工智能⟧》', '《元宇宙》开课', '《算力》热播，课程取消'],
  ])('and a course is about it: %s', (marked) => expectMarked(marked, near));

  it.each([
    ...[
      '小说《算法的黄昏》',
      '短篇小說《演算法的夏天》',
      '电影《芯片风云》',
      '專輯《元宇宙漫遊》',
      '动画《机器人小镇》',
    ],
    ...['话剧《大模型与我》', '歌曲《算力之歌》', '游戏《智能工厂物语》'],
    ...['专著《⟦算法⟧的黄昏》', '纪录片《⟦芯片⟧风云》', '报告《⟦元宇宙⟧漫游指南》', '读《⟦大模型⟧与我》'],
  ])('and fiction is not about what its title goes on about: %s', (marked) => expectMarked(marked, near));

  it.each([
    ...[
      '电影“元宇宙”',
      '電影「大數據」',
      '电视剧『算法』',
      '小说“具身智能”',
      '“芯片”号帆船',
      '“算力”乐队',
      '「大模型」號列車',
    ],
    ...['“具身智能”战队'],
    ...[
      '谈到“⟦元宇宙⟧”',
      '他说“⟦算法⟧”',
      '加剧“⟦数字鸿沟⟧”',
      '⟦“算力”券⟧',
      '“⟦芯片⟧”战略',
      '电影“⟦元宇宙⟧热”',
      '芯“⟦芯片⟧”',
    ],
    ...['打好“⟦数字经济⟧”牌', '⟦“人工智能+”行动⟧'],
  ])('and so is what a work, a ship, a band or a team is called in quotation marks: %s', (marked) =>
    expectMarked(marked, near),
  );

  it.each([
    ...[
      '画展《演算法》',
      '《智慧型機器人》首播',
      '《新一代人工智能》上映',
      '小说《人形机器人》',
      '“工业机器人”号',
    ],
    ...['《⟦演算法⟧入門》', '《⟦人形机器人⟧时代》'],
  ])('no shorter term is in a name: %s', (marked) => expectMarked(marked, near));

  it('and what a reader has put into a glossary is meant', () => {
    const terms = [{ id: 'own:三体', category: 'society', forms: ['三体'] } as const];
    const scanner = createTermScanner({ ...NO_RULES, terms, scriptPairs: '' });
    expect(scanner.scan('读《三体》').map(({ text }) => text)).toEqual(['三体']);
  });
});

describe('a term of two characters after a family name is what a person is called', () => {
  it.each([
    ...[
      '王智算是会计',
      '张智能、刘芯片获奖',
      '记者赵智驾报道',
      '主任吴信创说',
      '村民赵开源',
      '（陳數智，校長）',
    ],
    ...[
      '一张⟦芯片⟧',
      '3张⟦芯片⟧',
      '国王⟦算法⟧',
      '霸王⟦芯片⟧',
      '李⟦智算中心⟧',
      '陈⟦数智化⟧',
      '曾⟦微调⟧⟦大模型⟧',
    ],
    ...['上周⟦算力⟧紧张', '韩⟦芯片⟧出口', '使用者⟦算力⟧', '“⟦算力⟧”王'],
  ])('%s', (marked) => expectMarked(marked, near));
});
