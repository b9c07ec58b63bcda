import type { Found } from './found.ts';
import { among, classAt, isAt, LATIN, NUMERAL } from './source.ts';
import type { Approx } from './types.ts';

type Table = readonly (readonly [word: string, approx: Approx])[];

/** Before the numeral, longest first. */
const BEFORE: Table = (
  [
    'over 超过了 突破了 超出 超过 大于 多于 高于 超 逾 突破 远超 破 冲破',
    'about 大约为 大概有 大约 大概 约为 约合 约有 约 差不多 上下',
    'nearly 接近 将近 几乎 近',
    'under 不足 不到 小于 低于 少于 不满 未满',
    'min 大于或者等于 大于或等于 大于等于 不低于 不少于 不小于 至少有 至少是 至少为 至少 不短于 最低 最少',
    'max 小于或者等于 小于或等于 小于等于 不超过 不高于 不大于 不多于 最多 最高 最高不超过 至多 不得超过',
    'reach 高达 多达',
  ] as const
)
  .flatMap((line) => {
    const [approx = 'about', ...words] = line.split(' ');
    return words.map((word) => [word, approx as Approx] as const);
  })
  .sort((a, b) => b[0].length - a[0].length);

/** Words that end like an approximator: 节约, 最近, 赶超, 条约. */
const NOT_AFTER: Readonly<Record<string, string>> = {
  约: '节条集制签契预违纽公合履特邀毁失和盟誓相简俭隐',
  近: '最附邻临靠远新亲晚',
  超: '赶高反',
  破: '打爆攻侦识查残刺告撞划道说看点',
};

const AFTER: Table = (
  [
    'min 或者以上 或以上 及以上 以上',
    'max 及以下 或以下 以下 以内 之内',
    'about 左右 上下 前后 许',
    'more 开外 有余',
    'reach 之多',
  ] as const
).flatMap((line) => {
  const [approx = 'about', ...words] = line.split(' ');
  return words.map((word) => [word, approx as Approx] as const);
});

const BY_LAST = new Map<number, (readonly [string, Approx])[]>();
for (const entry of BEFORE) {
  const last = entry[0].charCodeAt(entry[0].length - 1);
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), entry]);
}

/** Widens the full span over the words that qualify the figure, not before `from`, and notes what they say. */
export function widen(text: string, figure: Found, from: number): void {
  widenBefore(text, figure, from);
  if (
    figure.type === 'fraction' &&
    among(text, figure.end, '强弱') &&
    !among(text, figure.end + 1, '化调度势')
  ) {
    figure.approx = isAt(text, figure.end, '强') ? 'more' : 'under';
    figure.end += 1;
    return;
  }
  if (isPlus(text, figure)) {
    figure.approx ??= 'over';
    figure.end += 1;
    return;
  }
  if (!among(text, figure.end, '或及以之左上前许开有多余')) return;
  for (const [word, approx] of AFTER) {
    if (!text.startsWith(word, figure.end)) continue;
    if (!qualifiesBehind(text, figure, word)) return;
    figure.approx ??= approx;
    figure.end += word.length;
    return;
  }
  widenMore(text, figure);
}

/** 10万+; not the first half of 10万+5万. */
function isPlus(text: string, { type, end, coreEnd, numEnd }: Found): boolean {
  if (!isAt(text, end, '+') || type !== 'count' || coreEnd !== numEnd || end !== coreEnd) return false;
  return (classAt(text, end + 1) & (NUMERAL | LATIN)) === 0;
}

function widenBefore(text: string, figure: Found, from: number): void {
  const blank = figure.start > from && isAt(text, figure.start - 1, ' ') ? 1 : 0;
  const end = figure.start - blank;
  const entry = BY_LAST.get(text.charCodeAt(end - 1))?.find(([word]) => standsBefore(text, word, end, from));
  if (entry) {
    const [word, approx] = entry;
    if (word === '近' && isRecent(text, figure, end - 1)) return;
    // 最高30℃ is an extreme that was measured, 最高2000元 a bound.
    if ((word === '最高' || word === '最低') && figure.type === 'measure') return;
    figure.approx = approx;
    figure.start = end - word.length;
    if (approx === 'max' && figure.start - 2 >= from && text.startsWith('最高', figure.start - 2))
      figure.start -= 2;
  } else if (end > from && hasPassed(text, end)) {
    figure.approx = 'over';
    figure.start = end - 1;
  }
}

/** 近五年来, 近10年间 are the last years, not almost so many. */
function isRecent(text: string, { type, end, unit }: Found, at: number): boolean {
  if (type !== 'duration' || unit === null || !among(unit, 0, '年个天周')) return false;
  return among(text, end, '来间内里的年，') || at === 0 || among(text, at - 1, '，。；：、“”（(\n');
}

function qualifiesBehind(text: string, { type, end }: Found, word: string): boolean {
  switch (word) {
    case '前后':
      return type === 'date';
    case '许':
      return end + 1 === text.length || among(text, end + 1, '，。、；,;的');
    case '以上':
      return !among(text, end + 2, '级海');
    case '上下':
      return !among(text, end + 2, '一班同');
    default:
      return true;
  }
}

/** 三十吨多, 10元余: 多 behind the unit. */
function widenMore(text: string, figure: Found): void {
  const { end, type } = figure;
  if (!among(text, end, '多余') || figure.coreEnd === figure.numEnd) return;
  if (end + 1 < text.length && !among(text, end + 1, '，。、；,;的人前来')) return;
  if (type === 'count' || type === 'rank' || type === 'ordinal') return;
  figure.approx ??= 'more';
  figure.end += 1;
}

function standsBefore(text: string, word: string, end: number, from: number): boolean {
  const start = end - word.length;
  if (start < from || !text.startsWith(word, start)) return false;
  const not = NOT_AFTER[word];
  return !(not && start > 0 && among(text, start - 1, not));
}

/** 占比过20, 已过百: 过 for 超过. */
function hasPassed(text: string, at: number): boolean {
  return isAt(text, at - 1, '过') && among(text, at - 2, '比率已');
}

/** Whether a word that makes a figure of a bare numeral stands before it: 超过80, 约3. */
export function isCued(text: string, at: number): boolean {
  const entries = BY_LAST.get(text.charCodeAt(at - 1));
  if (entries?.some(([word]) => standsBefore(text, word, at, 0))) return true;
  return hasPassed(text, at);
}
