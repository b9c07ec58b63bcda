import type { NotesFormat } from '../../utils/notes/write.ts';
import type { HighlightKind } from '../../utils/terms/types.ts';
import type { Coverage } from '../coverage/cells.ts';
import type { ListEntry } from './entries.ts';

export type Density = 'all' | 'section' | 'page';

/** A page that our content script reads. */
export interface ReadPage {
  readonly state: 'read';
  readonly entries: readonly ListEntry[];
  /** The indexes of all occurrences, in reading order. */
  readonly order: readonly number[];
  readonly counts: ReadonlyMap<HighlightKind, number>;
  readonly coverage: Coverage | null;
  /** Index of the occurrence at the reading position. */
  readonly current: number | null;
}

/** What the popup and the side panel know of the active tab. */
export type PageState =
  | { readonly state: 'loading' }
  | ReadPage
  /** A site that the reader has not granted; `denied` after a refusal. */
  | { readonly state: 'ask'; readonly denied: boolean }
  /** A page that is not read and whose address is not known: the side panel learns it only by a click on the button. */
  | { readonly state: 'unknown' }
  /** The browser's own page, or another that no extension may read. */
  | { readonly state: 'unreadable' }
  /** A file of this device, which the extension may read once. */
  | { readonly state: 'file' }
  /** A file of this device, which the browser keeps from extensions until the reader changes a setting of it. */
  | { readonly state: 'fileBarred' }
  /** Shown by the browser's own viewer, into which no extension sees. */
  | { readonly state: 'pdf' }
  /** The site is granted, but the page was opened before the extension was installed or updated. */
  | { readonly state: 'stale' }
  /** A browser without the CSS Custom Highlight API. */
  | { readonly state: 'old' };

/** What the reader asks of the popup or the side panel. */
export type SurfaceAction =
  | { readonly do: 'enable'; readonly on: boolean }
  | { readonly do: 'site'; readonly on: boolean }
  | { readonly do: 'kind'; readonly kind: HighlightKind; readonly on: boolean }
  | { readonly do: 'density'; readonly density: Density }
  | { readonly do: 'reveal'; readonly index: number }
  | { readonly do: 'step'; readonly direction: 'next' | 'previous' }
  | { readonly do: 'hide' | 'unhide'; readonly term: string }
  | { readonly do: 'outline'; readonly item?: string }
  | { readonly do: 'takeAlong'; readonly format: NotesFormat }
  | { readonly do: 'grant' | 'once' | 'reload' | 'panel' | 'options' | 'details' };

/** The term that the reader has just hidden, so that it can be taken back. */
export interface HiddenTerm {
  readonly id: string;
  readonly title: string;
}
