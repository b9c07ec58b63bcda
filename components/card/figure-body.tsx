import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
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
  const facts = [
    ...(known ? factsOf(known).map(([key, text]) => ({ label: t(`card.fact.${key}`), text })) : []),
    ...reading.rows,
  ].filter(({ text }) => text !== '');
  return (
    <>
      <h2 class="card-title reading" data-role="card-title">
        {reading.headline}
        {reading.unit && <small> {reading.unit}</small>}
      </h2>
      {known && <p class="card-english">{known.measures}</p>}
      {facts.length > 0 && (
        <dl class="card-facts">
          {facts.map(({ label, text }) => (
            <>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </>
          ))}
        </dl>
      )}
      {known?.explanation && <p class="card-definition">{known.explanation}</p>}
      {known?.series && <Bars series={known.series} />}
      {known?.caveats.map((caveat) => (
        <p key={caveat} class="note">
          <Icon name="info" />
          <span>{caveat}</span>
        </p>
      ))}
      <Places places={model.places} onAction={onAction} />
      <Leads label={t('card.related')} leads={model.related} onAction={onAction} />
      <Sources sources={model.sources} />
    </>
  );
}

function factsOf(known: KnownReading) {
  return [
    ['year', known.year],
    ['scope', known.scope],
    ['comparison', known.comparison],
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
      <p class="card-label">
        {series.label} ({series.unit})
      </p>
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
