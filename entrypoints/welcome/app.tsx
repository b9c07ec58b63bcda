import { useMemo, useState } from 'preact/hooks';
import { figureCard, termCard } from '../../components/card/build.ts';
import type { CardAction, CardModel, Lead } from '../../components/card/model.ts';
import { LanguageContext } from '../../components/i18n.tsx';
import { SAMPLE_FIGURE } from '../../components/sample/sample-text.ts';
import { Welcome, type WelcomeAction } from '../../components/welcome/welcome.tsx';
import { explainFigure } from '../../utils/figures/explain.ts';
import { scanFigures } from '../../utils/figures/scan.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { collectPageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import { askBackground } from '../../utils/messages/send.ts';
import { reasonOf } from '../../utils/settings/full.ts';
import { pageLanguage } from '../surface/language.ts';
import { type SettingsHere, useSettings } from '../surface/use-settings.ts';
import { useShortcuts } from '../surface/use-shortcuts.ts';

/** The page of the first run with the knowledge base and the settings behind it. */
export function WelcomeApp() {
  const { settings, choose } = useSettings();
  const shortcuts = useShortcuts();
  const [problem, setProblem] = useState<string | null>(null);
  const language = useMemo(() => settings && pageLanguage(settings), [settings?.language]);
  if (!settings || !language) return null;

  const tell = (work: Promise<void>): void => {
    setProblem(null);
    work.catch((error: unknown) => setProblem(reasonOf(error, language.t)));
  };
  const cardOf = ({ kind, id, label }: Lead): CardModel | undefined => {
    const knowledge = loadKnowledge();
    if (kind === 'term') return termCard(id, collectPageKnowledge(knowledge, [id], []), language);
    const [figure] = scanFigures(SAMPLE_FIGURE);
    if (!figure) return undefined;
    const reading = explainFigure(figure, language.locale);
    return figureCard(label, reading, id, collectPageKnowledge(knowledge, [], [id]), language);
  };
  return (
    <LanguageContext.Provider value={language}>
      <Welcome
        enabled={settings.enabled}
        style={settings.style}
        density={settings.density}
        dwell={settings.dwell}
        cardKeys={settings.cardKeys}
        toggleKeys={shortcuts.get('toggle-highlights') ?? ''}
        cardOf={cardOf}
        problem={problem}
        onCard={(action) => tell(onCard(action))}
        onAction={(action) => tell(onAction(action, choose))}
      />
    </LanguageContext.Provider>
  );
}

async function onAction(action: WelcomeAction, choose: SettingsHere['choose']): Promise<void> {
  switch (action.do) {
    case 'enable':
      await choose({ enabled: action.on });
      return;
    case 'language':
      await choose({ language: action.language });
      return;
    case 'outline':
      await askBackground('openOutline', {});
      return;
    case 'sites':
      await askBackground('openOptions', { section: 'sites' });
      return;
  }
}

async function onCard(action: Extract<CardAction, { do: 'outline' | 'settings' }>): Promise<void> {
  switch (action.do) {
    case 'outline':
      await askBackground('openOutline', { item: action.item });
      return;
    case 'settings':
      await askBackground('openOptions', { section: 'card' });
      return;
  }
}
