import { browser } from 'wxt/browser';
import type { Change } from './changes.ts';
import { SettingsFullError } from './full.ts';
import { migrateChoices, SETTINGS_VERSION } from './migrations.ts';
import { divideChoices, joinChoices, settingOf } from './parts.ts';
import { type Choices, isChoice, isSetting, type Settings, withDefaults } from './schema.ts';

/**
 * One item per choice, so that two windows that change different choices at once do not overwrite each other; what
 * grows is in parts (`parts.ts`), below the 8 kB that an item of `storage.sync` may have.
 */
const PREFIX = 'choice.';
const VERSION_ITEM = 'choices.version';

/** What reading the settings found: the settings, and the items that could not be understood (they stay stored). */
export interface SettingsReading {
  readonly settings: Settings;
  readonly damaged: readonly string[];
}

/** Reads the settings. A damaged item counts as not chosen, is named in `damaged`, and stays stored as it is. */
export async function readSettings(): Promise<SettingsReading> {
  return understand(await browser.storage.sync.get(null));
}

/** The latest change: each reads what it builds on, so the next may begin only when that one is stored. */
let latest: Promise<unknown> = Promise.resolve();

function inTurn(change: () => Promise<void>): Promise<void> {
  const stored = latest.then(change);
  // Whoever asked is told of a failure; whoever comes next begins where it left things.
  latest = stored.catch(() => undefined);
  return stored;
}

/**
 * Stores a change, after all that were asked for earlier.
 * @throws Error when a value is not valid, SettingsFullError when there is no room: nothing is changed then.
 */
export function changeSettings(change: Change): Promise<void> {
  return inTurn(() => store(change));
}

async function store(change: Change): Promise<void> {
  const changes = typeof change === 'function' ? change((await readSettings()).settings) : change;
  for (const [key, value] of Object.entries(changes)) {
    if (!isSetting(key) || (value !== undefined && !isChoice(key, value)))
      throw new Error(`The setting “${key}” cannot have this value.`);
  }
  await migrateSettings();
  const { choices: stored, version } = await storedChoices();
  const items = divideChoices(made(changes));
  // A part that stays as it is is not written: the browser counts the writes, and another window may change it.
  const written = Object.entries(items).filter(([item, value]) => !isSame(stored[item], value));
  if (written.length > 0) await setItems(Object.fromEntries(written), Math.max(version, SETTINGS_VERSION));
  const obsolete = Object.keys(stored).filter(
    (item) => Object.hasOwn(changes, settingOf(item)) && !Object.hasOwn(items, item),
  );
  if (obsolete.length > 0) await browser.storage.sync.remove(obsolete.map((item) => PREFIX + item));
}

async function setItems(items: Readonly<Record<string, unknown>>, version: number): Promise<void> {
  const named = Object.entries(items).map(([item, value]) => [PREFIX + item, value]);
  try {
    await browser.storage.sync.set({ ...Object.fromEntries(named), [VERSION_ITEM]: version });
  } catch (error) {
    // Chromium: “QUOTA_BYTES quota exceeded”, “… PER_ITEM …”, “MAX_ITEMS …”; Firefox: “… exceeded its quota …”.
    if (error instanceof Error && /quota/iu.test(error.message)) throw new SettingsFullError(error);
    throw error;
  }
}

/** The choices that are made, without those that are taken back. */
function made(choices: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The choices exactly as they are stored, and their version: also those that this version does not understand. */
export async function storedChoices(): Promise<{
  readonly choices: Readonly<Record<string, unknown>>;
  readonly version: number;
}> {
  const stored = await browser.storage.sync.get(null);
  return { choices: choiceItems(stored), version: storedVersion(stored) };
}

/**
 * Puts `choices` in the place of all that are stored; choices of any kind, so that {@link storedChoices} can be put
 * back as they were. The new items are written before the others are removed.
 * @throws SettingsFullError when there is no room for them: nothing is changed then.
 */
export function replaceChoices(choices: Readonly<Record<string, unknown>>, version: number): Promise<void> {
  return inTurn(() => replace(choices, version));
}

async function replace(choices: Readonly<Record<string, unknown>>, version: number): Promise<void> {
  const before = await browser.storage.sync.get(null);
  const items = version < SETTINGS_VERSION ? made(choices) : divideChoices(made(choices));
  await setItems(items, version);
  const obsolete = Object.keys(choiceItems(before)).filter((item) => !Object.hasOwn(items, item));
  if (obsolete.length > 0) await browser.storage.sync.remove(obsolete.map((item) => PREFIX + item));
}

/** Calls `listener` with the settings after each change, wherever it was made. Returns the function that ends it. */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  const onChanged = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area !== 'sync' || !Object.keys(changes).some((key) => key.startsWith(PREFIX))) return;
    void readSettings().then((reading) => listener(reading.settings));
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/**
 * Writes the migrated form of choices that an earlier version stored. The new items are written before an old one is
 * removed, so an interruption at any point loses nothing. Choices of a newer version (the browser's account brings
 * them from another computer) are left as they are.
 * @throws Error as {@link migrateChoices} does; the stored items are untouched then.
 */
export async function migrateSettings(): Promise<void> {
  const { choices, version } = await storedChoices();
  if (version >= SETTINGS_VERSION) return;
  await replace(migrateChoices(choices, version), SETTINGS_VERSION);
}

function understand(stored: Readonly<Record<string, unknown>>): SettingsReading {
  const version = storedVersion(stored);
  const items =
    version < SETTINGS_VERSION ? migrateChoices(choiceItems(stored), version) : choiceItems(stored);
  const choices: Record<string, unknown> = {};
  const damaged: string[] = [];
  for (const [item, value] of Object.entries(joinChoices(items))) {
    const key = settingOf(item);
    if (!isSetting(key)) continue; // a choice of a newer version: kept, not used
    if (item === key && (value === undefined || isChoice(key, value))) choices[key] = value;
    else damaged.push(item);
  }
  return { settings: withDefaults(choices as Choices), damaged };
}

function choiceItems(stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, value]) =>
      key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), value]] : [],
    ),
  );
}

/** Nothing stored yet counts as the present version: there is nothing to migrate. */
function storedVersion(stored: Readonly<Record<string, unknown>>): number {
  const version = stored[VERSION_ITEM];
  // No extension has written another number; one that is damaged must not keep the choices from being read.
  if (typeof version === 'number' && Number.isInteger(version) && version >= 0) return version;
  return Object.keys(stored).some((key) => key.startsWith(PREFIX)) ? 0 : SETTINGS_VERSION;
}
