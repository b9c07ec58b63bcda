import type { ReadingRow } from '../../utils/figures/reading.ts';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { seriesTitle } from '../series.ts';
import type { CardAction, FigureCard, KnownReading, Series } from './model.ts';
import { Leads, Places, Sources } from './parts.tsx';

/** What a figure card says between its head and its actions. */
export function FigureBody({
  model,
  onAction,
}: {
  readonly model: FigureCard;
  readonly onAction: (action: CardAction) => void;
}) {
  const { t } = useLanguage();
  const { reading, known } = model;
  const facts = grouped([
    ...reading.rows,
    ...(known ? factsOf(known).map(([key, text]) => ({ label: t(`card.fact.${key}`), text })) : []),
  ]);
  return (
    <>
      <h2 class="card-title reading" data-role="card-title">
        {reading.headline}
        {reading.unit && (
          <small>
            {/^[%‰]/u.test(reading.unit) ? '' : ' '}
            {reading.unit}
          </small>
        )}
      </h2>
      {known && <p class="card-english">{known.measures}</p>}
      {known?.explanation && <p class="card-definition">{known.explanation}</p>}
      {facts.length > 0 && (
        <dl class="card-facts">
          {facts.map(({ label, texts }) => (
            <>
              <dt>{label}</dt>
              {texts.map((text) => (
                <dd key={text}>{text}</dd>
              ))}
            </>
          ))}
        </dl>
      )}
      {known?.series && <Bars series={known.series} />}
      {known?.caveats.map((caveat) => (
        <p key={caveat} class="note">
          <Icon name="info" />
          <span>{caveat}</span>
        </p>
      ))}
      <Places places={model.places} onAction={onAction} />
      <Leads groups={[[t('card.related'), model.related]]} onAction={onAction} />
      <Sources sources={model.sources} />
    </>
  );
}

/** Rows without the empty ones; what follows under the same label joins it. */
function grouped(rows: readonly ReadingRow[]) {
  const groups: { readonly label: string; readonly texts: string[] }[] = [];
  for (const { label, text } of rows) {
    if (text === '') continue;
    const last = groups.at(-1);
    if (last?.label === label) last.texts.push(text);
    else groups.push({ label, texts: [text] });
  }
  return groups;
}

/** How the text reads comes first on the card; what we know of the figure, and from where, follows. */
function factsOf(known: KnownReading) {
  return [
    ['comparison', known.comparison],
    ['year', known.year],
    ['scope', known.scope],
    ['origin', known.origin],
    ['checked', known.verification],
  ] as const;
}

/** The comparison picture: a list for those who do not see it, with each bar's value written beside it. */
export function Bars({ series }: { readonly series: Series }) {
  const { t, locale } = useLanguage();
  const largest = Math.max(...series.points.map(({ value }) => value));
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return (
    <div class="card-section">
      <p class="card-label">{seriesTitle(series.label, series.unit, t, locale)}</p>
      <ul class="bars">
        {series.points.map(({ label, value, kind, current }) => (
          <li key={label} class="bars-row">
            <span>{label}</span>
            <span
              class="bars-bar"
              data-kind={kind}
              data-current={current || undefined}
              style={{ inlineSize: `${(100 * Math.max(value, 0)) / largest}%` }}
            />
            <span class="bars-value">
              {numbers.format(value)}
              {kind !== 'reported' && <span class="visually-hidden"> {t(`card.point.${kind}`)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
