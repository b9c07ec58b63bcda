import type { Annotation } from '../../utils/annotation.ts';
import { describeFigure } from '../../utils/figures/context.ts';

/** The annotations with what their clauses say of the figures among them. */
export function describeAnnotations(annotations: readonly Annotation[]): Annotation[] {
  return annotations.map((annotation) =>
    annotation.kind === 'term' ? annotation : describeFigure(annotation),
  );
}
