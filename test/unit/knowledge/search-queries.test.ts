import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { searchKnowledge } from '../../../utils/knowledge/search.ts';

/** What readers type, and what must come first. */
const QUERIES: readonly (readonly [query: string, first: string])[] = [
  ['人工智能+', 'ren-gong-zhi-neng-jia'],
  ['人工智慧', 'ren-gong-zhi-neng'],
  ['AI+', 'ren-gong-zhi-neng-jia'],
  ['智能体', 'zhi-neng-ti'],
  ['智能體', 'zhi-neng-ti'],
  ['AI agents', 'zhi-neng-ti'],
  ['zhinengti', 'zhi-neng-ti'],
  ['znt', 'zhi-neng-ti'],
  ['新质', 'xin-zhi-sheng-chan-li'],
  ['xzscl', 'xin-zhi-sheng-chan-li'],
  ['xīn zhì shēngchǎnlì', 'xin-zhi-sheng-chan-li'],
  ['new quality productive forces', 'xin-zhi-sheng-chan-li'],
  ['東數西算', 'dong-shu-xi-suan'],
  ['east data', 'dong-shu-xi-suan'],
  ['dsxs', 'dong-shu-xi-suan'],
  ['词元', 'ci-yuan'],
  ['token', 'ci-yuan'],
  ['晶片', 'xin-pian'],
  ['數位落差', 'shu-zi-hong-gou'],
  ['MaaS', 'mo-xing-ji-fu-wu'],
  ['NDRC', 'fa-gai-wei'],
  ['发改委', 'fa-gai-wei'],
  ['国数局', 'guo-jia-shu-ju-ju'],
  ['20 measures', 'shu-ju-er-shi-tiao'],
  ['data centre', 'shu-ju-zhong-xin'],
  ['data-center', 'shu-ju-zhong-xin'],
  ['lüdian', 'lv-dian'],
  ['zhongshi jidi', 'zhong-shi-ji-di'],
  ['patient capital', 'nai-xin-zi-ben'],
  ['70%', 'fig-target-2027-penetration'],
  ['41.06ZB', 'fig-data-volume-2024'],
  ['1509', 'fig-models-1509'],
  ['国发11号', 'ai-plus-opinions'],
  ['促进开源', 'op-3-11'],
  ['（九）强化智能算力统筹', 'op-3-9'],
];

describe('searchKnowledge in the real knowledge base', () => {
  it.each(QUERIES)('“%s” finds %s first', (query, first) => {
    expect(searchKnowledge(loadKnowledge(), query)[0]?.id).toBe(first);
  });

  it.each(['openai', '足球', 'chatgpt', '1234567'])('“%s” finds nothing', (query) => {
    expect(searchKnowledge(loadKnowledge(), query)).toEqual([]);
  });
});
