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
  const { title, mentioned, touched } = coverage;
  // The strip shows every item with a hit; a reader who counts them must find the number that is said.
  const said = touched > 0 ? 'main' : mentioned > 0 ? 'slight' : 'none';
  return (
    <section class="coverage-box">
      <h2>{t(`popup.coverage.${said}`, { document: title, count: mentioned, touched })}</h2>
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
