import type { PageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import { type Locale, localise } from '../../utils/locale.ts';
import type { HighlightKind } from '../../utils/terms/types.ts';
import { numberedTitle } from '../outline-label.ts';

/** One annotation of the page, in reading order. */
export interface Occurrence {
  readonly index: number;
  readonly kind: HighlightKind;
  /** The id of the term or of the known figure; null for a figure nobody knows. */
  readonly subject: string | null;
  readonly text: string;
}

/** All occurrences of one term or figure. */
export interface ListEntry {
  readonly key: string;
  readonly kind: HighlightKind;
  readonly subject: string | null;
  readonly title: string;
  readonly english: string;
  readonly definition: string;
  /** The first place in the outline, or null. */
  readonly item: { readonly id: string; readonly label: string } | null;
  /** Indexes of the occurrences, in reading order. */
  readonly occurrences: readonly number[];
}

/** Groups the annotations of a page by what they are about, in the order of their first occurrence. */
export function listEntries(
  occurrences: readonly Occurrence[],
  knowledge: PageKnowledge,
  locale: Locale,
): readonly ListEntry[] {
  const groups = new Map<string, { readonly first: Occurrence; readonly indexes: number[] }>();
  for (const occurrence of occurrences) {
    const key = `${occurrence.kind} ${occurrence.subject ?? occurrence.text}`;
    const group = groups.get(key);
    if (group) group.indexes.push(occurrence.index);
    else groups.set(key, { first: occurrence, indexes: [occurrence.index] });
  }
  return [...groups].map(([key, { first, indexes }]) => ({
    key,
    kind: first.kind,
    subject: first.subject,
    ...describe(first, knowledge, locale),
    occurrences: indexes,
  }));
}

function describe({ kind, subject, text }: Occurrence, knowledge: PageKnowledge, locale: Locale) {
  const term = subject !== null && kind !== 'figure' ? knowledge.terms[subject] : undefined;
  const figure = subject !== null && kind === 'figure' ? knowledge.figures[subject] : undefined;
  const place = (term ?? figure)?.outline.map((id) => knowledge.items[id]).find((item) => item !== undefined);
  return {
    title: term ? (locale === 'zh-TW' ? term.title.hant : term.title.hans) : text,
    english: term?.title.en ?? figure?.display.en ?? '',
    definition: term
      ? localise(term.definition, locale)
      : figure
        ? [figure.measures, figure.explanation].map((part) => localise(part, locale)).join(' · ')
        : '',
    item: place ? { id: place.id, label: numberedTitle(place.number, place.title, locale) } : null,
  };
}

/** How many occurrences each kind has; `off` counts those of the kinds that are switched off and thus not listed. */
export function countKinds(
  occurrences: readonly Occurrence[],
  off: ReadonlyMap<HighlightKind, number> = new Map(),
): ReadonlyMap<HighlightKind, number> {
  const counts = new Map(off);
  for (const { kind } of occurrences) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/**
 * The entries that occur from the reading position on, each once, in reading order, at most `most` of them. From the
 * start of the page where the position is not known. `order` has the indexes of the page in reading order: an index
 * is a name that stays while the page changes, no number to compare.
 */
export function entriesAhead(
  entries: readonly ListEntry[],
  order: readonly number[],
  current: number | null,
  most: number,
): readonly ListEntry[] {
  const owners = new Map(
    entries.flatMap((entry) => entry.occurrences.map((index) => [index, entry] as const)),
  );
  const ahead = new Set<ListEntry>();
  for (const index of order.slice(Math.max(0, order.indexOf(current ?? Number.NaN)))) {
    const entry = owners.get(index);
    if (entry) ahead.add(entry);
    if (ahead.size === most) break;
  }
  return [...ahead];
}
