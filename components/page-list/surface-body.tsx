import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { HighlightKind } from '../../utils/terms/types.ts';
import { useLanguage } from '../i18n.tsx';
import { ScrollRegion } from '../scroll-region.tsx';
import { ResultList } from '../search/result-list.tsx';
import type { SearchRow } from '../search/results.ts';
import { SearchField } from '../search/search-field.tsx';
import { EmptyState } from './empty-state.tsx';
import type { ListEntry } from './entries.ts';
import { PageList } from './list.tsx';
import type { HiddenTerm, PageState, ReadPage, SurfaceAction } from './page-state.ts';
import { TakeAlong } from './take-along.tsx';

/** What the popup and the side panel both show of the active tab, and what the reader asks of them. */
export interface SurfaceProps {
  readonly page: PageState;
  readonly host: string;
  readonly enabled: boolean;
  readonly siteOn: boolean;
  readonly kindsOff: readonly HighlightKind[];
  readonly hidden: HiddenTerm | null;
  /** What went wrong, in the words of the browser; null when all is well. */
  readonly problem: string | null;
  readonly search: (query: string) => readonly SearchRow[];
  /** What a figure says by its text alone, a row each. */
  readonly readFigure: (text: string) => Promise<readonly string[]>;
  readonly onAction: (action: SurfaceAction) => void;
}

/** The page whose list is shown: a page that is read, has something to list, and is switched on; null otherwise. */
export function listedPage({ page, enabled, siteOn }: SurfaceProps): ReadPage | null {
  return enabled && siteOn && page.state === 'read' && page.entries.length > 0 ? page : null;
}

/**
 * The list of the page (`children` arrange it and the search field), or why there is none; while the reader looks
 * something up, the answers in its place.
 */
export function SurfaceBody({
  children,
  ...props
}: SurfaceProps & {
  readonly children: (
    page: ReadPage,
    searchField: ComponentChildren,
    searching: boolean,
  ) => ComponentChildren;
}) {
  const { page, host, enabled, siteOn, search, onAction } = props;
  const { t } = useLanguage();
  const [query, setQuery] = useState('');
  const searching = query.trim() !== '';
  const listed = listedPage(props);
  const searchField = <SearchField label={t('popup.search')} value={query} onInput={setQuery} />;
  return (
    <>
      {listed ? (
        children(listed, searchField, searching)
      ) : (
        <EmptyState
          page={page}
          host={host}
          enabled={enabled}
          siteOn={siteOn}
          searching={searching}
          onAction={onAction}
        >
          {searchField}
        </EmptyState>
      )}
      {searching && (
        <ScrollRegion label={t('surfaces.searchResults')}>
          <ResultList
            query={query}
            rows={search(query)}
            onOutline={(item) => onAction({ do: 'outline', item })}
          />
        </ScrollRegion>
      )}
    </>
  );
}

/** The entries of kinds that are switched on. */
export function shownEntries(page: ReadPage, kindsOff: readonly HighlightKind[]): readonly ListEntry[] {
  return page.entries.filter(({ kind }) => !kindsOff.includes(kind));
}

/** The list itself in a region that scrolls, and below it the page's notes to take along. */
export function ListRegion({
  entries,
  current,
  follow = false,
  openFirst = false,
  readFigure,
  onAction,
}: {
  readonly entries: readonly ListEntry[];
  readonly current: number | null;
  readonly follow?: boolean;
  readonly openFirst?: boolean;
  readonly readFigure: SurfaceProps['readFigure'];
  readonly onAction: (action: SurfaceAction) => void;
}) {
  const { t } = useLanguage();
  return (
    <ScrollRegion label={t('popup.list')}>
      {entries.length === 0 && <p class="search-none">{t('popup.allOff')}</p>}
      <PageList
        entries={entries}
        current={current}
        label={t('popup.list')}
        follow={follow}
        openFirst={openFirst}
        onReveal={(index) => onAction({ do: 'reveal', index })}
        onOutline={(item) => onAction({ do: 'outline', item })}
        onHide={(term) => onAction({ do: 'hide', term })}
        readFigure={readFigure}
      />
      <TakeAlong onTake={(format) => onAction({ do: 'takeAlong', format })} />
    </ScrollRegion>
  );
}
