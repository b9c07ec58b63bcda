import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Preference } from './preference.ts';
import {
  EMPTY_RECORD,
  type GlossaryRecord,
  isNewerRecord,
  readRecord,
  termSteps,
  writeSteps,
} from './record.ts';
import { markGlossaryChanged } from './revision.ts';
import { LIMITS, type OwnTerm } from './schema.ts';
import { type RunSteps, runAtOnce } from './steps.ts';

/**
 * The reader's glossary in IndexedDB. Not in `storage.local`: 20,000 terms with their definitions exceed its 10 MB,
 * and only IndexedDB has transactions. A glossary is one record: it is replaced by one `put` in one transaction, so
 * there is no moment at which half of it is stored, and reading 20,000 terms as one value is many times faster than
 * as 20,000.
 */
interface GlossaryDatabase extends DBSchema {
  glossaries: { key: 'current' | 'previous'; value: unknown };
}
const DATABASE = 'aiplus-glossary';
const DATABASE_VERSION = 1;
const STORE = 'glossaries';

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

export type StoreReason = 'full' | 'unavailable' | 'changed' | 'newer' | 'damaged' | 'tooMany';

/** Why nothing was changed; each is a message `glossary.store.…`. */
export class GlossaryStoreError extends Error {
  readonly reason: StoreReason;
  constructor(reason: StoreReason, cause?: unknown) {
    super(`The glossary was not changed: ${reason}.`, { cause });
    this.name = 'GlossaryStoreError';
    this.reason = reason;
  }
}

/**
 * Reads the glossary; none stored yet is an empty one. `run` checks what was stored.
 * @throws GlossaryStoreError (`unavailable`) where the browser gives no access to its database.
 */
export async function readGlossary(run: RunSteps = runAtOnce): Promise<StoredGlossary> {
  return understand(await readRaw(), run);
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
  const raw = await readRaw();
  // What has the revision that the reader saw was understood when it was read.
  if (readRecord(raw.current)?.revision !== revision) {
    const current = await understand(raw, run);
    if (current.state === 'newer') throw new GlossaryStoreError('newer');
    if ((current.state === 'ready' ? current.revision : null) !== revision)
      throw new GlossaryStoreError('changed');
  }
  const preferences = revision === null ? {} : (readRecord(raw.current)?.preferences ?? {});
  const next = { ...written, edits: 0, preferences: keptPreferences(preferences, terms) };
  await replace(raw, { current: followingRecord(raw, next), previous: raw.current ?? EMPTY_RECORD });
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
  await revise(run, async (current, { edits }) => {
    const terms = edit(current.terms);
    if (terms.length > LIMITS.terms) throw new GlossaryStoreError('tooMany');
    const preferences = keptPreferences(current.preferences, terms);
    return { ...(await run(writeSteps(terms))), edits: edits + 1, preferences };
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
  await revise(run, async (current, record) => {
    const { [id]: _, ...others } = current.preferences;
    const preferences = choice === null ? others : { ...others, [id]: choice };
    return { ...record, preferences: keptPreferences(preferences, current.terms) };
  });
}

/**
 * Brings back what was there before the last import; a second call brings the import back again.
 * @throws GlossaryStoreError with nothing changed: `full`, `newer`, `changed` where there is nothing to bring back, or
 * another window was faster.
 */
export async function undoImport(run: RunSteps = runAtOnce): Promise<void> {
  const raw = await readRaw();
  if (isNewerRecord(raw.current)) throw new GlossaryStoreError('newer');
  if (raw.previous === undefined) throw new GlossaryStoreError('changed');
  const before = readRecord(raw.previous);
  const isWhole = before && (await run(termSteps(before)));
  await replace(raw, {
    // What was damaged comes back as it was.
    current: isWhole ? followingRecord(raw, before) : raw.previous,
    previous: raw.current ?? EMPTY_RECORD,
  });
}

/** What the database has; undefined where nothing was stored yet. */
interface Raw {
  readonly current: unknown;
  readonly previous: unknown;
}

async function readRaw(): Promise<Raw> {
  return withDatabase(async (database) => {
    const { store, done } = database.transaction(STORE);
    // Where a request fails, the transaction's own promise reports the same failure once more.
    done.catch(() => undefined);
    const current = await store.get('current');
    const previous = await store.get('previous');
    await done;
    return { current, previous };
  });
}

type Ready = Extract<StoredGlossary, { state: 'ready' }>;
/** What a change has to say of the next record; the rest follows. */
type Next = Pick<GlossaryRecord, 'count' | 'lines' | 'edits' | 'preferences'>;

/** Works a change out from what is there now, again until nobody else was faster. */
async function revise(
  run: RunSteps,
  make: (current: Ready, record: GlossaryRecord) => Promise<Next>,
): Promise<void> {
  for (;;) {
    const raw = await readRaw();
    const current = await understand(raw, run);
    if (current.state !== 'ready') throw new GlossaryStoreError(current.state);
    const next = await make(current, readRecord(raw.current) ?? EMPTY_RECORD);
    try {
      return await replace(raw, { current: followingRecord(raw, next) });
    } catch (error) {
      if (!(error instanceof GlossaryStoreError && error.reason === 'changed')) throw error;
    }
  }
}

/**
 * Writes where what is there is still what the change was worked out from: a transaction waits for nobody, so that a
 * change of 20,000 terms cannot be worked out in it. Two windows take turns, and an interruption leaves what was there.
 * @param written without `previous` that record stays.
 * @throws GlossaryStoreError (`changed`) with nothing changed where another window was faster.
 */
async function replace(seen: Raw, written: Partial<Raw>): Promise<void> {
  await withDatabase(async (database) => {
    // `strict`: the browser says “done” only when the disk has it.
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    // Where a request fails, the transaction's own promise reports the same failure once more.
    transaction.done.catch(() => undefined);
    try {
      const now = await transaction.store.get('current');
      if (identityOf(now) !== identityOf(seen.current)) throw new GlossaryStoreError('changed');
      const put = async (key: keyof Raw): Promise<void> => {
        if (key in written) await transaction.store.put(written[key], key);
      };
      await Promise.all([put('previous'), put('current'), transaction.done]);
    } catch (error) {
      abort(transaction);
      throw error;
    }
  });
  // The change is stored. Where the mark cannot be set, pages that are open now learn of it when they are loaded anew.
  await markGlossaryChanged().catch(() => undefined);
}

/** What is another after every change. */
function identityOf(raw: unknown): number | 'nothing' | 'other' {
  return raw === undefined ? 'nothing' : (readRecord(raw)?.revision ?? 'other');
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (error) {
    // It has ended already, by the failure that is being reported.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}

async function withDatabase<T>(use: (database: IDBPDatabase<GlossaryDatabase>) => Promise<T>): Promise<T> {
  let database: IDBPDatabase<GlossaryDatabase>;
  try {
    database = await openDB<GlossaryDatabase>(DATABASE, DATABASE_VERSION, {
      upgrade: (opened) => void opened.createObjectStore(STORE),
    });
  } catch (error) {
    throw new GlossaryStoreError(isFull(error) ? 'full' : 'unavailable', error);
  }
  try {
    return await use(database);
  } catch (error) {
    if (error instanceof GlossaryStoreError) throw error;
    throw new GlossaryStoreError(isFull(error) ? 'full' : 'unavailable', error);
  } finally {
    database.close();
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

async function understand({ current, previous }: Raw, run: RunSteps): Promise<StoredGlossary> {
  const record = current === undefined ? EMPTY_RECORD : readRecord(current);
  const terms = record && (await run(termSteps(record)));
  if (record && terms) {
    const { revision, preferences, edits } = record;
    const undo = previous === undefined ? null : { terms: readRecord(previous)?.count ?? 0, edits };
    return { state: 'ready', revision, terms, preferences, undo };
  }
  if (isNewerRecord(current)) return { state: 'newer' };
  return { state: 'damaged', raw: JSON.stringify(current, null, 2) };
}

/** What was chosen for terms that are there. */
function keptPreferences(
  preferences: Readonly<Record<string, Preference>>,
  terms: readonly OwnTerm[],
): Record<string, Preference> {
  const ids = new Set(terms.map(({ id }) => id));
  return Object.fromEntries(Object.entries(preferences).filter(([id]) => ids.has(id)));
}

function followingRecord({ current }: Raw, { count, lines, edits, preferences }: Next): GlossaryRecord {
  const revision = (readRecord(current)?.revision ?? 0) + 1;
  return { version: EMPTY_RECORD.version, revision, count, lines, edits, preferences };
}
