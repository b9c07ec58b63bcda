import type { Knowledge } from './assemble.ts';
import { initialsOf, plainPinyin } from './pinyin.ts';
import { foldQuery, scriptMapOf } from './query.ts';

export type SearchKind = 'term' | 'figure' | 'item';

/** Something of the knowledge base that a query found. */
export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  /** 0 the name is the query, 1 it begins with it, 2 it contains it, 3 by pinyin, 4 only the text contains it. */
  readonly rank: number;
}

/** Rank of an entry whose names do not contain the query. */
const TEXT_ONLY = 4;

interface Entry {
  readonly kind: SearchKind;
  readonly id: string;
  readonly names: readonly string[];
  readonly pinyin: string;
  readonly initials: string;
  readonly text: string;
}

interface SearchIndex {
  readonly entries: readonly Entry[];
  readonly scripts: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<Knowledge, SearchIndex>();

/**
 * Finds terms, figures and outline items by Chinese in either script, English, an alias, pinyin with or without
 * tones and spaces, or its initials (at least two letters). Best first, then shorter names, then the order of the
 * files; where only the text contains the query, the order of the files. An empty query finds nothing.
 */
export function searchKnowledge(knowledge: Knowledge, query: string): readonly SearchHit[] {
  const { entries, scripts } = indexFor(knowledge);
  const wanted = foldQuery(query, scripts);
  if (wanted === '') return [];
  const letters = /^[\p{Script=Latin}\p{M}\d\s'’·-]+$/u.test(query.normalize('NFD'))
    ? plainPinyin(query)
    : '';
  const found: { readonly hit: SearchHit; readonly length: number }[] = [];
  for (const entry of entries) {
    const rank = rankOf(entry, wanted, letters);
    if (rank === undefined) continue;
    found.push({
      hit: { kind: entry.kind, id: entry.id, rank },
      length: rank < TEXT_ONLY ? lengthOf(entry, wanted) : 0,
    });
  }
  return found.sort((a, b) => a.hit.rank - b.hit.rank || a.length - b.length).map(({ hit }) => hit);
}

function rankOf(entry: Entry, wanted: string, letters: string): number | undefined {
  if (entry.names.includes(wanted)) return 0;
  if (entry.names.some((name) => name.startsWith(wanted))) return 1;
  if (entry.names.some((name) => name.includes(wanted))) return 2;
  if (letters.length >= 2 && (entry.pinyin.startsWith(letters) || entry.initials.startsWith(letters)))
    return 3;
  return entry.text.includes(wanted) ? TEXT_ONLY : undefined;
}

/** Length of the shortest name that contains the query, so that 算力 comes before 全国一体化算力网. */
function lengthOf(entry: Entry, wanted: string): number {
  const names = entry.names.filter((name) => name.includes(wanted));
  return Math.min(...(names.length > 0 ? names : entry.names).map((name) => name.length));
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
  const fold = (text: string) => foldQuery(text, scripts);
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
      pinyin: plainPinyin(term.pinyin),
      initials: initialsOf(term.pinyin),
      text: foldAll([...Object.values(term.definition), ...Object.values(term.importance)]),
    };
  });
  const figures = [...knowledge.figures.values()].map((figure): Entry => {
    const texts = [figure.measures, figure.explanation, figure.origin, ...figure.caveats];
    return {
      kind: 'figure',
      id: figure.id,
      names: [...Object.values(figure.display), ...figure.match.exact].map(fold),
      pinyin: '',
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
      names: Object.values(item.title).map(fold),
      pinyin: '',
      initials: '',
      text: foldAll(texts.flatMap((text) => Object.values(text))),
    };
  });
  return [...terms, ...figures, ...items];
}
