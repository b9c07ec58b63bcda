import type { Figure } from './figures/types.ts';
import type { TermMatch } from './terms/types.ts';

/** A term found in a text. Offsets are UTF-16 code units of the input text, `end` exclusive. */
export type TermAnnotation = { readonly kind: 'term' } & TermMatch;

/**
 * A figure found in a text. `start..end` is the full span (with 约, 超, 多, 以上), `core` the numeral
 * with its unit, `num` the numeral alone. Offsets as in {@link TermAnnotation}.
 */
export type FigureAnnotation = { readonly kind: 'figure'; readonly known?: string } & Figure;

/** The one type that the content script, the popup, the command line and the tests share. */
export type Annotation = TermAnnotation | FigureAnnotation;
