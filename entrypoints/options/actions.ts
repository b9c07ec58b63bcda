import { browser } from 'wxt/browser';
import type { OptionsAction, Outcome } from '../../components/options/model.ts';
import type { Translate } from '../../utils/i18n.ts';
import { askBackground } from '../../utils/messages/send.ts';
import { switchSites } from '../../utils/settings/changes.ts';
import { reasonOf } from '../../utils/settings/full.ts';
import { SETTINGS_VERSION } from '../../utils/settings/migrations.ts';
import type { Choices } from '../../utils/settings/schema.ts';
import { originFor, type SiteRow } from '../../utils/settings/sites.ts';
import { replaceChoices, storedChoices } from '../../utils/settings/store.ts';
import type { SettingsHere } from '../surface/use-settings.ts';
import { type Backup, saveSettingsFile, takeSettingsFile } from './settings-file.ts';

/** Where the keys are changed in Chromium; Firefox lets no page open its own. */
const CHROMIUM_SHORTCUTS = 'chrome://extensions/shortcuts';

interface OptionsState {
  readonly sites: readonly SiteRow[];
  readonly backup: Backup | undefined;
  readonly t: Translate;
  readonly choose: SettingsHere['choose'];
  setOutcome(outcome: Outcome | null): void;
  setBackup(backup: Backup | undefined): void;
  setProblem(problem: string | null): void;
}

/** Does what the reader asks of the options. A failure becomes a sentence on the page; the settings stay as they were. */
export function createActions(state: OptionsState): (action: OptionsAction) => void {
  const { t, setProblem } = state;
  return (action) => {
    setProblem(null);
    // Nothing may be awaited before a permission is asked for: the browser wants the reader's click.
    perform(action, state).catch((error: unknown) =>
      setProblem(t('surfaces.failed', { reason: reasonOf(error, t) })),
    );
  };
}

async function perform(action: OptionsAction, state: OptionsState): Promise<void> {
  const { choose, sites, t, setOutcome, setBackup, setProblem } = state;
  switch (action.do) {
    case 'set':
      await choose(withoutReadonly(action.changes));
      return;
    case 'site':
      await choose(switchSites({ [action.host]: action.on ? 'on' : 'off' }));
      return;
    case 'add': {
      const origin = originFor(action.input);
      if (origin === undefined) setProblem(t('options.sites.notAddress', { input: action.input.trim() }));
      else await allow([origin], state);
      return;
    }
    case 'allow':
      await allow(
        action.hosts.map((host) => originFor(host) ?? '<all_urls>'),
        state,
      );
      return;
    case 'forget': {
      const origins = sites.find(({ host }) => host === action.host)?.origins ?? [];
      if (origins.length > 0) await browser.permissions.remove({ origins: [...origins] });
      await choose(({ sites: { [action.host]: _, ...others } }) => ({ sites: others }));
      return;
    }
    case 'restore':
      await choose(({ hiddenTerms }) => ({
        hiddenTerms: hiddenTerms.filter((term) => !action.terms.includes(term)),
      }));
      return;
    case 'export': {
      const file = await saveSettingsFile(new Date());
      setOutcome({ ok: true, lines: [t('options.data.exported', { file })] });
      return;
    }
    case 'import': {
      const { outcome, backup } = await takeSettingsFile(action.file, t);
      setOutcome(outcome);
      if (backup) setBackup(backup);
      return;
    }
    case 'reset': {
      setBackup(await storedChoices());
      await replaceChoices({}, SETTINGS_VERSION);
      setOutcome({ ok: true, lines: [t('options.data.wasReset')], undo: true });
      return;
    }
    case 'undo':
      if (!state.backup) return;
      await replaceChoices(state.backup.choices, state.backup.version);
      setBackup(undefined);
      setOutcome({ ok: true, lines: [t('options.data.undone')] });
      return;
    case 'shortcuts':
      await browser.tabs.create({ url: CHROMIUM_SHORTCUTS });
      return;
    case 'outline':
      await askBackground('openOutline', {});
      return;
  }
}

async function allow(origins: readonly string[], { t, setProblem }: OptionsState): Promise<void> {
  const granted = await browser.permissions.request({ origins: [...origins] });
  // What follows a grant (the list of sites, pages that are open) is the background's, for grants from anywhere.
  if (!granted) setProblem(t('options.sites.denied'));
}

function withoutReadonly(changes: Extract<OptionsAction, { do: 'set' }>['changes']): Choices {
  const { kindsOff, ...others } = changes;
  return { ...others, ...(kindsOff ? { kindsOff: [...kindsOff] } : {}) };
}
