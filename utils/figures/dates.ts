import { type Found, found } from './found.ts';
import { readAge, readPlan, readQuarter, readRelative } from './periods.ts';
import { smallNumber } from './small-number.ts';
import { among, CLASS, DIGIT, HAN_DIGIT, isAt, SMALL_UNIT } from './source.ts';
import { readClock, readWrittenDate } from './written-dates.ts';

/** What a date reader says: a figure, `quiet` up to an offset (a clock time), or nothing. */
type DateReading = Found | { readonly quiet: number } | undefined;

/** A point in time as far as it is written. */
interface Point {
  readonly end: number;
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
}

/** 3日均, 2日元, 五日本: the character is no day. 报 is one of 日报 but not of 2日报道. */
const NOT_DAY = '本元均常益内圆';
const NUMERAL = DIGIT | HAN_DIGIT | SMALL_UNIT;

/** A point in time or a range of them at `at`; 2021—2025年, 10月20日至23日, 1—8月, 前三季度, “十四五”. */
export function readDate(text: string, at: number): DateReading {
  const bits = CLASS[text.charCodeAt(at)] ?? 0;
  if ((bits & NUMERAL) === 0) return readAge(text, at) ?? readRelative(text, at, readPlain);
  const number = smallNumber(text, at);
  if (!number) return readPlan(text, at);
  const { end } = number;
  if (among(text, end, ':时点')) return readClock(text, at);
  if (isAt(text, end, '世')) return readAge(text, at);
  if (isAt(text, end, '季')) return readQuarter(text, at, at);
  if (yearMark(text, end) > 0)
    return (isAt(text, end + 1, '代') ? readAge(text, at) : undefined) ?? readPlain(text, at);
  if (bits & DIGIT && among(text, end, '-/.')) {
    const written = readWrittenDate(text, at);
    if (written) return written;
  }
  return among(text, end, '月日号 —~-至到') ? readPlain(text, at) : readPlan(text, at);
}

/** A date, a year, a month or a range of them, without a word such as 今年 in front. */
function readPlain(text: string, at: number): Found | undefined {
  const from = readPoint(text, at) ?? readOpenStart(text, at);
  if (!from) return undefined;
  if (from.year && !from.month) {
    const part = readQuarter(text, at, from.end, from.year);
    if (part) return part;
  }
  return readRange(text, at, from) ?? readSingle(text, at, from);
}

function readRange(text: string, at: number, from: Point): Found | undefined {
  const gap = separatorAt(text, from.end);
  const joined = gap > 0 || isAt(text, from.end, '和');
  if (!joined) return undefined;
  const to = readPoint(text, from.end + (gap || 1));
  if (!to || (gap === 0 && !text.startsWith('之间', to.end))) return undefined;
  if (precision(from) === 'd' && precision(to) === 'm') return undefined;
  const start = iso(from);
  const end =
    from.year && !to.year && to.month
      ? `${from.year}-${iso(to)}`
      : from.month && from.day && !to.month && !to.year
        ? `${from.year ? `${from.year}-` : ''}${from.month}-${to.day}`
        : iso(to);
  const years = from.year && to.year && !from.month && !to.month;
  return found('period', at, to.end, `${start}/${end}`, null, years ? numberEnd(text, to.end) : to.end);
}

function precision(point: Point): 'y' | 'm' | 'd' {
  return point.year ? 'y' : point.month ? 'm' : 'd';
}

function readSingle(text: string, at: number, from: Point): Found | undefined {
  const last = text.charAt(from.end - 1);
  const year = from.year !== undefined && !from.month;
  if (year && last !== '年' && last !== '度') return undefined;
  if (!from.year && !from.day && from.month && last !== '月' && last !== '份') return undefined;
  if (!from.year && !from.month && last !== '日' && last !== '号') return undefined;
  const numEnd = year ? numberEnd(text, from.end) : from.end;
  const before =
    year &&
    isAt(text, from.end, '前') &&
    !among(text, from.end + 1, '后三列期所半十一二四五六七八九1234567890');
  return found('date', at, before ? from.end + 1 : from.end, iso(from), null, numEnd);
}

function readPoint(text: string, at: number): Point | undefined {
  const first = smallNumber(text, at);
  if (!first) return undefined;
  const mark = text.charAt(first.end);
  if (mark === '月') return readMonth(text, at);
  if (mark === '日') return readDay(text, at);
  if (mark === '号') return readDay(text, at, '号');
  const length = first.end - at;
  const marked = yearMark(text, first.end);
  if (marked === 0 || !first.digits || (length !== 4 && length !== 2)) return undefined;
  if (among(text, first.end + 1, '级轻')) return undefined;
  if (length === 4 && (first.value < 1000 || first.value > 2999)) return undefined;
  const after = marked === 1 ? readMonth(text, first.end + 1) : undefined;
  if (length === 2 && !after) return undefined;
  const year = length === 4 ? String(first.value) : `${first.value > 50 ? 19 : 20}${two(first.value)}`;
  if (after) return { ...after, year };
  return { end: first.end + (text.startsWith('度', first.end + 1) ? 2 : marked), year };
}

/** Where the digits of a year end whose mark, 年, 年度, 学年 or 财年, ends at `end`. */
function numberEnd(text: string, end: number): number {
  return isAt(text, end - 1, '度') || among(text, end - 2, '学财') ? end - 2 : end - 1;
}

/** Length of what makes a number a year: 2025年, the school year 2025学年, the business year 2025财年; 0 without it. */
function yearMark(text: string, at: number): number {
  if (isAt(text, at, '年')) return 1;
  return among(text, at, '学财') && isAt(text, at + 1, '年') ? 2 : 0;
}

/** A month with its day. */
function readMonth(text: string, at: number): Point | undefined {
  const month = smallNumber(text, at);
  if (!month || !isAt(text, month.end, '月') || month.value < 1 || month.value > 12) return undefined;
  if (among(text, month.end + 1, '球亮色饼光')) return undefined;
  const day = readDay(text, month.end + 1, '日', true) ?? readDay(text, month.end + 1, '号', true);
  if (day) return { month: two(month.value), ...day };
  return { month: two(month.value), end: month.end + (text.startsWith('份', month.end + 1) ? 2 : 1) };
}

function readDay(text: string, at: number, mark = '日', ofMonth = false): Point | undefined {
  const day = smallNumber(text, at);
  if (!day || text.charAt(day.end) !== mark || day.value < 1 || day.value > 31) return undefined;
  const next = text.charAt(day.end + 1) || ' ';
  if (!ofMonth) {
    if (isAt(text, at, '一') && day.end === at + 1 && at > 0) return undefined;
    if (mark === '号' && !isDayNumber(text, at, day.end)) return undefined;
    if (next === '前' && !((CLASS[text.charCodeAt(at)] ?? 0) & DIGIT)) return undefined;
  }
  if (mark === '日' && (NOT_DAY.includes(next) || (next === '报' && !among(text, day.end + 2, '道告称'))))
    return undefined;
  return { end: day.end + 1, day: two(day.value) };
}

/** 30号 is a day only where no name can stand: alone, or between a border and a word of time. */
function isDayNumber(text: string, at: number, end: number): boolean {
  const before = at === 0 || among(text, at - 1, '，。、；于至到在从（(\n');
  const next = text.charAt(end + 1);
  return before && (next === '' || '，。；上下晚早凌至到—-~'.includes(next));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function iso(point: Omit<Point, 'end'>): string {
  return [point.year, point.month, point.day].filter((part) => part !== undefined).join('-');
}

/** Length of the sign or word that joins two dates at `at`, 0 without one. */
function separatorAt(text: string, at: number): number {
  const code = text.charAt(at);
  if (code === '至' || code === '到') return 1;
  let place = code === ' ' ? at + 1 : at;
  const sign = text.charAt(place);
  if (sign !== '—' && sign !== '-' && sign !== '~') return 0;
  place++;
  if (sign === '—' && isAt(text, place, '—')) place++;
  if (isAt(text, place, ' ')) place++;
  return place - at;
}

/** 2021—2025年 and 1—8月: the first part has no mark of its own. */
function readOpenStart(text: string, at: number): Point | undefined {
  const first = smallNumber(text, at);
  const gap = first ? separatorAt(text, first.end) : 0;
  if (!first || gap === 0) return undefined;
  const to = smallNumber(text, first.end + gap);
  if (!to) return undefined;
  const mark = text.charAt(to.end);
  const { end, value } = first;
  if (yearMark(text, to.end) > 0) {
    const years = end - at === 4 && first.digits && value >= 1000 && to.value > value && to.value < 3000;
    return years ? { end, year: String(value) } : undefined;
  }
  const most = mark === '月' ? 12 : mark === '日' ? 31 : 0;
  if (value < 1 || value > most || to.value < 1 || to.value > most) return undefined;
  return mark === '月' ? { end, month: two(value) } : { end, day: two(value) };
}
