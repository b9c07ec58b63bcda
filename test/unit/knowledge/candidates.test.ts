import { describe, expect, it } from 'vitest';
import { unknownCandidates } from '../../../scripts/knowledge/candidates.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';

const words = (text: string) => unknownCandidates(loadKnowledge(), text).map(({ word }) => word);

describe('unknownCandidates', () => {
  it('lists what comes back in sentences about AI and no term covers', () => {
    expect(
      unknownCandidates(loadKnowledge(), '人工智能用于核聚变。大模型控制核聚变装置，核聚变有望提前。'),
    ).toEqual([{ word: '核聚变', count: 3 }]);
  });

  it.each([
    ['what a term covers', '人工智能赋能智能制造。大模型推动智能制造。'],
    ['what is put together of general words', '人工智能快速发展和改善民生。大模型快速发展和改善民生。'],
    [
      'what other sentences say as often',
      '人工智能比赛。大模型比赛。足球比赛。篮球比赛。排球比赛。网球比赛。',
    ],
    ['what stands once', '人工智能与核聚变。'],
    ['a part of a general word', '人工智能用于工业数据。大模型用于农业数据。'],
  ])('does NOT list %s', (_, text) => {
    expect(words(text)).toEqual([]);
  });

  it('lists a word and NOT its parts', () => {
    expect(words('人工智能读懂甲骨文字。大模型，甲骨文字，算法。')).toEqual(['甲骨文字']);
  });
});
