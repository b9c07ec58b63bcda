import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { Mark } from '../mark.tsx';
import { cite } from './citation.ts';
import { copyText } from './copy-text.ts';
import { FigureBody } from './figure-body.tsx';
import { type CardAction, type CardModel, CITATION_FORMATS } from './model.ts';
import { TermBody } from './term-body.tsx';

export interface CardProps {
  readonly model: CardModel;
  readonly pinned?: boolean;
  /** Name of the card this one was looked up from; the back button bears it. */
  readonly back?: string | undefined;
  /** As a sheet at the lower edge of a narrow or touched screen. */
  readonly sheet?: boolean;
  /** Move the focus in: the reader opened it by keyboard. */
  readonly focus?: boolean;
  /** Whether single keys (P, C, H) work; the reader can turn them off (WCAG 2.1.4). */
  readonly keys?: boolean;
  readonly onAction: (action: CardAction) => void;
}

/** The explanation of a term or a figure: a dialog that does not block the page. */
export function Card({
  model,
  pinned = false,
  back,
  sheet = false,
  focus = false,
  keys = true,
  onAction,
}: CardProps) {
  const { t, locale } = useLanguage();
  const card = useRef<HTMLElement>(null);
  const [copying, setCopying] = useState(false);
  /** Whether the last citation was copied; null before there is one. */
  const [copied, setCopied] = useState<boolean | null>(null);
  // Together with what is shown: a key pressed before the next frame would be the page's.
  useLayoutEffect(() => {
    if (focus) card.current?.focus({ preventScroll: true });
  }, [focus, model]);
  useLayoutEffect(() => {
    setCopying(false);
    setCopied(null);
  }, [model]);

  const hide = model.kind === 'term' ? () => onAction({ do: 'hide', term: model.id }) : undefined;
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = keyAction(event, keys, back !== undefined);
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (action === 'copy') setCopying(true);
    else if (action === 'hide') hide?.();
    else onAction({ do: action });
  };
  const kind = model.kind === 'term' ? model.category : 'figure';
  return (
    <section
      ref={card}
      class="card"
      role="dialog"
      aria-label={t('card.label', { title: model.title })}
      lang={locale}
      tabIndex={-1}
      data-role="card"
      data-pinned={pinned || undefined}
      data-sheet={sheet || undefined}
      onKeyDown={onKeyDown}
    >
      <div class="card-top">
        {back === undefined ? (
          <span>
            <Mark kind={kind}>{t(`common.kind.${kind}`)}</Mark>
          </span>
        ) : (
          <button type="button" class="button small quiet back" onClick={() => onAction({ do: 'back' })}>
            <Icon name="back" />
            <span class="visually-hidden">{t('card.backTo')}</span>
            {back}
          </button>
        )}
        <button
          type="button"
          class="button icon-only"
          aria-label={t('card.settings')}
          title={t('card.settings')}
          onClick={() => onAction({ do: 'settings' })}
        >
          <Icon name="settings" />
        </button>
        <button
          type="button"
          class="button icon-only"
          aria-label={t('card.close')}
          title={t('card.close')}
          onClick={() => onAction({ do: 'close' })}
        >
          <Icon name="close" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div class="card-body" tabIndex={0}>
        {model.kind === 'term' ? (
          <TermBody model={model} onAction={onAction} />
        ) : (
          <FigureBody model={model} onAction={onAction} />
        )}
      </div>
      <div class="card-foot">
        <button
          type="button"
          class="button quiet"
          aria-pressed={pinned}
          onClick={() => onAction({ do: 'pin' })}
        >
          <Icon name="pin" filled={pinned} />
          {t(pinned ? 'card.pinned' : 'card.pin')}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-expanded={copying}
          onClick={() => setCopying(!copying)}
        >
          <Icon name="copy" />
          {t('card.copy')}
        </button>
        {hide && (
          <button type="button" class="button quiet end" onClick={hide}>
            <Icon name="hide" />
            {t('card.hide')}
          </button>
        )}
        {copying && (
          <div class="card-copies">
            {CITATION_FORMATS.map((format) => (
              <button
                key={format}
                type="button"
                class="button small"
                onClick={() => {
                  const credit = t(isOwn(model) ? 'card.creditOwn' : 'card.credit');
                  copyText(cite(model, format, credit)).then(
                    () => setCopied(true),
                    () => setCopied(false),
                  );
                }}
              >
                {t(`card.copy.${format}`)}
              </button>
            ))}
          </div>
        )}
        <span class="card-status" role="status" data-failed={copied === false || undefined}>
          {copied !== null && t(copied ? 'card.copied' : 'card.copyFailed')}
        </span>
      </div>
    </section>
  );
}

/** Whether the explanation is the reader's, not ours. */
function isOwn(model: CardModel): boolean {
  return model.kind === 'term' && model.own !== null;
}

function keyAction(
  event: KeyboardEvent,
  keys: boolean,
  nested: boolean,
): 'pin' | 'copy' | 'hide' | 'back' | 'close' | undefined {
  if (event.key === 'Escape') return 'close';
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (nested && (event.key === 'Backspace' || event.key === 'ArrowLeft')) return 'back';
  if (!keys) return undefined;
  switch (event.key.toLowerCase()) {
    case 'p':
      return 'pin';
    case 'c':
      return 'copy';
    case 'h':
      return 'hide';
    default:
      return undefined;
  }
}
