import { browser } from 'wxt/browser';
import { type OutlineAddress, writeAddress } from '../../components/outline/address.ts';

/**
 * Opens the outline page at a place, beside the article of a tab. A new tab each time, next to the one that asked:
 * without the `tabs` permission the extension does not see which tabs are its own, and the reader keeps the place in a
 * tab opened before.
 */
export async function openOutline(address: Partial<OutlineAddress>): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/outline.html') + writeAddress(address) });
}
