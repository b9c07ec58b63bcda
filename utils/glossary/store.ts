import { abort, GlossaryStoreError, STORE, withDatabase } from './database.ts';
import type { Preference } from './preference.ts';
import {
  countOf,
  EMPTY_RECORD,
  type GlossaryRecord,
  isNewerRecord,
  partsOf,
  readRecord,
  type TermParts,
  termSteps,
  writeSteps,
} from './record.ts';
import { markGlossaryChanged } from './revision.ts';
import { LIMITS, type OwnTerm } from './schema.ts';
import { type RunSteps, runAtOnce } from './steps.ts';

export type StoredGlossary =
  | {
      readonly state: 'ready';
      readonly revision: number;
      readonly terms: readonly OwnTerm[];
      /** Where the reader has decided for a single term, by its id, whose definition comes first. */
      readonly preferences: Readonly<Record<string, Preference>>;
      /** What {@link undoImport} would bring back: so many terms, and so many single changes would be lost. */
      readonly undo: { readonly terms: number; readonly edits: number } | null;
    }
  /** Stored by a newer extension; it stays as it is. */
  | { readonly state: 'newer' }
  /** Not understood; it stays as it is until an import takes its place, and can be saved as a file. */
  | { readonly state: 'damaged'; readonly raw: string };

/**
 * Reads the glossary; none stored yet is an empty one. `run` checks what was stored.
 * @throws GlossaryStoreError (`unavailable`) where the browser gives no access to its database.
 */
export async function readGlossary(run: RunSteps = runAtOnce): Promise<StoredGlossary> {
  return understand(await readStored(), run);
}

/**
 * Puts an import in the place of the whole glossary and keeps what was there for {@link undoImport}. A damaged record
 * is replaced too and kept the same way. `run` checks the terms before anything is written: where it calls off,
 * nothing is.
 * @throws GlossaryStoreError with nothing changed: `changed` where the glossary is no longer of `revision` (null for
 * a damaged one), `full`, `newer`, `tooMany`, `unavailable`.
 */
export async function importGlossary(
  terms: readonly OwnTerm[],
  revision: number | null,
  run: RunSteps = runAtOnce,
): Promise<void> {
  if (terms.length > LIMITS.terms) throw new GlossaryStoreError('tooMany');
  const written = await run(writeSteps(terms));
  const stored = await readStored();
  const record = readRecord(stored.current);
  // What has the revision that the reader saw was understood when it was read.
  if (record?.revision !== revision) {
    const current = await understand(stored, run);
    if (current.state === 'newer') throw new GlossaryStoreError('newer');
    if ((current.state === 'ready' ? current.revision : null) !== revision)
      throw new GlossaryStoreError('changed');
  }
  const preferences = keptPreferences(revision === null ? {} : (record?.preferences ?? {}), terms);
  const next = newRecord(stored, written, { edits: 0, preferences });
  await replace(stored, { ...next, previous: stored.current ?? EMPTY_RECORD });
}

/**
 * Changes single terms: `edit` gets the terms as they are now, in whichever window they were changed last; it is asked
 * again where another window was faster.
 * @throws GlossaryStoreError with nothing changed: `full`, `newer`, `damaged`, `tooMany`, `unavailable`.
 */
export async function editGlossary(
  edit: (terms: readonly OwnTerm[]) => readonly OwnTerm[],
  run: RunSteps = runAtOnce,
): Promise<void> {
  await revise(run, async (current, stored) => {
    const terms = edit(current.terms);
    if (terms.length > LIMITS.terms) throw new GlossaryStoreError('tooMany');
    const preferences = keptPreferences(current.preferences, terms);
    const edits = (readRecord(stored.current)?.edits ?? 0) + 1;
    return newRecord(stored, await run(writeSteps(terms)), { edits, preferences });
  });
}

/**
 * Stores whose definition comes first for one own term; null leaves it to the setting for all. Says nothing of terms
 * that the glossary does not have.
 * @throws GlossaryStoreError as {@link editGlossary} does, with nothing changed.
 */
export async function preferDefinition(
  id: string,
  choice: Preference | null,
  run: RunSteps = runAtOnce,
): Promise<void> {
  await revise(run, async ({ preferences: { [id]: _, ...others }, terms }, stored) => {
    const preferences = keptPreferences(choice === null ? others : { ...others, [id]: choice }, terms);
    const record = readRecord(stored.current) ?? EMPTY_RECORD;
    return { current: { ...record, preferences, revision: revisionAfter(stored) }, parts: new Map() };
  });
}

/**
 * Brings back what was there before the last import; a second call brings the import back again.
 * @throws GlossaryStoreError with nothing changed: `full`, `newer`, `changed` where there is nothing to bring back, or
 * another window was faster.
 */
export async function undoImport(run: RunSteps = runAtOnce): Promise<void> {
  const stored = await readStored();
  const { current, previous } = stored;
  if (isNewerRecord(current)) throw new GlossaryStoreError('newer');
  if (previous === undefined) throw new GlossaryStoreError('changed');
  const texts = await readParts(previous);
  const before = await understand({ current: previous, previous: undefined, texts }, run);
  const record = before.state === 'ready' ? readRecord(previous) : undefined;
  await replace(stored, {
    // What was damaged comes back as it was.
    current: record ? { ...record, revision: revisionAfter(stored) } : previous,
    previous: current ?? EMPTY_RECORD,
    parts: new Map(),
  });
}

/** What the database has; undefined where nothing was stored yet. */
interface Stored {
  readonly current: unknown;
  readonly previous: unknown;
  /** The parts of `current`. */
  readonly texts: readonly unknown[];
}
/** What a change writes. Without `previous` that record stays. */
interface Written {
  readonly current: unknown;
  readonly previous?: unknown;
  /** New parts by their keys. */
  readonly parts: ReadonlyMap<string, string>;
}
type Ready = Extract<StoredGlossary, { state: 'ready' }>;

async function readStored(): Promise<Stored> {
  return read(async (get) => {
    const current = await get('current');
    const previous = await get('previous');
    return { current, previous, texts: await getParts(current, get) };
  });
}

function readParts(record: unknown): Promise<readonly unknown[]> {
  return read((get) => getParts(record, get));
}

type Get = (key: string) => Promise<unknown>;

async function getParts(record: unknown, get: Get): Promise<readonly unknown[]> {
  const texts: unknown[] = [];
  // One after the other: between two of them the page can do something else.
  for (const key of partsOf(readRecord(record))) texts.push(await get(key));
  return texts;
}

function read<T>(use: (get: Get) => Promise<T>): Promise<T> {
  return withDatabase(async (database) => {
    const { store, done } = database.transaction(STORE);
    // Where a request fails, the transaction's own promise reports the same failure once more.
    done.catch(() => undefined);
    const result = await use((key) => store.get(key));
    await done;
    return result;
  });
}

/** Works a change out from what is there now, again until nobody else was faster. */
async function revise(
  run: RunSteps,
  make: (current: Ready, stored: Stored) => Promise<Written>,
): Promise<void> {
  for (;;) {
    const stored = await readStored();
    const current = await understand(stored, run);
    if (current.state !== 'ready') throw new GlossaryStoreError(current.state);
    const written = await make(current, stored);
    try {
      return await replace(stored, written);
    } catch (error) {
      if (!(error instanceof GlossaryStoreError && error.reason === 'changed')) throw error;
    }
  }
}

/**
 * Writes where what is there is still what the change was worked out from: a transaction waits for nobody, so that a
 * change of 20,000 terms cannot be worked out in it. Two windows take turns, and an interruption leaves what was there.
 * @throws GlossaryStoreError (`changed`) with nothing changed where another window was faster.
 */
async function replace(seen: Stored, written: Written): Promise<void> {
  await withDatabase(async (database) => {
    // `strict`: the browser says “done” only when the disk has it.
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    // Where a request fails, the transaction's own promise reports the same failure once more.
    transaction.done.catch(() => undefined);
    const { store } = transaction;
    try {
      const now = await store.get('current');
      if (identityOf(now) !== identityOf(seen.current)) throw new GlossaryStoreError('changed');
      for (const [key, text] of written.parts) await store.put(text, key);
      const previous = 'previous' in written ? written.previous : seen.previous;
      if ('previous' in written) await store.put(previous, 'previous');
      await store.put(written.current, 'current');
      const kept = keptKeys([written.current, previous]);
      for (const key of kept ? await store.getAllKeys() : []) if (!kept?.has(key)) await store.delete(key);
      await transaction.done;
    } catch (error) {
      abort(transaction);
      throw error;
    }
  });
  // The change is stored. Where the mark cannot be set, pages that are open now learn of it when they are loaded anew.
  await markGlossaryChanged().catch(() => undefined);
}

/** The keys that records need; undefined where one is not understood, and nothing may be thrown away. */
function keptKeys(records: readonly unknown[]): ReadonlySet<string> | undefined {
  const keys = new Set(['current', 'previous']);
  for (const raw of records) {
    const record = readRecord(raw);
    if (raw !== undefined && !record) return undefined;
    for (const key of partsOf(record)) keys.add(key);
  }
  return keys;
}

/** What is another after every change. */
function identityOf(raw: unknown): number | 'nothing' | 'other' {
  return raw === undefined ? 'nothing' : (readRecord(raw)?.revision ?? 'other');
}

async function understand({ current, previous, texts }: Stored, run: RunSteps): Promise<StoredGlossary> {
  const record = current === undefined ? EMPTY_RECORD : readRecord(current);
  const terms = record && (await run(termSteps(record, texts)));
  if (record && terms) {
    const { revision, preferences, edits } = record;
    const before = readRecord(previous);
    const undo = previous === undefined ? null : { terms: before ? countOf(before) : 0, edits };
    return { state: 'ready', revision, terms, preferences, undo };
  }
  if (isNewerRecord(current)) return { state: 'newer' };
  return {
    state: 'damaged',
    raw: [current, ...texts].map((part) => JSON.stringify(part, null, 2)).join('\n'),
  };
}

/** What was chosen for terms that are there. */
function keptPreferences(
  preferences: Readonly<Record<string, Preference>>,
  terms: readonly OwnTerm[],
): Record<string, Preference> {
  const ids = new Set(terms.map(({ id }) => id));
  return Object.fromEntries(Object.entries(preferences).filter(([id]) => ids.has(id)));
}

/** A record of terms that follows what is stored, with parts of its own. */
function newRecord(
  stored: Stored,
  { count, texts }: TermParts,
  rest: Pick<GlossaryRecord, 'edits' | 'preferences'>,
): Written {
  const name = crypto.randomUUID();
  const parts = new Map(texts.map((text, index) => [`${name} ${index}`, text]));
  const record = { ...EMPTY_RECORD, ...rest, revision: revisionAfter(stored), count };
  return { current: { ...record, parts: [...parts.keys()] }, parts };
}

function revisionAfter({ current }: Stored): number {
  return (readRecord(current)?.revision ?? 0) + 1;
}
