import { browser } from 'wxt/browser';
import type { BackgroundMessage, BackgroundParams } from './background-protocol.ts';
import type { NoticeParams, TabMessage, TabParams } from './protocol.ts';
import type { BackgroundResults, TabResults } from './results.ts';

/** The envelope of our messages; other messages in the same channel are not ours and stay untouched. */
interface Envelope {
  readonly aiplus: 'background' | 'tab' | 'notice';
  readonly name: string;
  readonly params: unknown;
}

/** Asks the background. Rejects when it cannot be reached or refuses the parameters. */
export async function askBackground<N extends BackgroundMessage>(
  name: N,
  params: BackgroundParams<N>,
): Promise<BackgroundResults[N]> {
  const envelope: Envelope = { aiplus: 'background', name, params };
  return (await browser.runtime.sendMessage(envelope)) as BackgroundResults[N];
}

/** Asks the top frame of a tab. Returns undefined where no content script of ours listens. */
export async function askTab<N extends TabMessage>(
  tabId: number,
  name: N,
  params: TabParams<N>,
): Promise<TabResults[N] | undefined> {
  const envelope: Envelope = { aiplus: 'tab', name, params };
  try {
    return (await browser.tabs.sendMessage(tabId, envelope, { frameId: 0 })) as TabResults[N];
  } catch (error) {
    // The one expected failure: nobody listens in that tab. Chromium and Firefox use the same words for it.
    if (
      error instanceof Error &&
      /Receiving end does not exist|Could not establish connection/.test(error.message)
    ) {
      return undefined;
    }
    throw error;
  }
}

/** Tells every open surface about a page. Nobody listening is the usual case and no error. */
export function notify<N extends 'pageChanged'>(name: N, params: NoticeParams<N>): void {
  const envelope: Envelope = { aiplus: 'notice', name, params };
  browser.runtime.sendMessage(envelope).catch(() => undefined);
}
