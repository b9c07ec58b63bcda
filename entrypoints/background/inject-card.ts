import { browser } from 'wxt/browser';
import type { Sender } from '../../utils/messages/receive.ts';

/**
 * Runs the script of the card in the frame that asks, in the world of its content script.
 * @throws Error where the extension may not read the page any more, or the asker is no page.
 */
export async function injectCard({ tab, frameId }: Sender): Promise<void> {
  if (tab?.id === undefined || frameId === undefined) throw new Error('Only pages have a card.');
  await browser.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [frameId] },
    files: ['/card.js'],
    // Otherwise Firefox waits until the last picture of the page has come.
    injectImmediately: true,
  });
}
