import {
  ALPHANUMERIC,
  CLASSES,
  DIGIT,
  HYPHEN,
  IDEOGRAPH,
  LETTER,
  OPENING_QUOTE,
} from '../text/characters.ts';
import { next, previous, unitAfter, unitBefore } from './neighbours.ts';
import {
  ENDS_LATIN,
  ENDS_NUMERAL,
  ENDS_PLUS,
  EXACT_CASE,
  isChineseNumeral,
  STARTS_LATIN,
  STARTS_NUMERAL,
  TRADITIONAL,
  UNIT,
} from './patterns.ts';

/** Why a form does not count where it stands; undefined where it does. */
export type BoundaryFault =
  | 'letter-before'
  | 'letter-after'
  | 'numeral-before'
  | 'numeral-after'
  | 'name'
  | 'case'
  | 'no-number'
  | 'size'
  | 'script';

/** The checks that {@link boundaryFault} makes; a pattern with none of them need not be looked at. */
export const BOUNDARY_CHECKS =
  STARTS_LATIN | ENDS_LATIN | EXACT_CASE | STARTS_NUMERAL | ENDS_NUMERAL | ENDS_PLUS | UNIT | TRADITIONAL;

/**
 * Looks at what stands beside a form, as its `checks` ask: Latin words and numbers end where other letters and digits begin (AI in
 * 2025AI赋能 and “AI+”, not in MAIN, AIS, AI2), numerals where other numerals begin (从0到1, not 从0到10), a plus sign
 * where no other sign or number follows (人工智能+, not 人工智能++ or +1分), a unit follows its number (41.06ZB), and 6G
 * stands beside no size of data (6G+128G).
 */
export function boundaryFault(
  text: string,
  start: number,
  end: number,
  checks: number,
  form: string,
  table: Uint16Array,
): BoundaryFault | undefined {
  if (isSumOfWords(text, start, end, form)) return 'numeral-after';
  if (checks & STARTS_LATIN) {
    const fault = faultBefore(text, start, checks);
    if (fault) return fault;
    if (checks & ENDS_LATIN && classAt(text, start) & DIGIT && isSize(text, start, end)) return 'size';
  }
  if (checks & ENDS_LATIN) {
    const fault = faultAfter(text, end, checks);
    if (fault) return fault;
  }
  if (checks & STARTS_NUMERAL && isNumeral(unitBefore(text, start, table))) return 'numeral-before';
  if (checks & ENDS_NUMERAL && isNumeral(unitAfter(text, end, table))) return 'numeral-after';
  if (checks & ENDS_PLUS && isSum(text, end)) return 'numeral-after';
  // A.I.M. has no A.I. in it.
  if (checks & EXACT_CASE && text.charAt(end - 1) === '.' && classAt(text, end) & LETTER)
    return 'letter-after';
  if (checks & EXACT_CASE && !hasCaseOf(form, text, start, end)) return 'case';
  if (checks & UNIT && !followsNumber(text, start)) return 'no-number';
  if (checks & TRADITIONAL && !isTraditional(text, start, end, table)) return 'script';
  return undefined;
}

/**
 * Where the Latin word ends that a decoy ends with, its plural included: “travel agents” is one, “chip in form” has no
 * “chip in for”. 0 inside of a longer word; a digit or a Chinese character at the end is one whatever follows.
 */
export function wordEnd(text: string, end: number): number {
  if ((classAt(text, end - 1) & LETTER) === 0 || (classAt(text, end) & LETTER) === 0) return end;
  const isPlural = /s/iu.test(text.charAt(end)) && (classAt(text, end + 1) & LETTER) === 0;
  return isPlural ? end + 1 : 0;
}

function classAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (CLASSES[text.charCodeAt(at)] ?? 0) : 0;
}

function faultBefore(text: string, start: number, checks: number): BoundaryFault | undefined {
  const before = classAt(text, start - 1);
  const isNumber = (classAt(text, start) & DIGIT) !== 0;
  if (before & LETTER) return 'letter-before';
  if (isNumber) {
    if (before & DIGIT) return 'numeral-before';
    if (/[.,．，]/u.test(text.charAt(start - 1)) && classAt(text, start - 2) & DIGIT) return 'numeral-before';
  }
  const beside = text.charAt(start - 1);
  // @AI is an account, C:\agents a folder, #AI a tag; #AI教育# is a topic, which says something.
  if (beside === '@' || beside === '\\') return 'name';
  if (beside === '#' && !/^[^\s#]*#/u.test(text.slice(start, start + LONGEST_TOPIC))) return 'name';
  // x.AI, c3.AI, user_AI are names, and so is ai.agents, but not 1.AI赋能 in a list, nor “.Agents” after a missing blank.
  if (
    /[._]/u.test(beside) &&
    classAt(text, start - 2) & ALPHANUMERIC &&
    (checks & EXACT_CASE
      ? !ITEM.test(text.slice(Math.max(0, start - 4), start))
      : /[a-z]/u.test(text.charAt(start)))
  )
    return 'name';
  return ADDRESS_MARK.test(beside) && isInAddress(text, start) ? 'name' : undefined;
}

/** The number of an item of a list; 01.AI is a company. */
const ITEM = /(?:^|[^\w.-])[1-9]\d?\.$/u;
const LONGEST_TOPIC = 32;

/** What a word may follow in an address; most words follow white space, and nothing more is looked at. */
const ADDRESS_MARK = /[/=?&#%@._~:-]/u;
const ADDRESS = /(?:[a-z]:\/\/|\bwww\.|[a-z0-9-]\.[a-z]{2,6}\/)[\w\-./?&=#%@~:+,;!]*$/iu;
/** How much of an address is read back from a word, in code units. */
const ADDRESS_REACH = 200;

/** Whether the text right before `start` belongs to an address: example.org/big-data, but not ML/AI. */
function isInAddress(text: string, start: number): boolean {
  return ADDRESS.test(text.slice(Math.max(0, start - ADDRESS_REACH), start));
}

function faultAfter(text: string, end: number, checks: number): BoundaryFault | undefined {
  const after = classAt(text, end);
  const isNumber = (classAt(text, end - 1) & DIGIT) !== 0;
  if (after & LETTER) return 'letter-after';
  if (after & DIGIT) return isNumber ? 'numeral-after' : 'letter-after';
  if (isNumber) {
    if (/[%％‰]/u.test(text.charAt(end))) return 'numeral-after';
    if (/[.．]/u.test(text.charAt(end)) && classAt(text, end + 1) & DIGIT) return 'numeral-after';
  }
  // AI_2, ai-plus@, AI\agents, agents.py, AI-Plus.docx; after a missing blank stands a capital.
  const rest = text.slice(end, end + 24);
  if (/^(?:_|[\w-]*(?:[@\\]|\.[a-z]))/u.test(rest)) return 'name';
  if (checks & EXACT_CASE) {
    if (after & HYPHEN && classAt(text, end + 1) & DIGIT) return 'name';
    if (rest.startsWith('.') && classAt(text, end + 1) & LETTER) return 'name';
  }
  return undefined;
}

const SIZE = /内存|运存|流量|存储|[显顯]卡|(?<!\d)(?:8|16|12|64|128|256|512)G/u;

/** Whether what looks like 6G is a size of data: 6G+128G, 流量还剩6G. */
function isSize(text: string, start: number, end: number): boolean {
  return SIZE.test(text.slice(Math.max(0, start - 8), start)) || SIZE.test(text.slice(end, end + 5));
}

/**
 * Whether a form with “Plus” in it is written as a sum: AI plus robotics. The policy has a capital, a hyphen or quotation
 * marks (AI Plus, AI-plus, “AI plus”), or what it is comes next: AI plus strategy.
 */
function isSumOfWords(text: string, start: number, end: number, form: string): boolean {
  return (
    form.includes('Plus') &&
    (classAt(text, start - 1) & OPENING_QUOTE) === 0 &&
    /^[^-+]*\splus\b(?!["'”’」»]| (?:init|act|camp|str|p[lur]|pol|dr|manufac))/u.test(
      text.slice(start, end + 9),
    )
  );
}

function isNumeral(unit: number): boolean {
  return isChineseNumeral(unit) || ((CLASSES[unit] ?? 0) & DIGIT) !== 0;
}

/** Whether the plus sign before `end` adds up: ++, +1分, +10%; “AI+5G” names a field. */
function isSum(text: string, end: number): boolean {
  let at = next(text, end);
  if (at < 0) return false;
  if (/[+＋]/u.test(text.charAt(at))) return true;
  if ((classAt(text, at) & DIGIT) === 0) return false;
  while (classAt(text, at) & DIGIT || /[.．]/u.test(text.charAt(at))) at++;
  return (classAt(text, at) & LETTER) === 0;
}

function hasCaseOf(form: string, text: string, start: number, end: number): boolean {
  const written = plain(text.slice(start, end));
  // A prefix may begin with either case: GenAI, genAI.
  if (/^[A-Z][a-z]+[A-Z]{2,}$/u.test(form) && written.slice(1) === form.slice(1)) return true;
  // The plural AIs has no capital twin: AIS is a ship's transponder.
  return written === plain(form) || (written === form.toUpperCase() && !/^[A-Z0-9]+s$/u.test(form));
}

/** Width levelled and what is skipped left out, case kept. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[^A-Za-z0-9]/gu, '');
}

function isTraditional(text: string, start: number, end: number, table: Uint16Array): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (CLASSES[code] === IDEOGRAPH && table[code] !== 0) return true;
  }
  return false;
}

function followsNumber(text: string, start: number): boolean {
  let at = previous(text, start);
  if (/[（(]/u.test(text.charAt(at))) {
    // 41.06泽字节（ZB）, 41.06 zettabytes (ZB): the number stands before the name of the unit.
    return /[\d一二三四五六七八九十百千万亿多余]\s*(?:泽字节|澤位元組|泽它字节|zettabytes?)\s*$/iu.test(
      text.slice(Math.max(0, at - 24), at),
    );
  }
  if (/[多余餘个個]/u.test(text.charAt(at))) at = previous(text, at);
  return (
    at >= 0 &&
    (classAt(text, at) & DIGIT || isChineseNumeral(text.charCodeAt(at))) !== false &&
    isNumeral(text.charCodeAt(at))
  );
}
