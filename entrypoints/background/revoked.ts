import { browser } from 'wxt/browser';
import { askTab } from '../../utils/messages/send.ts';
import { hostOf } from '../../utils/settings/sites.ts';

/**
 * Stops the reading of pages that are open on sites whose permission was taken back, wherever that was done. Their
 * addresses are no longer ours to see: every tab is told, and the pages concerned know themselves.
 */
export async function leaveRevokedSites(origins: readonly string[]): Promise<void> {
  const { origins: allowed = [] } = await browser.permissions.getAll();
  const revoked = origins.flatMap((origin) => hostOf(origin) ?? []);
  const remaining = allowed.flatMap((origin) => hostOf(origin) ?? []);
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id }) => (id === undefined ? undefined : askTab(id, 'leave', { revoked, remaining }))),
  );
}
