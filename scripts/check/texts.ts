import type { Knowledge } from '../../utils/knowledge/assemble.ts';

/** A text in three languages and where it stands, such as `zhi-neng-ti.definition`. */
export interface PlacedText {
  readonly path: string;
  readonly hans: string;
  readonly hant: string;
  readonly en: string;
}

/** Every localised text of the knowledge base, found by its shape, so that no new field is forgotten. */
export function* textsOf(knowledge: Knowledge): Iterable<PlacedText> {
  for (const [id, term] of knowledge.terms) yield* textsIn(term, id);
  for (const [id, figure] of knowledge.figures) yield* textsIn(figure, id);
  for (const { items, ...outline } of knowledge.outlines) {
    yield* textsIn(outline, outline.id);
    for (const item of items) yield* textsIn(item, item.id);
  }
}

function* textsIn(value: unknown, path: string): Iterable<PlacedText> {
  if (typeof value !== 'object' || value === null) return;
  const { hans, hant, en } = value as Record<string, unknown>;
  if (typeof hans === 'string' && typeof hant === 'string' && typeof en === 'string') {
    yield { path, hans, hant, en };
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, `${path}.${key}`);
}
