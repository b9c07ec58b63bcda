import type { Coverage } from '../coverage/cells.ts';
import { CoverageStrip } from '../coverage/strip.tsx';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import type { Occurrence } from '../page-list/entries.ts';
import { HeatCells } from './heat.tsx';

/** The article the outline is read beside. */
export type Beside =
  /** The outline was opened by itself. */
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  /** The tab was closed, or shows another page that is not read. */
  | { readonly state: 'gone' }
  | {
      readonly state: 'read';
      readonly title: string;
      readonly occurrences: readonly Pick<Occurrence, 'index' | 'subject' | 'text'>[];
    };

/** Which article the marks belong to, how much of the document it touches, and how that is measured. */
export function BesideBar({
  beside,
  coverage,
  onReturn,
}: {
  readonly beside: Beside;
  /** Of the document shown; null in the index of terms. */
  readonly coverage: Coverage | null;
  readonly onReturn: () => void;
}) {
  const { t } = useLanguage();
  if (beside.state === 'none') return null;
  // The bar has its place from the start, or the text would move under the reader when the article answers.
  if (beside.state === 'loading') return <div class="beside-bar" />;
  if (beside.state === 'gone')
    return (
      <div class="beside-bar" role="status">
        <Icon name="info" />
        {t('outline.gone')}
      </div>
    );
  return (
    <section class="beside-bar" aria-label={t('outline.besides')}>
      <Icon name="link" />
      <span>{t('outline.besides')}</span>
      <b>{beside.title}</b>
      <button type="button" class="link" onClick={onReturn}>
        {t('outline.back')}
      </button>
      {coverage && (
        <details class="measure">
          <summary>
            {t('outline.touched', {
              mentioned: coverage.mentioned,
              touched: coverage.touched,
              count: coverage.of,
            })}
            <span class="visually-hidden"> · {t('outline.measure')}</span>
          </summary>
          <div class="measure-text">
            <CoverageStrip coverage={coverage} />
            <p>{t('outline.measure.text')}</p>
            <p class="measure-legend">
              <HeatCells level={1} />
              <span>{t('outline.measure.few')}</span>
              <HeatCells level={5} />
              <span>{t('outline.measure.many')}</span>
            </p>
          </div>
        </details>
      )}
    </section>
  );
}
