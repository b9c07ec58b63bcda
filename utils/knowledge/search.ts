import type { Knowledge } from './assemble.ts';
import type { KnownFigure } from './figure-schema.ts';
import { initialsOf, plainPinyin, syllablesOf } from './pinyin.ts';
import { foldQuery, foldText, matcherOf, scriptMapOf } from './query.ts';

type SearchKind = 'term' | 'figure' | 'item';

/** Something of the knowledge base that a query found. */
export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  /**
   * 0 the name is the query, 1 it begins with it, 2 it contains it or all of its words, 3 by pinyin or as an
   * abbreviation, 4 only the text contains it.
   */
  readonly rank: number;
}

/** Rank of an entry whose names do not contain the query. */
const TEXT_ONLY = 4;
/** An abbreviation has at least three characters (国数局) and is not much shorter than the name. */
const ABBREVIATION = { atLeast: 3, ofName: 1 / 4 };

interface Entry {
  readonly kind: SearchKind;
  readonly id: string;
  readonly names: readonly string[];
  readonly syllables: readonly string[];
  readonly initials: string;
  readonly text: string;
}

interface SearchIndex {
  readonly entries: readonly Entry[];
  readonly scripts: ReadonlyMap<string, string>;
}

/** A query in the forms in which it is looked for. */
interface Query {
  readonly whole: string;
  readonly matcher: RegExp;
  /** The words of a query of several; empty for one word. */
  readonly words: readonly RegExp[];
  /** As pinyin; empty where the query is none. */
  readonly letters: string;
}

const indexes = new WeakMap<Knowledge, SearchIndex>();

/**
 * Finds terms, figures and outline items by Chinese in either script, English, an alias, pinyin with or without
 * tones and spaces, or its initials (at least two letters), from any syllable on. Several words need not stand
 * together. Where nothing contains the query, it is tried as an abbreviation (国数局, 国发11号).
 * Best first, then shorter names, then the order of the files; where only the text contains the query, the order
 * of the files. An empty query finds nothing.
 */
export function searchKnowledge(knowledge: Knowledge, text: string): readonly SearchHit[] {
  const { entries, scripts } = indexFor(knowledge);
  const query = readQuery(text, scripts);
  if (query.whole === '') return [];
  const found = entries.flatMap((entry) => {
    const place = placeOf(entry, query);
    return place === undefined ? [] : [{ entry, ...place }];
  });
  const abbreviated = found.length > 0 ? [] : entries.filter((entry) => abbreviates(query.whole, entry));
  return [...found, ...abbreviated.map((entry) => ({ entry, rank: 3, syllable: 0 }))]
    .map(({ entry, rank, syllable }) => ({
      hit: { kind: entry.kind, id: entry.id, rank },
      order: [rank, syllable, rank < TEXT_ONLY ? lengthOf(entry, query.matcher) : 0],
    }))
    .sort((a, b) => compare(a.order, b.order))
    .map(({ hit }) => hit);
}

function readQuery(text: string, scripts: ReadonlyMap<string, string>): Query {
  const words = text
    .split(/\s+/u)
    .map((word) => foldQuery(word, scripts))
    .filter((word) => word !== '')
    .map(matcherOf);
  const isLatin = /^[\p{Script=Latin}\p{M}\d\s'’·-]+$/u.test(text.normalize('NFD'));
  const whole = foldQuery(text, scripts);
  return {
    whole,
    matcher: matcherOf(whole),
    words: words.length > 1 ? words : [],
    letters: isLatin ? plainPinyin(text) : '',
  };
}

/** How well an entry fits, and at which syllable the pinyin does; `undefined` where it does not fit. */
function placeOf(
  entry: Entry,
  { matcher, words, letters }: Query,
): { readonly rank: number; readonly syllable: number } | undefined {
  const hasAllWords = (text: string) => words.length > 0 && words.every((word) => word.test(text));
  const ranks = entry.names.flatMap((name) => {
    const match = matcher.exec(name);
    if (match === null) return hasAllWords(name) ? [2] : [];
    return match.index > 0 ? [2] : [match[0].length === name.length ? 0 : 1];
  });
  if (ranks.length > 0) return { rank: Math.min(...ranks), syllable: 0 };
  const syllable = syllableAt(entry, letters);
  if (syllable >= 0) return { rank: 3, syllable };
  const isInText = matcher.test(entry.text) || hasAllWords([...entry.names, entry.text].join('\n'));
  return isInText ? { rank: TEXT_ONLY, syllable: 0 } : undefined;
}

/** The first syllable from which pinyin or initials read like the letters; −1 where there is none. */
function syllableAt({ syllables, initials }: Entry, letters: string): number {
  if (letters.length < 2) return -1;
  return syllables.findIndex(
    (_, at) => syllables.slice(at).join('').startsWith(letters) || initials.startsWith(letters, at),
  );
}

/** Whether the characters of a Chinese query stand in a name in this order, with others between them. */
function abbreviates(query: string, { names }: Entry): boolean {
  if (query.length < ABBREVIATION.atLeast || !/\p{Script=Han}/u.test(query)) return false;
  return names.some((name) => {
    if (query.length < name.length * ABBREVIATION.ofName) return false;
    let at = -1;
    return Array.from(query).every((character) => {
      at = name.indexOf(character, at + 1);
      return at >= 0;
    });
  });
}

/** Length of the shortest name that contains the query, so that 算力 comes before 全国一体化算力网. */
function lengthOf(entry: Entry, matcher: RegExp): number {
  const names = entry.names.filter((name) => matcher.test(name));
  return Math.min(...(names.length > 0 ? names : entry.names).map((name) => name.length));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function indexFor(knowledge: Knowledge): SearchIndex {
  const known = indexes.get(knowledge);
  if (known) return known;
  const scripts = scriptMapOf(knowledge);
  const index = { entries: entriesOf(knowledge, scripts), scripts };
  indexes.set(knowledge, index);
  return index;
}

function entriesOf(knowledge: Knowledge, scripts: ReadonlyMap<string, string>): readonly Entry[] {
  const fold = (text: string) => foldText(text, scripts);
  // A separator that no query contains keeps a match from running across two texts.
  const foldAll = (texts: readonly string[]) => texts.map(fold).join('\n');
  const terms = [...knowledge.terms.values()].map((term): Entry => {
    const names = [
      ...Object.values(term.title),
      ...term.forms.hans,
      ...term.forms.hant,
      ...term.forms.en,
      ...term.english.others,
      ...(term.taiwan ?? []),
    ];
    return {
      kind: 'term',
      id: term.id,
      names: [...new Set(names.map(fold))],
      syllables: syllablesOf(term.pinyin),
      initials: initialsOf(term.pinyin),
      text: foldAll([...Object.values(term.definition), ...Object.values(term.importance)]),
    };
  });
  const figures = [...knowledge.figures.values()].map((figure): Entry => {
    const texts = [figure.measures, figure.explanation, figure.origin, ...figure.caveats];
    return {
      kind: 'figure',
      id: figure.id,
      names: [...Object.values(figure.display), ...figure.match.exact, ...shortNames(figure)].map(fold),
      syllables: [],
      initials: '',
      text: foldAll(texts.flatMap((text) => Object.values(text))),
    };
  });
  const items = [...knowledge.items.values()].map((item): Entry => {
    const texts = [
      item.paraphrase,
      ...item.measures,
      ...(item.targets ?? []).map((target) => target.paraphrase),
    ];
    return {
      kind: 'item',
      id: item.id,
      names: [...Object.values(item.title), `${item.number}${item.title.hans}`].map(fold),
      syllables: [],
      initials: '',
      text: foldAll(texts.flatMap((text) => Object.values(text))),
    };
  });
  return [...terms, ...figures, ...items];
}

/** A figure as people type it: value and unit (`41.06ZB`). */
function shortNames({ value, unit }: KnownFigure): readonly string[] {
  return value === null || unit === null ? [] : [`${value}${unit}`];
}
