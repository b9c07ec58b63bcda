import type { TermId } from './types.ts';

/** Why a candidate was rejected. */
export type Rejection = 'decoy' | 'boundary' | 'sense' | 'longer-term' | 'short-title';

/** Where a term is, quotation marks included, or why it is not. `by` names what speaks against it. */
export type Verdict =
  | { readonly start: number; readonly end: number }
  | { readonly rejected: Rejection; readonly by: string };

/** A place where a form of a term stands. Offsets are UTF-16 code units. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly term: TermId;
  /** The form of the glossary that it is. */
  readonly form: string;
  readonly verdict: Verdict;
}
