import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { LanguageContext } from '../../components/i18n.tsx';
import { type OutlineAddress, readAddress, writeAddress } from '../../components/outline/address.ts';
import { exportFile } from '../../components/outline/export-file.ts';
import { type OutlineAction, OutlinePage } from '../../components/outline/outline-page.tsx';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { askBackground } from '../../utils/messages/send.ts';
import { hideTerm } from '../../utils/settings/changes.ts';
import { reasonOf } from '../../utils/settings/full.ts';
import { pageLanguage } from '../surface/language.ts';
import { saveFile } from '../surface/save-file.ts';
import { useSettings } from '../surface/use-settings.ts';
import { returnToArticle, useArticle } from './article.ts';

/** The address at which the page was opened; the tab and the occurrence in it stay the same while it is read. */
const OPENED = readAddress(new URL(location.href));

/** The outline page with the address, the settings, the article's tab and the knowledge base behind it. */
export function OutlineApp() {
  const { settings, choose } = useSettings();
  const address = useAddress();
  const beside = useArticle(OPENED.tab);
  const [problem, setProblem] = useState<string | null>(null);
  // The settings and the article are asked for first; the knowledge base is read while the answers are on their way.
  useLayoutEffect(() => void loadKnowledge(), []);
  const language = useMemo(() => settings && pageLanguage(settings), [settings]);
  useEffect(() => {
    if (language) document.title = `${language.t('outline.title')} · ${language.t('common.name')}`;
  }, [language]);
  if (!settings || !language) return null;

  const onAction = async (action: OutlineAction): Promise<void> => {
    switch (action.do) {
      case 'reading':
        address.change({ reading: action.reading });
        return;
      case 'export':
        saveFile(exportFile(action.form, loadKnowledge(), language));
        return;
      case 'return':
        if (OPENED.tab !== null) await returnToArticle(OPENED.tab, action.index);
        return;
      case 'hide':
      case 'show':
        await choose(hideTerm(action.term, action.do === 'hide'));
        return;
      case 'settings':
        await askBackground('openOptions', {});
    }
  };
  return (
    <LanguageContext.Provider value={language}>
      <OutlinePage
        knowledge={loadKnowledge()}
        reading={address.reading}
        place={address.place}
        opened={OPENED.tab === null ? null : OPENED}
        beside={beside}
        cardKeys={settings.cardKeys}
        problem={problem}
        onAction={(action) => {
          setProblem(null);
          onAction(action).catch((error: unknown) => setProblem(reasonOf(error, language.t)));
        }}
      />
    </LanguageContext.Provider>
  );
}

/** The address of the page, followed through links and the browser's history. */
function useAddress(): OutlineAddress & { readonly change: (part: Partial<OutlineAddress>) => void } {
  const [address, setAddress] = useState(OPENED);
  useEffect(() => {
    const read = (): void => setAddress(readAddress(new URL(location.href)));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const change = (part: Partial<OutlineAddress>): void => {
    const next = { ...address, ...part };
    history.replaceState(history.state, '', location.pathname + writeAddress(next));
    setAddress(next);
  };
  return { ...address, change };
}
