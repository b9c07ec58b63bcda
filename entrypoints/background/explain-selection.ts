import { askTab } from '../../utils/messages/send.ts';
import { injectContentScript } from '../surface/content-script.ts';

/**
 * Opens the card for what is selected in a tab, also on a page that is not read otherwise: the reader's menu click or
 * shortcut gives the permission for this one time (activeTab).
 */
export async function explainSelection(tabId: number): Promise<void> {
  if ((await askTab(tabId, 'explainSelection', {})) !== undefined) return;
  await injectContentScript(tabId, { quiet: true });
  await askTab(tabId, 'explainSelection', {});
}
