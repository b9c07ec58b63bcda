import type { Locale } from '../locale.ts';
import { type Decimal, decimalText } from './decimal.ts';

const HAN_DIGITS = '零一二三四五六七八九';
const HAN_SMALL = ['', '十', '百', '千'] as const;
/** The mainland says 一万二千亿, for 兆 is 10⁶ in its units; Taiwan says 一兆二千億. */
const HAN_BIG = { 'zh-CN': ['', '万', '亿', '万亿'], 'zh-TW': ['', '萬', '億', '兆'] } as const;

const ENGLISH_ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ENGLISH_TENS = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ENGLISH_BIG = ['', ' thousand', ' million', ' billion', ' trillion'] as const;

/** Longest whole part that is spelled: 10¹⁶ and above are read as powers of ten. */
const MAX_WHOLE = 15;

/** The number in words as a newsreader says it; empty where it is too long to be said. */
export function spell(value: Decimal, locale: Locale): string {
  const [whole = '0', fraction = ''] = decimalText(value).replace('-', '').split('.');
  if (whole.length > MAX_WHOLE || fraction.length > 6) return '';
  const negative = value.mantissa < 0n;
  if (locale === 'en') {
    const point = fraction
      ? ` point ${[...fraction].map((digit) => ENGLISH_ONES[Number(digit)]).join(' ')}`
      : '';
    return `${negative ? 'minus ' : ''}${spellEnglish(whole)}${point}`;
  }
  const point = fraction
    ? `点${[...fraction].map((digit) => HAN_DIGITS.charAt(Number(digit))).join('')}`
    : '';
  const han = `${negative ? '负' : ''}${spellHan(whole, locale)}${point}`;
  return locale === 'zh-TW' ? han.replace('负', '負').replace('点', '點') : han;
}

/** 1012 → 一千零一十二: groups of four, one 零 for every gap. */
function spellHan(whole: string, locale: 'zh-CN' | 'zh-TW'): string {
  if (/^0*$/u.test(whole)) return '零';
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 4) groups.push(whole.slice(Math.max(0, end - 4), end));
  let text = '';
  let gap = false;
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index] ?? '';
    if (Number(group) === 0) {
      gap = text !== '';
      continue;
    }
    if (text !== '' && (gap || group.startsWith('0'))) text += '零';
    text += hanGroup(String(Number(group)));
    text +=
      locale === 'zh-CN' && index === 3 && Number(groups[2]) > 0 ? '万' : (HAN_BIG[locale][index] ?? '');
    gap = false;
  }
  return text.replace(/^一十/u, '十').replace(/^二(?=[千万萬亿億兆])/u, locale === 'zh-TW' ? '兩' : '两');
}

function hanGroup(group: string): string {
  let text = '';
  let gap = false;
  for (let at = 0; at < group.length; at++) {
    const digit = Number(group.charAt(at));
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += HAN_DIGITS.charAt(digit) + (HAN_SMALL[group.length - 1 - at] ?? '');
  }
  return text;
}

function spellEnglish(whole: string): string {
  if (/^0*$/u.test(whole)) return 'zero';
  const parts: string[] = [];
  for (let end = whole.length, index = 0; end > 0; end -= 3, index++) {
    const group = Number(whole.slice(Math.max(0, end - 3), end));
    if (group > 0) parts.unshift(`${englishGroup(group)}${ENGLISH_BIG[index] ?? ''}`);
  }
  return parts.join(' ');
}

function englishGroup(group: number): string {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const head = hundreds > 0 ? `${ENGLISH_ONES[hundreds]} hundred` : '';
  if (rest === 0) return head;
  const ones = rest % 10;
  const tail =
    rest < 20
      ? ENGLISH_ONES[rest]
      : `${ENGLISH_TENS[Math.floor(rest / 10)]}${ones > 0 ? `-${ENGLISH_ONES[ones]}` : ''}`;
  return head ? `${head} and ${tail}` : `${tail}`;
}
