import type { CardAction } from '../../components/card/model.ts';
import type { OpenedBy } from '../../components/card/state.ts';
import { createToneReader } from '../../utils/page/appearance.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { createCardDriver, type OpenCard } from './card-driver.ts';
import { type CardHost, createCardHost, type Language } from './card-host.tsx';
import { cardModel } from './card-model.ts';
import { copyText } from './copy.ts';
import type { KnowledgeStore } from './page-knowledge.ts';
import { type CardTarget, sameTarget } from './target.ts';

interface PageCardOptions {
  readonly store: KnowledgeStore;
  language(): Language;
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

/** The card on a page: explains what is pointed at, and does what the reader asks of it. */
export interface PageCard {
  point(target: CardTarget | null): void;
  open(target: CardTarget, by: OpenedBy): void;
  close(): void;
  /** Whether a card is on screen, and whether it is one that a click elsewhere closes. */
  isOpen(): boolean;
  closesOnClick(): boolean;
  contains(event: Event): boolean;
  /** Language or knowledge have changed. */
  refresh(): void;
  announce(text: string): void;
  notice(text: string): void;
  dispose(): void;
}

export function createPageCard(options: PageCardOptions): PageCard {
  const { store } = options;
  let host: CardHost | undefined;
  /** The card on screen had nothing to show yet. */
  let isWaiting = false;

  const driver = createCardDriver<CardTarget>({
    same: sameTarget,
    dwell: () => options.settings().dwell,
    onShow: show,
    onHide() {
      host?.hide();
      options.onMark(null);
    },
  });

  /** Made when it is first needed: most pages are read without a card. */
  function place(): CardHost {
    host ??= createCardHost({
      onPointer: driver.pointCard,
      onSelect: () => driver.send({ type: 'select' }),
      onGone: () => driver.send({ type: 'targetGone' }),
    });
    return host;
  }

  function show(state: OpenCard<CardTarget>): void {
    const { target, trail, mode, by } = state;
    const model = cardModel(target, trail, store, options.language());
    isWaiting = model === undefined;
    if (!model) {
      // The answer is under way, or got lost with a background that was ended: ask (again), then show.
      void attempt('card.notLoaded', async () => {
        const lead = trail.at(-1);
        await (lead?.kind === 'term'
          ? store.learnTerm(lead.id)
          : store.learn([target.annotation, ...target.inner], options.language().locale));
      });
      return;
    }
    const before = cardModel(target, trail.slice(0, -1), store, options.language());
    place().show(
      target,
      by === 'touch',
      {
        model,
        pinned: mode === 'pinned',
        back: trail.length > 0 ? before?.title : undefined,
        focus: by === 'keyboard',
        keys: options.settings().cardKeys,
        onAction: (action) => void act(action, target),
      },
      options.language(),
    );
    options.onMark(target.mark);
  }

  async function act(action: CardAction, target: CardTarget): Promise<void> {
    switch (action.do) {
      case 'pin':
        return driver.send({ type: 'togglePin' });
      case 'close':
        return driver.send({ type: 'close' });
      case 'back':
        return driver.send({ type: 'back' });
      case 'look':
        // What the term itself leads to is known only when it has been asked for.
        if (action.lead.kind === 'term')
          await attempt('card.notLoaded', () => store.learnTerm(action.lead.id));
        return driver.look(action.lead);
      case 'outline':
        return attempt('card.notLoaded', () => options.openOutline(action.item, target.mark));
      case 'settings':
        return attempt('card.notLoaded', options.openOptions);
      case 'copy':
        return attempt('card.copyFailed', () => copyText(action.text));
      case 'hide':
        return hideTerm(action.term, target);
    }
  }

  function hideTerm(term: string, target: CardTarget): Promise<void> {
    const { t, locale } = options.language();
    const titles = store.knowledge.terms[term]?.title;
    const title = (locale === 'zh-TW' ? titles?.hant : titles?.hans) ?? term;
    return attempt('card.notStored', async () => {
      await options.setHidden(term, true);
      driver.send({ type: 'close' });
      place().toast.show(t('card.hidden', { title }), themeOf(target.context), {
        label: t('card.undo'),
        run: () => void attempt('card.notStored', () => options.setHidden(term, false)),
      });
    });
  }

  /** Does something that can fail, and says so where it does. */
  async function attempt(failure: string, action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (!options.isAlive()) return;
      const reason = error instanceof Error ? error.message : String(error);
      place().toast.show(options.language().t(failure, { reason }), themeOf(document.documentElement));
    }
  }

  return {
    point: driver.point,
    open: driver.open,
    close: () => driver.send({ type: 'close' }),
    isOpen: () => driver.shown() !== undefined,
    closesOnClick() {
      const state = driver.shown();
      return state !== undefined && state.mode !== 'pinned' && state.by !== 'pointer';
    },
    contains: (event) => host?.contains(event) ?? false,
    refresh() {
      const state = driver.shown();
      if (state && isWaiting) show(state);
    },
    announce: (text) => place().toast.announce(text),
    notice: (text) => place().toast.show(text, themeOf(document.documentElement)),
    dispose() {
      driver.dispose();
      host?.remove();
      host = undefined;
    },
  };
}

function themeOf(element: Element): 'light' | 'dark' {
  return createToneReader()(element);
}
