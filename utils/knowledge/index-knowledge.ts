import type { Knowledge } from './assemble.ts';
import type { KnownFigure } from './figure-schema.ts';
import type { Source, Term } from './schema.ts';

/** The knowledge base as lists: what {@link indexKnowledge} makes the maps of. */
export interface KnowledgeLists {
  readonly terms: readonly Term[];
  readonly figures: readonly KnownFigure[];
  readonly sources: readonly Source[];
  readonly outlines: Knowledge['outlines'];
  readonly decoys: Knowledge['decoys'];
}

/** Puts lists that have been validated together. Of two entries with one id the later counts; no check is made. */
export function indexKnowledge({ terms, figures, sources, outlines, decoys }: KnowledgeLists): Knowledge {
  return {
    terms: new Map(terms.map((term) => [term.id, term])),
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    sources: new Map(sources.map((source) => [source.key, source])),
    outlines,
    items: new Map(outlines.flatMap(({ items }) => items.map((item) => [item.id, item] as const))),
    decoys,
  };
}
