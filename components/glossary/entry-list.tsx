import { useMemo, useState } from 'preact/hooks';
import { foldForm } from '../../utils/glossary/clean.ts';
import type { OwnTerm } from '../../utils/glossary/schema.ts';
import { useLanguage } from '../i18n.tsx';
import { Mark } from '../mark.tsx';
import { SearchField } from '../search/search-field.tsx';

/** Entries shown at once, and how many more at a time: 20,000 rows at once would make the page stand still. */
const STEP = 50;

/** The reader's entries, searched by any of their forms or their English. */
export function EntryList({
  terms,
  onEdit,
  onDelete,
}: {
  readonly terms: readonly OwnTerm[];
  readonly onEdit: (term: OwnTerm) => void;
  readonly onDelete: (term: OwnTerm) => void;
}) {
  const { t } = useLanguage();
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(STEP);
  const found = useMemo(() => {
    const wanted = foldForm(query);
    if (wanted === '') return terms;
    return terms.filter(({ forms, english = '' }) =>
      [...forms, english].some((name) => foldForm(name).includes(wanted)),
    );
  }, [terms, query]);
  return (
    <>
      {terms.length > STEP / 5 && (
        <div class="box-line">
          <SearchField
            label={t('glossary.search')}
            value={query}
            onInput={(value) => {
              setQuery(value);
              setShown(STEP);
            }}
          />
        </div>
      )}
      {found.length === 0 && <p class="box-lead">{t('glossary.none', { query: query.trim() })}</p>}
      <ul class="box-rows">
        {found.slice(0, shown).map((term) => {
          const [title = ''] = term.forms;
          return (
            <li key={term.id} class="box-row">
              <span class="box-row-label stacked">
                <span>
                  <Mark kind={term.category}>{title}</Mark>
                  {term.english !== undefined && (
                    <small class="entry-english" lang="en">
                      {term.english}
                    </small>
                  )}
                </span>
                <small class="entry-definition">{term.definition ?? term.definitionEn}</small>
              </span>
              <span class="box-row-end">
                <button
                  type="button"
                  class="button small quiet"
                  aria-label={t('glossary.editTerm', { title })}
                  onClick={() => onEdit(term)}
                >
                  {t('glossary.edit')}
                </button>
                <button
                  type="button"
                  class="button small quiet"
                  aria-label={t('glossary.deleteTerm', { title })}
                  onClick={() => onDelete(term)}
                >
                  {t('glossary.delete')}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
      {found.length > shown && (
        <button type="button" class="button" onClick={() => setShown(shown + STEP * 2)}>
          {t('glossary.more', { count: Math.min(found.length - shown, STEP * 2) })}
        </button>
      )}
    </>
  );
}
