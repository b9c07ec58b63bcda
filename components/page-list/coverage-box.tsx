import type { Coverage } from '../coverage/cells.ts';
import { CoverageStrip } from '../coverage/strip.tsx';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';

/** How much of the outline the page touches, with the way into the outline. */
export function CoverageBox({
  coverage,
  onOutline,
}: {
  readonly coverage: Coverage;
  readonly onOutline: () => void;
}) {
  const { t } = useLanguage();
  const { title, touched, of } = coverage;
  return (
    <section class="coverage-box">
      <h2>{t('popup.coverage', { document: title, touched, count: of })}</h2>
      <button
        type="button"
        class="button small icon-only quiet"
        aria-label={t('popup.toOutline')}
        title={t('popup.toOutline')}
        onClick={onOutline}
      >
        <Icon name="forward" />
      </button>
      <CoverageStrip coverage={coverage} />
    </section>
  );
}
