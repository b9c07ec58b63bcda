import type { Annotation } from '../../utils/annotation.ts';
import type { Point } from '../../utils/page/pointer.ts';
import type { Hit } from '../../utils/page/reader-types.ts';

/** What a card explains, and where on the page it belongs. */
export interface CardTarget {
  /** Id of the mark; null for a selection, which is no mark. */
  readonly mark: number | null;
  readonly annotation: Annotation;
  /** Annotations inside of this one, or the others of a selection. */
  readonly inner: readonly Annotation[];
  readonly context: Element;
  readonly point: Point | undefined;
  /** Where it is now, a rectangle per line; empty when it is gone. */
  rects(): readonly DOMRect[];
}

export function markTarget(hit: Hit): CardTarget {
  const { id, annotation, inner, context, point } = hit;
  return { mark: id, annotation, inner, context, point, rects: () => hit.rects() };
}

/** The first of `annotations` as the target for a selected range, the others inside of it. */
export function selectionTarget(range: Range, annotations: readonly Annotation[]): CardTarget | undefined {
  const [annotation, ...others] = annotations;
  if (!annotation) return undefined;
  const container = range.commonAncestorContainer;
  const context = container instanceof Element ? container : container.parentElement;
  return {
    mark: null,
    annotation,
    inner: others,
    context: context ?? document.documentElement,
    point: undefined,
    rects: () => [...range.getClientRects()],
  };
}

/** Whether two targets are the same mark. Each selection is a target of its own. */
export function sameTarget(a: CardTarget, b: CardTarget): boolean {
  return a === b || (a.mark !== null && a.mark === b.mark);
}
