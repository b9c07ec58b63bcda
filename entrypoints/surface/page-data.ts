import { browser } from 'wxt/browser';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { collectPageKnowledge, type PageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import type { PageReport } from '../../utils/messages/protocol.ts';
import { askTab } from '../../utils/messages/send.ts';

/** The active tab as a surface sees it. */
export interface ActiveTab {
  readonly id: number | undefined;
  /** Known only where the extension may read the page. */
  readonly url: URL | undefined;
  /** Undefined where none of our content scripts listens. */
  readonly report: PageReport | undefined;
}

/** Looks at the active tab of the window the surface belongs to. */
export async function readActiveTab(): Promise<ActiveTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const report = tab?.id === undefined ? undefined : await askTab(tab.id, 'report', {});
  const url = report?.url ?? tab?.url;
  return { id: tab?.id, url: url && URL.canParse(url) ? new URL(url) : undefined, report };
}

/** What the list of a page needs of the knowledge base. */
export function knowledgeOf(knowledge: Knowledge, report: PageReport): PageKnowledge {
  const terms = new Set<string>();
  const figures = new Set<string>();
  for (const { kind, subject } of report.annotations) {
    if (subject !== null) (kind === 'figure' ? figures : terms).add(subject);
  }
  return collectPageKnowledge(knowledge, [...terms], [...figures]);
}
