import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import type { ItemMark } from '../coverage/item-marks.ts';
import type { Reading } from './address.ts';

/** What every part of the outline page needs to know. */
export interface OutlineView {
  readonly knowledge: Knowledge;
  readonly reading: Reading;
  /** What the reader searches for; empty for nothing. Found places are marked in every text. */
  readonly query: string;
  /** Traditional → simplified characters, for the folding of the search. */
  readonly scripts: ReadonlyMap<string, string>;
  /** What the article has of each item; empty where the outline is read alone. */
  readonly marks: ReadonlyMap<string, ItemMark>;
  /** Ids of the terms and known figures that the article has. */
  readonly present: ReadonlySet<string>;
  /** Opens the card of a term or a figure at the control that was used. */
  readonly onLook: (kind: 'term' | 'figure', id: string, at: HTMLElement) => void;
}

export const OutlineContext = createContext<OutlineView | null>(null);

/**
 * The outline page a component stands in.
 * @throws Error outside of an `OutlineContext.Provider`.
 */
export function useOutline(): OutlineView {
  const view = useContext(OutlineContext);
  if (!view) throw new Error('No outline: put the component into an OutlineContext.Provider.');
  return view;
}
