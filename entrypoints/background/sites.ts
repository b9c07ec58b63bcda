import { browser } from 'wxt/browser';
import { PEOPLES_DAILY_MATCHES } from '../../utils/page/sites.ts';

const SCRIPT_ID = 'granted-sites';
const CONTENT_SCRIPT = '/content-scripts/content.js';
const CONTENT_STYLE = '/content-scripts/content.css';

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

/** Reads a tab once, by the permission that a click on the extension gives for it (activeTab). */
export async function readOnce(tabId: number): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId }, files: [CONTENT_STYLE] });
  await browser.scripting.executeScript({ target: { tabId }, files: [CONTENT_SCRIPT] });
}
