import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Preference } from './preference.ts';
import {
  checkSteps,
  EMPTY_RECORD,
  editsOf,
  type GlossaryRecord,
  isNewerRecord,
  readHead,
  readRecord,
  recordSteps,
} from './record.ts';
import { markGlossaryChanged } from './revision.ts';
import { LIMITS, type OwnTerm } from './schema.ts';
import { part, type RunSteps, runAtOnce, type Steps } from './steps.ts';

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
  const [current, previous] = await withDatabase((database) => {
    const { store, done } = database.transaction(STORE);
    return Promise.all([store.get('current'), store.get('previous'), done]);
  });
  return run(understandSteps(current, previous));
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
  const checked = await run(checkSteps(terms));
  await change((raw) => {
    // A transaction waits for nobody. What has the revision that the reader saw was understood when it was read.
    const head = raw === undefined ? EMPTY_RECORD : readHead(raw);
    const seen = head !== undefined && head.revision === revision;
    const current: RevisedGlossary = seen ? { state: 'ready', ...head } : understand(raw, undefined);
    if (current.state === 'newer') throw new GlossaryStoreError('newer');
    if ((current.state === 'ready' ? current.revision : null) !== revision)
      throw new GlossaryStoreError('changed');
    return { current: followingRecord(checked, current, 0), previous: raw ?? EMPTY_RECORD };
  });
}

/**
 * Changes single terms: `edit` gets the terms as they are now, in whichever window they were changed last.
 * @throws GlossaryStoreError with nothing changed: `full`, `newer`, `damaged`, `tooMany`, `unavailable`.
 */
export async function editGlossary(edit: (terms: readonly OwnTerm[]) => readonly OwnTerm[]): Promise<void> {
  await change((raw, previous) => {
    const current = understand(raw, previous);
    if (current.state !== 'ready') throw new GlossaryStoreError(current.state);
    const terms = edit(current.terms);
    if (terms.length > LIMITS.terms) throw new GlossaryStoreError('tooMany');
    return { current: recordOf(terms, current, editsOf(raw) + 1) };
  });
}

/**
 * Stores whose definition comes first for one own term; null leaves it to the setting for all. Says nothing of terms
 * that the glossary does not have.
 * @throws GlossaryStoreError as {@link editGlossary} does, with nothing changed.
 */
export async function preferDefinition(id: string, choice: Preference | null): Promise<void> {
  await change((raw, previous) => {
    const current = understand(raw, previous);
    if (current.state !== 'ready') throw new GlossaryStoreError(current.state);
    const { [id]: _, ...others } = current.preferences;
    const preferences = choice === null ? others : { ...others, [id]: choice };
    return { current: recordOf(current.terms, { ...current, preferences }, editsOf(raw)) };
  });
}

/**
 * Brings back what was there before the last import; a second call brings the import back again.
 * @throws GlossaryStoreError with nothing changed: `full`, `newer`, `changed` where there is nothing to bring back.
 */
export async function undoImport(): Promise<void> {
  await change((raw, previous) => {
    const current = understand(raw, previous);
    if (current.state === 'newer') throw new GlossaryStoreError('newer');
    if (previous === undefined) throw new GlossaryStoreError('changed');
    const before = readRecord(previous);
    return {
      // What was damaged comes back as it was.
      current: before ? { ...before, revision: revisionAfter(current) } : previous,
      previous: raw ?? EMPTY_RECORD,
    };
  });
}

/** What a change writes; without `previous` that record stays. */
interface Written {
  readonly current: unknown;
  readonly previous?: unknown;
}
type Change = (raw: unknown, previous: unknown) => Written;

/** Reads and writes in one transaction, so that two windows take turns and an interruption leaves what was there. */
async function change(make: Change): Promise<void> {
  await withDatabase(async (database) => {
    // `strict`: the browser says “done” only when the disk has it.
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    // Where a request fails, the transaction's own promise reports the same failure once more.
    transaction.done.catch(() => undefined);
    try {
      const raw = await transaction.store.get('current');
      const previous = await transaction.store.get('previous');
      const written = make(raw, previous);
      const put = async (key: keyof Written): Promise<void> => {
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

function understand(current: unknown, previous: unknown): StoredGlossary {
  return runAtOnce(understandSteps(current, previous));
}

function* understandSteps(current: unknown, previous: unknown): Steps<StoredGlossary> {
  const record =
    current === undefined
      ? EMPTY_RECORD
      : yield* part(recordSteps(current), 0, previous === undefined ? 1 : 0.5);
  if (record) {
    const { revision, terms, preferences, edits } = record;
    const before = previous === undefined ? undefined : yield* part(recordSteps(previous), 0.5, 1);
    const undo = previous === undefined ? null : { terms: before?.terms.length ?? 0, edits };
    return { state: 'ready', revision, terms, preferences, undo };
  }
  if (isNewerRecord(current)) return { state: 'newer' };
  return { state: 'damaged', raw: JSON.stringify(current, null, 2) };
}

/**
 * The record that follows `current`; what was chosen for terms that are no longer there is dropped.
 * @throws ZodError for terms that could not be read back: a defect of the caller; nothing is stored then.
 */
function recordOf(terms: readonly OwnTerm[], current: RevisedGlossary, edits: number): GlossaryRecord {
  return followingRecord(runAtOnce(checkSteps(terms)), current, edits);
}

/** What a following record needs of the present glossary. */
type RevisedGlossary =
  | Pick<Extract<StoredGlossary, { state: 'ready' }>, 'state' | 'revision' | 'preferences'>
  | Exclude<StoredGlossary, { state: 'ready' }>;

/** The record that follows, of terms that were checked. */
function followingRecord(checked: OwnTerm[], current: RevisedGlossary, edits: number): GlossaryRecord {
  const ids = new Set(checked.map(({ id }) => id));
  const chosen = current.state === 'ready' ? Object.entries(current.preferences) : [];
  const preferences = Object.fromEntries(chosen.filter(([id]) => ids.has(id)));
  const revision = revisionAfter(current);
  return { version: EMPTY_RECORD.version, revision, terms: checked, edits, preferences };
}

function revisionAfter(current: RevisedGlossary): number {
  return current.state === 'ready' ? current.revision + 1 : 1;
}
