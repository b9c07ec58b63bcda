import { among } from './source.ts';
import { CLASSIFIER, DURATION, MEASURE, MONEY, NOT_BEFORE, WEAK_CLASSIFIER } from './unit-data.ts';

type UnitKind = 'money' | 'measure' | 'duration' | 'count';

export interface Unit {
  readonly word: string;
  readonly norm: string;
  readonly kind: UnitKind;
  /** A lone Chinese digit before it does not make a figure. */
  readonly weak: boolean;
}

const byFirst = new Map<number, Unit[]>();

function build(): void {
  const weak = new Set(WEAK_CLASSIFIER.split(' '));
  for (const word of new Set(CLASSIFIER.split(' ')))
    put({ word, norm: word, kind: 'count', weak: weak.has(word) });
  lines(MONEY, 'money', weak);
  lines(MEASURE, 'measure', weak);
  lines(DURATION, 'duration', weak);
  for (const units of byFirst.values()) units.sort((a, b) => b.word.length - a.word.length);
}

function lines(table: string, kind: UnitKind, weak: ReadonlySet<string>): void {
  for (const line of table.split('\n')) {
    const [norm = '', ...words] = line.split(' ');
    for (const word of words) put({ word, norm, kind, weak: weak.has(word) });
  }
}

function put(unit: Unit): void {
  const code = unit.word.charCodeAt(0);
  const units = byFirst.get(code);
  if (units) units.push(unit);
  else byFirst.set(code, [unit]);
}

build();

/** Characters that may stand behind a lone Chinese numeral of a figure: numerals, units, range and share words. */
const FOLLOWS = new Uint8Array(65536);
for (const code of byFirst.keys()) FOLLOWS[code] = 1;
for (const character of '零〇一二三四五六七八九两十百千万亿兆多余几分成倍点半至到—-~又/与和、及以%‰年月日号时世季个基五 ')
  FOLLOWS[character.charCodeAt(0)] = 1;

export function mayFollow(code: number): boolean {
  return FOLLOWS[code] === 1;
}

/** The longest unit that stands at `at` of a folded text, or `undefined`. */
export function unitAt(text: string, at: number): Unit | undefined {
  const units = byFirst.get(text.charCodeAt(at));
  if (!units) return undefined;
  for (const unit of units) {
    if (!text.startsWith(unit.word, at)) continue;
    const next = at + unit.word.length;
    if (isLatinWord(unit.word) && isLatin(text.charCodeAt(next))) continue;
    const not = NOT_BEFORE[unit.word];
    if (not && next < text.length && among(text, next, not)) continue;
    return unit;
  }
  return undefined;
}

/** Length of a rate behind the unit at `at` (`/吨`, `每千瓦时`), with the norm of the divisor. */
export function rateAt(
  text: string,
  at: number,
): { readonly end: number; readonly norm: string } | undefined {
  if (!among(text, at, '/每')) return undefined;
  const divisor = unitAt(text, at + 1);
  return divisor ? { end: at + 1 + divisor.word.length, norm: divisor.norm } : undefined;
}

function isLatinWord(word: string): boolean {
  return isLatin(word.charCodeAt(word.length - 1));
}

function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
