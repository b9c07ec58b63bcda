import { describe, expect, it } from 'vitest';
import { writeDay } from '../../../components/date.ts';
import { documentLabel, itemNumber, numberedTitle } from '../../../components/outline-label.ts';
import { seriesUnit } from '../../../components/series.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import type { Locale } from '../../../utils/locale.ts';

const knowledge = loadKnowledge();
const title = { hans: '加强数据供给创新', hant: '加強數據供給創新', en: 'Innovate in data supply' };

describe('numberedTitle', () => {
  it.each<[number: string, locale: Locale, expected: string]>([
    ['一', 'zh-CN', '一、加强数据供给创新'],
    ['（八）', 'zh-CN', '（八）加强数据供给创新'],
    ['（十四）', 'zh-TW', '（十四）加強數據供給創新'],
    ['3', 'zh-CN', '3. 加强数据供给创新'],
    ['', 'zh-CN', '加强数据供给创新'],
    ['四', 'en', 'IV. Innovate in data supply'],
    ['（八）', 'en', '(8) Innovate in data supply'],
    ['（十四）', 'en', '(14) Innovate in data supply'],
    ['3', 'en', '3. Innovate in data supply'],
    ['', 'en', 'Innovate in data supply'],
  ])('writes the number %s in %s as %s', (number, locale, expected) => {
    expect(numberedTitle(number, title, locale)).toBe(expected);
  });

  it('knows every number of the outlines in English', () => {
    const numbers = knowledge.outlines.flatMap(({ items }) => items.map(({ number }) => number));
    expect(numbers.filter((number) => /\p{Script=Han}/u.test(itemNumber(number, 'en')))).toEqual([]);
  });
});

describe('documentLabel', () => {
  it('drops the article of a sentence in English only', () => {
    const name = { hans: '《意见》', hant: '《意見》', en: 'the Opinions' };
    expect([documentLabel(name, 'en'), documentLabel(name, 'zh-CN')]).toEqual(['Opinions', '《意见》']);
  });
});

describe('seriesUnit', () => {
  it('is one that the language knows for every series', () => {
    const units = [...knowledge.figures.values()].flatMap(({ series }) => (series ? [series.unit] : []));
    expect(units.filter((unit) => /\p{Script=Han}/u.test(seriesUnit(unit, 'en')))).toEqual([]);
    expect(units.filter((unit) => /[万亿个种项]/u.test(seriesUnit(unit, 'zh-TW')))).toEqual([]);
  });
});

describe('writeDay', () => {
  it.each<[locale: Locale, expected: string]>([
    ['zh-CN', '8月26日'],
    ['zh-TW', '8月26日'],
    ['en', '26 August'],
  ])('leaves the year out in %s', (locale, expected) => {
    expect(writeDay('2025-08-26', locale)).toBe(expected);
  });
});
