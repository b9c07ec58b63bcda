import type { ComponentChildren } from 'preact';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { EmptyPicture } from './empty-picture.tsx';
import type { PageState, SurfaceAction } from './page-state.ts';

type Empty = Exclude<PageState['state'], 'read'> | 'off' | 'siteOff' | 'none';

/** What a surface says where it has no list: why, and what the reader can do. */
export function EmptyState({
  page,
  host,
  enabled,
  siteOn,
  searching,
  onAction,
  children,
}: {
  readonly page: PageState;
  readonly host: string;
  readonly enabled: boolean;
  readonly siteOn: boolean;
  /** While the reader looks something up, the answers need the room. */
  readonly searching: boolean;
  readonly onAction: (action: SurfaceAction) => void;
  /** The search field: look-up works in every state. */
  readonly children: ComponentChildren;
}) {
  const { t } = useLanguage();
  const state = emptyState(page, enabled, siteOn);
  if (state === 'loading')
    return (
      <p class="empty" role="status">
        {t('popup.loading')}
      </p>
    );
  return (
    <section class="empty" data-state={state}>
      {!searching && (
        <>
          {(state === 'none' || state === 'ask') && <EmptyPicture marked={state === 'ask'} />}
          <h2>{t(`popup.${state}.title`)}</h2>
          <p>{t(`popup.${state}.text`, { host })}</p>
          <Actions page={page} state={state} onAction={onAction} />
        </>
      )}
      {children}
    </section>
  );
}

function emptyState(page: PageState, enabled: boolean, siteOn: boolean): Empty {
  if (page.state === 'old') return 'old';
  if (!enabled) return 'off';
  if (page.state !== 'read') return page.state;
  return siteOn ? 'none' : 'siteOff';
}

/** The one thing to do in a state, where there is one. */
const ONLY_ACTIONS: Partial<Record<Empty, { readonly label: string; readonly action: SurfaceAction }>> = {
  off: { label: 'popup.again', action: { do: 'enable', on: true } },
  siteOff: { label: 'popup.again', action: { do: 'site', on: true } },
  stale: { label: 'popup.stale.reload', action: { do: 'reload' } },
  file: { label: 'popup.ask.once', action: { do: 'once' } },
  fileBarred: { label: 'popup.fileBarred.details', action: { do: 'details' } },
};

function Actions({
  page,
  state,
  onAction,
}: {
  readonly page: PageState;
  readonly state: Empty;
  readonly onAction: (action: SurfaceAction) => void;
}) {
  const { t } = useLanguage();
  const only = ONLY_ACTIONS[state];
  if (only) {
    const { label, action } = only;
    return (
      <div class="empty-actions">
        <button type="button" class="button primary" onClick={() => onAction(action)}>
          {t(label)}
        </button>
      </div>
    );
  }
  if (state !== 'ask') return null;
  return (
    <>
      <div class="empty-actions">
        <button type="button" class="button primary" onClick={() => onAction({ do: 'grant' })}>
          {t('popup.ask.grant')}
        </button>
        <button type="button" class="button" onClick={() => onAction({ do: 'once' })}>
          {t('popup.ask.once')}
        </button>
      </div>
      {page.state === 'ask' && page.denied && (
        <p class="empty-denied" role="alert">
          {t('popup.ask.denied')}
        </p>
      )}
      <ul class="empty-promises">
        {(['local', 'revoke'] as const).map((promise) => (
          <li key={promise}>
            <Icon name="check" />
            {t(`popup.ask.${promise}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
