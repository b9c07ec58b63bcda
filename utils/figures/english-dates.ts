import { BELOW_HUNDRED, belowHundred } from './english-words.ts';
import { type Found, found } from './found.ts';

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
/** A month's name, written out or short. */
export const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?(?![\\d%:]|[.,]\\d)';
const YEAR = '((?:19|20)\\d\\d)';
const IN_YEAR = `(?:,? ${YEAR}(?![\\d%]|[.,]\\d))?`;
const JOINT = '(?: (?:to|through|—|-) |—|-)';
const MONTH_FIRST = new RegExp(
  `^${MONTH}(?: ${DAY}(?:${JOINT}(?:${MONTH} )?${DAY})?|${JOINT}${MONTH})?${IN_YEAR}`,
  'iu',
);
const DAY_FIRST = new RegExp(`^${DAY}(?:(?: ${MONTH})?${JOINT}${DAY})? (?:of )?${MONTH}${IN_YEAR}`, 'u');
/** 2021-2025, 2026-30, the 1990s. */
const YEARS = new RegExp(`^${YEAR}(?:[-—](${YEAR}|\\d\\d)(?![\\d年学财%—-]|[.,]\\d)|s\\b)`, 'u');
const OF_YEAR = '(?: of)?(?: (?:the|this|last) year|,? (?:fiscal )?(?:19|20)\\d\\d)';
const PART = new RegExp(
  `^(?:(first|second|third|fourth)[ -](?:half${OF_YEAR}|quarter(?:${OF_YEAR})?)|first (${BELOW_HUNDRED}|\\d\\d?)[ -](quarter|month)s(?:${OF_YEAR})?|[QH][1-4]${OF_YEAR})(?![a-z-])`,
  'iu',
);

/** How the words for first to fourth begin. */
const ORDINALS = 'FISETHFO';

/** A date that begins with a month, or a part of a year: Aug. 26, 2025; July 26-28; the first half of 2025. */
export function readEnglishTime(text: string, at: number): Found | undefined {
  const head = text.slice(at, at + 48);
  const part = PART.exec(head);
  if (part) return readPart(part, at);
  const date = /^[A-Z]/u.test(head) ? MONTH_FIRST.exec(head) : null;
  if (!date) return undefined;
  const [whole, month, day, lastMonth, lastDay, alone, year] = date;
  return day || alone || year ? dates(at, whole, year, month, day, lastMonth ?? alone, lastDay) : undefined;
}

/** A date or years that begin with digits: 26 August 2025, 2026-30, the 1990s. */
export function readEnglishDay(text: string, at: number): Found | undefined {
  const head = text.slice(at, at + 48);
  const date = DAY_FIRST.exec(head);
  if (date) {
    const [whole, day, firstMonth, lastDay, month, year] = date;
    return dates(at, whole, year, firstMonth ?? month, day, month, lastDay);
  }
  const years = YEARS.exec(head);
  if (!years) return undefined;
  const [whole, first = '', second] = years;
  const last = second ? first.slice(0, 4 - second.length) + second : first.replace(/0$/u, '9');
  return last > first ? found('period', at, at + whole.length, `${first}/${last}`) : undefined;
}

/** A day or a month, or the time from one to another; the second month is the first one where it is not written. */
function dates(
  at: number,
  written: string,
  year: string | undefined,
  firstMonth = '',
  firstDay: string | undefined,
  lastMonth = firstMonth,
  lastDay: string | undefined,
): Found | undefined {
  if ([firstDay, lastDay].some((day) => Number(day ?? 1) < 1 || Number(day ?? 1) > 31)) return undefined;
  const first = iso(year, firstMonth, firstDay);
  const end = at + written.length;
  if (lastDay) return found('period', at, end, `${first}/${iso(year, lastMonth, lastDay)}`);
  return firstDay || lastMonth === firstMonth
    ? found('date', at, end, first)
    : found('period', at, end, `${first}/${iso(undefined, lastMonth, undefined)}`);
}

function iso(year: string | undefined, month: string, day: string | undefined): string {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) / 3 + 1;
  return [year, two(number), day && two(Number(day))].filter(Boolean).join('-');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function readPart([whole, ordinal, count = '', kind]: RegExpExecArray, at: number): Found | undefined {
  const number = Number(count) || belowHundred(count);
  let value = whole.slice(0, 2).toUpperCase();
  if (ordinal) value = `${/half/iu.test(whole) ? 'H' : 'Q'}${ORDINALS.indexOf(value) / 2 + 1}`;
  else if (kind) {
    const isQuarters = kind.startsWith('q');
    if (number < 2 || number > (isQuarters ? 3 : 11)) return undefined;
    value = isQuarters ? `Q1/Q${number}` : `01/${two(number)}`;
  }
  if (/^H[34]/u.test(value)) return undefined;
  const year = /\d{4}/u.exec(whole)?.[0];
  return found('period', at, at + whole.length, year ? `${year}-${value}` : value);
}
