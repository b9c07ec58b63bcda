import type { Found } from './found.ts';
import type { Approx } from './types.ts';

/** The groups are named after the qualifiers. */
const BEFORE =
  /(?:^|[^A-Za-z])(?:(?<min>(?:no|not) (?:less|fewer) than|at least)|(?<max>(?:no|not) more than|at most|up to)|(?<over>more than|over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|(?<=\b(?:to|[cw]ould|should|will|may|might|can) )top)|(?<under>(?:less|fewer) than|under|below)|(?<reach>as (?:many|much|high) as)|(?<nearly>nearly|close to|almost)|(?<about>approximately|around|about|roughly|some|an estimated)) $/iu;
const BEHIND =
  /^ (?:(?<min>or (?:more|above|higher)|and above)|(?<max>or (?:less|fewer|below|under))|(?<about>or so))(?![a-z])/u;

const KINDS: readonly Approx[] = ['min', 'max', 'over', 'under', 'reach', 'nearly', 'about'];

/** How far a qualifier is looked for, in code units. */
const REACH = 18;

/** Takes the qualifier before or behind a figure into its full span: more than 400 million, 100 or more. */
export function qualify(text: string, figure: Found, from: number): void {
  const before = BEFORE.exec(text.slice(Math.max(from, figure.start - REACH), figure.start));
  const groups = (before ?? BEHIND.exec(text.slice(figure.end, figure.end + REACH)))?.groups;
  for (const kind of KINDS) {
    const words = groups?.[kind];
    if (words === undefined) continue;
    figure.approx = kind;
    if (before) figure.start -= words.length + 1;
    else figure.end += words.length + 1;
  }
}
