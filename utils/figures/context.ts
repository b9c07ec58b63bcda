import type { Found } from './found.ts';
import { CLASS, DIGIT } from './source.ts';
import type { Figure } from './types.ts';

type Context = Pick<Figure, 'comparison' | 'direction' | 'relation' | 'base' | 'noun' | 'role' | 'scope'>;
type Writable = { -readonly [Key in keyof Context]?: NonNullable<Context[Key]> };

/** Code units of the clause before a figure that are read. */
const REACH = 32;
const CLAUSE_END = /[，。；：、！？,;!?\n“”（）()]/u;
const COMPARISON =
  /同比|环比|[比较](?:上年同期|去年同期|上年|去年|上月|上季度|\d{4}年末?|[^，。；的]{1,8}年末?)|year on year|year-on-year/gu;
const UP = /增长|提高|上升|增加|扩大|提升|上涨|增至|升至|攀升|新增|加快|翻|多|升到|跃升|增收|高出/gu;
const DOWN = /下降|减少|降低|回落|收窄|压减|下跌|缩小|降至|降到|减至|减亏|下滑|放缓|低/gu;
const FLAT = /持平/gu;
const SCOPES = /(?:世界|全球|全国|全省|全市|亚洲)/gu;
const NOUN_END = /[，。；：、！？,;!?\n“”（）()的和及与全被在以是有将能可已达参受同中为均或等实签获]/u;

/** What the clause says about a figure: comparison, direction, share, role, scope, and what is counted. */
export function readContext(text: string, figure: Found, previousEnd: number): Context {
  const context: Writable = {};
  const { type } = figure;
  if (type === 'date' || type === 'period' || type === 'step' || type === 'document') return context;
  let left = figure.start;
  while (left > 0 && figure.start - left < REACH && !CLAUSE_END.test(text.charAt(left - 1))) left--;
  const clause = text.slice(left, figure.start);
  const near = text.slice(Math.max(left, previousEnd), figure.start);
  const comparison = last(COMPARISON, clause);
  if (comparison) context.comparison = comparison.word;
  const up = last(UP, near)?.at ?? -1;
  const down = last(DOWN, near)?.at ?? -1;
  if (up >= 0 || down >= 0) context.direction = up > down ? 'up' : 'down';
  else if (last(FLAT, near)) context.direction = 'flat';
  if (type === 'percent' || type === 'fraction' || type === 'permille') readShare(context, near, clause);
  const scope = figure.scope ?? last(SCOPES, clause.slice(-8))?.word;
  if (scope) context.scope = scope;
  const after = text.slice(figure.end, figure.end + 8);
  if (
    /[由从自](?:[^，。]{0,6})?$/u.test(near) &&
    /^(?:左右)?(?:提高|增长|增加|上升|扩大|提升|下降|降低|减少|降|升|增|减|缩|跃升|上涨|回落)/u.test(after)
  ) {
    context.role = 'from';
  } else if (
    /(?:提高|增长|增加|上升|扩大|提升|下降|降低|减少|降|升|增|减|跃升|缩短|上涨|回落)[到至为]?(?:了)?$/u.test(
      near,
    ) &&
    /[由从自]/u.test(clause) &&
    /[到至]$/u.test(near)
  ) {
    context.role = 'to';
  }
  if (type === 'count' || type === 'rank') {
    let end = figure.end;
    while (end < text.length && end - figure.end < 8 && !NOUN_END.test(text.charAt(end))) {
      if ((CLASS[text.charCodeAt(end)] ?? 0) & DIGIT) break;
      end++;
    }
    if (end > figure.end) context.noun = text.slice(figure.end, end);
  }
  return context;
}

function readShare(context: Writable, near: string, clause: string): void {
  const share = /占(?!比)([^，。]{1,14}?)的?(?:比重|比例|份额)?(?:为|达|达到)?$/u.exec(near);
  if (/贡献率/u.test(near)) context.relation = 'contribution';
  else if (share || /占比|比重|比例|[率额]/u.test(near) || /占$/u.test(near)) context.relation = 'share';
  else if (context.direction) context.relation = 'growth';
  if (share?.[1]) context.base = share[1].replace(/的$/u, '');
  else if (context.relation === 'share') {
    const noun = /([\p{Script=Han}]{2,12}?)(?:占比|比重|比例|率)/u.exec(clause)?.[1];
    if (noun) context.base = noun;
  }
}

function last(pattern: RegExp, text: string): { readonly word: string; readonly at: number } | undefined {
  let result: { word: string; at: number } | undefined;
  for (const match of text.matchAll(pattern)) result = { word: match[0], at: match.index };
  return result;
}
