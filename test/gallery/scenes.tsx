import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { Card, type CardProps } from '../../components/card/card.tsx';
import type { OptionsAction, ShownSettings } from '../../components/options/model.ts';
import { Options, type OptionsProps } from '../../components/options/options.tsx';
import type { PageState } from '../../components/page-list/page-state.ts';
import type { SurfaceProps } from '../../components/page-list/surface-body.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Popup, type PopupProps } from '../../components/popup/popup.tsx';
import { searchRows } from '../../components/search/results.ts';
import { Welcome } from '../../components/welcome/welcome.tsx';
import type { Locale } from '../../utils/locale.ts';
import { HIGHLIGHT_KINDS } from '../../utils/terms/types.ts';
import { GLOSSARY_SCENES } from './glossary-scenes.tsx';
import { OUTLINE_SCENES } from './outline-scenes.tsx';
import { knowledge, languageOf, sampleCard, sampleCards, sampleHidden, samplePage } from './samples.ts';

type Scene = ComponentType<{ readonly locale: Locale }>;
const nothing = (): void => undefined;
const readNothing = (): Promise<readonly string[]> => Promise.resolve([]);

function card(choose: (cards: ReturnType<typeof sampleCards>) => Omit<CardProps, 'onAction'>): Scene {
  return ({ locale }) => (
    <div style={{ padding: '16px' }}>
      <Card {...choose(sampleCards(locale))} onAction={nothing} />
    </div>
  );
}

function popup(page: (locale: Locale) => PageState, props: Partial<PopupProps> = {}): Scene {
  return ({ locale }) => {
    const [kindsOff, setKindsOff] = useState(props.kindsOff ?? []);
    return (
      <Popup
        page={page(locale)}
        host="people.com.cn"
        enabled
        siteOn
        density="all"
        hidden={null}
        problem={null}
        shortcuts={{ toggle: 'Alt+R', next: 'Alt+N' }}
        search={(query) => searchRows(knowledge, query, locale)}
        readFigure={readNothing}
        {...props}
        kindsOff={kindsOff}
        onAction={(action) => {
          if (action.do !== 'kind') return;
          const others = kindsOff.filter((kind) => kind !== action.kind);
          setKindsOff(action.on ? others : [...others, action.kind]);
        }}
      />
    );
  };
}

function panel(page: (locale: Locale) => PageState, props: Partial<SurfaceProps> = {}): Scene {
  return ({ locale }) => (
    <Panel
      page={page(locale)}
      host="people.com.cn"
      enabled
      siteOn
      kindsOff={[]}
      hidden={null}
      problem={null}
      search={(query) => searchRows(knowledge, query, locale)}
      readFigure={readNothing}
      onAction={nothing}
      {...props}
    />
  );
}

const SETTINGS: ShownSettings = {
  enabled: true,
  language: 'auto',
  kindsOff: [],
  density: 'all',
  style: 'subtle',
  print: false,
  dwell: 120,
  cardKeys: true,
};

const SHORTCUTS: OptionsProps['shortcuts'] = [
  { command: 'toggle-highlights', keys: 'Alt+R' },
  { command: 'next-term', keys: 'Alt+N' },
  { command: 'previous-term', keys: 'Alt+P' },
  { command: 'explain-selection', keys: '' },
];

function options(
  props: (locale: Locale) => Partial<OptionsProps> = () => ({}),
  first: Partial<ShownSettings> = {},
): Scene {
  return ({ locale }) => {
    const [settings, setSettings] = useState<ShownSettings>({ ...SETTINGS, ...first });
    const onAction = (action: OptionsAction): void => {
      if (action.do === 'set') setSettings({ ...settings, ...action.changes });
    };
    return (
      <Options
        settings={settings}
        sites={[
          { host: 'people.com.cn', builtIn: true, allowed: true, on: true },
          { host: 'people.cn', builtIn: true, allowed: true, on: true },
          { host: 'news.cn', builtIn: false, allowed: true, on: false },
          {
            host: 'a-very-long-name-of-a-department.example.gov.cn',
            builtIn: false,
            allowed: false,
            on: true,
          },
          { host: 'gmw.cn', builtIn: false, allowed: false, on: true },
        ]}
        suggested={[
          { host: 'gov.cn', name: '中国政府网及各部委' },
          { host: 'cctv.com', name: '央视网' },
          { host: 'qstheory.cn', name: '求是网' },
        ]}
        hidden={[]}
        shortcuts={SHORTCUTS}
        canOpenShortcuts
        canPrintMarks
        version="1.0.0"
        outcome={null}
        problem={null}
        hash=""
        onAction={onAction}
        {...props(locale)}
      />
    );
  };
}

function welcome(first: { readonly enabled: boolean; readonly problem?: string }): Scene {
  return ({ locale }) => {
    const [enabled, setEnabled] = useState(first.enabled);
    return (
      <Welcome
        enabled={enabled}
        style="subtle"
        density="all"
        dwell={120}
        cardKeys
        toggleKeys="Alt+R"
        problem={first.problem ?? null}
        cardOf={(lead) => sampleCard(lead, locale)}
        onCard={nothing}
        onAction={(action) => {
          if (action.do === 'enable') setEnabled(action.on);
        }}
      />
    );
  };
}

function readPage(count: number, locale: Locale): PageState {
  const { coverage, ...page } = samplePage(count, locale);
  return { state: 'read', ...page, coverage: coverage[0] ?? null };
}

const HIDDEN = { id: 'yu-liao', title: '语料' };
const FAILURE = 'QUOTA_BYTES_PER_ITEM quota exceeded';

/** Every state of every component, by name. */
export const SCENES: Readonly<Record<string, Scene>> = {
  'card-term': card(({ term }) => ({ model: term })),
  'card-figure': card(({ known }) => ({ model: known, pinned: true })),
  'card-unknown': card(({ unknown }) => ({ model: unknown })),
  'card-nested': card(({ nested, term }) => ({ model: nested, pinned: true, back: term.title })),
  'card-own': card(({ own }) => ({ model: own })),
  'card-sheet': card(({ term }) => ({ model: term, sheet: true })),
  'popup-read': popup((locale) => readPage(60, locale)),
  'popup-long': popup((locale) => readPage(2000, locale), { kindsOff: ['policy'] }),
  'popup-kinds-off': popup((locale) => readPage(60, locale), { kindsOff: HIGHLIGHT_KINDS }),
  'popup-hidden': popup((locale) => readPage(60, locale), { hidden: HIDDEN }),
  'popup-failed': popup((locale) => readPage(60, locale), { problem: FAILURE }),
  'popup-loading': popup(() => ({ state: 'loading' })),
  'popup-none': popup((locale) => readPage(0, locale)),
  'popup-ask': popup(() => ({ state: 'ask', denied: false }), { host: 'news.example.cn' }),
  'popup-denied': popup(() => ({ state: 'ask', denied: true }), { host: 'news.example.cn' }),
  'popup-stale': popup(() => ({ state: 'stale' })),
  'popup-unreadable': popup(() => ({ state: 'unreadable' })),
  'popup-file': popup(() => ({ state: 'file' })),
  'popup-file-barred': popup(() => ({ state: 'fileBarred' })),
  'popup-pdf': popup(() => ({ state: 'pdf' })),
  'popup-old': popup(() => ({ state: 'old' })),
  'popup-off': popup(() => ({ state: 'unreadable' }), { enabled: false }),
  'popup-site-off': popup((locale) => readPage(60, locale), { siteOn: false }),
  'panel-read': panel((locale) => readPage(60, locale)),
  'panel-long': panel((locale) => readPage(2000, locale), { kindsOff: ['figure'] }),
  'panel-hidden': panel((locale) => readPage(60, locale), { hidden: HIDDEN }),
  'panel-unknown': panel(() => ({ state: 'unknown' })),
  'panel-off': panel(() => ({ state: 'unknown' }), { enabled: false }),
  ...GLOSSARY_SCENES,
  options: options(),
  'options-strong': options(() => ({ canOpenShortcuts: false, suggested: [] }), {
    style: 'strong',
    density: 'page',
    kindsOff: ['policy', 'figure'],
    cardKeys: false,
    language: 'en',
  }),
  'options-hidden': options((locale) => ({ hidden: sampleHidden(locale), glossary: <p>…</p> })),
  'options-imported': options((locale) => {
    const { t } = languageOf(locale);
    return {
      outcome: {
        ok: true,
        lines: [t('options.data.imported', { count: 7 }), t('options.data.importedSites')],
        undo: true,
      },
    };
  }),
  'options-refused': options((locale) => {
    const { t } = languageOf(locale);
    return {
      problem: t('options.sites.denied'),
      outcome: {
        ok: false,
        lines: [
          t('options.data.refused', { count: 2 }),
          t('options.data.value', { key: 'density' }),
          t('options.data.unknown', { key: 'colour' }),
        ],
      },
    };
  }),
  ...OUTLINE_SCENES,
  welcome: welcome({ enabled: true }),
  'welcome-off': welcome({ enabled: false }),
  'welcome-failed': welcome({ enabled: true, problem: 'QUOTA_BYTES_PER_ITEM quota exceeded' }),
};
