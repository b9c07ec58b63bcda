import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { LanguageContext } from '../../components/i18n.tsx';
import type { HiddenTermRow, Outcome } from '../../components/options/model.ts';
import { Options } from '../../components/options/options.tsx';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { type Locale, localise } from '../../utils/locale.ts';
import { PEOPLES_DAILY_MATCHES } from '../../utils/page/sites.ts';
import { listSites } from '../../utils/settings/sites.ts';
import { pageLanguage } from '../surface/language.ts';
import { useKnowledge } from '../surface/use-knowledge.ts';
import { useSettings } from '../surface/use-settings.ts';
import { useShortcuts } from '../surface/use-shortcuts.ts';
import { createActions } from './actions.ts';
import { GlossarySection } from './glossary.tsx';
import type { Backup } from './settings-file.ts';
import { useAllowedOrigins } from './use-allowed-origins.ts';
import { useDamagedKeys } from './use-damaged-keys.ts';
import { WELL_KNOWN_SITES } from './well-known-sites.ts';

const COMMANDS = ['toggle-highlights', 'next-term', 'previous-term', 'explain-selection'] as const;

/** The options with the settings, the permissions and the browser's shortcuts behind them. */
export function OptionsApp() {
  const { settings, choose } = useSettings();
  const knowledge = useKnowledge();
  const origins = useAllowedOrigins();
  const shortcuts = useShortcuts();
  const damaged = useDamagedKeys(settings);
  const hash = useHash();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [backup, setBackup] = useState<Backup | undefined>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const language = useMemo(() => settings && pageLanguage(settings, 'popup.options'), [settings?.language]);
  if (!settings || !language || !knowledge) return null;
  const { t, locale } = language;

  const sites = listSites(settings.sites, origins, PEOPLES_DAILY_MATCHES);
  const listed = new Set(sites.filter(({ allowed }) => allowed).map(({ host }) => host));
  const act = createActions({ choose, sites, backup, t, setOutcome, setBackup, setProblem });
  return (
    <LanguageContext.Provider value={language}>
      <Options
        settings={settings}
        sites={sites}
        suggested={
          listed.has('*')
            ? []
            : WELL_KNOWN_SITES.filter(({ host }) => !listed.has(host)).map(({ host, name }) => ({
                host,
                name: localise(name, locale),
              }))
        }
        hidden={settings.hiddenTerms.map((id) => describeTerm(knowledge, id, locale))}
        shortcuts={COMMANDS.map((command) => ({ command, keys: shortcuts.get(command) ?? '' }))}
        canOpenShortcuts={import.meta.env.CHROME}
        // Firefox leaves custom highlights out of whatever it prints.
        canPrintMarks={!import.meta.env.FIREFOX}
        version={browser.runtime.getManifest().version}
        outcome={outcome}
        problem={
          problem ??
          (damaged.length > 0
            ? t('options.data.damaged', { count: damaged.length, keys: damaged.join(', ') })
            : null)
        }
        glossary={
          <GlossarySection
            ownFirst={settings.ownFirst}
            onOwnFirst={(on) => choose({ ownFirst: on })}
            titleOfBuiltIn={(id) => describeTerm(knowledge, id, locale).title}
          />
        }
        hash={hash}
        onAction={act}
      />
    </LanguageContext.Provider>
  );
}

function describeTerm(knowledge: Knowledge, id: string, locale: Locale): HiddenTermRow {
  const term = knowledge.terms.get(id);
  if (!term) return { id, title: id, english: '', kind: null };
  return {
    id,
    title: locale === 'zh-TW' ? term.title.hant : term.title.hans,
    english: term.title.en,
    kind: term.category,
  };
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash.slice(1));
  useEffect(() => {
    const onChange = (): void => setHash(location.hash.slice(1));
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return hash;
}
