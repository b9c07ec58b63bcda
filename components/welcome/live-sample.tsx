import { useLayoutEffect, useRef } from 'preact/hooks';
import { HIGHLIGHT_KINDS } from '../../utils/terms/types.ts';
import { Card } from '../card/card.tsx';
import type { CardAction, CardModel, Lead } from '../card/model.ts';
import { followMark, isSheet } from '../card/placement.ts';
import { isOpen } from '../card/state.ts';
import { Sample, type SampleMark } from '../sample/sample.tsx';
import { useCard } from './use-card.ts';

export interface LiveSampleProps {
  readonly enabled: boolean;
  readonly style: 'subtle' | 'strong' | 'lines';
  readonly density: 'all' | 'section' | 'page';
  readonly dwell: number;
  readonly cardKeys: boolean;
  /** The card of a term or a known figure. */
  readonly cardOf: (lead: Lead) => CardModel | undefined;
  /** What the card cannot do on its own. */
  readonly onCard: (action: Extract<CardAction, { do: 'outline' | 'settings' }>) => void;
}

/** The sample article with working cards: the reader's first try. */
export function LiveSample({ enabled, style, density, dwell, cardKeys, cardOf, onCard }: LiveSampleProps) {
  const [state, send] = useCard<SampleMark>(dwell, (a, b) => a.key === b.key);
  const host = useRef<HTMLDivElement>(null);
  const marks = useRef(new Map<string, HTMLElement>());
  const open = isOpen(state) ? state : undefined;
  const key = open?.target.key;
  const sheet = isSheet(window, open?.by === 'touch');

  // Before anything is painted: a card at its last place could lie under the pointer and be taken for entered.
  useLayoutEffect(() => {
    const mark = key === undefined ? undefined : marks.current.get(key);
    host.current?.removeAttribute('style');
    if (!mark || !host.current || sheet) return undefined;
    return followMark(
      host.current,
      mark,
      () => [...mark.getClientRects()],
      undefined,
      () => send({ type: 'targetGone' }),
    );
  }, [key, sheet]);

  const close = (): void => {
    // The focus goes back to where it was, if the card had it.
    if (key !== undefined && host.current?.contains(document.activeElement)) marks.current.get(key)?.focus();
    send({ type: 'close' });
  };
  const onAction = (action: CardAction): void => {
    switch (action.do) {
      case 'pin':
        send({ type: 'togglePin' });
        return;
      case 'look':
        send({ type: 'look', lead: action.lead });
        return;
      case 'back':
        send({ type: 'back' });
        return;
      // There is nothing to hide in a sample: the card closes, as it would in an article.
      case 'hide':
      case 'close':
        close();
        return;
      default:
        onCard(action);
    }
  };
  const lead = open && (open.trail.at(-1) ?? leadOf(open.target));
  const model = lead && cardOf(lead);
  const before = open && open.trail.length > 0 ? (open.trail.at(-2) ?? leadOf(open.target)) : undefined;
  return (
    <>
      <Sample
        style={style}
        density={density}
        kindsOff={enabled ? [] : HIGHLIGHT_KINDS}
        heading="h2"
        renderMark={(mark) => (
          // biome-ignore lint/a11y/useSemanticElements: a <button> does not break over lines as marked text does
          <span
            key={mark.key}
            ref={(element) => {
              if (element) marks.current.set(mark.key, element);
              else marks.current.delete(mark.key);
            }}
            class="mark"
            data-kind={mark.mark.kind}
            role="button"
            tabIndex={0}
            aria-expanded={mark.key === key}
            aria-haspopup="dialog"
            onPointerEnter={(event) => {
              if (event.pointerType !== 'touch') send({ type: 'pointOver', target: mark });
            }}
            onPointerLeave={() => send({ type: 'pointAway' })}
            onClick={(event) => send({ type: 'open', target: mark, by: openedBy(event) })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              send({ type: 'open', target: mark, by: 'keyboard' });
            }}
          >
            {mark.text}
          </span>
        )}
      />
      <div
        ref={host}
        class="card-host"
        data-sheet={sheet || undefined}
        hidden={!model}
        onPointerEnter={() => send({ type: 'pointCard' })}
        onPointerLeave={() => send({ type: 'pointAway' })}
      >
        {open && model && (
          <Card
            model={model}
            pinned={open.mode === 'pinned'}
            back={before?.label}
            sheet={sheet}
            focus={open.by === 'keyboard'}
            keys={cardKeys}
            onAction={onAction}
          />
        )}
      </div>
    </>
  );
}

function leadOf({ text, mark }: SampleMark): Lead {
  return { kind: mark.kind === 'figure' ? 'figure' : 'term', id: mark.subject, label: text };
}

function openedBy(event: MouseEvent): 'pointer' | 'touch' {
  return event instanceof PointerEvent && event.pointerType === 'touch' ? 'touch' : 'pointer';
}
