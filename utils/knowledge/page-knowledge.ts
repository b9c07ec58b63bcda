import type { Knowledge } from './assemble.ts';
import type { KnownFigure } from './figure-schema.ts';
import type { Outline, OutlineItem } from './outline-schema.ts';
import type { Source, Term } from './schema.ts';

/** An outline item as a card shows it: enough for a line and a link. */
interface ItemReference {
  readonly id: string;
  readonly outline: string;
  readonly number: string;
  readonly title: OutlineItem['title'];
  readonly documentTitle: Outline['shortTitle'];
}

/** A document as it is cited. */
interface DocumentReference {
  readonly title: Outline['title'];
  readonly number: Outline['documentNumber'];
  readonly publisher: Outline['publisher'];
  /** Of its release, `YYYY-MM-DD`; empty where unknown. */
  readonly date: string;
  readonly url: string | null;
}

/** What the cards of one page need of the knowledge base; plain data, as messages must be. Keys are ids. */
export interface PageKnowledge {
  readonly terms: Readonly<Record<string, Term>>;
  readonly figures: Readonly<Record<string, KnownFigure>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly items: Readonly<Record<string, ItemReference>>;
  /** By the ids of outlines. */
  readonly documents: Readonly<Record<string, DocumentReference>>;
}

/**
 * The terms and figures of a page with what their cards lead to: related terms one step away, the terms of the
 * figures, outline items and sources of all of them. Unknown ids are left out.
 */
export function collectPageKnowledge(
  knowledge: Knowledge,
  termIds: readonly string[],
  figureIds: readonly string[],
): PageKnowledge {
  const figures = pick(knowledge.figures, figureIds);
  const asked = pick(knowledge.terms, [
    ...termIds,
    ...Object.values(figures).flatMap((figure) => figure.terms),
  ]);
  const related = Object.values(asked).flatMap((term) => term.related);
  const terms = { ...asked, ...pick(knowledge.terms, related) };
  const entries = [...Object.values(terms), ...Object.values(figures)];
  const items = itemReferences(
    knowledge,
    entries.flatMap((entry) => entry.outline),
  );
  return {
    terms,
    figures,
    items,
    documents: documentReferences(knowledge, new Set(Object.values(items).map(({ outline }) => outline))),
    sources: pick(knowledge.sources, [
      ...entries.flatMap((entry) => entry.sources),
      ...Object.values(terms).flatMap((term) =>
        [term.english.source, term.first?.source].filter((key) => key !== undefined),
      ),
    ]),
  };
}

function itemReferences(knowledge: Knowledge, ids: readonly string[]): Record<string, ItemReference> {
  const wanted = new Set(ids);
  const found: Record<string, ItemReference> = {};
  for (const outline of knowledge.outlines) {
    for (const { id, number, title } of outline.items) {
      if (wanted.has(id))
        found[id] = { id, outline: outline.id, number, title, documentTitle: outline.shortTitle };
    }
  }
  return found;
}

function documentReferences(
  knowledge: Knowledge,
  ids: ReadonlySet<string>,
): Record<string, DocumentReference> {
  return Object.fromEntries(
    knowledge.outlines
      .filter(({ id }) => ids.has(id))
      .map(({ id, title, documentNumber, publisher, dates, url }) => [
        id,
        { title, number: documentNumber, publisher, date: dates.at(-1)?.date ?? '', url },
      ]),
  );
}

function pick<T>(map: ReadonlyMap<string, T>, ids: readonly string[]): Record<string, T> {
  const picked: Record<string, T> = {};
  for (const id of ids) {
    const value = map.get(id);
    if (value !== undefined) picked[id] = value;
  }
  return picked;
}
