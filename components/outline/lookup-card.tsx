import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { collectPageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import { localise } from '../../utils/locale.ts';
import { figureCard, termCard } from '../card/build.ts';
import { Card } from '../card/card.tsx';
import type { CardAction, CardModel, Lead } from '../card/model.ts';
import { followMark, isSheet } from '../card/placement.ts';
import { type CardEvent, type CardState, IDLE, isOpen, reduceCard } from '../card/state.ts';
import { useLanguage } from '../i18n.tsx';
import { writeDerivation } from './arithmetic.ts';

/** What a card is opened for, and the control it was opened from. */
export interface LookTarget {
  readonly lead: Lead;
  readonly at: HTMLElement;
}

/** The state of the page's one card. */
export function useLookup() {
  return useReducer<CardState<LookTarget>, CardEvent<LookTarget>>(
    (state, event) => reduceCard(state, event),
    IDLE,
  );
}

/** The card of a term or a figure beside the control that opened it, with look-ups inside. */
export function LookupCard({
  knowledge,
  state,
  send,
  cardKeys,
  onAction,
}: {
  readonly knowledge: Knowledge;
  readonly state: CardState<LookTarget>;
  readonly send: (event: CardEvent<LookTarget>) => void;
  /** Whether single keys work in the card. */
  readonly cardKeys: boolean;
  /** What the card does not do itself: `outline`, `hide`, `settings`. */
  readonly onAction: (action: CardAction) => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const language = useLanguage();
  const open = isOpen(state) ? state : null;
  const target = open?.target;
  const lead = open?.trail.at(-1) ?? target?.lead;
  const model = useMemo(() => lead && cardOf(lead, knowledge, language), [lead, knowledge, language]);
  const sheet = isSheet(window, false);

  useEffect(() => {
    const { current } = host;
    if (!target || !current) return undefined;
    if (sheet) return undefined;
    const fragments = (): readonly DOMRect[] => [target.at.getBoundingClientRect()];
    return followMark(current, target.at, fragments, undefined, () => {
      // The focus must not vanish with the card; moving it back must not scroll to the control either.
      if (current.contains(document.activeElement)) target.at.focus({ preventScroll: true });
      send({ type: 'targetGone' });
    });
  }, [target, sheet, send]);
  useEffect(() => {
    if (!target) return undefined;
    // A click beside the card closes it, as the reader expects of what covers the text.
    const onPointerDown = ({ target: hit }: PointerEvent): void => {
      if (state.mode === 'pinned' || !(hit instanceof Node)) return;
      if (!host.current?.contains(hit) && !target.at.contains(hit)) send({ type: 'close' });
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [target, state.mode, send]);

  if (!open || !target || !model) return null;
  const before = open.trail.length > 1 ? open.trail.at(-2) : target.lead;
  const act = (action: CardAction): void => {
    switch (action.do) {
      case 'look':
        send({ type: 'look', lead: action.lead });
        return;
      case 'back':
        send({ type: 'back' });
        return;
      case 'pin':
        send({ type: 'togglePin' });
        return;
      case 'close':
        send({ type: 'close' });
        target.at.focus();
        return;
      case 'outline':
        if (state.mode !== 'pinned') send({ type: 'close' });
        onAction(action);
        return;
      default:
        onAction(action);
    }
  };
  return (
    <div ref={host} class="lookup" data-sheet={sheet || undefined}>
      <Card
        model={model}
        pinned={state.mode === 'pinned'}
        back={open.trail.length > 0 ? before?.label : undefined}
        sheet={sheet}
        focus
        keys={cardKeys}
        onAction={act}
      />
    </div>
  );
}

type Language = ReturnType<typeof useLanguage>;

function cardOf({ kind, id }: Lead, knowledge: Knowledge, language: Language): CardModel | undefined {
  if (kind === 'term') return termCard(id, collectPageKnowledge(knowledge, [id], []), language);
  const figure = knowledge.figures.get(id);
  if (!figure) return undefined;
  const { locale } = language;
  const title = localise(figure.display, locale);
  // No text stands behind it that could be read: the figure as the document writes it, and what follows from it.
  const reading = {
    headline: title,
    unit: '',
    rows: figure.derived.map((derivation) => ({
      label: localise(derivation.label, locale),
      text: writeDerivation(derivation, locale),
    })),
  };
  return figureCard(title, reading, id, collectPageKnowledge(knowledge, [], [id]), language);
}
