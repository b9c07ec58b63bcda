import { useState } from 'preact/hooks';
import { Brand } from '../brand.tsx';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { CoverageBox } from '../page-list/coverage-box.tsx';
import { entriesAhead } from '../page-list/entries.ts';
import { KindChips } from '../page-list/kind-chips.tsx';
import { Notices } from '../page-list/notices.tsx';
import type { ReadPage } from '../page-list/page-state.ts';
import {
  ListRegion,
  listedPage,
  SurfaceBody,
  type SurfaceProps,
  shownEntries,
} from '../page-list/surface-body.tsx';
import { Segments } from '../segments.tsx';

/** As much as stands on a screen of the article, roughly. */
const AHEAD = 20;

/** The panel beside the page: it follows the reading. */
export function Panel(props: SurfaceProps) {
  const { enabled, hidden, problem, onAction } = props;
  const { t } = useLanguage();
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
        <SurfaceBody {...props}>
          {(page, searchField, searching) => (
            <>
              {page.coverage && (
                <CoverageBox coverage={page.coverage} onOutline={() => onAction({ do: 'outline' })} />
              )}
              <div class="panel-search">{searchField}</div>
              {!searching && <PanelList {...props} page={page} />}
            </>
          )}
        </SurfaceBody>
      </main>
      <footer>
        <Notices hidden={hidden} problem={problem} onAction={onAction} />
        {!listedPage(props) && (
          <button type="button" class="button quiet" onClick={() => onAction({ do: 'outline' })}>
            <Icon name="outline" />
            {t('popup.outline')}
          </button>
        )}
      </footer>
    </div>
  );
}

function PanelList({ page, kindsOff, readFigure, onAction }: SurfaceProps & { readonly page: ReadPage }) {
  const { t } = useLanguage();
  const [view, setView] = useState<'ahead' | 'all'>('ahead');
  const { order, counts, current } = page;
  const shown = shownEntries(page, kindsOff);
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
          kindsOff={kindsOff}
          counts={counts}
          onKind={(kind, on) => onAction({ do: 'kind', kind, on })}
        />
      )}
      <ListRegion
        entries={view === 'ahead' ? entriesAhead(shown, order, current, AHEAD) : shown}
        current={current}
        follow
        openFirst={view === 'ahead'}
        readFigure={readFigure}
        onAction={onAction}
      />
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
      <span class="num">{t('panel.total', { count: shown })}</span>
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
