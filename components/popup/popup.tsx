import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { HighlightKind } from '../../utils/terms/types.ts';
import { Brand } from '../brand.tsx';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { Keys } from '../keys.tsx';
import { CoverageBox } from '../page-list/coverage-box.tsx';
import { EmptyState } from '../page-list/empty-state.tsx';
import { KindChips } from '../page-list/kind-chips.tsx';
import { PageList } from '../page-list/list.tsx';
import { Notices } from '../page-list/notices.tsx';
import type { Density, HiddenTerm, PageState, ReadPage, SurfaceAction } from '../page-list/page-state.ts';
import { TakeAlong } from '../page-list/take-along.tsx';
import { ScrollRegion } from '../scroll-region.tsx';
import { ResultList } from '../search/result-list.tsx';
import type { SearchRow } from '../search/results.ts';
import { SearchField } from '../search/search-field.tsx';
import { Segments } from '../segments.tsx';

export interface PopupProps {
  readonly page: PageState;
  readonly host: string;
  readonly enabled: boolean;
  readonly siteOn: boolean;
  readonly kinds: readonly HighlightKind[];
  readonly kindsOff: readonly HighlightKind[];
  readonly density: Density;
  readonly hidden: HiddenTerm | null;
  readonly problem: string | null;
  /** The browser's shortcuts as the reader has set them, such as `Alt+R`; empty where there is none. */
  readonly shortcuts: { readonly toggle: string; readonly next: string };
  readonly search: (query: string) => readonly SearchRow[];
  readonly onAction: (action: SurfaceAction) => void;
}

/** The toolbar's popup. */
export function Popup(props: PopupProps) {
  const { page, host, enabled, siteOn, hidden, problem, search, onAction } = props;
  const { t } = useLanguage();
  const [query, setQuery] = useState('');
  const searching = query.trim() !== '';
  const reads = enabled && page.state === 'read';
  const listed = reads && siteOn && page.entries.length > 0;
  const searchField = <SearchField label={t('popup.search')} value={query} onInput={setQuery} />;
  return (
    <div class="popup">
      <header class="popup-head">
        <h1>
          <Brand />
        </h1>
        <label class="popup-switch">
          {t(enabled ? 'popup.marks' : 'popup.off')}
          <input
            class="switch"
            type="checkbox"
            checked={enabled}
            onChange={(event) => onAction({ do: 'enable', on: event.currentTarget.checked })}
          />
        </label>
      </header>
      {reads && (
        <label class="popup-site">
          <Icon name={siteOn ? 'check' : 'hide'} />
          <span>{t(siteOn ? 'popup.siteOn' : 'popup.siteOff', { host })}</span>
          <input
            class="switch"
            type="checkbox"
            checked={siteOn}
            onChange={(event) => onAction({ do: 'site', on: event.currentTarget.checked })}
          />
        </label>
      )}
      <main>
        {listed ? (
          <PageView {...props} page={page} searchField={searchField} searching={searching} />
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
        <Notices hidden={hidden} problem={problem} onAction={onAction} />
      </main>
      <Foot {...props} listed={listed} />
    </div>
  );
}

function PageView({
  page,
  kinds,
  kindsOff,
  density,
  searchField,
  searching,
  onAction,
}: PopupProps & {
  readonly page: ReadPage;
  readonly searchField: ComponentChildren;
  readonly searching: boolean;
}) {
  const { t } = useLanguage();
  const { coverage, counts, entries, current } = page;
  const shown = entries.filter(({ kind }) => !kindsOff.includes(kind));
  return (
    <>
      {coverage && <CoverageBox coverage={coverage} onOutline={() => onAction({ do: 'outline' })} />}
      <KindChips
        kinds={kinds}
        kindsOff={kindsOff}
        counts={counts}
        onKind={(kind, on) => onAction({ do: 'kind', kind, on })}
      />
      <div class="popup-tools">
        {searchField}
        <Segments
          name="density"
          label={t('popup.density')}
          value={density}
          options={(['all', 'section', 'page'] as const).map((value) => ({
            value,
            label: t(`popup.density.${value}`),
          }))}
          onChange={(value) => onAction({ do: 'density', density: value })}
        />
      </div>
      {!searching && (
        <ScrollRegion label={t('popup.list')}>
          {shown.length === 0 && <p class="search-none">{t('popup.allOff')}</p>}
          <PageList
            entries={shown}
            current={current}
            label={t('popup.list')}
            onReveal={(index) => onAction({ do: 'reveal', index })}
            onOutline={(item) => onAction({ do: 'outline', item })}
            onHide={(term) => onAction({ do: 'hide', term })}
          />
          <TakeAlong onTake={(format) => onAction({ do: 'takeAlong', format })} />
        </ScrollRegion>
      )}
    </>
  );
}

function Foot({ listed, shortcuts, onAction }: PopupProps & { readonly listed: boolean }) {
  const { t } = useLanguage();
  return (
    <footer>
      <div class="popup-foot">
        <button type="button" class="button quiet" onClick={() => onAction({ do: 'outline' })}>
          <Icon name="outline" />
          {t('popup.outline')}
        </button>
        <button type="button" class="button quiet" onClick={() => onAction({ do: 'panel' })}>
          <Icon name="panel" />
          {t('popup.panel')}
        </button>
        <button type="button" class="button quiet end" onClick={() => onAction({ do: 'options' })}>
          <Icon name="settings" />
          {t('popup.options')}
        </button>
      </div>
      {listed && (
        <p class="popup-hints">
          {shortcuts.toggle !== '' && (
            <span>
              <Keys combination={shortcuts.toggle} /> {t('popup.hint.toggle')}
            </span>
          )}
          {shortcuts.next !== '' && (
            <span>
              <Keys combination={shortcuts.next} /> {t('popup.hint.next')}
            </span>
          )}
          <span>
            <kbd>/</kbd> {t('popup.hint.search')}
          </span>
        </p>
      )}
    </footer>
  );
}
