import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { hearTabs } from '../../utils/messages/receive.ts';
import { type ActiveTab, readActiveTab } from './page-data.ts';

/** A moving reading position is followed at once; what else may have changed is asked for this much later, in milliseconds. */
const SETTLE = 400;

/** What a surface knows of the active tab; null until it has looked. */
export interface TabView {
  readonly tab: ActiveTab | null;
  /** Index of the occurrence at the reading position. */
  readonly current: number | null;
  /** Looks again. */
  refresh(): Promise<void>;
}

/** The active tab of the surface's window, followed as tabs change, pages load and the reader moves on. */
export function useActiveTab(): TabView {
  const [tab, setTab] = useState<ActiveTab | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const latest = useRef(0);
  const shown = useRef<ActiveTab | null>(null);

  const refresh = async (): Promise<void> => {
    latest.current++;
    const asked = latest.current;
    const found = await readActiveTab();
    // A later look has begun: its answer counts, not this one.
    if (asked !== latest.current) return;
    shown.current = found;
    setTab(found);
    setCurrent(found.report?.current ?? null);
  };

  // Asked for before the first frame, not after it.
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void refresh(), SETTLE);
    };
    const now = (): void => void refresh();
    const onUpdated = (id: number, change: { readonly status?: string | undefined }): void => {
      if (id === shown.current?.id && change.status !== undefined) now();
    };
    now();
    const stopHearing = hearTabs((id, notice) => {
      if (id !== shown.current?.id) return;
      setCurrent(notice.current);
      if (notice.total === shown.current.report?.annotations.length) soon();
      else now();
    });
    browser.tabs.onActivated.addListener(now);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.permissions.onAdded.addListener(now);
    browser.permissions.onRemoved.addListener(now);
    return () => {
      clearTimeout(timer);
      stopHearing();
      browser.tabs.onActivated.removeListener(now);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.permissions.onAdded.removeListener(now);
      browser.permissions.onRemoved.removeListener(now);
    };
  }, []);
  return { tab, current, refresh };
}
