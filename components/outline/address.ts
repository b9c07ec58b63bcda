import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { outlineOf } from '../../utils/knowledge/lookup.ts';
import { HIGHLIGHT_KINDS } from '../../utils/terms/types.ts';

/** Which texts the outline page shows: Chinese with English under it, or one of them. */
export const READINGS = ['both', 'zh', 'en'] as const;
export type Reading = (typeof READINGS)[number];

/** What the address of the outline page says: `outline.html?tab=7&from=12&reading=zh#op-3-8`. */
export interface OutlineAddress {
  /** The tab whose article the outline is read beside; null for none. */
  readonly tab: number | null;
  /** Index of the annotation the reader came from; null where it is not known. */
  readonly from: number | null;
  readonly reading: Reading;
  /** The part after `#`: an item, a target, a term or a figure; empty for the top. */
  readonly place: string;
}

/** Reads an address; whatever does not fit counts as absent, for anybody can write a link. */
export function readAddress(url: URL): OutlineAddress {
  const { searchParams } = url;
  const reading = READINGS.find((candidate) => candidate === searchParams.get('reading'));
  return {
    tab: readNumber(searchParams.get('tab')),
    from: readNumber(searchParams.get('from')),
    reading: reading ?? 'both',
    place: /^#[a-z0-9-]{1,90}$/.test(url.hash) ? url.hash.slice(1) : '',
  };
}

/** Writes an address, without what is absent or usual, as the part behind `outline.html`. */
export function writeAddress({ tab, from, reading, place }: Partial<OutlineAddress>): string {
  const query = new URLSearchParams();
  if (tab !== undefined && tab !== null) query.set('tab', String(tab));
  if (from !== undefined && from !== null) query.set('from', String(from));
  if (reading !== undefined && reading !== 'both') query.set('reading', reading);
  const search = query.size > 0 ? `?${query}` : '';
  return place ? `${search}#${place}` : search;
}

function readNumber(text: string | null): number | null {
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

/** The view of the page without a document: the index of all terms and figures. */
export const GLOSSARY = 'glossary';

/** The place of a term in the glossary index. */
export function termPlace(id: string): string {
  return `term-${id}`;
}

/** The place of a category of the glossary index. */
export function kindPlace(kind: string): string {
  return `kind-${kind}`;
}

/** Where a place is shown. */
export interface ResolvedPlace {
  /** Id of the document, or {@link GLOSSARY}. */
  readonly view: string;
  /** Id of the element to show; null for the top of the view. */
  readonly element: string | null;
  /** False where nothing has the place's name: the top of the first document is shown instead, and says so. */
  readonly known: boolean;
}

/** Finds the view and the element of a place. */
export function resolvePlace(knowledge: Knowledge, place: string): ResolvedPlace {
  const top = { view: knowledge.outlines[0]?.id ?? GLOSSARY, element: null };
  if (place === '') return { ...top, known: true };
  if (place === GLOSSARY || knowledge.outlines.some(({ id }) => id === place))
    return { view: place, element: null, known: true };
  const item = knowledge.items.has(place)
    ? place
    : [...knowledge.items.values()].find(({ targets }) => targets?.some(({ id }) => id === place))?.id;
  const outline = item === undefined ? undefined : outlineOf(knowledge, item);
  if (outline) return { view: outline.id, element: place, known: true };
  const inGlossary =
    knowledge.figures.has(place) ||
    (place.startsWith('term-') && knowledge.terms.has(place.slice('term-'.length))) ||
    HIGHLIGHT_KINDS.some((kind) => kindPlace(kind) === place);
  return inGlossary ? { view: GLOSSARY, element: place, known: true } : { ...top, known: false };
}
