import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { HighlightKind } from '../../utils/terms/types.ts';
import { Brand } from '../brand.tsx';
import type { Coverage } from '../coverage/cells.ts';
import { CoverageStrip } from '../coverage/strip.tsx';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { Mark } from '../mark.tsx';
import type { ListEntry } from '../page-list/entries.ts';
import { PageList } from '../page-list/list.tsx';
import { ResultList } from '../search/result-list.tsx';
import type { SearchRow } from '../search/results.ts';
import { SearchField } from '../search/search-field.tsx';
import { Segments } from '../segments.tsx';
import { EmptyState } from './empty-state.tsx';

export type Density = 'all' | 'section' | 'page';

/** What the popup knows of the active tab. */
export type PopupPage =
  | { readonly state: 'loading' }
  | {
      readonly state: 'read';
      readonly entries: readonly ListEntry[];
      readonly counts: ReadonlyMap<HighlightKind, number>;
      readonly coverage: Coverage | null;
      readonly current: number | null;
    }
  /** A site that the reader has not granted; `denied` after a refusal. */
  | { readonly state: 'ask'; readonly denied: boolean }
  /** The browser's own page, or another that no extension may read. */
  | { readonly state: 'unreadable' }
  /** The site is granted, but the page was opened before the extension was installed or updated. */
  | { readonly state: 'stale' };

export type PopupAction =
  | { readonly do: 'enable'; readonly on: boolean }
  | { readonly do: 'site'; readonly on: boolean }
  | { readonly do: 'kind'; readonly kind: HighlightKind; readonly on: boolean }
  | { readonly do: 'density'; readonly density: Density }
  | { readonly do: 'reveal'; readonly index: number }
  | { readonly do: 'hide'; readonly term: string }
  | { readonly do: 'outline'; readonly item?: string }
  | { readonly do: 'grant' | 'once' | 'reload' | 'panel' | 'options' };

export interface PopupProps {
  readonly page: PopupPage;
  readonly host: string;
  readonly enabled: boolean;
  readonly siteOn: boolean;
  readonly kinds: readonly HighlightKind[];
  readonly kindsOff: readonly HighlightKind[];
  readonly density: Density;
  readonly search: (query: string) => readonly SearchRow[];
  readonly onAction: (action: PopupAction) => void;
}

/** The toolbar's popup. */
export function Popup(props: PopupProps) {
  const { page, host, enabled, siteOn, search, onAction } = props;
  const { t } = useLanguage();
  const [query, setQuery] = useState('');
  const searching = query.trim() !== '';
  const reads = enabled && page.state === 'read';
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
        {reads && page.entries.length > 0 && siteOn ? (
          <PageView {...props} page={page} searchField={searchField} searching={searching} />
        ) : (
          <EmptyState page={page} host={host} enabled={enabled} siteOn={siteOn} onAction={onAction}>
            {searchField}
          </EmptyState>
        )}
        {searching && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <div class="popup-scroll" tabIndex={0} role="region" aria-label={t('surfaces.searchResults')}>
            <ResultList
              query={query}
              rows={search(query)}
              onOutline={(item) => onAction({ do: 'outline', item })}
            />
          </div>
        )}
      </main>
      <footer class="popup-foot">
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
      </footer>
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
  readonly page: Extract<PopupPage, { state: 'read' }>;
  readonly searchField: ComponentChildren;
  readonly searching: boolean;
}) {
  const { t } = useLanguage();
  const { coverage, counts, entries, current } = page;
  const shown = entries.filter(({ kind }) => !kindsOff.includes(kind));
  return (
    <>
      {coverage && (
        <section class="popup-coverage">
          <h2>
            {t('popup.coverage', { document: coverage.title, touched: coverage.touched, count: coverage.of })}
          </h2>
          <button
            type="button"
            class="button small icon-only"
            aria-label={t('popup.outline')}
            onClick={() => onAction({ do: 'outline' })}
          >
            <Icon name="forward" />
          </button>
          <CoverageStrip coverage={coverage} />
        </section>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row everywhere */}
      <div class="popup-kinds" role="group" aria-label={t('popup.kinds')}>
        {kinds.map((kind) => {
          const on = !kindsOff.includes(kind);
          return (
            <button
              key={kind}
              type="button"
              class="chip"
              aria-pressed={on}
              onClick={() => onAction({ do: 'kind', kind, on: !on })}
            >
              <Mark kind={kind}>{t(`common.kind.${kind}`)}</Mark>
              <span class="num">{counts.get(kind) ?? 0}</span>
            </button>
          );
        })}
      </div>
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
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <div class="popup-scroll" tabIndex={0} role="region" aria-label={t('popup.list')}>
          <PageList
            entries={shown}
            current={current}
            label={t('popup.list')}
            onReveal={(index) => onAction({ do: 'reveal', index })}
            onOutline={(item) => onAction({ do: 'outline', item })}
            onHide={(term) => onAction({ do: 'hide', term })}
          />
        </div>
      )}
    </>
  );
}
