import { type Found, found } from './found.ts';
import { smallNumber } from './small-number.ts';
import { among, isAt } from './source.ts';

const QUARTERS = '一二三四';
/** Words that name a year from the date of the article. */
const RELATIVE = ['今年', '去年', '明年', '前年', '本年'] as const;

/** 上半年, 一季度, 第二季度, 前三季度, 前8个月; `year` is of the figure that ends at `at`. */
export function readQuarter(text: string, start: number, at: number, year = ''): Found | undefined {
  const value = (part: string) => (year ? `${year}-${part}` : part);
  const period = (length: number, part: string) => found('period', start, at + length, value(part));
  const lead = text.charAt(at);
  if (lead === '上' || lead === '下')
    return text.startsWith('半年', at + 1) ? period(3, lead === '上' ? 'H1' : 'H2') : undefined;
  if (lead === '前') return readFirstMonths(text, at, period);
  const ordinal = lead === '第' ? 1 : 0;
  const quarter = quarterAt(text, at + ordinal);
  if (quarter === 0 || !isAt(text, at + ordinal + 1, '季')) return undefined;
  const full = isAt(text, at + ordinal + 2, '度');
  if (full) return period(ordinal + 3, `Q${quarter}`);
  const isQuarter = ordinal === 1 && (year || start < at || OF_BUSINESS.test(text.slice(at + 3, at + 6)));
  return isQuarter ? period(3, `Q${quarter}`) : undefined;
}

/** Behind 第三季 it is a quarter of a year; else the third season of a programme. */
const OF_BUSINESS = /^(?:GDP|[经营财增同环实净毛收业外出])/u;

function quarterAt(text: string, at: number): number {
  const character = text.charAt(at);
  const value = QUARTERS.indexOf(character || ' ') + 1 || Number(character);
  return value >= 1 && value <= 4 ? value : 0;
}

/** 前三季度, 前8个月. */
function readFirstMonths(
  text: string,
  at: number,
  period: (length: number, part: string) => Found,
): Found | undefined {
  const number = smallNumber(text, at + 1);
  if (!number || number.value < 2) return undefined;
  const rest = text.slice(number.end, number.end + 3);
  const quarters = /^个?季度/u.exec(rest)?.[0];
  if (quarters)
    return number.value < 4 ? period(number.end + quarters.length - at, `Q1/Q${number.value}`) : undefined;
  const months = /^个?月/u.exec(rest)?.[0];
  if (!months || number.value > 11) return undefined;
  return period(number.end + months.length - at, `01/${String(number.value).padStart(2, '0')}`);
}

/** 今年上半年, 去年8月, 今年1至10月; and 上半年 or 前三季度 alone. `readPlain` reads the date behind the word. */
export function readRelative(
  text: string,
  at: number,
  readPlain: (text: string, at: number) => Found | undefined,
): Found | undefined {
  if (isAt(text, at + 1, '年')) {
    const word = RELATIVE.find((known) => text.startsWith(known, at));
    if (!word) return undefined;
    const quarter = readQuarter(text, at, at + 2);
    if (quarter) return quarter;
    const rest = readPlain(text, at + 2);
    const dated = rest && typeof rest.value === 'string' && !/^\d{4}/u.test(rest.value);
    return dated && text.slice(at + 2, rest.end).includes('月')
      ? found(rest.type, at, rest.end, rest.value)
      : undefined;
  }
  return readQuarter(text, at, at);
}

/** 20世纪90年代, 上世纪90年代, 本世纪中叶, 21世纪; 90年代 alone is of the twentieth. */
export function readAge(text: string, at: number): Found | undefined {
  const lead = text.charAt(at);
  let place = at;
  let century = 20;
  let named = false;
  if (lead === '上' || lead === '本') {
    place = isAt(text, at + 1, '个') ? at + 2 : at + 1;
    century = lead === '上' ? 20 : 21;
    named = text.startsWith('世纪', place);
    if (!named) return undefined;
  } else {
    const number = smallNumber(text, at);
    if (number && text.startsWith('世纪', number.end)) {
      place = number.end;
      century = number.value;
      named = true;
    }
  }
  if (named) place += 2;
  const decade = smallNumber(text, place);
  const base = (century - 1) * 100;
  if (
    decade &&
    decade.value % 10 === 0 &&
    decade.value >= 10 &&
    decade.value < 100 &&
    text.startsWith('年代', decade.end)
  ) {
    const end = decade.end + 2;
    const part = /^[初中末][期]?(?=[，。、至到以的]|$)/u.exec(text.slice(end, end + 3))?.[0] ?? '';
    const first = base + decade.value;
    return found('period', at, end + part.length, `${first}/${first + 9}`);
  }
  if (!named) return undefined;
  const part =
    /^(?:初叶|初|中叶|中期|末|下半叶|上半叶|[前后]半叶)/u.exec(text.slice(place, place + 3))?.[0] ?? '';
  if (part === '' && (lead === '上' || lead === '本')) return undefined;
  return found('period', at, place + part.length, `${base + 1}/${base + 100}`);
}

/** “十四五” is a five-year plan: 2021 to 2025. */
export function readPlan(text: string, at: number): Found | undefined {
  if (!isAt(text, at, '十') || !isAt(text, at + 2, '五')) return undefined;
  const number = '一二三四五六'.indexOf(text.charAt(at + 1) || ' ');
  if (number < 0 || among(text, at + 3, '十百千万分成个岁年')) return undefined;
  const start = 2006 + 5 * number;
  return found('period', at, at + 3, `${start}/${start + 4}`);
}
