import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/**
 * The reader's glossary in IndexedDB. Not in `storage.local`: 20,000 terms with their definitions exceed its 10 MB,
 * and only IndexedDB has transactions. A glossary is a record under `current` with its terms in some parts beside it,
 * under keys that are used once; it is replaced in one transaction, so there is no moment at which half of it is stored.
 * Reading 20,000 terms as twenty texts is many times faster than as 20,000 values.
 */
interface GlossaryDatabase extends DBSchema {
  glossaries: { key: string; value: unknown };
}
const DATABASE = 'aiplus-glossary';
const DATABASE_VERSION = 1;
export const STORE = 'glossaries';

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
 * Opens the database for `use`, and closes it.
 * @throws GlossaryStoreError: that of `use`; `full` or `unavailable` for whatever else fails.
 */
export async function withDatabase<T>(
  use: (database: IDBPDatabase<GlossaryDatabase>) => Promise<T>,
): Promise<T> {
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

/** Ends a transaction without what it has written. */
export function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (error) {
    // It has ended already, by the failure that is being reported.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
