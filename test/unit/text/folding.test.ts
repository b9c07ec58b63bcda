import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFolding } from '../../../utils/text/folding.ts';

const folding = createFolding('雲云據据數数體体');

describe('folding', () => {
  it.each([
    ['width', 'ＡＩ＋６％', 'ai+6%'],
    ['case', 'OpenAI ÀÉ', 'openai àé'],
    ['script, where a form needs it', '雲端數據體系', '云端数据体系'],
    ['script, NOT where no form needs it', '機器學習', '機器學習'],
    ['compatibility ideographs', '\uf98a\uf9da', '力栗'],
    ['radicals', '⼈⼯', '人工'],
    ['spaces inside Chinese', '人 工　智\u00a0能', '人工智能'],
    ['line breaks inside Chinese', '人工\r\n  智能', '人工智能'],
    ['invisible characters', '人\u200b工\u00ad智\ufeff能\u2060', '人工智能'],
    ['marks of direction', '\u200e人\u2067工\u2069智\u202c能', '人工智能'],
    ['quotation marks', '“人工”‘智能’「大」『模』"型"', '人工智能大模型'],
    ['Chinese beside Latin', '用 AI 写', '用ai写'],
    ['Latin words', 'open  source', 'open source'],
    ['hyphens between Latin words', 'open-source AI‐native', 'open source ai native'],
    ['a hyphen in Chinese', '大-模型', '大-模型'],
    ['a hyphen at the end', 'pre-', 'pre-'],
    ['two hyphens', 'a--b', 'a--b'],
    ['a spaced hyphen', 'a - b', 'a-b'],
    ['invisible characters inside a Latin word', 'arti\u00adfi\u200bcial', 'artificial'],
    ['numbers and letters apart', '6 g', '6 g'],
    ['an apostrophe in a word', 'AI’s', "ai's"],
    ['a closing quotation mark before a space', 'AI” plus', 'ai plus'],
    ['brackets', '〔［（【{', '((((('],
    ['title marks', '〈意见〉', '《意见》'],
    ['dashes of GB2312 pages', 'A－B A─B', 'a b a b'],
    ['multiplication signs, which are no letters', '×✕X', '××x'],
    ['plus signs', '＋﹢+', '+++'],
    ['nothing', '', ''],
  ])('%s', (_, text, units) => {
    expect(folding.fold(text).units).toBe(units);
    expect(folding.unitsOf(text)).toBe(units);
  });

  it('maps each unit to where it was written', () => {
    expect(folding.fold('人 工“智”能')).toEqual({ units: '人工智能', offsets: [0, 2, 4, 6, 7] });
    expect(folding.fold('open - source')).toEqual({
      units: 'open-source',
      offsets: [0, 1, 2, 3, 5, 7, 8, 9, 10, 11, 12, 13],
    });
  });

  const pieces = fc.constantFrom(
    ...[
      '人',
      '工',
      '數',
      'A',
      'b',
      '1',
      ' ',
      '\n',
      '\u200b',
      '-',
      '—',
      '“',
      '”',
      "'",
      '，',
      '+',
      '\ud83d\ude80',
      '\uf98a',
    ],
  );
  const texts = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(''));

  it('has a map that is total and strictly increasing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { units, offsets } = folding.fold(text);
        expect(offsets).toHaveLength(units.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        for (let index = 1; index < offsets.length; index++) {
          if (index < units.length) expect(offsets[index]).toBeGreaterThan(offsets[index - 1]!);
          else expect(offsets[index]).toBeGreaterThanOrEqual(offsets[index - 1]!);
        }
      }),
    );
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { units } = folding.fold(text);
        // A hyphen that a space sets off (“b -b”) stays, because it separates; without its space it would join.
        fc.pre(!/[\p{Script=Latin}\p{N}]-[\p{Script=Latin}\p{N}]/u.test(units));
        expect(folding.fold(units).units).toBe(units);
      }),
    );
  });

  it('does NOT care what may be skipped in Chinese', () => {
    const chinese = fc.array(fc.constantFrom('人', '工', '智', '能', '、'), { minLength: 2, maxLength: 12 });
    const skipped = fc.constantFrom(' ', '\n', '\u200b', '\u00ad', '\u3000', '“');
    fc.assert(
      fc.property(chinese, skipped, fc.nat(), (characters, mark, seed) => {
        const at = 1 + (seed % (characters.length - 1));
        const text = [...characters.slice(0, at), mark, ...characters.slice(at)].join('');
        expect(folding.fold(text).units).toBe(characters.join(''));
      }),
    );
  });
});
