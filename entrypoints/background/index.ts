import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { explainFigure } from '../../utils/figures/explain.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { collectPageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import { answerInBackground } from '../../utils/messages/receive-background.ts';
import { askTab } from '../../utils/messages/send.ts';
import { changeSettings, migrateSettings, readSettings } from '../../utils/settings/store.ts';
import { injectContentScript } from '../surface/content-script.ts';
import { showCount } from './badge.ts';
import { explainSelection } from './explain-selection.ts';
import { injectCard } from './inject-card.ts';
import { openNewEntry } from './new-entry.ts';
import { openOutline } from './outline-tab.ts';
import { createOwnTerms } from './own-terms.ts';
import { leaveRevokedSites } from './revoked.ts';
import { registerGrantedSites, startOnGrantedSites } from './sites.ts';

const EXPLAIN_ITEM = 'explain-selection';
const ADD_ITEM = 'add-to-glossary';

export default defineBackground(() => {
  const ownTerms = createOwnTerms(loadKnowledge());

  answerInBackground({
    describe: async ({ terms, figures }) => collectPageKnowledge(await ownTerms.knowledge(), terms, figures),
    explain: async ({ figures, locale }) => figures.map((figure) => explainFigure(figure, locale)),
    ownTerms: async () => ownTerms.patch((await readSettings()).settings.ownFirst),
    loadCard: async (_, sender) => {
      await injectCard(sender);
      return null;
    },
    conflicts: async () => ownTerms.conflicts(),
    counted: async ({ terms }, sender) => {
      if (sender.tab?.id !== undefined) await showCount(sender.tab.id, terms);
      return null;
    },
    openOutline: async ({ item, tab, from }, sender) => {
      // A page of the extension that runs in a tab is no article; it names the article's tab or has none.
      const article = isOwnPage(sender.url) ? tab : sender.tab?.id;
      await openOutline({ place: item ?? '', tab: article ?? null, from: from ?? null });
      return null;
    },
    readOnce: async ({ tab }, sender) => {
      // A page has no say in which tabs are read.
      if (isOwnPage(sender.url)) await injectContentScript(tab, { quiet: false });
      return null;
    },
    openOptions: async ({ section }) => {
      await browser.tabs.create({
        url: browser.runtime.getURL('/options.html') + (section ? `#${section}` : ''),
      });
      return null;
    },
  });

  browser.commands.onCommand.addListener(async (command) => {
    if (command === 'toggle-highlights') {
      await changeSettings(({ enabled }) => ({ enabled: !enabled }));
      return;
    }
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return;
    if (command === 'next-term') await askTab(tab.id, 'step', { direction: 'next' });
    if (command === 'previous-term') await askTab(tab.id, 'step', { direction: 'previous' });
    if (command === EXPLAIN_ITEM) await explainSelection(tab.id);
  });

  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === EXPLAIN_ITEM && tab?.id !== undefined) void explainSelection(tab.id);
    if (info.menuItemId === ADD_ITEM) void openNewEntry(info.selectionText ?? '');
  });

  browser.permissions.onAdded.addListener(({ origins = [] }) => void startOnGrantedSites(origins));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    void registerGrantedSites();
    void leaveRevokedSites(origins);
  });

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    browser.contextMenus.create({
      id: EXPLAIN_ITEM,
      title: browser.i18n.getMessage('commandExplain'),
      contexts: ['selection'],
    });
    browser.contextMenus.create({
      id: ADD_ITEM,
      title: browser.i18n.getMessage('menuAdd'),
      contexts: ['selection'],
    });
    await registerGrantedSites();
    await migrateSettings();
    if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
});

function isOwnPage(url: string | undefined): boolean {
  return url?.startsWith(browser.runtime.getURL('/')) ?? false;
}
