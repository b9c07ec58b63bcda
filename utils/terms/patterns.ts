import { CLASSES, CLOSING_QUOTE, DIGIT, LETTER, OPENING_QUOTE } from '../text/characters.ts';
import { createFolding, type Folding } from '../text/folding.ts';
import { type Alphabet, buildAlphabet } from './alphabet.ts';
import { createDictionary, type Dictionary } from './dictionary.ts';
import { isTraditionalOnly, spellingsOf } from './spellings.ts';
import type { Step } from './steps.ts';
import { type Trie, trieSteps } from './trie.ts';
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
/** … and written without; a form that is only {@link QUOTED} is the term by its marks: “好房子”. */
export const BARE = 2048;
/** Counts only where the text is written in traditional characters: 數位政府, but not 数位政府官员, several officials. */
export const TRADITIONAL = 4096;
/** What a pattern is; it may be several things. */
export const TERM = 8192;
export const DECOY = 16_384;
export const EXCEPTION = 32_768;
export const SIGNAL = 65_536;
/** The full name of a document. */
export const DOCUMENT = 131_072;

/** Everything that a lexicon wants to be found. What is told by number has nothing at 0, which is no pattern. */
export interface Patterns {
  readonly folding: Folding;
  readonly alphabet: Alphabet;
  readonly trie: Trie;
  /** By number as the trie has it: what the pattern is and what has to be looked at, bits of the above. */
  readonly checks: Int32Array;
  /** By number: as the glossary writes it. */
  readonly forms: readonly string[];
  /** By number: folded. */
  readonly units: readonly string[];
  /** By number: the term that it is a form of. */
  readonly terms: readonly (TermId | undefined)[];
  /** The document that is named in full by a pattern. */
  readonly documents: ReadonlyMap<number, string>;
  /** For a short title: the documents one of which the page must have named. */
  readonly introducedBy: ReadonlyMap<number, readonly string[]>;
  /** Length of the longest pattern, in units. */
  readonly longest: number;
  /** Whether folded units are a form of a term. */
  readonly isForm: (units: string) => boolean;
}

/** What is collected of the patterns, by number. Lists, not thousands of objects: those take the longest to make. */
interface Collected {
  readonly checks: number[];
  readonly forms: string[];
  readonly terms: (TermId | undefined)[];
  /** The number of a form; a new one is made where it has none. 0 for a form of which nothing is left when folded. */
  readonly add: (form: string) => number;
}

/** Everything a lexicon wants to be found, as one trie, step by step. Of two terms with the same form the first keeps it. */
export function* patternSteps(lexicon: Lexicon): Generator<Step, Patterns> {
  const folding = createFolding(lexicon.scriptPairs);
  const dictionary = createDictionary(expectedPatterns(lexicon));
  const collected = collect(folding, dictionary);
  const { checks, forms, terms, add } = collected;
  yield* addTerms(lexicon, collected);
  for (const part of partsOf(lexicon.decoys)) {
    for (const form of part) addRole(collected, form, DECOY);
    yield 'small';
  }
  for (const form of lexicon.exceptions) addRole(collected, form, EXCEPTION);
  for (const part of partsOf(lexicon.signals)) {
    for (const form of part)
      for (const each of [form, ...spellingsOf(form)]) addRole(collected, each, SIGNAL);
    yield 'small';
  }
  const documents = new Map<number, string>();
  const introducedBy = new Map<number, readonly string[]>();
  for (const title of lexicon.shortTitles) {
    const number = add(title.form);
    terms[number] = title.term;
    setBits(checks, number, TERM | SHORT_TITLE);
    introducedBy.set(number, title.introducedBy);
    for (const document of title.introducedBy) {
      addRole(collected, document, DOCUMENT);
      documents.set(add(document), document);
    }
  }
  yield 'large';
  const { alphabet, keys } = buildAlphabet(dictionary.keys, folding);
  yield 'large';
  const trie = yield* trieSteps(keys, alphabet.size);
  return {
    folding,
    alphabet,
    trie,
    checks: new Int32Array(checks),
    forms,
    units: dictionary.keys,
    terms,
    documents,
    introducedBy,
    longest: dictionary.keys.reduce((longest, { length }) => Math.max(longest, length), 1),
    isForm: (units) => terms[dictionary.find(units)] !== undefined,
  };
}

/** The numbers of the patterns that have one of the bits of `roles`, such as {@link TERM}. */
export function patternsOf({ checks }: Pick<Patterns, 'checks'>, roles: number): number[] {
  const chosen: number[] = [];
  for (let number = 1; number < checks.length; number++)
    if ((checks[number] ?? 0) & roles) chosen.push(number);
  return chosen;
}

function expectedPatterns({ terms, decoys }: Lexicon): number {
  // Every second form has a spelling of its own in the glossary, few have one in own glossaries.
  return terms.reduce((count, { forms }) => count + 1.5 * forms.length, decoys.length);
}

function collect(folding: Folding, dictionary: Dictionary): Collected {
  const checks = [0];
  const forms = [''];
  const terms: (TermId | undefined)[] = [undefined];
  return {
    checks,
    forms,
    terms,
    add(form) {
      const units = folding.unitsOf(form);
      if (units === '') return 0;
      const number = dictionary.add(units);
      if (number === forms.length) {
        forms.push(form);
        terms.push(undefined);
        checks.push(checksOf(form, units));
      } else if ((checks[number] ?? 0) & EXACT_CASE && !isCapitalised(form))
        clearBits(checks, number, EXACT_CASE);
      return number;
    },
  };
}

function setBits(checks: number[], number: number, bits: number): void {
  if (number > 0) checks[number] = (checks[number] ?? 0) | bits;
}

function clearBits(checks: number[], number: number, bits: number): void {
  checks[number] = (checks[number] ?? 0) & ~bits;
}

function addRole({ checks, add }: Collected, form: string, role: number): void {
  setBits(checks, add(form), role);
}

/** First the forms as they are written, then their spellings: a written form is never lost to a generated one. */
function* addTerms(lexicon: Lexicon, collected: Collected): Generator<Step, void> {
  const { checks, terms, add } = collected;
  const rules = new Map<string, number>();
  for (const form of lexicon.sameSentence) rules.set(form, SAME_SENTENCE);
  for (const form of lexicon.units) rules.set(form, (rules.get(form) ?? 0) | UNIT);
  const rulesOf = ({ contextForms }: LexiconEntry, form: string): number =>
    TERM |
    (isQuoted(form) ? QUOTED : BARE) |
    (rules.get(form) ?? 0) |
    (contextForms?.includes(form) ? GENERAL : 0);
  const addForm = (id: TermId, form: string, spelled: string, bits: number): void => {
    const number = add(spelled);
    const term = terms[number];
    if (number === 0 || (term !== undefined && term !== id)) return;
    const isUncertain = term === undefined && isTraditionalOnly(spelled, form);
    terms[number] = id;
    setBits(checks, number, isUncertain ? bits | TRADITIONAL : bits);
  };
  const addSpellings = (entry: LexiconEntry, form: string): void => {
    const others = spellingsOf(form);
    if (others.length === 0) return;
    const bits = rulesOf(entry, form);
    for (const spelled of others) addForm(entry.id, form, spelled, bits);
  };
  const parts = partsOf(lexicon.terms);
  for (const part of parts) {
    for (const entry of part)
      for (const form of entry.forms) addForm(entry.id, form, form, rulesOf(entry, form));
    yield 'small';
  }
  for (const part of parts) {
    for (const entry of part) for (const form of entry.forms) addSpellings(entry, form);
    yield 'small';
  }
}

/** So many terms, or strings, are one step. */
const STEP = 32;

function partsOf<T>(list: readonly T[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let at = 0; at < list.length; at += STEP) parts.push(list.slice(at, at + STEP));
  return parts;
}

function isQuoted(form: string): boolean {
  const first = CLASSES[form.charCodeAt(0)] ?? 0;
  const last = CLASSES[form.charCodeAt(form.length - 1)] ?? 0;
  return (first & OPENING_QUOTE) !== 0 && (last & CLOSING_QUOTE) !== 0;
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
  if (form.length > 12) return false;
  let capitals = 0;
  let others = 0;
  for (let at = 0; at < form.length; at++) {
    const code = form.charCodeAt(at);
    if (code >= 0x41 && code <= 0x5a) capitals++;
    else if (code === 0x2e || (code >= 0x61 && code <= 0x7a)) others++;
    else if (code < 0x30 || code > 0x39) return false;
  }
  return capitals >= 2 || (capitals === 1 && others === 0);
}
