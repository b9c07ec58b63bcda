import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import type { HiddenTerm, SurfaceAction } from './page-state.ts';

/** What a surface has to tell about what the reader just did: a hidden term to take back, or a failure. */
export function Notices({
  hidden,
  problem,
  onAction,
}: {
  readonly hidden: HiddenTerm | null;
  /** What went wrong, in the words of the browser; null when all is well. */
  readonly problem: string | null;
  readonly onAction: (action: SurfaceAction) => void;
}) {
  const { t } = useLanguage();
  return (
    <>
      <div role="status" class="notices">
        {hidden && (
          <p class="notice">
            <span>{t('surfaces.hidden', { title: hidden.title })}</span>
            <button
              type="button"
              class="button small"
              onClick={() => onAction({ do: 'unhide', term: hidden.id })}
            >
              {t('surfaces.undo')}
            </button>
          </p>
        )}
      </div>
      {problem !== null && (
        <p class="note" role="alert">
          <Icon name="warning" />
          {t('surfaces.failed', { reason: problem })}
        </p>
      )}
    </>
  );
}
