import type { Found } from './found.ts';
import type { Approx } from './types.ts';

type Table = readonly (readonly [word: string, approx: Approx])[];

/** Before the numeral, longest first. */
const BEFORE: Table = (
  [
    'over 超过了 突破了 超出 超过 大于 多于 高于 超 逾 突破 远超',
    'about 大约为 大概有 大约 大概 约为 约合 约有 约占 约 差不多 上下',
    'nearly 接近 将近 几乎 近',
    'under 不足 不到 小于 低于 少于 不满 未满',
    'min 大于或者等于 大于或等于 大于等于 不低于 不少于 不小于 至少有 至少是 至少为 至少 不短于 最低 最少',
    'max 小于或者等于 小于或等于 小于等于 不超过 不高于 不大于 不多于 最多 最高不超过 至多 不得超过',
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
  逾: '',
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

const BY_LAST = new Map<string, (readonly [string, Approx])[]>();
for (const entry of BEFORE) {
  const last = entry[0].charAt(entry[0].length - 1);
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), entry]);
}

/** Widens the full span over the words that qualify the figure, not before `from`, and notes what they say. */
export function widen(text: string, figure: Found, from: number): void {
  let blank = figure.start > from && text.charAt(figure.start - 1) === ' ' ? 1 : 0;
  const entry = BY_LAST.get(text.charAt(figure.start - 1 - blank))?.find(([word]) =>
    standsBefore(text, word, figure.start - blank, from),
  );
  if (entry) {
    figure.approx = entry[1];
    figure.start -= entry[0].length + blank;
    blank = 0;
    if (text.startsWith('最高', figure.start - 2) && entry[1] === 'max' && figure.start - 2 >= from)
      figure.start -= 2;
  } else if (text.charAt(figure.start - 1) === '过' && /[比率已]/u.test(text.charAt(figure.start - 2))) {
    figure.approx = 'over';
    figure.start -= 1;
  }
  if (figure.type === 'fraction' && /^[强弱](?![化调度势])/u.test(text.slice(figure.end, figure.end + 2))) {
    figure.approx = text.charAt(figure.end) === '强' ? 'more' : 'under';
    figure.end += 1;
    return;
  }
  const character = text.charAt(figure.end);
  if (!character || !'或及以之左上前许开有多余'.includes(character)) return;
  for (const [word, approx] of AFTER) {
    if (!text.startsWith(word, figure.end)) continue;
    if (word === '前后' && figure.type !== 'date') return;
    if (word === '许' && !/^许(?:[，。、；,;的)]|$)/u.test(text.slice(figure.end, figure.end + 2))) return;
    if (word === '以上' && /^以上[级海]/u.test(text.slice(figure.end, figure.end + 3))) return;
    if (word === '上下' && /^上下[一班同]/u.test(text.slice(figure.end, figure.end + 3))) return;
    figure.approx ??= approx;
    figure.end += word.length;
    return;
  }
  if (
    (character === '多' || character === '余') &&
    figure.coreEnd > figure.numEnd &&
    /^[多余](?:[，。、；,;的人前来]|$)/u.test(text.slice(figure.end, figure.end + 2))
  ) {
    if (figure.type === 'count' || figure.type === 'rank' || figure.type === 'ordinal') return;
    figure.approx ??= 'more';
    figure.end += 1;
  }
}

function standsBefore(text: string, word: string, end: number, from: number): boolean {
  const start = end - word.length;
  if (start < from || !text.startsWith(word, start)) return false;
  const not = NOT_AFTER[word];
  return !(not && start > 0 && not.includes(text.charAt(start - 1)));
}

/** Whether a word that makes a figure of a bare numeral stands before it: 超过80, 约3. */
export function isCued(text: string, at: number): boolean {
  const last = text.charAt(at - 1);
  if (BY_LAST.get(last)?.some(([word]) => standsBefore(text, word, at, 0))) return true;
  return last === '过' && /[比率已]/u.test(text.charAt(at - 2));
}
