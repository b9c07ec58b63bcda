import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
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
  return (
    <>
      {places.map(({ item, label }) => (
        <button key={item} type="button" class="card-place" onClick={() => onAction({ do: 'outline', item })}>
          <Icon name="outline" />
          <span>{label}</span>
          <Icon name="forward" />
        </button>
      ))}
    </>
  );
}

/** Terms or figures to look up inside the card. */
export function Leads({
  label,
  leads,
  onAction,
}: {
  readonly label: string;
  readonly leads: readonly Lead[];
  readonly onAction: OnAction;
}) {
  if (leads.length === 0) return null;
  return (
    <div class="card-row">
      <span class="card-label">{label}</span>
      {leads.map((lead) => (
        <button key={lead.id} type="button" class="tag" onClick={() => onAction({ do: 'look', lead })}>
          {lead.label}
        </button>
      ))}
    </div>
  );
}

/** Where it is known from, with links that open in a new tab. */
export function Sources({ sources }: { readonly sources: readonly CitedSource[] }) {
  const { t } = useLanguage();
  if (sources.length === 0) return null;
  return (
    <div class="card-source">
      {t('card.sources')}
      {sources.map(({ title, publisher, date, url }, index) => (
        <span key={title}>
          {index > 0 && ' · '}
          {url ? (
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          ) : (
            title
          )}
          {[publisher, date].filter((part) => part !== '').map((part) => `, ${part}`)}
        </span>
      ))}
    </div>
  );
}
