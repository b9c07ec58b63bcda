import { browser } from 'wxt/browser';

/**
 * Opens the outline page at an item. A new tab each time, beside the one that asked: without the `tabs` permission the
 * extension does not see which tabs are its own, and the reader keeps the place in a tab opened before.
 */
export async function openOutline(item: string | undefined): Promise<void> {
  const url = browser.runtime.getURL('/outline.html') + (item ? `#${item}` : '');
  await browser.tabs.create({ url });
}
