import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { coverageOf } from '../../components/coverage/cells.ts';
import { LanguageContext } from '../../components/i18n.tsx';
import { countKinds, listEntries } from '../../components/page-list/entries.ts';
import { Popup, type PopupAction, type PopupPage } from '../../components/popup/popup.tsx';
import { searchRows } from '../../components/search/results.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import type { Locale } from '../../utils/locale.ts';
import { askBackground, askTab } from '../../utils/messages/send.ts';
import { HIGHLIGHT_KINDS, type Settings } from '../../utils/settings/schema.ts';
import { changeSettings } from '../../utils/settings/store.ts';
import { openPanel, readOnce } from '../surface/browser-doors.ts';
import { pageLanguage } from '../surface/language.ts';
import { type ActiveTab, knowledgeOf, readActiveTab } from '../surface/page-data.ts';
import { useSettings } from '../surface/use-settings.ts';

/** The popup with the active tab, the settings and the knowledge base behind it. */
export function PopupApp() {
  const settings = useSettings();
  const [tab, setTab] = useState<ActiveTab | null>(null);
  const [granted, setGranted] = useState(false);
  const [denied, setDenied] = useState(false);
  const language = useMemo(() => settings && pageLanguage(settings), [settings]);

  const look = async (): Promise<void> => {
    const active = await readActiveTab();
    setGranted(active.url !== undefined && (await mayRead(active.url)));
    setTab(active);
  };
  useEffect(() => void look(), []);

  const page = useMemo(
    () => (language ? pageState(tab, granted, denied, language.locale) : null),
    [tab, granted, denied, language],
  );
  if (!settings || !language || !page) return null;
  const host = tab?.url?.hostname ?? '';

  const onAction = async (action: PopupAction): Promise<void> => {
    switch (action.do) {
      case 'grant':
        // The permission must be asked for before anything is awaited: it needs the reader's click.
        if (tab?.url && (await browser.permissions.request({ origins: [`${tab.url.origin}/*`] }))) {
          await changeSettings(siteChange(settings, host, true));
          await readOnce(tab.id);
          await look();
        } else setDenied(true);
        return;
      case 'once':
        await readOnce(tab?.id);
        await look();
        return;
      case 'panel':
        await openPanel();
        window.close();
        return;
      case 'reload':
        if (tab?.id !== undefined) await browser.tabs.reload(tab.id);
        window.close();
        return;
      case 'reveal':
        if (tab?.id !== undefined) await askTab(tab.id, 'reveal', { index: action.index });
        return;
      case 'outline':
        await askBackground('openOutline', action.item === undefined ? {} : { item: action.item });
        window.close();
        return;
      case 'options':
        await askBackground('openOptions', {});
        window.close();
        return;
      default:
        await changeSettings(settingsChange(settings, host, action));
    }
  };
  return (
    <LanguageContext.Provider value={language}>
      <Popup
        page={page}
        host={host}
        enabled={settings.enabled}
        siteOn={settings.sites[host] !== 'off'}
        kinds={HIGHLIGHT_KINDS}
        kindsOff={settings.kindsOff}
        density={settings.density}
        search={(query) => searchRows(loadKnowledge(), query, language.locale)}
        onAction={(action) => void onAction(action)}
      />
    </LanguageContext.Provider>
  );
}

type SettingAction = Extract<PopupAction, { do: 'enable' | 'site' | 'kind' | 'density' | 'hide' }>;

function settingsChange(settings: Settings, host: string, action: SettingAction) {
  switch (action.do) {
    case 'enable':
      return { enabled: action.on };
    case 'site':
      return siteChange(settings, host, action.on);
    case 'kind': {
      const others = settings.kindsOff.filter((kind) => kind !== action.kind);
      return { kindsOff: action.on ? others : [...others, action.kind] };
    }
    case 'density':
      return { density: action.density };
    case 'hide':
      return { hiddenTerms: [...new Set([...settings.hiddenTerms, action.term])] };
  }
}

function siteChange(settings: Settings, host: string, on: boolean) {
  return { sites: { ...settings.sites, [host]: on ? ('on' as const) : ('off' as const) } };
}

async function mayRead(url: URL): Promise<boolean> {
  if (!/^https?:$/.test(url.protocol)) return false;
  return browser.permissions.contains({ origins: [`${url.origin}/*`] });
}

function pageState(tab: ActiveTab | null, granted: boolean, denied: boolean, locale: Locale): PopupPage {
  if (!tab) return { state: 'loading' };
  const { report, url } = tab;
  if (!report) {
    if (!url || !/^https?:$/.test(url.protocol)) return { state: 'unreadable' };
    return granted ? { state: 'stale' } : { state: 'ask', denied };
  }
  const knowledge = loadKnowledge();
  return {
    state: 'read',
    entries: listEntries(report.annotations, knowledgeOf(knowledge, report), locale),
    counts: countKinds(report.annotations),
    coverage: coverageOf(knowledge, report.annotations, locale)[0] ?? null,
    current: report.current,
  };
}
