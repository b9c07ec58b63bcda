import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import 'fake-indexeddb/auto';
import { GlossaryStoreError } from '../../../utils/glossary/database.ts';
import { watchGlossary } from '../../../utils/glossary/revision.ts';
import type { OwnTerm } from '../../../utils/glossary/schema.ts';
import {
  editGlossary,
  importGlossary,
  preferDefinition,
  readGlossary,
  undoImport,
} from '../../../utils/glossary/store.ts';
import recordV1 from './stored/record-v1.json' with { type: 'json' };
import recordV2 from './stored/record-v2.json' with { type: 'json' };
import recordV3 from './stored/record-v3.json' with { type: 'json' };

const own = (name: string): OwnTerm => ({
  id: `own:${name}`,
  forms: [name],
  category: 'policy',
  definition: 'd',
});
const many = (name: string, count: number) => Array.from({ length: count }, (_, n) => own(`${name}${n}`));

async function ready() {
  const glossary = await readGlossary();
  if (glossary.state !== 'ready') throw new Error(`The glossary is ${glossary.state}.`);
  return glossary;
}

async function storeRaw(key: string, value: unknown): Promise<void> {
  await readGlossary(); // makes the store
  const database = await openDB('aiplus-glossary', 1);
  await database.put('glossaries', value, key);
  database.close();
}

/** Every value that the database has, by its key. */
async function allStored(): Promise<Readonly<Record<string, unknown>>> {
  const database = await openDB('aiplus-glossary', 1);
  const keys = await database.getAllKeys('glossaries');
  const values = await database.getAll('glossaries');
  database.close();
  return Object.fromEntries(keys.map((key, index) => [String(key), values[index]]));
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
});
afterEach(() => vi.restoreAllMocks());

describe('the stored glossary', () => {
  it('is empty before anything is stored', async () => {
    expect(await readGlossary()).toStrictEqual({
      ...{ state: 'ready', revision: 0, terms: [], undo: null },
      preferences: {},
    });
  });

  it('is what was imported, and undo brings back what was there; undo again, the import', async () => {
    await editGlossary(() => [own('旧词')]);
    await importGlossary([own('新词')], 1);
    await editGlossary((terms) => [...terms, own('加词')]);
    expect(await ready()).toMatchObject({ terms: [own('新词'), own('加词')], undo: { terms: 1, edits: 1 } });
    await undoImport();
    expect((await ready()).terms).toStrictEqual([own('旧词')]);
    await undoImport();
    expect((await ready()).terms).toStrictEqual([own('新词'), own('加词')]);
  });

  it('keeps what was chosen for a term as long as the term is there', async () => {
    await importGlossary([own('甲词'), own('乙词')], 0);
    await preferDefinition('own:甲词', 'builtIn');
    await preferDefinition('own:乙词', 'own');
    await preferDefinition('own:没有', 'own');
    expect((await ready()).preferences).toStrictEqual({ 'own:甲词': 'builtIn', 'own:乙词': 'own' });
    await preferDefinition('own:乙词', null);
    await editGlossary((terms) => [...terms, own('丙词')]);
    expect((await ready()).preferences).toStrictEqual({ 'own:甲词': 'builtIn' });
    await importGlossary([own('丙词')], (await ready()).revision);
    expect((await ready()).preferences).toStrictEqual({});
    await undoImport();
    expect((await ready()).preferences).toStrictEqual({ 'own:甲词': 'builtIn' });
  });

  it('refuses an import that was prepared from an older glossary', async () => {
    const { revision } = await ready();
    await editGlossary(() => [own('别的窗口')]);
    await expect(importGlossary([own('新词')], revision)).rejects.toMatchObject({ reason: 'changed' });
    expect((await ready()).terms).toStrictEqual([own('别的窗口')]);
  });

  it('keeps the edits of two windows that write at once', async () => {
    await Promise.all(many('词', 20).map((term) => editGlossary((terms) => [...terms, term])));
    const ids = (await ready()).terms.map(({ id }) => id).sort();
    expect(ids).toStrictEqual(
      many('词', 20)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('refuses a 20,001st term', async () => {
    await importGlossary(many('词', 20_000), 0);
    await expect(editGlossary((terms) => [...terms, own('多余')])).rejects.toMatchObject({
      reason: 'tooMany',
    });
    expect((await ready()).terms).toHaveLength(20_000);
  });

  it('tells pages of every change', async () => {
    const listener = vi.fn();
    const end = watchGlossary(listener);
    await editGlossary(() => [own('词语')]);
    expect(listener).toHaveBeenCalledOnce();
    end();
    await editGlossary(() => []);
    expect(listener).toHaveBeenCalledOnce();
  });

  it('is stored although the mark for the pages cannot be set', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota'));
    await editGlossary(() => [own('词语')]);
    expect((await ready()).terms).toStrictEqual([own('词语')]);
  });
});

describe('records that this extension did not write', () => {
  it.each([
    [1, { current: recordV1 }, {}],
    [2, { current: recordV2 }, { 'own:agent': 'builtIn' }],
    [3, recordV3, { 'own:agent': 'builtIn' }],
  ])('reads the record of version %i, and so does an undo', async (_, stored, preferences) => {
    // The examples are of one glossary.
    const { terms } = recordV2;
    const { revision } = stored.current;
    for (const [key, value] of Object.entries(stored)) await storeRaw(key, value);
    expect(await ready()).toMatchObject({ terms, preferences, revision });
    await importGlossary([own('新词')], revision);
    await undoImport();
    expect(await ready()).toMatchObject({ terms, preferences });
  });

  it('writes the record of an earlier version anew only when something is changed, and keeps its edits', async () => {
    await storeRaw('current', recordV1);
    await ready();
    const database = await openDB('aiplus-glossary', 1);
    expect(await database.get('glossaries', 'current')).toStrictEqual(recordV1);
    await editGlossary((terms) => terms);
    expect(await database.get('glossaries', 'current')).toMatchObject({
      version: 3,
      edits: recordV1.edits + 1,
    });
    database.close();
  });

  it('leaves the record of a newer extension alone', async () => {
    const record = { version: 99, words: ['x'] };
    await storeRaw('current', record);
    expect(await readGlossary()).toStrictEqual({ state: 'newer' });
    for (const attempt of [() => importGlossary([], null), () => editGlossary(() => []), undoImport])
      await expect(attempt()).rejects.toMatchObject({ reason: 'newer' });
    const database = await openDB('aiplus-glossary', 1);
    expect(await database.get('glossaries', 'current')).toStrictEqual(record);
    database.close();
  });

  it.each([
    ['a term that is none', { version: 1, revision: 3, edits: 0, terms: [{ id: 'x' }] }],
    ['no record at all', 'words'],
    ['a version that is no number', { version: '1' }],
  ])('says that it is damaged, and an import keeps it for undo: %s', async (_, record) => {
    await storeRaw('current', record);
    expect(await readGlossary()).toStrictEqual({ state: 'damaged', raw: JSON.stringify(record, null, 2) });
    await expect(editGlossary(() => [])).rejects.toMatchObject({ reason: 'damaged' });
    await importGlossary([own('新词')], null);
    expect((await ready()).terms).toStrictEqual([own('新词')]);
    await undoImport();
    expect(await readGlossary()).toMatchObject({ state: 'damaged', raw: JSON.stringify(record, null, 2) });
  });
});

describe('the parts of a glossary', () => {
  it('are several where there are many terms, and only those of the two glossaries are kept', async () => {
    const long = many('词', 1_000).map((term) => ({ ...term, definition: '长'.repeat(1_000) }));
    await importGlossary(long, 0);
    expect(Object.keys(await allStored()).length).toBeGreaterThan(4);
    expect((await ready()).terms).toStrictEqual(long);
    await editGlossary(() => [own('甲词')]);
    await importGlossary([own('乙词')], 2);
    // Two records with a part each.
    expect(Object.keys(await allStored())).toHaveLength(4);
    await undoImport();
    expect((await ready()).terms).toStrictEqual([own('甲词')]);
  });

  const [first = '', second = ''] = recordV3.current.parts;
  it.each([
    ['is no text', { [second]: 7 }],
    ['is missing', { [second]: undefined }],
    ['has a line that is no JSON', { [first]: '{"id":\n' }],
    ['ends within a line', { [second]: recordV3['2a0e 1'].slice(0, -9) }],
    ['has a line too few', { [second]: '' }],
  ])('are damaged where one %s; an import keeps them for undo', async (_, changes) => {
    for (const [key, value] of Object.entries({ ...recordV3, ...changes })) await storeRaw(key, value);
    const damaged = await readGlossary();
    expect(damaged).toMatchObject({ state: 'damaged', raw: expect.stringContaining('own:agent') });
    await importGlossary([own('新词')], null);
    await undoImport();
    expect(await readGlossary()).toStrictEqual(damaged);
  });
});

describe('a change that cannot be stored', () => {
  it('never stores what it could not read back', async () => {
    await editGlossary(() => [own('旧词')]);
    await expect(editGlossary(() => [own('一')])).rejects.toThrow();
    expect((await ready()).terms).toStrictEqual([own('旧词')]);
  });

  it('says that the store is full and changes nothing', async () => {
    await editGlossary(() => [own('旧词')]);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(importGlossary([own('新词')], 1)).rejects.toMatchObject({ reason: 'full' });
    vi.restoreAllMocks();
    expect((await ready()).terms).toStrictEqual([own('旧词')]);
  });

  it('says where the browser has no database for us', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    await expect(readGlossary()).rejects.toMatchObject({ reason: 'unavailable' });
  });

  it('loses nothing at any of 200 random points of interruption', async () => {
    let interrupted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          before: fc.nat(30),
          imported: fc.nat(30),
          undoable: fc.boolean(),
          step: fc.nat(9),
          kind: fc.constantFrom('throws', 'aborts', 'request fails', 'aborts later'),
          operation: fc.constantFrom('import', 'edit', 'undo'),
        }),
        async ({ before, imported, undoable, step, kind, operation }) => {
          globalThis.indexedDB = new IDBFactory();
          if (undoable) await importGlossary(many('前', 3), 0);
          await importGlossary(many('旧', before), undoable ? 1 : 0);
          const old = await ready();
          const changes = {
            import: () => importGlossary(many('新', imported), old.revision),
            edit: () => editGlossary((terms) => [...terms, own('加词')]),
            undo: () => undoImport(),
          };
          const whole = {
            import: many('新', imported),
            edit: [...old.terms, own('加词')],
            undo: undoable ? many('前', 3) : [],
          };
          const restore = interruptAt(step, kind);
          const failure = await changes[operation]().then(
            () => undefined,
            (error: unknown) => error,
          );
          restore();
          const now = await ready();
          if (failure === undefined) expect(now.terms).toStrictEqual(whole[operation]);
          else {
            interrupted++;
            expect(failure).toBeInstanceOf(GlossaryStoreError);
            expect(now).toStrictEqual(old);
          }
          // Whatever happened, the next change works.
          await editGlossary((terms) => [...terms, own('后来')]);
          expect((await ready()).terms.at(-1)).toStrictEqual(own('后来'));
        },
      ),
      { numRuns: 200 },
    );
    expect(interrupted).toBeGreaterThan(50);
  }, 60_000);
});

/** Makes the `step`th request of the database fail in one of the ways a browser may end a transaction. */
function interruptAt(step: number, kind: 'throws' | 'aborts' | 'request fails' | 'aborts later'): () => void {
  let count = 0;
  const interrupt = (store: IDBObjectStore, call: () => IDBRequest): IDBRequest => {
    if (count++ !== step) return call();
    if (kind === 'throws') throw new DOMException('interrupted', 'UnknownError');
    const request = call();
    if (kind === 'aborts') store.transaction.abort();
    if (kind === 'aborts later') queueMicrotask(() => store.transaction.abort());
    // As a failing disk ends it: after the request itself was answered.
    if (kind === 'request fails') request.addEventListener('success', () => store.transaction.abort());
    return request;
  };
  const { get, put, delete: remove } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
    return interrupt(this, () => remove.call(this, key)) as IDBRequest<undefined>;
  });
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    return interrupt(this, () => get.call(this, key));
  });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    return interrupt(this, () => put.call(this, value, key));
  });
  return () => vi.restoreAllMocks();
}
