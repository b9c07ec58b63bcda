import { useState } from 'preact/hooks';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { Mark } from '../mark.tsx';
import type { SearchRow } from './results.ts';

/** The answers of a search; each opens to its definition and leads to the outline. */
export function ResultList({
  query,
  rows,
  onOutline,
}: {
  readonly query: string;
  readonly rows: readonly SearchRow[];
  readonly onOutline: (item: string) => void;
}) {
  const { t } = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <p class={rows.length > 0 ? 'visually-hidden' : 'search-none'} role="status">
        {rows.length > 0
          ? t('surfaces.results', { count: rows.length })
          : t('surfaces.searchNone', { query: query.trim() })}
      </p>
      <ul class="page-list" aria-label={t('surfaces.searchResults')}>
        {rows.map(({ key, kind, title, english, definition, item }) => (
          <li key={key} class="page-entry">
            <div class="page-entry-line">
              <button
                type="button"
                class="page-entry-name"
                aria-expanded={open === key}
                onClick={() => setOpen(open === key ? null : key)}
              >
                {kind === null ? <b>{title}</b> : <Mark kind={kind}>{title}</Mark>}
                <span lang="en">{english}</span>
                {kind !== null && <span class="visually-hidden">{t(`common.kind.${kind}`)}</span>}
              </button>
            </div>
            {open === key && (
              <div class="page-entry-detail">
                <p>{definition || t('surfaces.noDefinition')}</p>
                {item && (
                  <div class="page-entry-actions">
                    <button type="button" class="button small quiet" onClick={() => onOutline(item)}>
                      <Icon name="outline" />
                      {t('surfaces.inOutline')}
                    </button>
                  </div>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
