import { useState } from 'preact/hooks';
import type { HighlightKind } from '../../utils/terms/types.ts';
import { Brand } from '../brand.tsx';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { CoverageBox } from '../page-list/coverage-box.tsx';
import { EmptyState } from '../page-list/empty-state.tsx';
import { entriesAhead } from '../page-list/entries.ts';
import { KindChips } from '../page-list/kind-chips.tsx';
import { PageList } from '../page-list/list.tsx';
import { Notices } from '../page-list/notices.tsx';
import type { HiddenTerm, PageState, ReadPage, SurfaceAction } from '../page-list/page-state.ts';
import { TakeAlong } from '../page-list/take-along.tsx';
import { ScrollRegion } from '../scroll-region.tsx';
import { ResultList } from '../search/result-list.tsx';
import type { SearchRow } from '../search/results.ts';
import { SearchField } from '../search/search-field.tsx';
import { Segments } from '../segments.tsx';

export interface PanelProps {
  readonly page: PageState;
  readonly host: string;
  readonly enabled: boolean;
  readonly siteOn: boolean;
  readonly kinds: readonly HighlightKind[];
  readonly kindsOff: readonly HighlightKind[];
  readonly hidden: HiddenTerm | null;
  readonly problem: string | null;
  readonly search: (query: string) => readonly SearchRow[];
  readonly onAction: (action: SurfaceAction) => void;
}

/** As much as stands on a screen of the article, roughly. */
const AHEAD = 20;

/** The panel beside the page: it follows the reading. */
export function Panel(props: PanelProps) {
  const { page, host, enabled, siteOn, hidden, problem, search, onAction } = props;
  const { t } = useLanguage();
  const [query, setQuery] = useState('');
  const searching = query.trim() !== '';
  const listed = enabled && siteOn && page.state === 'read' && page.entries.length > 0;
  const searchField = <SearchField label={t('popup.search')} value={query} onInput={setQuery} />;
  return (
    <div class="panel">
      <header class="panel-head">
        <h1>
          <Brand />
        </h1>
        <input
          class="switch"
          type="checkbox"
          aria-label={t('popup.marks')}
          checked={enabled}
          onChange={(event) => onAction({ do: 'enable', on: event.currentTarget.checked })}
        />
        <button
          type="button"
          class="button icon-only quiet"
          aria-label={t('popup.options')}
          title={t('popup.options')}
          onClick={() => onAction({ do: 'options' })}
        >
          <Icon name="settings" />
        </button>
      </header>
      <main>
        {listed ? (
          <>
            {page.coverage && (
              <CoverageBox coverage={page.coverage} onOutline={() => onAction({ do: 'outline' })} />
            )}
            <div class="panel-search">{searchField}</div>
            {!searching && <PanelList {...props} page={page} />}
          </>
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
      </main>
      <footer>
        <Notices hidden={hidden} problem={problem} onAction={onAction} />
        {!listed && (
          <button type="button" class="button quiet" onClick={() => onAction({ do: 'outline' })}>
            <Icon name="outline" />
            {t('popup.outline')}
          </button>
        )}
      </footer>
    </div>
  );
}

function PanelList({ page, kinds, kindsOff, onAction }: PanelProps & { readonly page: ReadPage }) {
  const { t } = useLanguage();
  const [view, setView] = useState<'ahead' | 'all'>('ahead');
  const { entries, order, counts, current } = page;
  const shown = entries.filter(({ kind }) => !kindsOff.includes(kind));
  const total = shown.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
  return (
    <>
      <div class="panel-tools">
        <Segments
          name="view"
          label={t('panel.view')}
          value={view}
          options={(['ahead', 'all'] as const).map((value) => ({ value, label: t(`panel.view.${value}`) }))}
          onChange={setView}
        />
        <Steps shown={total} onStep={(direction) => onAction({ do: 'step', direction })} />
      </div>
      {view === 'all' && (
        <KindChips
          kinds={kinds}
          kindsOff={kindsOff}
          counts={counts}
          onKind={(kind, on) => onAction({ do: 'kind', kind, on })}
        />
      )}
      <ScrollRegion label={t('popup.list')}>
        {shown.length === 0 && <p class="search-none">{t('popup.allOff')}</p>}
        <PageList
          entries={view === 'ahead' ? entriesAhead(shown, order, current, AHEAD) : shown}
          current={current}
          label={t('popup.list')}
          follow
          openFirst={view === 'ahead'}
          onReveal={(index) => onAction({ do: 'reveal', index })}
          onOutline={(item) => onAction({ do: 'outline', item })}
          onHide={(term) => onAction({ do: 'hide', term })}
        />
        <TakeAlong onTake={(format) => onAction({ do: 'takeAlong', format })} />
      </ScrollRegion>
    </>
  );
}

function Steps({
  shown,
  onStep,
}: {
  readonly shown: number;
  readonly onStep: (direction: 'next' | 'previous') => void;
}) {
  const { t } = useLanguage();
  return (
    <div class="panel-steps">
      <span class="num">{t('surfaces.occurrences', { count: shown })}</span>
      <button
        type="button"
        class="button small icon-only quiet"
        aria-label={t('panel.previous')}
        title={t('panel.previous')}
        onClick={() => onStep('previous')}
      >
        <Icon name="chevronUp" />
      </button>
      <button
        type="button"
        class="button small icon-only quiet"
        aria-label={t('panel.next')}
        title={t('panel.next')}
        onClick={() => onStep('next')}
      >
        <Icon name="chevronDown" />
      </button>
    </div>
  );
}
