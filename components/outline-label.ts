import { type Locale, type Localised, localise } from '../utils/locale.ts';

/** The numerals of parts (一) and chapters （十四） in reading order; the policy's documents count no further than this. */
const NUMERALS = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十'.split(' ');
const ROMAN = 'I II III IV V VI VII VIII IX X'.split(' ');

/**
 * An item's number as the language writes it: 一, （八） and 1 in Chinese; I, (8) and 1 in English, as the official
 * translations of such documents count. A number of another form stays as it is.
 */
export function itemNumber(number: string, locale: Locale): string {
  if (locale !== 'en') return number;
  const bracketed = /^（(.+)）$/u.exec(number)?.[1];
  const value = NUMERALS.indexOf(bracketed ?? number) + 1;
  if (value === 0) return number;
  return bracketed === undefined ? (ROMAN[value - 1] ?? number) : `(${value})`;
}

/** Number and title in one line of text: 一、总体要求, （八）加强数据供给创新, 1. 加速科学发现进程; (8) Innovate in data supply. */
export function numberedTitle(number: string, title: Localised, locale: Locale): string {
  const written = itemNumber(number, locale);
  const text = localise(title, locale);
  if (written === '') return text;
  if (/^[一二三四五六七八九十]+$/u.test(written)) return `${written}、${text}`;
  if (/^[0-9IVX]+$/u.test(written)) return `${written}. ${text}`;
  return written.endsWith('）') ? written + text : `${written} ${text}`;
}

/** The short title of a document where it stands by itself: in English without the article of a sentence. */
export function documentLabel(shortTitle: Localised, locale: Locale): string {
  const text = localise(shortTitle, locale);
  return locale === 'en' ? text.replace(/^the /u, '') : text;
}
