import type { Page } from 'puppeteer-core';
import { eventually } from '../../scripts/eventually.ts';

/** The extension's own reach, in its pages. */
declare const chrome: {
  readonly storage: { readonly sync: { set(items: object): Promise<void> } };
  readonly tabs: {
    query(filter: object): Promise<readonly { readonly id?: number }[]>;
    create(options: object): Promise<{ readonly id?: number }>;
    update(tab: number, options: object): Promise<unknown>;
    discard(tab: number): Promise<{ readonly id?: number } | undefined>;
    get(tab: number): Promise<{ readonly discarded: boolean }>;
    remove(tabs: readonly number[]): Promise<void>;
    sendMessage(tab: number, message: object, options: object): Promise<unknown>;
  };
};

/**
 * How long is waited in all and for each tab, in milliseconds: what is waited for comes in a second or two, and on a
 * machine that does other things as well it may take its time.
 */
const PATIENCE = 60_000;
const PATIENCE_PER_TAB = 1_000;

/** After so long a page that has no more annotations is read to its end, in milliseconds. */
const BETWEEN_LOOKS = 500;

/** What a page tells of itself. */
interface Told {
  readonly active: boolean;
  readonly annotations: number;
}

/**
 * Opens `count` tabs of an article that is open and read already, all at once from a page of the extension; waits until
 * each has as many annotations, switches the marks off and on, and closes the tabs. Returns that number.
 * @throws Error when a tab is not wholly read or does not follow the switch.
 */
export async function readInTabs(own: Page, url: string, count: number): Promise<number> {
  const whole = await annotationsIn(own);
  const patience = PATIENCE + count * PATIENCE_PER_TAB;
  const tabs = await own.evaluate(openTabs, url, count);
  const all = (what: string, passes: (told: Told) => boolean): Promise<boolean> =>
    eventually(
      `${count} tabs ${what}`,
      async () => {
        const answers = await own.evaluate(askTabs, tabs);
        return answers.every((told) => told !== null && passes(told));
      },
      patience,
    );
  try {
    await all(`with ${whole} annotations`, ({ annotations }) => annotations === whole);
    await own.evaluate(switchMarks, false);
    await all('without marks', ({ active }) => !active);
    await own.evaluate(switchMarks, true);
    await all('with marks again', ({ active, annotations }) => active && annotations === whole);
    return whole;
  } finally {
    await own.evaluate((ids) => chrome.tabs.remove(ids), tabs);
  }
}

/**
 * Opens a further tab of an article that is open and read already, lets the browser discard it, and comes back to it.
 * @throws Error when it is not wholly read before or after.
 */
export async function discardAndReturn(own: Page, url: string): Promise<void> {
  const whole = await annotationsIn(own);
  const isRead = (tab: number): Promise<boolean> =>
    eventually(
      `${whole} annotations in the tab`,
      async () => {
        const [told] = await own.evaluate(askTabs, [tab]);
        return told?.annotations === whole;
      },
      PATIENCE,
    );
  const [opened = -1] = await own.evaluate(openTabs, url, 1);
  await isRead(opened);
  // A tab that is still loading something is not discarded yet.
  const tab = await eventually('the tab to be discarded', () => own.evaluate(discard, opened), PATIENCE);
  await own.evaluate((id) => chrome.tabs.update(id, { active: true }), tab);
  await isRead(tab);
  await own.evaluate((id) => chrome.tabs.remove([id]), tab);
}

/**
 * How many annotations the article has that is open, when it is read to its end.
 * @throws Error when no article is open, or it has none.
 */
function annotationsIn(own: Page): Promise<number> {
  let before = 0;
  return eventually(
    'an article that is open and read',
    async () => {
      const answers = await own.evaluate(askTabs, await own.evaluate(articleTabs));
      // A tab that is being closed does not answer.
      const now = Math.max(0, ...answers.map((told) => told?.annotations ?? 0));
      const isRead = now > 0 && now === before;
      before = now;
      if (!isRead) await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
      return isRead && now;
    },
    PATIENCE,
  );
}

// These run in a page of the extension.

async function openTabs(url: string, count: number): Promise<number[]> {
  const opened = Array.from({ length: count }, () => chrome.tabs.create({ url, active: false }));
  return (await Promise.all(opened)).map(({ id }) => id ?? -1);
}

/** The tabs of the test's server; a match pattern has no port. */
async function articleTabs(): Promise<number[]> {
  return (await chrome.tabs.query({ url: 'http://127.0.0.1/*' })).map(({ id }) => id ?? -1);
}

/** Discards a tab if it can be now. Returns the id that it has then; Chromium of old gave it another one. */
async function discard(opened: number): Promise<number | undefined> {
  const tab = (await chrome.tabs.discard(opened).catch(() => undefined))?.id ?? opened;
  return (await chrome.tabs.get(tab)).discarded ? tab : undefined;
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
