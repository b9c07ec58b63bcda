import type { Page } from 'puppeteer-core';
import { eventually } from '../../scripts/eventually.ts';

/** The extension's own reach, in its pages. */
declare const chrome: {
  readonly storage: { readonly sync: { set(items: object): Promise<void> } };
  readonly tabs: {
    create(options: object): Promise<{ readonly id?: number }>;
    update(tab: number, options: object): Promise<unknown>;
    discard(tab: number): Promise<{ readonly id?: number } | undefined>;
    get(tab: number): Promise<{ readonly discarded: boolean }>;
    remove(tabs: readonly number[]): Promise<void>;
    sendMessage(tab: number, message: object, options: object): Promise<unknown>;
  };
};

/** How long each tab may take on a machine that does other things as well, in milliseconds. */
const PATIENCE = 1_000;

/** What a page tells of itself. */
interface Told {
  readonly active: boolean;
  readonly annotations: number;
}

/**
 * Opens `count` tabs at once from a page of the extension and waits until all are read, then switches the marks off and
 * on. Returns how many annotations each has, and how many followed the switch. Closes the tabs.
 * @throws Error when a tab stays unread or does not follow.
 */
export async function readInTabs(
  own: Page,
  url: string,
  count: number,
): Promise<{ readonly read: readonly number[]; readonly off: number }> {
  const patience = 10_000 + count * PATIENCE;
  const tabs = await own.evaluate(openTabs, url, count);
  try {
    let before = '';
    const read = await eventually(
      `${count} tabs to be read`,
      async () => {
        const told = await own.evaluate(askTabs, tabs);
        const now = JSON.stringify(told);
        const isSettled = now === before && told.every((each) => each !== null && each.annotations > 0);
        before = now;
        return isSettled && told.map((each) => each?.annotations ?? 0);
      },
      patience,
    );
    await own.evaluate(switchMarks, false);
    const off = await eventually(
      'all tabs without marks',
      async () => {
        const told = await own.evaluate(askTabs, tabs);
        return told.every((each) => each !== null && !each.active) && told.length;
      },
      patience,
    );
    await own.evaluate(switchMarks, true);
    await eventually(
      'all tabs with marks',
      async () => {
        const told = await own.evaluate(askTabs, tabs);
        return told.every((each) => each?.active);
      },
      patience,
    );
    return { read, off };
  } finally {
    await own.evaluate((ids) => chrome.tabs.remove(ids), tabs);
  }
}

/** Opens a tab, lets the browser discard it, and comes back to it. Returns its annotations before and after. */
export async function discardAndReturn(
  own: Page,
  url: string,
): Promise<{ readonly before: number; readonly after: number }> {
  const [opened = -1] = await own.evaluate(openTabs, url, 1);
  const read = (tab: number): Promise<number> =>
    eventually('the tab to be read', async () => {
      const [told] = await own.evaluate(askTabs, [tab]);
      return told?.annotations;
    });
  const before = await read(opened);
  // Chromium of old gave a discarded tab another id.
  const tab = await own.evaluate(async (id) => (await chrome.tabs.discard(id))?.id ?? id, opened);
  await eventually('the tab to be discarded', () =>
    own.evaluate(async (id) => (await chrome.tabs.get(id)).discarded, tab),
  );
  await own.evaluate((id) => chrome.tabs.update(id, { active: true }), tab);
  const after = await read(tab);
  await own.evaluate((id) => chrome.tabs.remove([id]), tab);
  return { before, after };
}

// These run in a page of the extension.

async function openTabs(url: string, count: number): Promise<number[]> {
  const opened = Array.from({ length: count }, () => chrome.tabs.create({ url, active: false }));
  return (await Promise.all(opened)).map(({ id }) => id ?? -1);
}

/** Null for a tab that does not answer yet. */
function askTabs(tabs: readonly number[]): Promise<(Told | null)[]> {
  const report = { aiplus: 'tab', name: 'report', params: {} };
  return Promise.all(
    tabs.map(async (tab) => {
      try {
        const told = (await chrome.tabs.sendMessage(tab, report, { frameId: 0 })) as {
          readonly active: boolean;
          readonly annotations: readonly unknown[];
        };
        return { active: told.active, annotations: told.annotations.length };
      } catch {
        return null;
      }
    }),
  );
}

function switchMarks(enabled: boolean): Promise<void> {
  return chrome.storage.sync.set({ 'choice.enabled': enabled });
}
