import { CARD_MESSAGES } from '../../assets/messages/card.ts';
import type { CardAction } from '../../components/card/model.ts';
import { createTranslator } from '../../utils/i18n.ts';
import { createToneReader } from '../../utils/page/appearance.ts';
import { reasonOf } from '../../utils/settings/full.ts';
import type { OpenCard } from '../content/card-driver.ts';
import type { CardView, CardViewOptions } from '../content/card-view.ts';
import type { CardTarget } from '../content/target.ts';
import { type CardHost, createCardHost, type Language } from './card-host.tsx';
import { cardModel } from './card-model.ts';

/** What is seen and heard of the card, and what it does when the reader asks. */
export function createCardView(options: CardViewOptions): CardView {
  const { driver, store } = options;
  let host: CardHost | undefined;
  /** The card on screen had nothing to show yet. */
  let isWaiting = false;

  function language(): Language {
    const locale = options.locale();
    return { locale, t: createTranslator(CARD_MESSAGES[locale], locale) };
  }

  /** Made when it is first needed: the reader may only have come near a mark. */
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
    const model = cardModel(target, trail, store, language());
    isWaiting = model === undefined;
    if (!model) {
      // The answer is under way, or got lost with a background that was ended: ask (again), then show.
      void attempt('card.notLoaded', async () => {
        const lead = trail.at(-1);
        await (lead?.kind === 'term'
          ? store.learnTerm(lead.id)
          : store.learn([target.annotation, ...target.inner], language().locale));
      });
      return;
    }
    const before = cardModel(target, trail.slice(0, -1), store, language());
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
      language(),
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
      case 'hide':
        return hideTerm(action.term, target);
    }
  }

  function hideTerm(term: string, target: CardTarget): Promise<void> {
    const { t, locale } = language();
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
      const { t } = language();
      place().toast.show(t(failure, { reason: reasonOf(error, t) }), themeOf(document.documentElement));
    }
  }

  return {
    show,
    hide: () => host?.hide(),
    refresh() {
      const state = driver.shown();
      if (state && isWaiting) show(state);
    },
    contains: (event) => host?.contains(event) ?? false,
    announce({ kind, ...position }) {
      const { t } = language();
      place().toast.announce(t('card.position', { ...position, kind: t(`common.kind.${kind}`) }));
    },
    tellNothing: () =>
      place().toast.show(language().t('card.selectionNone'), themeOf(document.documentElement)),
    remove() {
      host?.remove();
      host = undefined;
    },
  };
}

function themeOf(element: Element): 'light' | 'dark' {
  return createToneReader()(element);
}
