import { browser } from 'wxt/browser';

export const CONTENT_SCRIPT = '/content-scripts/content.js';
export const CONTENT_STYLE = '/content-scripts/content.css';

/**
 * Starts the content script in the top frame of a tab; resolves when it answers messages. Quiet, it marks nothing and
 * only explains selections.
 * @throws Error where the extension may not read the page.
 */
export async function injectContentScript(
  tabId: number,
  { quiet }: { readonly quiet: boolean },
): Promise<void> {
  const target = { tabId };
  await browser.scripting.executeScript({ target, func: tellWhetherQuiet, args: [quiet] });
  await browser.scripting.insertCSS({ target, files: [CONTENT_STYLE] });
  await browser.scripting.executeScript({ target, files: [CONTENT_SCRIPT] });
}

/** Runs in the world of the content scripts, which reads it when it starts (entrypoints/content). */
function tellWhetherQuiet(quiet: boolean): void {
  (globalThis as { aiplusQuiet?: boolean }).aiplusQuiet = quiet;
}
