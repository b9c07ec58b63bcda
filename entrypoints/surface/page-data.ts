import { browser } from 'wxt/browser';
import { coverageOf } from '../../components/coverage/cells.ts';
import { countKinds, listEntries } from '../../components/page-list/entries.ts';
import type { PageState } from '../../components/page-list/page-state.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { collectPageKnowledge, type PageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import type { Locale } from '../../utils/locale.ts';
import type { PageReport } from '../../utils/messages/protocol.ts';
import { askTab } from '../../utils/messages/send.ts';
import { PEOPLES_DAILY_MATCHES } from '../../utils/page/sites.ts';
import { hostOf } from '../../utils/settings/sites.ts';

/** The active tab as a surface sees it. */
export interface ActiveTab {
  readonly id: number | undefined;
  /** Known only where the extension may read the page, or the reader has clicked on its button. */
  readonly url: URL | undefined;
  /** Whether the site is allowed. */
  readonly allowed: boolean;
  /** Whether a click on the extension's button lets it read a file of this device as well. */
  readonly mayReadFiles: boolean;
  /** Undefined where none of our content scripts listens. */
  readonly report: PageReport | undefined;
  /** Of a page of the web without a report: its type, `barred` where the browser keeps it from every extension. */
  readonly content: string | undefined;
}

/** Looks at the active tab of the window the surface belongs to. */
export async function readActiveTab(): Promise<ActiveTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const report = tab?.id === undefined ? undefined : await askTab(tab.id, 'report', {});
  const address = report?.url ?? tab?.url;
  const url = address && URL.canParse(address) ? new URL(address) : undefined;
  const [allowed, mayReadFiles, content] = await Promise.all([
    url !== undefined && mayRead(url),
    fileAccess(),
    report === undefined && url !== undefined && isWeb(url) ? contentOf(tab?.id) : undefined,
  ]);
  return { id: tab?.id, url, allowed, mayReadFiles, report, content };
}

/**
 * The type of a page whose address is known, which it is only where we may read it; `barred` where the browser does not
 * let us all the same. A PDF has no other sign where its address does not end in `.pdf`; Firefox bars it.
 */
async function contentOf(tabId: number | undefined): Promise<string | undefined> {
  if (tabId === undefined) return undefined;
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      // A popup does not wait for a page that is still loading.
      injectImmediately: true,
      func: () => document.contentType,
    });
    return typeof answer?.result === 'string' ? answer.result : undefined;
  } catch {
    return 'barred';
  }
}

async function mayRead(url: URL): Promise<boolean> {
  if (!isWeb(url)) return false;
  return isPeoplesDaily(url.hostname) || browser.permissions.contains({ origins: [`${url.origin}/*`] });
}

/** Chromium has a setting of its own for files, and `activeTab` obeys it; Firefox has none, and always answers “no”. */
async function fileAccess(): Promise<boolean> {
  return import.meta.env.FIREFOX || browser.extension.isAllowedFileSchemeAccess();
}

function isPeoplesDaily(hostname: string): boolean {
  return PEOPLES_DAILY_MATCHES.some((match) => `.${hostname}`.endsWith(`.${hostOf(match)}`));
}

function isWeb(url: URL): boolean {
  return /^https?:$/.test(url.protocol);
}

/** What the popup and the side panel show for a tab, without its reading position. `denied`: the reader was asked and refused. */
export function pageState(
  tab: ActiveTab | null,
  denied: boolean,
  knowledge: Knowledge,
  hiddenTerms: readonly string[],
  locale: Locale,
): PageState {
  // The pages of the extension run in the same browser as the content script.
  if (!('highlights' in CSS)) return { state: 'old' };
  if (!tab) return { state: 'loading' };
  const { report, url, allowed } = tab;
  if (!report) {
    if (!url) return { state: 'unknown' };
    if (/\.pdf$/i.test(url.pathname) || tab.content === 'application/pdf') return { state: 'pdf' };
    if (url.protocol === 'file:') return { state: tab.mayReadFiles ? 'file' : 'fileBarred' };
    if (!isWeb(url) || tab.content === 'barred') return { state: 'unreadable' };
    return allowed ? { state: 'stale' } : { state: 'ask', denied };
  }
  // A term that was hidden a moment ago may still be in the report.
  const annotations = report.annotations.filter(
    ({ kind, subject }) => kind === 'figure' || subject === null || !hiddenTerms.includes(subject),
  );
  return {
    state: 'read',
    entries: listEntries(annotations, knowledgeOf(knowledge, report), locale),
    order: annotations.map(({ index }) => index),
    counts: countKinds(annotations, new Map(report.off)),
    coverage: coverageOf(knowledge, annotations, locale)[0] ?? null,
    current: null,
  };
}

/** What the list of a page needs of the knowledge base. */
function knowledgeOf(knowledge: Knowledge, report: PageReport): PageKnowledge {
  const terms = new Set<string>();
  const figures = new Set<string>();
  for (const { kind, subject } of report.annotations) {
    if (subject !== null) (kind === 'figure' ? figures : terms).add(subject);
  }
  return collectPageKnowledge(knowledge, [...terms], [...figures]);
}
