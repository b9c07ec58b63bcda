import type { Outcome } from '../../components/options/model.ts';
import type { Translate } from '../../utils/i18n.ts';
import { SETTINGS_VERSION } from '../../utils/settings/migrations.ts';
import { replaceChoices, storedChoices } from '../../utils/settings/store.ts';
import { type FileProblem, readSettingsFile, writeSettingsFile } from '../../utils/settings/transfer.ts';
import { saveFile } from '../surface/save-file.ts';

/** What is stored, to be put back. */
export type Backup = Awaited<ReturnType<typeof storedChoices>>;

/** Larger than any settings file, in bytes; what is above is not ours and not worth reading. */
const LARGEST_FILE = 1_000_000;

/** Lets the browser save the settings as a file. Returns its name. */
export async function saveSettingsFile(now: Date): Promise<string> {
  const { choices, version } = await storedChoices();
  const name = `aiplus-reader-settings-${now.toISOString().slice(0, 10)}.json`;
  saveFile({ name, type: 'application/json', content: writeSettingsFile(choices, version, now) });
  return name;
}

/**
 * Puts the settings of a file in the place of the present ones, all or none.
 * @returns what to tell the reader, and what was stored before, when it was replaced.
 */
export async function takeSettingsFile(
  file: File,
  t: Translate,
): Promise<{ readonly outcome: Outcome; readonly backup?: Backup }> {
  const reading =
    file.size > LARGEST_FILE
      ? ({ ok: false, problems: [{ kind: 'foreign' }] } as const)
      : readSettingsFile(await file.text());
  if (!reading.ok) return { outcome: { ok: false, lines: describeProblems(reading.problems, t) } };
  const backup = await storedChoices();
  await replaceChoices(reading.choices, SETTINGS_VERSION);
  const lines = [t('options.data.imported', { count: Object.keys(reading.choices).length })];
  if (Object.keys(reading.choices.sites ?? {}).length > 0) lines.push(t('options.data.importedSites'));
  return { outcome: { ok: true, lines, undo: true }, backup };
}

function describeProblems(problems: readonly FileProblem[], t: Translate): readonly string[] {
  const lines = problems.map((problem) =>
    'key' in problem
      ? t(`options.data.${problem.kind}`, { key: problem.key })
      : t(`options.data.${problem.kind}`),
  );
  return problems.some((problem) => 'key' in problem)
    ? [t('options.data.refused', { count: problems.length }), ...lines]
    : lines;
}
