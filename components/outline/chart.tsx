import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../i18n.tsx';
import { seriesTitle, seriesUnit } from '../series.ts';
import type { ChartModel } from './charts.ts';

/** Below this width a chart has no room for its labels, in pixels; the rail may be narrower at high zoom. */
const NARROWEST = 180;
const WIDEST = 420;
/** So long a chart waits for a quiet moment at most, in milliseconds. */
const LATEST = 1_000;

/** A chart with its text alternative and its data as a table. */
export function Chart({ model }: { readonly model: ChartModel }) {
  const { t, locale } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (width === 0) return undefined;
    let stale = false;
    // The text first, and a chart at a time: the reader may already be scrolling.
    const idle = requestIdleCallback(
      () => {
        import('./plot.ts').then(
          ({ drawChart }) => {
            if (!stale) frame.current?.replaceChildren(drawChart(model, width));
          },
          () => setFailed(true),
        );
      },
      { timeout: LATEST },
    );
    return () => {
      stale = true;
      cancelIdleCallback(idle);
    };
  }, [model, width]);
  const kinds = new Set(model.points.map(({ kind }) => kind));
  return (
    <figure class="chart" data-shape={model.shape}>
      <figcaption>{seriesTitle(model.title, model.unit, t, locale)}</figcaption>
      {failed ? (
        <p class="chart-note">{t('outline.chart.failed')}</p>
      ) : (
        <div
          ref={frame}
          class="chart-frame"
          role="img"
          aria-label={model.alternative}
          style={{ '--rows': model.points.length }}
        />
      )}
      {kinds.has('target') && <p class="chart-note">{t('outline.chart.hatched')}</p>}
      {kinds.has('derived') && <p class="chart-note">{t('outline.chart.dashed')}</p>}
      {model.caveats.map((caveat) => (
        <p key={caveat} class="chart-note">
          {caveat}
        </p>
      ))}
      <details open={failed}>
        <summary>{t('outline.chart.table')}</summary>
        <table>
          <caption class="visually-hidden">{model.title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('outline.chart.what')}</th>
              <th scope="col">{seriesUnit(model.unit, locale) || t('outline.chart.number')}</th>
              <th scope="col">{t('outline.chart.kind')}</th>
            </tr>
          </thead>
          <tbody>
            {model.points.map(({ label, written, kind }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td class="num">{written}</td>
                <td>{t(`outline.chart.${kind}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The width of an element in whole pixels, followed; 0 until it is known. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const room = Math.floor(entry?.contentRect.width ?? 0);
      setWidth(room === 0 ? 0 : Math.min(Math.max(room, NARROWEST), WIDEST));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
