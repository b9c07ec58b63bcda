import { describe, expect, it } from 'vitest';
import { scanner } from './marked.ts';

/** Texts are read in pieces of 4,096 characters; here one ends before, within and after every character of a term. */
const OFFSETS = Array.from({ length: 40 }, (_, index) => 4_070 + index);

describe('where a piece of a long text ends', () => {
  it.each([
    '人工智能',
    '人工 智\n能',
    '大模型',
    '算力',
    '3D打印',
    '中国-东盟人工智能应用合作中心',
    'AI',
    'large language models',
    'arti\u00adficial intelligence',
    'A\u00adI',
  ])('is no edge of “%s”', (term) => {
    for (const filler of ['，', '的', ' ']) {
      for (const offset of OFFSETS) {
        const text = `${filler.repeat(offset)}${term}，人工智能`;
        const [found] = scanner.scan(text);
        expect(found, `${filler} × ${offset}`).toMatchObject({ start: offset, end: offset + term.length });
      }
    }
  });

  it('is no edge of a Latin word, however long', () => {
    for (const offset of OFFSETS) {
      const filler = '，'.repeat(offset);
      expect(scanner.scan(`${filler}main，${filler}xAI，AIS`)).toEqual([]);
      expect(scanner.scan(`${filler}${'x'.repeat(9_000)}AI`)).toEqual([]);
    }
  });

  it('is no edge of a word that shows that a term is not there', () => {
    for (const offset of OFFSETS) expect(scanner.scan(`${'，'.repeat(offset)}智能体系`)).toEqual([]);
  });
});
