import type { ComponentChildren } from 'preact';
import { Brand } from '../brand.tsx';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { Keys } from '../keys.tsx';
import { CoverageBox } from '../page-list/coverage-box.tsx';
import { KindChips } from '../page-list/kind-chips.tsx';
import { Notices } from '../page-list/notices.tsx';
import type { Density, ReadPage } from '../page-list/page-state.ts';
import {
  ListRegion,
  listedPage,
  SurfaceBody,
  type SurfaceProps,
  shownEntries,
} from '../page-list/surface-body.tsx';
import { Segments } from '../segments.tsx';

export interface PopupProps extends SurfaceProps {
  readonly density: Density;
  /** The browser's shortcuts as the reader has set them, such as `Alt+R`; empty where there is none. */
  readonly shortcuts: { readonly toggle: string; readonly next: string };
}

/** The toolbar's popup. */
export function Popup(props: PopupProps) {
  const { page, host, enabled, siteOn, hidden, problem, onAction } = props;
  const { t } = useLanguage();
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
      {enabled && page.state === 'read' && (
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
        <SurfaceBody {...props}>
          {(listed, searchField, searching) => (
            <PageView {...props} page={listed} searchField={searchField} searching={searching} />
          )}
        </SurfaceBody>
        <Notices hidden={hidden} problem={problem} onAction={onAction} />
      </main>
      <Foot {...props} />
    </div>
  );
}

function PageView({
  page,
  kindsOff,
  density,
  searchField,
  searching,
  readFigure,
  onAction,
}: PopupProps & {
  readonly page: ReadPage;
  readonly searchField: ComponentChildren;
  readonly searching: boolean;
}) {
  const { t } = useLanguage();
  const { coverage, counts, current } = page;
  return (
    <>
      {coverage && <CoverageBox coverage={coverage} onOutline={() => onAction({ do: 'outline' })} />}
      <KindChips
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
        <ListRegion
          entries={shownEntries(page, kindsOff)}
          current={current}
          readFigure={readFigure}
          onAction={onAction}
        />
      )}
    </>
  );
}

function Foot(props: PopupProps) {
  const { shortcuts, onAction } = props;
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
      {listedPage(props) && (
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
