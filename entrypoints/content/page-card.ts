import type { OpenedBy } from '../../components/card/state.ts';
import { createCardDriver } from './card-driver.ts';
import type { CardView, CardViewOptions, Position } from './card-view.ts';
import { tellFailure } from './failure-notice.ts';
import { loadCardScript } from './load-card.ts';
import { type CardTarget, sameTarget } from './target.ts';

/** The card on a page: explains what is pointed at. Its looks are loaded when the reader first comes near a mark. */
export interface PageCard {
  /** Loads the card when the browser has nothing else to do: somebody is there who may want it. */
  prepare(): void;
  point(target: CardTarget | null): void;
  open(target: CardTarget, by: OpenedBy): void;
  close(): void;
  /** Whether a card is on screen, and whether it is one that a click elsewhere closes. */
  isOpen(): boolean;
  closesOnClick(): boolean;
  contains(event: Event): boolean;
  /** More is known: a card that had nothing to show is tried again. */
  refresh(): void;
  announce(position: Position): void;
  /** Says that a selection has nothing to explain. */
  tellNothing(): void;
  dispose(): void;
}

export function createPageCard(options: Omit<CardViewOptions, 'driver'>): PageCard {
  let view: CardView | undefined;
  let isDisposed = false;

  const driver = createCardDriver<CardTarget>({
    same: sameTarget,
    dwell: () => options.settings().dwell,
    onShow() {
      void withView((current) => {
        // While the script was loading the pointer may have left, or gone to another mark.
        const state = driver.shown();
        if (state && state.mode !== 'closing') current.show(state);
      });
    },
    onHide() {
      view?.hide();
      options.onMark(null);
    },
  });

  async function load(): Promise<CardView> {
    const create = await loadCardScript();
    view ??= create({ ...options, driver });
    return view;
  }

  /** Does something with the card, at once where it is loaded; says so where it cannot be loaded. */
  async function withView(action: (view: CardView) => void): Promise<void> {
    try {
      const current = view ?? (await load());
      if (!isDisposed) action(current);
    } catch (error) {
      // Nothing is on screen: the next pointing tries anew.
      driver.send({ type: 'close' });
      if (options.isAlive() && !isDisposed) tellFailure(error, options.locale());
    }
  }

  /** A failure is no loss yet: opening the card tries again, and tells. */
  function loadAhead(): void {
    if (!view && !isDisposed) load().catch(() => undefined);
  }

  return {
    prepare: () => void requestIdleCallback(loadAhead),
    point(target) {
      // Loaded while the pointer dwells.
      if (target !== null) loadAhead();
      driver.point(target);
    },
    open: driver.open,
    close: () => driver.send({ type: 'close' }),
    isOpen: () => driver.shown() !== undefined,
    closesOnClick() {
      const state = driver.shown();
      return state !== undefined && state.mode !== 'pinned' && state.by !== 'pointer';
    },
    contains: (event) => view?.contains(event) ?? false,
    refresh: () => view?.refresh(),
    announce: (position) => void withView((current) => current.announce(position)),
    tellNothing: () => void withView((current) => current.tellNothing()),
    dispose() {
      isDisposed = true;
      driver.dispose();
      view?.remove();
      view = undefined;
    },
  };
}
