import { browser } from 'wxt/browser';
import { askTab } from '../../utils/messages/send.ts';
import { PEOPLES_DAILY_MATCHES } from '../../utils/page/sites.ts';
import { switchSites } from '../../utils/settings/changes.ts';
import { hostOf } from '../../utils/settings/sites.ts';
import { changeSettings } from '../../utils/settings/store.ts';
import { CONTENT_SCRIPT, CONTENT_STYLE, injectContentScript } from '../surface/content-script.ts';

const SCRIPT_ID = 'granted-sites';

/**
 * Registers the content script for exactly the hosts that the reader has granted beside People's Daily. Called at
 * start and whenever a grant changes, so that a permission taken back in the browser's own settings counts at once.
 */
export async function registerGrantedSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => !PEOPLES_DAILY_MATCHES.includes(origin));
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    matches,
    js: [CONTENT_SCRIPT],
    css: [CONTENT_STYLE],
    runAt: 'document_end' as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/**
 * Carries out that the reader has allowed sites, from whichever surface or in the browser's own settings: they are on
 * the list as switched on, and their open pages are read without a reload.
 */
export async function startOnGrantedSites(origins: readonly string[]): Promise<void> {
  await registerGrantedSites();
  const hosts = origins.flatMap((origin) => hostOf(origin) ?? []);
  const sites = Object.fromEntries(hosts.map((host) => [host, 'on' as const]));
  await changeSettings(switchSites(sites));
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : readIfUnread(id))));
}

/** Starts the content script in a tab that has none. */
async function readIfUnread(tabId: number): Promise<void> {
  if ((await askTab(tabId, 'report', {})) !== undefined) return;
  try {
    await injectContentScript(tabId, { quiet: false });
  } catch {
    // An error page or a tab that is being closed cannot be read; the next page of the site will be.
  }
}
