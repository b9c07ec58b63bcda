import type { Figure } from './types.ts';

type Context = Pick<Figure, 'comparison' | 'direction' | 'relation' | 'base' | 'noun' | 'role'>;

const UP =
  'rose|risen|ris(?:e|es|ing)|gr(?:ew|ow|ows|own|owth|owing)|up|increas\\w+|climb\\w*|jump\\w*|surg\\w+|expand\\w*|soar\\w*|gain\\w*';
const DOWN =
  'fell|fall\\w*|drop\\w*|declin\\w+|decreas\\w+|down|shr[aiu]nk\\w*|slid|dipp\\w+|slump\\w*|reduc\\w+|cut';
/** The verb stands at the figure, its adverb and “by” or “to” between: rose sharply by 5 percent. */
const CHANGE = new RegExp(
  `(?:^|[^A-Za-z])(?:(${UP})|(?:${DOWN}))(?: [a-z]+ly| of)?(?: by)?( from [^,;.]{1,24})?( to)?(?: (?:about|over|nearly|some))? $`,
  'iu',
);
const REACHED = /^[^,;.]{0,24} to (?:(?:about|over|nearly|some) )?$/iu;
const FROM = /\bfrom $/iu;
const COMPARED =
  /^,? ?\(?(year[- ]on[- ]year|year[- ]over[- ]year|month[- ]on[- ]month|from (?:a|the) year (?:earlier|ago|before)|(?:over|than|from|compared with) the (?:previous|same) (?:year|month|quarter|period)[^,;.)]{0,24})/iu;
const SHARE =
  /^ of (?:the |its |their |all )?((?:[a-z-]+ ){0,3}?[a-z-]+?)(?=[,;.)]| (?:in|by|and|are|is|were|was|have|had|to|of|for|from|as)\b|$)/iu;
const NOUN =
  /^[ -](?:of )?((?:(?!and |or |in |to )[A-Za-z\d][\w-]* ){0,2}[A-Za-z-]*(?:s|people|men|women|children))\b/u;

/** Whether the words right around a figure are English. */
export function isEnglish(before: string, after: string): boolean {
  return (
    /[A-Za-z][,;:]? \(?$/u.test(before) ||
    (/^[,;.)]?[ -][A-Za-z]/u.test(after) && !/\p{Script=Han}$/u.test(before))
  );
}

/**
 * What the words before and behind an English figure say of it: change, comparison, the whole of a share, the noun.
 * `isSecond` where `before` begins with the figure before this one: 40 to 60 percent.
 */
export function englishContext({ type }: Figure, before: string, after: string, isSecond: boolean): Context {
  const context: { -readonly [Key in keyof Context]: Context[Key] } = {};
  const change = CHANGE.exec(before);
  const isShare = type === 'percent' || type === 'fraction';
  if (change) {
    context.direction = change[1] ? 'up' : 'down';
    if (change[3]) context.role = 'to';
    else if (isShare || type === 'multiple') context.relation = 'growth';
  } else if (FROM.test(before) && /^[^,;.]{0,24} to /u.test(after)) context.role = 'from';
  if (isSecond && REACHED.test(before)) context.role = 'to';
  const compared = COMPARED.exec(after)?.[1];
  if (compared) context.comparison = compared;
  const whole = isShare && !context.relation ? SHARE.exec(after)?.[1] : undefined;
  if (whole) {
    context.relation = 'share';
    context.base = whole;
  }
  const noun = type === 'count' ? NOUN.exec(after)?.[1] : undefined;
  if (noun) context.noun = noun;
  return context;
}
