import { decimalText } from './decimal.ts';
import { type Found, found } from './found.ts';
import { readNumeral } from './numeral.ts';
import { CLASS, classAt, DIGIT, HAN_DIGIT, SMALL_UNIT } from './source.ts';

/** What a date reader says: a figure, `quiet` up to an offset (a clock time), or nothing. */
export type DateReading = Found | { readonly quiet: number } | undefined;

interface Point {
  readonly end: number;
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
}

const SEPARATOR = /^(?: ?(?:——|[-—~]) ?|至|到)/u;
const NOT_DAY = /^[本元均常前益报内圆]/u;
const QUARTERS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  1: '1',
  2: '2',
  3: '3',
  4: '4',
};

function smallNumber(
  text: string,
  at: number,
): { readonly value: number; readonly end: number; readonly digits: boolean } | undefined {
  const numeral = readNumeral(text, at);
  if (!numeral || numeral.high || numeral.approx || numeral.value.exponent < 0 || numeral.end - at > 6)
    return undefined;
  const value = Number(decimalText(numeral.value));
  return { value, end: numeral.end, digits: numeral.digits || (numeral.arabic && numeral.scale === 0) };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function readPoint(text: string, at: number): Point | undefined {
  const first = smallNumber(text, at);
  if (!first) return undefined;
  const mark = text.charAt(first.end);
  const length = first.end - at;
  if (
    mark === '年' &&
    first.digits &&
    (length === 4 || length === 2) &&
    !/^[级轻]/u.test(text.slice(first.end + 1, first.end + 2))
  ) {
    if (length === 4 && (first.value < 1000 || first.value > 2999)) return undefined;
    const after = readMonth(text, first.end + 1);
    if (length === 2 && !after) return undefined;
    const year = length === 4 ? String(first.value) : `${first.value > 50 ? 19 : 20}${two(first.value)}`;
    if (after) return { ...after, year };
    const end = first.end + 1 + (text.startsWith('度', first.end + 1) ? 1 : 0);
    return { end, year };
  }
  return readMonth(text, at) ?? readDay(text, at);
}

function readMonth(text: string, at: number): Point | undefined {
  const month = smallNumber(text, at);
  if (!month || text.charAt(month.end) !== '月' || month.value < 1 || month.value > 12) return undefined;
  if (/^[球亮色饼光]/u.test(text.slice(month.end + 1, month.end + 2))) return undefined;
  const day = readDay(text, month.end + 1) ?? readDay(text, month.end + 1, '号');
  const part = { month: two(month.value) };
  if (day) return { ...part, ...day };
  return { ...part, end: month.end + (text.startsWith('份', month.end + 1) ? 2 : 1) };
}

function readDay(text: string, at: number, mark = '日'): Point | undefined {
  const day = smallNumber(text, at);
  if (!day || text.charAt(day.end) !== mark || day.value < 1 || day.value > 31) return undefined;
  if (
    day.end - at === 1 &&
    !((CLASS[text.charCodeAt(at)] ?? 0) & DIGIT) &&
    text.charAt(at) === '一' &&
    at > 0
  ) {
    if (!/月/u.test(text.charAt(at - 1))) return undefined;
  }
  if (mark === '日' && NOT_DAY.test(text.slice(day.end + 1, day.end + 2))) return undefined;
  return { end: day.end + 1, day: two(day.value) };
}

function iso(point: Point): string {
  return [point.year, point.month, point.day].filter((part) => part !== undefined).join('-');
}

/** A point in time or a range of them at `at`; 2021—2025年, 10月20日至23日, 1—8月. */
export function readDate(text: string, at: number): DateReading {
  return (
    readClock(text, at) ??
    readNumericDate(text, at) ??
    readPlain(text, at) ??
    readAge(text, at) ??
    readPlan(text, at)
  );
}

function readPlain(text: string, at: number): Found | undefined {
  const from = readPoint(text, at) ?? readOpenStart(text, at);
  if (!from) return readPartOfYear(text, at, at);
  const part = from.year && !from.month ? readPartOfYear(text, at, from.end, from.year) : undefined;
  if (part) return part;
  const separator = SEPARATOR.exec(text.slice(from.end, from.end + 4))?.[0] ?? between(text, from.end);
  if (separator) {
    const to = readPoint(text, from.end + separator.length);
    if (to && !(separator === '和' && !text.startsWith('之间', to.end))) {
      const start = iso(from);
      const end =
        from.year && !to.year && to.month
          ? `${from.year}-${iso(to)}`
          : from.month && from.day && !to.month
            ? `${from.month}-${to.day}`
            : iso(to);
      const unitOf = (point: Point) => (point.year ? 'y' : point.month ? 'm' : 'd');
      if (unitOf(from) !== 'd' || unitOf(to) !== 'm')
        return found(
          'period',
          at,
          to.end,
          `${start}/${end}`,
          null,
          from.year && !to.month && from.end < text.length && classAt(text, from.end - 1) !== 0
            ? to.end - 1
            : to.end,
        );
    }
  }
  if (from.end === at) return undefined;
  const bare = !from.month && !from.day && from.year;
  if (
    bare &&
    separator === undefined &&
    text.charAt(from.end - 1) !== '年' &&
    text.charAt(from.end - 1) !== '度'
  )
    return undefined;
  const lone =
    from.year &&
    !from.month &&
    text.charAt(from.end) === '前' &&
    !/^[后三列期所半]/u.test(text.slice(from.end + 1, from.end + 2));
  const numEnd =
    from.year && !from.month ? (text.charAt(from.end - 1) === '度' ? from.end - 2 : from.end - 1) : from.end;
  return found('date', at, lone ? from.end + 1 : from.end, iso(from), null, numEnd);
}

function between(text: string, at: number): string | undefined {
  return text.charAt(at) === '和' ? '和' : undefined;
}

/** 2021—2025年 and 1—8月: the first part has no mark of its own. */
function readOpenStart(text: string, at: number): Point | undefined {
  const first = smallNumber(text, at);
  if (!first) return undefined;
  const separator = SEPARATOR.exec(text.slice(first.end, first.end + 4))?.[0];
  if (!separator) return undefined;
  if (first.end - at === 4 && first.digits) return openPoint(text, first, separator.length, '年', 1000, 2999);
  return (
    openPoint(text, first, separator.length, '月', 1, 12) ??
    openPoint(text, first, separator.length, '日', 1, 31)
  );
}

function openPoint(
  text: string,
  first: { readonly value: number; readonly end: number },
  gap: number,
  mark: string,
  low: number,
  high: number,
): Point | undefined {
  const to = smallNumber(text, first.end + gap);
  if (
    !to ||
    text.charAt(to.end) !== mark ||
    first.value < low ||
    first.value > high ||
    to.value < low ||
    to.value > high
  )
    return undefined;
  if (to.value <= first.value && mark === '年') return undefined;
  if (mark === '年') return { end: first.end, year: String(first.value) };
  return mark === '月'
    ? { end: first.end, month: two(first.value) }
    : { end: first.end, day: two(first.value) };
}

const RELATIVE = /^(?:今年|去年|明年|前年|本年|当年|次年|同年|下一年|上一年)/u;

/** 今年上半年, 前三季度, 第二季度, 前8个月, 去年8月. */
function readPartOfYear(text: string, start: number, at: number, year = ''): Found | undefined {
  let place = at;
  let relative = false;
  if (at === start) {
    const word = RELATIVE.exec(text.slice(at, at + 3))?.[0];
    if (word) {
      place += word.length;
      relative = true;
      const month = readMonth(text, place);
      if (month) {
        const rest = readPlain(text, place);
        if (rest) return found(rest.type, start, rest.end, rest.value);
        return found('date', start, month.end, iso(month));
      }
      const open = readOpenStart(text, place);
      if (open) {
        const rest = readPlain(text, place);
        if (rest) return found(rest.type, start, rest.end, rest.value);
      }
    }
  }
  const value = (part: string) => (year ? `${year}-${part}` : part);
  const rest = text.slice(place, place + 8);
  const half = /^[上下]半年/u.exec(rest)?.[0];
  if (half) return found('period', start, place + 3, value(half.startsWith('上') ? 'H1' : 'H2'));
  const quarter = /^第?([一二三四1-4])季度/u.exec(rest) ?? /^第([一二三四1-4])季/u.exec(rest);
  if (quarter && !/^前$/u.test(text.charAt(place - 1))) {
    return found('period', start, place + quarter[0].length, value(`Q${QUARTERS[quarter[1] ?? ''] ?? ''}`));
  }
  const first = /^前([二三两23])个?季度/u.exec(rest);
  if (first)
    return found(
      'period',
      start,
      place + first[0].length,
      value(first[1] === '三' || first[1] === '3' ? 'Q1/Q3' : 'Q1/Q2'),
    );
  const months = /^前(1[01]|[2-9]|十一|[二两三四五六七八九十])个?月/u.exec(rest);
  if (months) {
    const count = smallNumber(text, place + 1)?.value ?? 0;
    return found('period', start, place + months[0].length, value(`01/${two(count)}`));
  }
  return relative || at !== start ? undefined : undefined;
}

/** 20世纪90年代, 上世纪90年代, 本世纪中叶, 21世纪. */
function readAge(text: string, at: number): Found | undefined {
  const age =
    /^(?:([上本])个?世纪|(\d\d|[十二一]{1,3})世纪)(?:([1-9]0|[二三四五六七八九]十)年代|(初叶?|中叶|中期|末|下半叶|上半叶))?(?:[初中末]期)?/u.exec(
      text.slice(at, at + 14),
    );
  const own = age ?? /^()()([1-9]0|[二三四五六七八九]十)年代/u.exec(text.slice(at, at + 6));
  if (!own || (age?.[1] && !age[3] && !age[4])) return undefined;
  const century =
    own[1] === '上' ? 20 : own[1] === '本' ? 21 : own[2] ? (smallNumber(text, at)?.value ?? 20) : 20;
  const decade = own[3]
    ? /^\d/u.test(own[3])
      ? Number(own[3])
      : (smallNumber(text, at + own[0].indexOf(own[3]))?.value ?? 0)
    : undefined;
  const base = (century - 1) * 100;
  const value = decade !== undefined ? `${base + decade}/${base + decade + 9}` : `${base + 1}/${base + 100}`;
  return found('period', at, at + own[0].length, value);
}

/** “十四五” is a five-year plan: 2021 to 2025. */
function readPlan(text: string, at: number): Found | undefined {
  const plan = /^十([一二三四五六])五(?![十百千万分成个岁年])/u.exec(text.slice(at, at + 4));
  if (!plan) return undefined;
  const start = 2001 + 5 * '一二三四五六'.indexOf(plan[1] ?? '');
  return found('period', at, at + 3, `${start + 5}/${start + 9}`);
}

/** Clock times are no figures to explain: 9时30分, 五点三十五分, 5:35. */
function readClock(text: string, at: number): { readonly quiet: number } | undefined {
  const bits = CLASS[text.charCodeAt(at)] ?? 0;
  if ((bits & (DIGIT | HAN_DIGIT | SMALL_UNIT)) === 0) return undefined;
  const clock =
    /^(?:\d{1,2}:\d\d(?::\d\d)?|(?:\d{1,2}|[一二三四五六七八九十两]{1,3})[时点](?:\d{1,2}|[零一二三四五六七八九十]{1,3})分(?![之点])(?:(?:\d{1,2}|[零一二三四五六七八九十]{1,3})秒)?|\d{1,2}时(?![间代速期空常尚而])|(?:十?[一二三四五六七八九]|[十两])点(?:半|钟|整|前|之前|左右)|(?:1?\d|2[0-4])点(?![\d一二三四五六七八九十]))/u.exec(
      text.slice(at, at + 12),
    );
  return clock ? { quiet: at + clock[0].length } : undefined;
}

/** 2008-08-08, 2002.01.28, 2019/2/10, 2008/08. */
function readNumericDate(text: string, at: number): Found | undefined {
  if (!((CLASS[text.charCodeAt(at)] ?? 0) & DIGIT)) return undefined;
  const padded = readPaddedDate(text, at);
  if (padded) return padded;
  const date = /^([12]\d{3})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?![\d年月%])/u.exec(text.slice(at, at + 12));
  if (!date) return undefined;
  const month = Number(date[3]);
  const day = date[4] ? Number(date[4]) : undefined;
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  if (day === undefined && (date[2] === '.' || date[3]?.length !== 2)) return undefined;
  const value = iso({ end: 0, year: date[1] ?? '', month: two(month), ...(day ? { day: two(day) } : {}) });
  return found('date', at, at + date[0].length, value);
}

/** 08/16, 08-08-2008, 85/02/27, 08.2008: a leading zero or two strokes make a date of it. */
function readPaddedDate(text: string, at: number): Found | undefined {
  const head = text.slice(at, at + 11);
  const day = /^(0[1-9]|1[0-2])([-/.])([0-3]\d)(?:\2((?:19|20)\d\d))?(?![\d%./-])/u.exec(head);
  if (day && (day[4] || head.startsWith('0'))) {
    if (Number(day[3]) < 1 || Number(day[3]) > 31) return undefined;
    return found('date', at, at + day[0].length, `${day[4] ? `${day[4]}-` : ''}${day[1]}-${day[3]}`);
  }
  const month = /^(0[1-9])\.((?:19|20)\d\d)(?![\d%.])/u.exec(head);
  if (month) return found('date', at, at + month[0].length, `${month[2]}-${month[1]}`);
  const year = /^([4-9]\d|[0-3]\d)\/(0[1-9]|1[0-2])\/([0-3]\d)(?!\d)/u.exec(head);
  if (!year) return undefined;
  return found(
    'date',
    at,
    at + year[0].length,
    `${Number(year[1]) > 50 ? 19 : 20}${year[1]}-${year[2]}-${year[3]}`,
  );
}
