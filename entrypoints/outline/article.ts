import { useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Beside } from '../../components/outline/beside-bar.tsx';
import { hearTabs } from '../../utils/messages/receive.ts';
import { askTab } from '../../utils/messages/send.ts';

/** The article of a tab, asked again when it changes. Nobody in the tab answers once it is closed or shows another page. */
export function useArticle(tab: number | null): Beside {
  const [beside, setBeside] = useState<Beside>({ state: tab === null ? 'none' : 'loading' });
  useLayoutEffect(() => {
    if (tab === null) return undefined;
    const ask = async (): Promise<void> => {
      const report = await askTab(tab, 'report', {});
      setBeside(
        report ? { state: 'read', title: report.title, occurrences: report.annotations } : { state: 'gone' },
      );
    };
    void ask();
    let known: number | null = null;
    const stopHearing = hearTabs((changed, { total }) => {
      // The page tells the reading position as well, often; only other annotations are news here.
      if (changed !== tab || total === known) return;
      known = total;
      void ask();
    });
    // The same tab may have gone on to another page, which tells nothing when it is not read.
    const onUpdated = (updated: number, { status }: { readonly status?: string | undefined }): void => {
      if (updated === tab && status === 'complete') void ask();
    };
    const onRemoved = (removed: number): void => {
      if (removed === tab) setBeside({ state: 'gone' });
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onRemoved);
    return () => {
      stopHearing();
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
    };
  }, [tab]);
  return beside;
}

/** Brings the tab of the article to the front and scrolls it to an occurrence, where one is named. */
export async function returnToArticle(tab: number, index: number | null): Promise<void> {
  const shown = await browser.tabs.update(tab, { active: true });
  if (shown?.windowId !== undefined) await browser.windows.update(shown.windowId, { focused: true });
  if (index !== null) await askTab(tab, 'reveal', { index });
}
