import { readComputing } from './computing.ts';
import { add, compare, type Decimal, decimal, divide, shift } from './decimal.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { become, makePart, type Part } from './part.ts';
import { among, classAt, isAt, LATIN } from './source.ts';
import { rateAt, type Unit, unitAt } from './units.ts';

const HALF = decimal(5, -1);
const TEN = decimal(10);

/** The numeral with the sign, the share word or the unit behind it; a number where the numeral is no figure at all. */
export function readUnit(
  text: string,
  start: number,
  numeral: Numeral,
  value: Decimal,
  high: Decimal | undefined,
): Part | number {
  const base = makePart(start, numeral.end, numeral.end, value, 'number', null, numeral);
  base.high = high;
  let place = numeral.end;
  if (isAt(text, place, ' ') && (classAt(text, place + 1) & LATIN || among(text, place + 1, '%‰'))) place++;
  switch (text.charAt(place)) {
    case '%':
      return become(base, place + 1, 'percent', '%');
    case '‰':
      return become(base, place + 1, 'permille', '‰');
    case '成':
      return readTenths(text, place, base);
    case '倍':
      if (!text.startsWith('倍速', place)) return readTimes(text, place, base);
      break;
    case '个':
    case '百':
    case '基': {
      const points = readPoints(text, place, base);
      if (points) return points;
    }
  }
  if (isAt(text, place, '个') && isAt(text, place + 1, '半')) {
    const long = readHalfMore(text, place, base);
    if (long) return long;
  }
  if (place === base.end) {
    const computing = readComputing(text, place, base);
    if (computing) return computing;
  }
  const unit = unitAt(text, place);
  return unit ? attachUnit(text, place, unit, base) : base;
}

/** 两个半小时 is 2.5 hours. */
function readHalfMore(text: string, at: number, base: Part): Part | undefined {
  const word = ['小时', '钟头', '月', '世纪'].find((known) => text.startsWith(known, at + 2));
  if (!word) return undefined;
  base.low = add(base.low, HALF);
  const norm = word === '钟头' ? '小时' : word === '月' ? '个月' : word;
  return become(base, at + 2 + word.length, 'duration', norm);
}

/** 百分点 and 基点, never %. */
function readPoints(text: string, at: number, base: Part): Part | undefined {
  const place = isAt(text, at, '个') ? at + 1 : at;
  if (text.startsWith('百分点', place)) return become(base, place + 3, 'pp', 'pp');
  return text.startsWith('基点', place) ? become(base, place + 2, 'pp', 'bp') : undefined;
}

/** Right before the number, or before the first of several: 分别增长9.5倍、1.6倍和1.7倍. */
const GROWN =
  /(?:增长|增加|提高|提升|扩大|上升|上涨|增|多)了?(?:超过|约|近|超|逾)?(?:[\d.零一二两三四五六七八九十百]{1,8}倍[、和及])*$/u;
/** Code units before a number in which the word for its growth is looked for. */
const GROWN_REACH = 32;
const TURNED = /翻了?(?:超过|约|近|超|逾)?$/u;

/** 增长2倍 is three times as much, 翻了一倍 twice; 增长到2倍 and 是2倍 are two. */
function readTimes(text: string, at: number, base: Part): Part | number {
  const next = text.charAt(at + 1);
  if (next === '率' || next === '数') return base.end;
  const times = become(base, at + 1, 'multiple', 'x');
  const before = text.slice(Math.max(0, base.start - GROWN_REACH), base.start);
  const one = decimal(1);
  if (!GROWN.test(before) && !(TURNED.test(before) && compare(base.low, one) === 0)) return times;
  times.low = add(times.low, one);
  if (times.high) times.high = add(times.high, one);
  return times;
}

const TENTH_NOT = '立果为本就员品功长熟分效型败绩都语交千';

/** 三成, 九成五, 三成半; not 三成员, 建成. */
function readTenths(text: string, at: number, base: Part): Part {
  if (among(text, at + 1, TENTH_NOT) || compare(base.low, TEN) > 0) return base;
  let low = shift(base.low, 1);
  let end = at + 1;
  const more = readNumeral(text, end);
  if (isAt(text, end, '半')) {
    low = add(low, decimal(5));
    end++;
  } else if (more && more.end === end + 1 && compare(more.value, TEN) < 0 && !unitAt(text, more.end)) {
    low = add(low, more.value);
    end = more.end;
  }
  if (end > at + 1) base.numEnd = end;
  base.low = low;
  if (base.high) base.high = shift(base.high, 1);
  return become(base, end, 'percent', '%');
}

const HALF_NOT = '导岛径年数球山';
const GLOSS = /^\([A-Za-z]{1,8} ?\)/u;

function attachUnit(text: string, at: number, unit: Unit, base: Part): Part {
  let end = at + unit.word.length;
  let norm = unit.norm;
  let low = base.low;
  let approx = base.approx;
  if (unit.kind === 'duration' && unit.word.includes('多')) approx = 'more';
  const rate = unit.kind === 'money' || unit.kind === 'measure' ? rateAt(text, end) : undefined;
  if (rate) {
    norm = `${norm}/${rate.norm}`;
    end = rate.end;
  } else if (isAt(text, end, '半') && unit.kind !== 'count' && !among(text, end + 1, HALF_NOT)) {
    low = add(low, shift(HALF, base.numeral.scale));
    end++;
  } else {
    const rest = readSubunit(text, end, norm, unit, base);
    if (rest) {
      end = rest.end;
      low = add(low, rest.value);
    }
  }
  if (unit.kind === 'measure' && isAt(text, end, '(')) {
    const gloss = GLOSS.exec(text.slice(end, end + 10))?.[0];
    if (gloss) end += gloss.length;
  }
  const listed = unit.word === '大' && /^[:：]/u.test(text.charAt(end + 2));
  base.low = low;
  base.weak = unit.weak;
  base.approx = approx;
  return become(base, end, listed ? 'enumeration' : unit.kind, norm);
}

/** The smaller unit of a unit: its words, and how many of it make one. */
const SUBUNITS: Readonly<Record<string, readonly [words: readonly string[], parts: number]>> = {
  CNY: [['角', '毛'], 10],
  USD: [['美分'], 100],
  斤: [['两'], 10],
  小时: [['分钟', '分'], 60],
  m: [[''], 10],
};

/** 二十五元三毛, 两美元又三美分, 3斤5两, 三米九, 4小时18分. */
function readSubunit(
  text: string,
  at: number,
  norm: string,
  unit: Unit,
  base: Part,
): { readonly end: number; readonly value: Decimal } | undefined {
  const rule = SUBUNITS[norm];
  if (!rule || base.numeral.scale >= 4) return undefined;
  const from = isAt(text, at, '又') ? at + 1 : at;
  if (classAt(text, from) === 0) return undefined;
  const numeral = readNumeral(text, from);
  if (!numeral || numeral.end - from > 2 || numeral.bare) return undefined;
  const arabic = base.numeral.arabic || numeral.arabic;
  if (norm === 'm' && (unit.word !== '米' || arabic || numeral.end - from !== 1 || unitAt(text, numeral.end)))
    return undefined;
  const [words, parts] = rule;
  const word = words.find((known) => text.startsWith(known, numeral.end));
  if (word === undefined) return undefined;
  return { end: numeral.end + word.length, value: divide(numeral.value, decimal(parts), 10) };
}
