import { browser } from 'wxt/browser';

/** Chromium's and Firefox's own ways to the panel beside the page; each has only one of the two. */
interface PanelDoors {
  readonly sidePanel?: { open(options: { tabId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Opens the panel beside a tab. Must be called in the reader's click, with nothing awaited before. */
export async function openPanel(tabId: number): Promise<void> {
  const doors = browser as unknown as PanelDoors;
  if (doors.sidebarAction) await doors.sidebarAction.open();
  else await doors.sidePanel?.open({ tabId });
}

/** Opens Chromium's page about the extension, which has the setting for files; Firefox has neither. */
export async function openDetails(): Promise<void> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
}
