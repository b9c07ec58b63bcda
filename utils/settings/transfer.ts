import * as z from 'zod/mini';
import { migrateChoices, SETTINGS_VERSION } from './migrations.ts';
import { joinChoices } from './parts.ts';
import { type Choices, isChoice, isSetting } from './schema.ts';

/** What a settings file says it is; another file is refused before anything of it is read. */
const FORMAT = 'aiplus-reader-settings';

const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number().check(z.int(), z.minimum(0)),
  choices: z.record(z.string(), z.unknown()),
});

/** Why a settings file was not taken over. */
export type FileProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer' }
  /** A setting whose value is not valid. */
  | { readonly kind: 'value'; readonly key: string }
  /** A setting that this extension does not have. */
  | { readonly kind: 'unknown'; readonly key: string };

export type FileReading =
  | { readonly ok: true; readonly choices: Choices }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** The choices as a file: all that is stored, also what this version does not understand; lists are in one piece. */
export function writeSettingsFile(
  choices: Readonly<Record<string, unknown>>,
  version: number,
  exported: Date,
): string {
  return `${JSON.stringify({ format: FORMAT, version, exported: exported.toISOString(), choices: joinChoices(choices) }, null, 2)}\n`;
}

/**
 * Reads a settings file of this or an earlier version. A file with any problem is refused as a whole, with all its
 * problems: half a set of settings is worse than the old one.
 */
export function readSettingsFile(text: string): FileReading {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, problems: [{ kind: 'unreadable' }] };
  }
  const file = z.safeParse(fileSchema, content);
  if (!file.success) return { ok: false, problems: [{ kind: 'foreign' }] };
  const { version, choices } = file.data;
  if (version > SETTINGS_VERSION) return { ok: false, problems: [{ kind: 'newer' }] };
  const migrated = joinChoices(migrateChoices(choices, version));
  const problems = Object.entries(migrated).flatMap(([key, value]): FileProblem[] => {
    if (!isSetting(key)) return [{ kind: 'unknown', key }];
    return isChoice(key, value) ? [] : [{ kind: 'value', key }];
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, choices: migrated as Choices };
}
