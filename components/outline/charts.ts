import type { Translate } from '../../utils/i18n.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { type Locale, localise } from '../../utils/locale.ts';

/** How a series is drawn: `columns` side by side in time, `bars` to compare, `share` as parts of a whole. */
type ChartShape = 'columns' | 'bars' | 'share';

export interface ChartPoint {
  readonly label: string;
  readonly value: number;
  readonly kind: 'reported' | 'target' | 'derived';
  /** The value as it is written beside the mark: `> 70%`, `41.06`. */
  readonly written: string;
}

/** A chart in the language of the page: plain data. */
export interface ChartModel {
  /** The figure whose series it is. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly shape: ChartShape;
  readonly points: readonly ChartPoint[];
  /** The chart in words, for those who do not see it. */
  readonly alternative: string;
  readonly caveats: readonly string[];
}

/** Which series are drawn and how. The shape is an editorial choice: the data do not say which points are parts of a whole. */
const CHARTS: readonly { readonly figure: string; readonly shape: ChartShape }[] = [
  { figure: 'fig-target-2027-penetration', shape: 'columns' },
  { figure: 'fig-data-volume-2024', shape: 'bars' },
  { figure: 'fig-data-global-share-2024', shape: 'share' },
  { figure: 'fig-ai-data-growth-2024', shape: 'bars' },
  { figure: 'fig-intelligent-compute-2024', shape: 'bars' },
  { figure: 'fig-models-1509', shape: 'share' },
  { figure: 'fig-products-first', shape: 'share' },
];

/** The charts of the outline page, those first that belong to the targets. */
export function chartsOf(knowledge: Knowledge, locale: Locale, t: Translate): readonly ChartModel[] {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return CHARTS.flatMap(({ figure: id, shape }): ChartModel[] => {
    const figure = knowledge.figures.get(id);
    if (!figure?.series) return [];
    const { series } = figure;
    const points = series.points.map(({ label, value, kind, figure: other }): ChartPoint => {
      const over = other !== undefined && knowledge.figures.get(other)?.approx === 'over';
      const percent = series.unit === '%' ? '%' : '';
      return {
        label: localise(label, locale),
        value,
        kind,
        written: `${over ? '> ' : ''}${numbers.format(value)}${percent}`,
      };
    });
    const title = localise(series.label, locale);
    const spoken = points.map(({ label, written, kind }) =>
      t('outline.chart.point', {
        label,
        value: series.unit === '%' ? written : `${written} ${series.unit}`,
        kind: t(`outline.chart.${kind}`),
      }),
    );
    return [
      {
        id,
        title,
        unit: series.unit,
        shape,
        points,
        alternative: t('outline.chart.alternative', {
          title,
          points: spoken.join(locale === 'en' ? ', ' : '，'),
        }),
        caveats: figure.caveats.map((caveat) => localise(caveat, locale)),
      },
    ];
  });
}
