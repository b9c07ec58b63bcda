import type { Locale } from '../../utils/locale.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import type { HighlightKind } from '../../utils/terms/types.ts';
import type { CardDriver, OpenCard } from './card-driver.ts';
import type { KnowledgeStore } from './page-knowledge.ts';
import type { CardTarget } from './target.ts';

/** Where the keyboard has gone, for a screen reader. */
export interface Position {
  readonly title: string;
  readonly kind: HighlightKind;
  readonly index: number;
  readonly count: number;
}

/** What the card needs of the page it is on. */
export interface CardViewOptions {
  readonly driver: Pick<CardDriver<CardTarget>, 'pointCard' | 'send' | 'look' | 'shown'>;
  readonly store: KnowledgeStore;
  locale(): Locale;
  settings(): Settings;
  /** `mark` is the one the card was opened for; null for a selection. */
  openOutline(item: string, mark: number | null): Promise<unknown>;
  openOptions(): Promise<unknown>;
  /** Stores that a term is hidden, or shown again. */
  setHidden(term: string, hidden: boolean): Promise<unknown>;
  /** The card of a mark has opened; null when it has closed. */
  onMark(mark: number | null): void;
  /** Whether the extension is still there; without it nothing can be asked or stored. */
  isAlive(): boolean;
}

/** What is seen and heard of the card; when it opens and closes is the driver's. */
export interface CardView {
  /** Shows what is open, or asks for it where it is not known yet. */
  show(state: OpenCard<CardTarget>): void;
  hide(): void;
  /** More is known: a card that had nothing to show is tried again. */
  refresh(): void;
  contains(event: Event): boolean;
  announce(position: Position): void;
  /** Says that a selection has nothing to explain. */
  tellNothing(): void;
  remove(): void;
}

export type CreateCardView = (options: CardViewOptions) => CardView;

/** Set by the script of the card (entrypoints/card) in the world of the content scripts. */
declare global {
  var aiplusCard: CreateCardView | undefined;
}
