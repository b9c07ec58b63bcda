import type { Knowledge } from './assemble.ts';
import type { KnownFigure } from './figure-schema.ts';
import type { Outline, OutlineItem } from './outline-schema.ts';
import type { Term } from './schema.ts';

/**
 * Terms related to a term, in both directions: those it names first, then those that name it, each once.
 * Unknown ids are left out.
 */
export function relatedOf(knowledge: Knowledge, id: string): readonly Term[] {
  const term = knowledge.terms.get(id);
  if (!term) return [];
  const naming = [...knowledge.terms.values()]
    .filter((other) => other.related.includes(id))
    .map((other) => other.id);
  const ids = new Set([...term.related, ...naming]);
  ids.delete(id);
  return [...ids].flatMap((related) => knowledge.terms.get(related) ?? []);
}

/** Where a term stands: items that name it and items it names, in the order of the documents. */
export function outlineItemsOf(
  knowledge: Knowledge,
  term: Pick<Term, 'id' | 'outline'>,
): readonly OutlineItem[] {
  return [...knowledge.items.values()].filter(
    (item) => item.terms.includes(term.id) || term.outline.includes(item.id),
  );
}

/** Terms of an item: those it names first, then those that name it, each once. */
export function termsOfItem(knowledge: Knowledge, item: Pick<OutlineItem, 'id' | 'terms'>): readonly Term[] {
  const naming = namingOf(knowledge).terms.get(item.id) ?? [];
  return [...new Set([...item.terms, ...naming])].flatMap((id) => knowledge.terms.get(id) ?? []);
}

/** Figures of an item, in both directions. */
export function figuresOfItem(
  knowledge: Knowledge,
  item: Pick<OutlineItem, 'id' | 'figures'>,
): readonly KnownFigure[] {
  const naming = namingOf(knowledge).figures.get(item.id) ?? [];
  return [...new Set([...item.figures, ...naming])].flatMap((id) => knowledge.figures.get(id) ?? []);
}

/** By the ids of outline items, the ids of the terms and figures that name them. */
interface Naming {
  readonly terms: ReadonlyMap<string, readonly string[]>;
  readonly figures: ReadonlyMap<string, readonly string[]>;
}
const namings = new WeakMap<Knowledge, Naming>();

/** Worked out once: a document is gone through item by item, and there may be 20,000 own terms beside the built-in ones. */
function namingOf(knowledge: Knowledge): Naming {
  const known = namings.get(knowledge);
  if (known) return known;
  const naming = { terms: byItem(knowledge.terms), figures: byItem(knowledge.figures) };
  namings.set(knowledge, naming);
  return naming;
}

function byItem(
  subjects: ReadonlyMap<string, { readonly id: string; readonly outline: readonly string[] }>,
): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, outline } of subjects.values()) {
    for (const item of outline) {
      const others = ids.get(item);
      if (others) others.push(id);
      else ids.set(item, [id]);
    }
  }
  return ids;
}

/** Items of the other document on the same matter, in both directions, in the order of the documents. */
export function linksOfItem(
  knowledge: Knowledge,
  item: Pick<OutlineItem, 'id' | 'links'>,
): readonly OutlineItem[] {
  return [...knowledge.items.values()].filter(
    (other) => item.links.includes(other.id) || other.links.includes(item.id),
  );
}

/** The items directly below `parent`; the parts of the document for `null`. */
export function childrenOf(outline: Outline, parent: string | null): readonly OutlineItem[] {
  return outline.items.filter((item) => item.parent === parent);
}

/**
 * The chapters of a document: what stands directly below its parts, and the parts that have nothing below them
 * (in the Opinions 总体要求, six actions, eight supports and 组织实施).
 */
export function chaptersOf(outline: Outline): readonly OutlineItem[] {
  return childrenOf(outline, null).flatMap((part) => {
    const below = childrenOf(outline, part.id);
    return below.length > 0 ? below : [part];
  });
}

/** An item and everything below it, in the order of the document. */
export function withDescendants(outline: Outline, item: OutlineItem): readonly OutlineItem[] {
  return [item, ...childrenOf(outline, item.id).flatMap((child) => withDescendants(outline, child))];
}

/** The document that an item belongs to. */
export function outlineOf(knowledge: Knowledge, item: string): Outline | undefined {
  return knowledge.outlines.find((outline) => outline.items.some(({ id }) => id === item));
}

/**
 * The official page, scrolled to the item's title by a text fragment (https://wicg.github.io/scroll-to-text-fragment/);
 * `undefined` where no official page is known. A part's title is short and occurs in running text as well, so its
 * number goes with it.
 */
export function officialLink(
  outline: Pick<Outline, 'url'>,
  item: Pick<OutlineItem, 'number' | 'title' | 'official' | 'parent'>,
): string | undefined {
  if (outline.url === null) return undefined;
  if (!item.official) return outline.url;
  const text =
    item.parent === null && item.number !== '' ? `${item.number}、${item.title.hans}` : item.title.hans;
  // A dash, a comma and an ampersand separate the parts of a fragment; encodeURIComponent leaves the dash.
  return `${outline.url}#:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`;
}
