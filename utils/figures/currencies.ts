import type { Found } from './found.ts';
import { among, classAt, NUMERAL } from './source.ts';

/** Signs and codes of currencies before a number. */
export const CURRENCIES: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  RMB: 'CNY',
  CNY: 'CNY',
  $: 'USD',
  US$: 'USD',
  USD: 'USD',
  HK$: 'HKD',
  HKD: 'HKD',
  NT$: 'TWD',
  A$: 'AUD',
  C$: 'CAD',
  S$: 'SGD',
  '€': 'EUR',
  EUR: 'EUR',
  '£': 'GBP',
  GBP: 'GBP',
  JPY: 'JPY',
};

/** Words before a number, longest first: in 新台币100亿元 the 元 is not the yuan. */
const PREFIXES = [
  ['新台币', 'TWD'],
  ['台币', 'TWD'],
  ['港币', 'HKD'],
  ['澳门币', 'MOP'],
  ['人民币', 'CNY'],
] as const;

/** Takes the word for a currency before a sum, not before `from`, into the figure: 港币5000万元, 新台币100亿. */
export function takeCurrency(text: string, figure: Found, from: number): void {
  const { start, type, unit } = figure;
  const isSum = type === 'money' ? unit?.startsWith('CNY') : type === 'count' && unit === null;
  if (!isSum || !among(text, start - 1, '币')) return;
  for (const [word, currency] of PREFIXES) {
    const before = start - word.length;
    if (before < from || !text.startsWith(word, before)) continue;
    // In 3亿港币5000万元 it is the unit of the number before it.
    if (before > 0 && (classAt(text, before - 1) & NUMERAL) !== 0) return;
    figure.start = before;
    figure.coreStart = before;
    figure.type = 'money';
    figure.unit = currency + (unit ?? '').slice('CNY'.length);
    return;
  }
}
