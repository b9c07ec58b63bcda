import { decimal } from './decimal.ts';
import type { FigureReading, ReadingRow } from './reading.ts';
import { spell } from './spell.ts';
import type { Texts } from './texts.ts';
import type { Figure } from './types.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** A text with a month in it, by the sign or by a name. */
const MONTH = /月|[A-Za-z]{3}/u;
/** Since the seventh plan (1986) five-year plans follow one another without a gap. */
const SEVENTH_PLAN = 1986;
/** Last year of the 15th plan, the last that is known. */
const LAST_PLANNED = 2030;

/** The reading of a date or a period; `undefined` for any other figure, lengths of time included. */
export function timeReading(figure: Figure, texts: Texts): FigureReading | undefined {
  const { type, value } = figure;
  if (type !== 'date' && type !== 'period' && type !== 'daterange') return undefined;
  if (typeof value !== 'string') return { headline: figure.text, unit: '', rows: [] };
  const { row, say, locale } = texts;
  const text = timeText(figure, value, texts);
  const headline = locale === 'en' ? englishHead(value, text) : figure.text;
  const rows: ReadingRow[] = text === headline ? [] : [row('time', text)];
  const day = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(value);
  if (day) {
    const weekday = weekdayOf(Number(day[1]), Number(day[2]), Number(day[3]));
    rows.push(row('weekday', say(`weekday.${weekday}`)));
  }
  const plan = planRow(value, texts);
  if (plan) rows.push(plan);
  if (!/\d{4}/u.test(value)) rows.push(row('note', say('time.relative')));
  return { headline, unit: '', rows };
}

/** Years as in 2021–2025, anything else in words. */
function englishHead(value: string, text: string): string {
  const years = /^(\d{4})(?:\/(\d{4}))?$/u.exec(value);
  if (!years) return text;
  return years[2] === undefined ? (years[1] ?? '') : `${years[1]}–${years[2]}`;
}

function timeText(figure: Figure, value: string, texts: Texts): string {
  const { say } = texts;
  const { text } = figure;
  const plan = /^十[一二三四五六]五$/u.test(text) ? /^(\d{4})\/(\d{4})$/u.exec(value) : null;
  if (plan?.[1] && plan[2]) {
    const number = (Number(plan[1]) - SEVENTH_PLAN) / 5 + 7;
    return say('time.plan', { number: planName(number, texts), from: plan[1], to: plan[2] });
  }
  const part = /^(?:(\d{4})-)?(H[12]|Q[1-4](?:\/Q[23])?)$/u.exec(value);
  if (part?.[2]) return ofYear(part[1], say(`time.part.${part[2]}`), texts);
  const months = MONTH.test(text) ? /^(?:(\d{4})-)?(\d\d)\/(\d\d)$/u.exec(value) : null;
  if (months?.[2] && months[3]) {
    const words = say('time.dates', { from: monthName(months[2], texts), to: monthName(months[3], texts) });
    return ofYear(months[1], words, texts);
  }
  const [from = '', to] = value.split('/');
  const first = writeDay(from, text, texts);
  if (to === undefined) return /^\d{4}$/u.test(from) ? say('time.year', { year: from }) : first;
  const dates = { from: first, to: writeDay(to, text, texts) };
  if (!/^\d{4}$/u.test(from) || !/^\d{4}$/u.test(to)) return say('time.dates', dates);
  return say('time.span', { ...dates, years: String(Number(to) - Number(from) + 1) });
}

function ofYear(year: string | undefined, part: string, { say }: Texts): string {
  return year === undefined ? part : say('time.ofYear', { year, part });
}

/** An ISO date or a part of one in words: 2025-09-12, 2025-09, 09-12; a lone 08 is a month where the text says 月. */
function writeDay(iso: string, written: string, { locale }: Texts): string {
  const match = /^(?:(\d{4})(?:-|$))?(?:(\d\d)(?:-|$))?(\d\d)?$/u.exec(iso);
  if (!match) return iso;
  const [, year, first, second] = match;
  const lone = !year && first && !second && !MONTH.test(written);
  const month = lone ? undefined : first;
  const day = lone ? first : second;
  if (locale === 'en') {
    const words = [day && String(Number(day)), month && MONTHS[Number(month) - 1], year];
    return words.filter((word) => word !== undefined && word !== '').join(' ');
  }
  return `${year ? `${year}年` : ''}${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}

function monthName(month: string, { locale }: Texts): string {
  return locale === 'en' ? (MONTHS[Number(month) - 1] ?? month) : `${Number(month)}月`;
}

/** 0 for Sunday. Sakamoto's rule for the Gregorian calendar. */
function weekdayOf(year: number, month: number, day: number): number {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  const days = y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return (days + (shifts[month - 1] ?? 0) + day) % 7;
}

/** 2024 is the fourth year of the 14th Five-Year Plan. */
function planRow(value: string, texts: Texts): ReadingRow | undefined {
  const year = Number(/^\d{4}$/u.exec(value)?.[0] ?? 0);
  if (year < SEVENTH_PLAN || year > LAST_PLANNED) return undefined;
  const number = Math.floor((year - SEVENTH_PLAN) / 5) + 7;
  const from = SEVENTH_PLAN + 5 * (number - 7);
  const values = { number: planName(number, texts), from: String(from), to: String(from + 4) };
  return texts.row('plan', texts.say('time.inPlan', { ...values, place: String(year - from + 1) }));
}

function planName(number: number, { locale }: Texts): string {
  return locale === 'en' ? `${number}th` : spell(decimal(number), locale);
}
