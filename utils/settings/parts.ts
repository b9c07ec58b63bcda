import { isChoice } from './schema.ts';

/**
 * The settings that grow with what the reader does are stored in parts, because an item of `storage.sync` may have
 * 8 kB: in one item the list of hidden terms would be full at about 350. An item for each entry would be no better, for
 * there may be 512 items. An entry is always in the same part, so that one more or less writes one part only.
 */
const DIVIDED = ['sites', 'hiddenTerms'] as const;
type Divided = (typeof DIVIDED)[number];
/** So many that the whole storage (100 kB) is full before a part is. */
const PARTS = 16;

type Items = Readonly<Record<string, unknown>>;
/** An entry as its name and what is stored of it: a host with its choice, or the id of a term with itself. */
type Entry = readonly [name: string, value: unknown];

/** Choices as they are stored: `sites/3`, `hiddenTerms/11`. What is not understood stays as it is. */
export function divideChoices(choices: Items): Items {
  return Object.fromEntries(
    Object.entries(choices).flatMap(([key, value]): readonly Entry[] =>
      isDivided(key) && isChoice(key, value) ? divide(key, value) : [[key, value]],
    ),
  );
}

/**
 * Stored items as choices, each entry once. What is not understood stays an item of its own; a list in one piece, as a
 * settings file or another version of the extension has it, is taken together with the parts.
 */
export function joinChoices(items: Items): Items {
  const joined = new Map<string, unknown>();
  const lists = new Map<Divided, Map<string, unknown>>();
  for (const [item, value] of Object.entries(items)) {
    const key = settingOf(item);
    if (!isDivided(key) || !isChoice(key, value)) {
      joined.set(item, value);
      continue;
    }
    const list = lists.get(key) ?? new Map<string, unknown>();
    for (const [name, entry] of entriesOf(key, value)) list.set(name, entry);
    lists.set(key, list);
  }
  for (const [key, list] of lists) joined.set(key, collected(key, [...list]));
  return Object.fromEntries(joined);
}

/** The setting that a stored item is, or is a part of. */
export function settingOf(item: string): string {
  const key = item.replace(/\/\d+$/u, '');
  return isDivided(key) ? key : item;
}

function divide(key: Divided, value: unknown): readonly Entry[] {
  const parts = Map.groupBy(entriesOf(key, value), ([name]) => partOf(name));
  return [...parts].map(([part, entries]) => [`${key}/${part}`, collected(key, entries)]);
}

function entriesOf(key: Divided, value: unknown): readonly Entry[] {
  if (typeof value !== 'object' || value === null) return [];
  if (key === 'sites') return Object.entries(value);
  return Object.values(value).map((id) => [String(id), id]);
}

function collected(key: Divided, entries: readonly Entry[]): unknown {
  return key === 'sites' ? Object.fromEntries(entries) : entries.map(([, id]) => id);
}

/** The same for ever: what is stored already is found by it. */
function partOf(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = (hash * 31 + name.charCodeAt(at)) % 65_521;
  return hash % PARTS;
}

function isDivided(key: string): key is Divided {
  return DIVIDED.some((divided) => divided === key);
}
