import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { SourceLine } from '../source-line.tsx';
import type { CardAction, CitedSource, Lead, Place } from './model.ts';

type OnAction = (action: CardAction) => void;

/** Links to where the subject stands in the outline. */
export function Places({
  places,
  onAction,
}: {
  readonly places: readonly Place[];
  readonly onAction: OnAction;
}) {
  const { t } = useLanguage();
  if (places.length === 0) return null;
  return (
    <ul class="card-places" aria-label={t('card.places')}>
      {places.map(({ item, document, label }) => (
        <li key={item}>
          <button type="button" class="card-place" onClick={() => onAction({ do: 'outline', item })}>
            <Icon name="outline" />
            <span>
              <span class="card-document">{document}</span> {label}
            </span>
            <Icon name="forward" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Terms or figures to look up inside the card, by groups with a label each. */
export function Leads({
  groups,
  onAction,
}: {
  readonly groups: readonly (readonly [label: string, leads: readonly Lead[]])[];
  readonly onAction: OnAction;
}) {
  const filled = groups.filter(([, leads]) => leads.length > 0);
  if (filled.length === 0) return null;
  return (
    <dl class="card-leads">
      {filled.map(([label, leads]) => (
        <>
          <dt>{label}</dt>
          <dd>
            {leads.map((lead) => (
              <button key={lead.id} type="button" class="tag" onClick={() => onAction({ do: 'look', lead })}>
                {lead.label}
              </button>
            ))}
          </dd>
        </>
      ))}
    </dl>
  );
}

/** Where it is known from, with links that open in a new tab. */
export function Sources({ sources }: { readonly sources: readonly CitedSource[] }) {
  const { t } = useLanguage();
  if (sources.length === 0) return null;
  return (
    <div class="card-source">
      <h3 class="card-label">{t('card.sources')}</h3>
      <ul>
        {sources.map(({ title, publisher, date, url }) => (
          <li key={title}>
            <SourceLine title={title} url={url} details={[publisher, date]} separator={'\u00a0· '} />
          </li>
        ))}
      </ul>
    </div>
  );
}
