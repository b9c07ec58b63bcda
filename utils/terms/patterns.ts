import { CLASSES, CLOSING_QUOTE, DIGIT, LETTER, OPENING_QUOTE } from '../text/characters.ts';
import { createFolding, type Folding } from '../text/folding.ts';
import { type Alphabet, buildAlphabet } from './alphabet.ts';
import { isTraditionalOnly, spellingsOf } from './spellings.ts';
import { buildTrie, type Trie } from './trie.ts';
import type { Lexicon, LexiconEntry, TermId } from './types.ts';

/** What has to be looked at around a form before it counts; most Chinese forms need none of it. */
export const STARTS_LATIN = 1;
export const ENDS_LATIN = 2;
/** A name of capitals (AI, ZB, MaaS): its case counts, because “ai” and “maas” are other words. */
export const EXACT_CASE = 4;
export const STARTS_NUMERAL = 8;
export const ENDS_NUMERAL = 16;
export const ENDS_PLUS = 32;
/** Counts only after a number. */
export const UNIT = 64;
/** Counts only near an AI signal. */
export const GENERAL = 128;
/** Its signal must stand in the same sentence. */
export const SAME_SENTENCE = 256;
export const SHORT_TITLE = 512;
/** Written in quotation marks, which are part of it where they are there … */
export const QUOTED = 1024;
/** … or which make it the term in the first place: “好房子”. */
export const NEEDS_QUOTES = 2048;
/** Counts only where the text is written in traditional characters: 數位政府, but not 数位政府官员, several officials. */
export const TRADITIONAL = 4096;
/** What a pattern is; it may be several things. */
export const TERM = 8192;
export const DECOY = 16_384;
export const EXCEPTION = 32_768;
export const SIGNAL = 65_536;
/** The full name of a document. */
export const DOCUMENT = 131_072;

/** One key of the trie with everything it may be. */
export interface Pattern {
  /** As the glossary writes it. */
  readonly form: string;
  /** Folded. */
  readonly units: string;
  term: TermId | undefined;
  /** Bits of the above. */
  checks: number;
  /** The document that is named in full by this. */
  document: string | undefined;
  /** For a short title: the documents one of which the page must have named. */
  introducedBy: readonly string[];
}

export interface Patterns {
  readonly folding: Folding;
  readonly alphabet: Alphabet;
  readonly trie: Trie;
  /** By number as the trie has it; 0 is none. */
  readonly patterns: readonly (Pattern | undefined)[];
  /** `Pattern.checks` by number: the loops read little else of a pattern. */
  readonly checks: Int32Array;
  /** Length of the longest pattern, in units. */
  readonly longest: number;
  /** Whether folded units are a form of a term. */
  readonly isForm: (units: string) => boolean;
}

/** Everything a lexicon wants to be found, as one trie. Of two terms with the same form the first keeps it. */
export function compilePatterns(lexicon: Lexicon): Patterns {
  const folding = createFolding(lexicon.scriptPairs);
  const byKey = new Map<string, Pattern>();
  const patterns: (Pattern | undefined)[] = [undefined];
  const keys: string[] = [];
  const add = (form: string): Pattern | undefined => {
    const units = folding.unitsOf(form);
    if (units === '') return undefined;
    let pattern = byKey.get(units);
    if (!pattern) {
      pattern = newPattern(form, units);
      byKey.set(units, pattern);
      patterns.push(pattern);
      keys.push(units);
    } else if (pattern.checks & EXACT_CASE && !isCapitalised(form)) pattern.checks &= ~EXACT_CASE;
    return pattern;
  };
  addTerms(lexicon, add);
  for (const form of lexicon.decoys) setRole(add(form), DECOY);
  for (const form of lexicon.exceptions) setRole(add(form), EXCEPTION);
  for (const form of lexicon.signals)
    for (const each of [form, ...spellingsOf(form)]) setRole(add(each), SIGNAL);
  for (const { form, term, introducedBy } of lexicon.shortTitles) {
    const pattern = add(form);
    if (pattern) {
      pattern.term = term;
      pattern.checks |= TERM | SHORT_TITLE;
      pattern.introducedBy = introducedBy;
    }
    for (const document of introducedBy) {
      const named = add(document);
      if (named) {
        named.document = document;
        named.checks |= DOCUMENT;
      }
    }
  }
  const alphabet = buildAlphabet(keys, folding);
  const trie = buildTrie(keys, alphabet.numbers, alphabet.size);
  const checks = new Int32Array(patterns.length);
  let longest = 1;
  for (let number = 1; number < patterns.length; number++) {
    checks[number] = patterns[number]?.checks ?? 0;
    longest = Math.max(longest, keys[number - 1]?.length ?? 0);
  }
  return {
    folding,
    alphabet,
    trie,
    patterns,
    checks,
    longest,
    isForm: (units) => byKey.get(units)?.term !== undefined,
  };
}

/** The patterns that have one of the bits of `roles`, such as {@link TERM}. */
export function patternsOf({ patterns, checks }: Patterns, roles: number): Pattern[] {
  const chosen: Pattern[] = [];
  for (let number = 1; number < patterns.length; number++) {
    const pattern = patterns[number];
    if (pattern && (checks[number] ?? 0) & roles) chosen.push(pattern);
  }
  return chosen;
}

function setRole(pattern: Pattern | undefined, role: number): void {
  if (pattern) pattern.checks |= role;
}

type Add = (form: string) => Pattern | undefined;

/** First the forms as they are written, then their spellings: a written form is never lost to a generated one. */
function addTerms(lexicon: Lexicon, add: Add): void {
  const units = new Set(lexicon.units);
  const sameSentence = new Set(lexicon.sameSentence);
  const addForm = ({ id, contextForms }: LexiconEntry, form: string, spelled: string): void => {
    const pattern = add(spelled);
    if (!pattern || (pattern.term !== undefined && pattern.term !== id)) return;
    if (pattern.term === undefined && isTraditionalOnly(spelled, form)) pattern.checks |= TRADITIONAL;
    pattern.term = id;
    pattern.checks |= TERM;
    if (contextForms?.includes(form)) pattern.checks |= GENERAL;
    if (sameSentence.has(form)) pattern.checks |= SAME_SENTENCE;
    if (units.has(form)) pattern.checks |= UNIT;
  };
  for (const entry of lexicon.terms) for (const form of entry.forms) addForm(entry, form, form);
  for (const entry of lexicon.terms) {
    for (const form of entry.forms) for (const spelled of spellingsOf(form)) addForm(entry, form, spelled);
  }
  for (const entry of lexicon.terms) markQuoted(entry, add);
}

/** A form in quotation marks beside the bare one says that the marks belong to it; alone, that it needs them. */
function markQuoted({ id, forms }: LexiconEntry, add: Add): void {
  const quoted = forms.filter(isQuoted);
  if (quoted.length === 0) return;
  const spelled = (list: readonly string[]): Set<Pattern | undefined> =>
    new Set(list.flatMap((form) => [form, ...spellingsOf(form)]).map(add));
  const bare = spelled(forms.filter((form) => !isQuoted(form)));
  for (const pattern of spelled(quoted)) {
    if (pattern?.term === id) pattern.checks |= bare.has(pattern) ? QUOTED : QUOTED | NEEDS_QUOTES;
  }
}

function isQuoted(form: string): boolean {
  const first = CLASSES[form.charCodeAt(0)] ?? 0;
  const last = CLASSES[form.charCodeAt(form.length - 1)] ?? 0;
  return (first & OPENING_QUOTE) !== 0 && (last & CLOSING_QUOTE) !== 0;
}

/** One list for the thousands of patterns that are no short title. */
const NO_DOCUMENTS: readonly string[] = [];

function newPattern(form: string, units: string): Pattern {
  return {
    form,
    units,
    term: undefined,
    checks: checksOf(form, units),
    document: undefined,
    introducedBy: NO_DOCUMENTS,
  };
}

const NUMERALS = new Set(Array.from('零一二三四五六七八九十百千万亿两', (numeral) => numeral.charCodeAt(0)));
/** 万 and the like begin a number as often as they go on with one: 十万卡集群 has 万卡集群 in it. */
const FIRST_NUMERALS = new Set(Array.from('零一二三四五六七八九十两', (numeral) => numeral.charCodeAt(0)));

/** Whether a folded unit is a numeral in Chinese writing. */
export function isChineseNumeral(unit: number): boolean {
  return NUMERALS.has(unit);
}

function checksOf(form: string, units: string): number {
  const first = units.charCodeAt(0);
  const last = units.charCodeAt(units.length - 1);
  const latin = (unit: number): boolean => ((CLASSES[unit] ?? 0) & (LETTER | DIGIT)) !== 0;
  let checks = 0;
  if (latin(first)) checks |= STARTS_LATIN;
  if (latin(last)) checks |= ENDS_LATIN;
  if (FIRST_NUMERALS.has(first)) checks |= STARTS_NUMERAL;
  if (NUMERALS.has(last)) checks |= ENDS_NUMERAL;
  if (last === 0x2b) checks |= ENDS_PLUS;
  if (isCapitalised(form)) checks |= EXACT_CASE;
  return checks;
}

/** One Latin word that is a name of capitals: AI, A.I., 6G, LLMs, MaaS, GenAI. */
function isCapitalised(form: string): boolean {
  if (form.length > 12 || form.charCodeAt(0) > 0x7f || !/^[A-Za-z0-9.]+$/u.test(form)) return false;
  const capitals = form.replace(/[^A-Z]/gu, '').length;
  return capitals >= 2 || (capitals === 1 && /^[A-Z0-9]+$/u.test(form));
}
