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
