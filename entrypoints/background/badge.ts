import { browser } from 'wxt/browser';

/** Above this the badge has no room for the digits. */
const LARGEST_BADGE = 999;

/** Shows the number of different terms of a tab's page; nothing where there are none. */
export async function showCount(tabId: number, terms: number): Promise<void> {
  const text = terms === 0 ? '' : terms > LARGEST_BADGE ? `${LARGEST_BADGE}+` : String(terms);
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#285872' });
}
