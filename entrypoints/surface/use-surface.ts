import { useCallback, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { HiddenTerm, PageState, SurfaceAction } from '../../components/page-list/page-state.ts';
import { searchRows } from '../../components/search/results.ts';
import { askBackground, askTab } from '../../utils/messages/send.ts';
import { NOTES_FILES, type NotesFormat, writeNotes } from '../../utils/notes/write.ts';
import { type Change, hideTerm, switchKind, switchSites } from '../../utils/settings/changes.ts';
import { reasonOf } from '../../utils/settings/full.ts';
import { siteChoice } from '../../utils/settings/sites.ts';
import { openDetails, openPanel } from './browser-doors.ts';
import { pageLanguage } from './language.ts';
import { pageState } from './page-data.ts';
import { saveFile } from './save-file.ts';
import { useActiveTab } from './use-active-tab.ts';
import { useKnowledge } from './use-knowledge.ts';
import { useSettings } from './use-settings.ts';

/** What the popup and the side panel have in common: the settings, the active tab, and what the reader does with them. */
export function useSurface(after: { onLeave(): void }) {
  const { settings, choose } = useSettings();
  const { tab, current, refresh } = useActiveTab();
  const knowledge = useKnowledge();
  const [denied, setDenied] = useState<number | undefined>(undefined);
  const [hidden, setHidden] = useState<HiddenTerm | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const language = useMemo(() => settings && pageLanguage(settings), [settings?.language]);
  const hiddenTerms = settings?.hiddenTerms;
  const read = useMemo(
    () =>
      language && hiddenTerms && knowledge
        ? pageState(tab, tab?.id !== undefined && denied === tab.id, knowledge, hiddenTerms, language.locale)
        : null,
    [tab, denied, knowledge, hiddenTerms, language],
  );
  const readFigure = useCallback(
    async (text: string): Promise<readonly string[]> => {
      if (!language) return [];
      try {
        // The recogniser: loaded when somebody opens a figure that the knowledge base does not have.
        const notes = await import('../../utils/notes/collect.ts');
        return notes.readFigure(text, language);
      } catch (error) {
        setProblem(reasonOf(error, language.t));
        return [];
      }
    },
    [language],
  );
  if (!settings || !language || !knowledge || !read) return null;
  const page: PageState = read.state === 'read' ? { ...read, current } : read;
  const host = tab?.url?.hostname ?? '';

  const act = async (action: SurfaceAction): Promise<void> => {
    switch (action.do) {
      case 'grant':
        // Asked before anything is awaited: the browser wants the reader's click. The background does the rest.
        if (!tab?.url) return;
        if (!(await browser.permissions.request({ origins: [`*://${tab.url.hostname}/*`] })))
          setDenied(tab.id);
        return;
      case 'once':
        if (tab?.id === undefined) return;
        await askBackground('readOnce', { tab: tab.id });
        await refresh();
        return;
      case 'panel':
        if (tab?.id === undefined) return;
        await openPanel(tab.id);
        after.onLeave();
        return;
      case 'reload':
        if (tab?.id !== undefined) await browser.tabs.reload(tab.id);
        after.onLeave();
        return;
      case 'reveal':
        if (tab?.id !== undefined) await askTab(tab.id, 'reveal', { index: action.index });
        return;
      case 'step':
        if (tab?.id !== undefined) await askTab(tab.id, 'step', { direction: action.direction });
        return;
      case 'outline':
        await askBackground('openOutline', {
          ...(action.item === undefined ? {} : { item: action.item }),
          ...(tab?.id === undefined || !tab.report ? {} : { tab: tab.id }),
        });
        after.onLeave();
        return;
      case 'takeAlong': {
        if (!tab?.report) return;
        // Reads figures anew, which takes the whole recogniser: loaded when somebody takes an article along.
        const { collectNotes } = await import('../../utils/notes/collect.ts');
        const notes = collectNotes(tab.report, knowledge, language);
        saveFile({ ...notesFile(action.format), content: writeNotes(notes, action.format, language.t) });
        return;
      }
      case 'details':
        await openDetails();
        after.onLeave();
        return;
      case 'options':
        await askBackground('openOptions', {});
        after.onLeave();
        return;
      case 'hide':
        await choose(choiceFor(host, action));
        setHidden({ id: action.term, title: titleOf(read, action.term) });
        return;
      case 'unhide':
        await choose(choiceFor(host, action));
        setHidden(null);
        return;
      default:
        await choose(choiceFor(host, action));
    }
  };
  return {
    settings,
    language,
    page,
    host,
    siteOn: siteChoice(settings.sites, host) !== 'off',
    hidden,
    problem,
    readFigure,
    search: (query: string) => searchRows(knowledge, query, language.locale),
    onAction: (action: SurfaceAction): void => {
      setProblem(null);
      act(action).catch((error: unknown) => setProblem(reasonOf(error, language.t)));
    },
  };
}

function notesFile(format: NotesFormat): { readonly name: string; readonly type: string } {
  const { ending, type } = NOTES_FILES[format];
  return { name: `aiplus-notes-${new Date().toISOString().slice(0, 10)}.${ending}`, type };
}

type ChoiceAction = Extract<
  SurfaceAction,
  { do: 'enable' | 'site' | 'kind' | 'density' | 'hide' | 'unhide' }
>;

function choiceFor(host: string, action: ChoiceAction): Change {
  switch (action.do) {
    case 'enable':
      return { enabled: action.on };
    case 'site':
      return switchSites({ [host]: action.on ? 'on' : 'off' });
    case 'kind':
      return switchKind(action.kind, action.on);
    case 'density':
      return { density: action.density };
    case 'hide':
    case 'unhide':
      return hideTerm(action.term, action.do === 'hide');
  }
}

function titleOf(page: PageState, term: string): string {
  if (page.state !== 'read') return term;
  return page.entries.find(({ subject }) => subject === term)?.title ?? term;
}
