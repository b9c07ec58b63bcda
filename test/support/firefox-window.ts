import type { Browser } from 'puppeteer-core';
import { sendBidi } from '../../scripts/browsers.ts';

/**
 * Runs the body of an asynchronous function in Firefox' own window, and returns what it returns: scripts may do there
 * whatever the browser can. `-remote-allow-system-access` lets WebDriver BiDi evaluate there.
 */
export type RunInWindow = (body: string) => Promise<unknown>;

/** Finds the window of a Firefox that was started to be driven. */
export async function firefoxWindow(browser: Browser): Promise<RunInWindow> {
  const tree = (await sendBidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    readonly contexts: readonly { readonly context: string }[];
  };
  const context = tree.contexts[0]?.context;
  return async (body) => {
    const result = (await sendBidi(browser, 'script.evaluate', {
      expression: `(async () => { ${body} })()`,
      awaitPromise: true,
      target: { context },
    })) as {
      readonly result?: { readonly value?: unknown };
      readonly exceptionDetails?: { readonly text: string };
    };
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return result.result?.value;
  };
}
