import { englishContext, isEnglish } from './english-context.ts';
import { CLASS, DIGIT } from './source.ts';
import { type Figure, REACH_BEFORE } from './types.ts';

type Context = Pick<
  Figure,
  'comparison' | 'direction' | 'relation' | 'base' | 'noun' | 'role' | 'scope' | 'per' | 'year'
>;
/** A figure whose context is being written. */
type Writable = { -readonly [Key in keyof Context]?: Context[Key] };

/** Code units of the clause, and of the sentence, before a figure that are read. */
const REACH = 32;
const SENTENCE_REACH = REACH_BEFORE;

/** What a character may be to a clause; one pass over it tells which of the rules below can hold. */
const CLAUSE_END = 1;
const SENTENCE_END = 2;
const NOUN_END = 4;
const COMPARES = 8;
const CHANGES = 16;
const SHARES = 32;
const SCOPES = 64;
const STARTS = 128;
const MARKS = new Uint8Array(65536);

function mark(characters: string, bits: number): void {
  for (let at = 0; at < characters.length; at++) {
    const code = characters.charCodeAt(at);
    MARKS[code] = (MARKS[code] ?? 0) | bits;
  }
}

mark('。；！？;!?\n', CLAUSE_END | SENTENCE_END | NOUN_END);
mark('，：、,“”（）()', CLAUSE_END | NOUN_END);
mark('的了和及与全被在以是有将能可已达参受同中为均或等签获认表觉使占比', NOUN_END);
mark('比较y', COMPARES);
mark('长高升大涨增产出快浮多加收降少落低减窄跌小短滑调缓亏约幅率速平', CHANGES);
mark('占比例率额献', SHARES);
mark('世全亚', SCOPES);
mark('由从自', STARTS);
const COMPARISON =
  /同比|环比|[比较](?:上年同期|去年同期|上年末|去年末|去年底|上年底|上年|去年|上月|上季度|上期|\d{4}年末?|[^，。；的]{1,8}年末?)|year on year|year-on-year/gu;

const UP = '增长|提高|上升|增加|扩大|提升|上涨|攀升|跃升|增收|增产|新增|净增|高出|延长|加快|上浮|多|增|升|涨';
const DOWN = '下降|减少|降低|回落|收窄|压减|下跌|缩小|缩短|下滑|下调|下浮|放缓|减亏|减产|少|降|减|跌|低';
const RATE_UP = '增速|增幅|涨幅|增长率|升幅';
const RATE_DOWN = '降幅|减幅|跌幅|下降率';
const TARGET = '到|至|为';
/** The verb stands at the figure: 增长4.6%, 增幅达4.6%, 提高到25%. */
const AT_FIGURE = new RegExp(
  `(?:(${UP}|${RATE_UP})|(${DOWN}|${RATE_DOWN}))(?:了|幅度|速度)?(?:约|超|近)?(?:(?:${TARGET}|达|达到|超过)(?:了|约|超|近)?)?$`,
  'u',
);
/** The verb has an object: 新增就业5000万人, 减少碳排放2亿吨. */
const WITH_OBJECT = /(?:(增加|新增|净增|增收)|(减少|压减|降低|节约))(?!到|至)[\p{Script=Han}]{1,10}$/u;
const TO_TARGET = new RegExp(`(?:${UP}|${DOWN})(?:${TARGET})(?:了|约|超|近)?$`, 'u');
const CHANGE_AFTER =
  /^(?:左右)?(?:提高|增长|增加|上升|扩大|提升|下降|降低|减少|降|升|增|减|缩|跃升|上涨|回落)/u;
const SPEED_AFTER = /^的(?:年均|平均)?(?:增长|增速|增幅|速度(?:增长|递增)?|涨幅)/u;
const SCOPE = /(?:世界|全球|全国|全省|全市|亚洲)/gu;
const LEVEL = /余额|规模|存量|储量|容量|装机|资产|估值|市值|总投资|以上|注册资本/u;
const VERB_ON =
  /(?:开展|开通|开始|开设|实现|实施|完成|拥有|采用|应用于|来自|用于|集中|位于|属于|选择|通过|具备|具有|出现|超过|左右|建成|建立|落户|进入|入选|覆盖|增长|增加|下降|提升|提高|纳入|投入|组成|联合|面向|围绕|成为|提供|支持|推动|带动|发布|签约|上线|接入).*$/u;

/**
 * What is given, a figure and all that it came with, with what its clause says of it: comparison, direction, share,
 * role, scope, period, what is counted. The surroundings from which that is read are left out.
 */
export function describeFigure<Given extends Figure>(given: Given): Omit<Given, 'around'> & Context {
  const { around, ...figure } = given;
  const context = around && !isTime(given) ? contextOf(given, around) : {};
  return { ...figure, ...context };
}

function contextOf(figure: Figure, { before, after, taken }: NonNullable<Figure['around']>): Context {
  if (isEnglish(before, after)) return englishContext(figure, before.slice(taken), after, taken > 0);
  const context: Writable = {};
  const start = before.length;
  readContext(
    before + figure.text + after,
    { ...figure, start, end: start + figure.text.length },
    taken,
    context,
  );
  return context;
}

function isTime({ type }: Figure): boolean {
  return type === 'date' || type === 'period' || type === 'step' || type === 'document';
}

/** Reads the context of a figure that stands in `text`. */
function readContext(text: string, figure: Figure, previousEnd: number, context: Writable): void {
  const { type } = figure;
  let left = figure.start;
  let marks = 0;
  while (left > 0 && figure.start - left < REACH) {
    const bits = MARKS[text.charCodeAt(left - 1)] ?? 0;
    if (bits & CLAUSE_END) break;
    marks |= bits;
    left--;
  }
  const clause = text.slice(left, figure.start);
  const near = previousEnd > left ? text.slice(previousEnd, figure.start) : clause;
  if (marks & COMPARES) {
    const comparison = last(COMPARISON, clause);
    if (comparison) context.comparison = comparison;
  }
  readChange(context, text, figure.end, near, clause, marks);
  const shared = type === 'percent' || type === 'fraction' || type === 'permille';
  if (shared) readShare(context, text, figure.end, near, clause, marks);
  else if (type === 'multiple' && context.direction && !context.role) context.relation = 'growth';
  const scope = figure.scope ?? (marks & SCOPES ? last(SCOPE, clause.slice(-8)) : undefined);
  if (scope) context.scope = scope;
  if (type === 'count' || type === 'rank') {
    const noun = nounAt(text, figure.end);
    if (noun) context.noun = noun;
  }
  if (type === 'money' || type === 'measure') readPeriod(context, text, clause, figure.start);
}

function readChange(
  context: Writable,
  text: string,
  end: number,
  near: string,
  clause: string,
  marks: number,
): void {
  if (marks & CHANGES) {
    const verb = AT_FIGURE.exec(near) ?? WITH_OBJECT.exec(near);
    if (verb) context.direction = verb[1] ? 'up' : 'down';
    else if (near.endsWith('持平') || near.endsWith('持平于')) context.direction = 'flat';
    if (TO_TARGET.test(near) && !/(?:速|幅|率)为$/u.test(near)) context.role = 'to';
  }
  if (
    context.direction === undefined &&
    text.charAt(end) === '的' &&
    SPEED_AFTER.test(text.slice(end, end + 8))
  )
    context.direction = 'up';
  if ((marks & STARTS) === 0) return;
  if (FROM_HERE.test(near) && CHANGE_AFTER.test(text.slice(end, end + 6))) {
    context.role = 'from';
    delete context.direction;
  } else if (context.direction === undefined && context.role === undefined && /[由从].*[到至]$/u.test(clause))
    context.role = 'to';
}

const FROM_HERE = /[由从自](?:[^，。]{0,6})?$/u;

function readShare(
  context: Writable,
  text: string,
  end: number,
  near: string,
  clause: string,
  marks: number,
): void {
  const change = context.direction && !context.role;
  if (change) context.relation = 'growth';
  if (marks & SHARES) readShareBefore(context, near, clause);
  if (context.relation !== undefined) return;
  const part =
    /^(?:以上)?的(?!年均|速度|比例|比重|份额|股权|股份|关税|税率|利率|增)(?=\p{Script=Han}{2})/u.exec(
      text.slice(end, end + 8),
    );
  if (!part) return;
  context.relation = 'share';
  const noun = nounAt(text, end + part[0].length);
  if (noun.length > 1) context.noun = noun;
}

function readShareBefore(context: Writable, near: string, clause: string): void {
  const share = /占(?!比)([^，。]{1,14}?)的?(?:比重|比例|份额)?(?:为|达|达到)?$/u.exec(near);
  if (/贡献率|贡献了?$/u.test(near)) context.relation = 'contribution';
  else if (context.relation === undefined && (share || /占比|比重|比例|份额|[率额]|占$/u.test(near)))
    context.relation = 'share';
  if (share?.[1]) context.base = share[1].replace(/的$/u, '');
  else if (context.relation === 'share') {
    const noun = /[\p{Script=Han}]{1,12}?(?:占比|比重|比例|率)/u.exec(clause)?.[0];
    if (noun) context.base = noun.replace(/(?:占比|比例)$/u, '');
  }
}

/** The noun behind a figure, as far as it can be told without a dictionary: up to a verb or a particle. */
function nounAt(text: string, from: number): string {
  let end = from;
  while (end < text.length && end - from < 8) {
    const code = text.charCodeAt(end);
    if ((MARKS[code] ?? 0) & NOUN_END || (CLASS[code] ?? 0) & DIGIT) break;
    end++;
  }
  return end - from < 3 ? text.slice(from, end) : text.slice(from, end).replace(VERB_ON, '');
}

/** 日均 and 全年 stand in the clause, the year of 2024年 in the sentence; a level (余额, 装机容量) has no period. */
function readPeriod(context: Writable, text: string, clause: string, end: number): void {
  if (LEVEL.test(clause)) return;
  const mean = /(日均|每日|每天|单日)|(月均|每月)|(年均|每年|全年|年产|年发电|年销|年处理|年用)/u.exec(
    clause,
  );
  if (mean) context.per = mean[1] ? 'day' : mean[2] ? 'month' : 'year';
  if (context.per === 'day' || context.per === 'month') return;
  let left = end;
  while (
    left > 0 &&
    end - left < SENTENCE_REACH &&
    ((MARKS[text.charCodeAt(left - 1)] ?? 0) & SENTENCE_END) === 0
  )
    left--;
  const year = /((?:19|20)\d\d)年(?![前末底初\d—\-~至到以度上下一二三四第])(?!.*\d月)/u.exec(
    text.slice(left, end),
  )?.[1];
  if (!year) return;
  context.per = 'year';
  context.year = Number(year);
}

function last(pattern: RegExp, text: string): string | undefined {
  let result: string | undefined;
  for (const match of text.matchAll(pattern)) result = match[0];
  return result;
}
