import type { ComponentChildren } from 'preact';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import type { PopupAction, PopupPage } from './popup.tsx';

type Empty = 'loading' | 'off' | 'siteOff' | 'none' | 'ask' | 'unreadable' | 'stale';

/** What the popup says where it has no list: why, and what the reader can do. */
export function EmptyState({
  page,
  host,
  enabled,
  siteOn,
  onAction,
  children,
}: {
  readonly page: PopupPage;
  readonly host: string;
  readonly enabled: boolean;
  readonly siteOn: boolean;
  readonly onAction: (action: PopupAction) => void;
  /** The search field: look-up works in every state. */
  readonly children: ComponentChildren;
}) {
  const { t } = useLanguage();
  const state: Empty = !enabled ? 'off' : page.state !== 'read' ? page.state : siteOn ? 'none' : 'siteOff';
  if (state === 'loading')
    return (
      <p class="popup-empty" role="status">
        {t('popup.loading')}
      </p>
    );
  return (
    <section class="popup-empty" data-state={state}>
      <h2>{t(`popup.${state}.title`)}</h2>
      <p>{t(`popup.${state}.text`, { host })}</p>
      {page.state === 'ask' && enabled && (
        <>
          <div class="popup-actions">
            <button type="button" class="button primary" onClick={() => onAction({ do: 'grant' })}>
              {t('popup.ask.grant')}
            </button>
            <button type="button" class="button" onClick={() => onAction({ do: 'once' })}>
              {t('popup.ask.once')}
            </button>
          </div>
          {page.denied && <p role="alert">{t('popup.ask.denied')}</p>}
          <ul class="popup-promises">
            {(['local', 'revoke'] as const).map((promise) => (
              <li key={promise}>
                <Icon name="check" />
                {t(`popup.ask.${promise}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      {state === 'off' && (
        <div class="popup-actions">
          <button type="button" class="button primary" onClick={() => onAction({ do: 'enable', on: true })}>
            {t('popup.off.again')}
          </button>
        </div>
      )}
      {state === 'stale' && (
        <div class="popup-actions">
          <button type="button" class="button primary" onClick={() => onAction({ do: 'reload' })}>
            {t('popup.stale.reload')}
          </button>
        </div>
      )}
      {children}
    </section>
  );
}
