import { divideChoices } from './parts.ts';

/**
 * Numbered steps from one version of the stored choices to the next. A step takes what was stored and returns what
 * is to be stored; it throws where it cannot, and the old data stay. `test/unit/settings` keeps an example of every
 * version that was ever released.
 */
export const SETTINGS_VERSION = 2;

type Stored = Readonly<Record<string, unknown>>;
type Migration = (stored: Stored) => Stored;

/** `MIGRATIONS[n]` leads from version n to n + 1. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {
  // Version 0 was the development builds: categories as a record of booleans instead of the list of those off.
  0: ({ categories, ...rest }) => ({
    ...rest,
    ...(categories && typeof categories === 'object'
      ? { kindsOff: Object.entries(categories).flatMap(([kind, on]) => (on === false ? [kind] : [])) }
      : {}),
  }),
  // Version 1 had the sites and the hidden terms in one item each, which may have 8 kB.
  1: divideChoices,
};

/**
 * Brings stored choices of any earlier version to {@link SETTINGS_VERSION}.
 * @throws Error when the version is from a newer extension, or no step leads on.
 */
export function migrateChoices(stored: Stored, version: number): Stored {
  if (version > SETTINGS_VERSION) {
    throw new Error(`The settings are of version ${version}; this extension knows ${SETTINGS_VERSION}.`);
  }
  let current = stored;
  for (let step = version; step < SETTINGS_VERSION; step++) {
    const migrate = MIGRATIONS[step];
    if (!migrate) throw new Error(`No migration leads from version ${step} of the settings.`);
    current = migrate(current);
  }
  return current;
}
