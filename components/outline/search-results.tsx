import { useLayoutEffect, useMemo } from 'preact/hooks';
import { useLanguage } from '../i18n.tsx';
import { Mark } from '../mark.tsx';
import { type SearchRow, searchRows } from '../search/results.ts';
import { termPlace } from './address.ts';
import { useOutline } from './context.ts';
import { Text } from './text.tsx';

/** What the search found, each as a link to its place; the words found are marked there as well. */
export function SearchResults({ onFollow }: { readonly onFollow: () => void }) {
  const { t, locale } = useLanguage();
  const { knowledge, query } = useOutline();
  const rows = useMemo(
    () => searchRows(knowledge, query, locale, Number.POSITIVE_INFINITY),
    [knowledge, query, locale],
  );
  // The best answer comes first, and the window may stand deep in the document.
  useLayoutEffect(() => scrollTo(0, 0), [query]);
  return (
    <section class="search-results" aria-labelledby="search-title">
      <h1 id="search-title">{t('surfaces.searchResults')}</h1>
      <p role="status">
        {rows.length > 0
          ? t('surfaces.results', { count: rows.length })
          : t('surfaces.searchNone', { query: query.trim() })}
      </p>
      <ul>
        {rows.map((row) => (
          <li key={row.key} class="search-result">
            <a href={`#${placeOf(row)}`} onClick={onFollow}>
              {row.kind === null ? (
                <Text>{row.title}</Text>
              ) : (
                <Mark kind={row.kind}>
                  <Text>{row.title}</Text>
                </Mark>
              )}
            </a>
            <span class="gloss" lang="en">
              <Text>{row.english}</Text>
            </span>
            <p>
              <Text>{row.definition || t('surfaces.noDefinition')}</Text>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function placeOf({ found, id }: SearchRow): string {
  return found === 'term' ? termPlace(id) : id;
}
