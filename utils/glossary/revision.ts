import { browser } from 'wxt/browser';

/** The item of `storage.local` that changes with the glossary: pages cannot watch IndexedDB. */
const REVISION_ITEM = 'ownGlossary.revision';

/** What changes with every change of the glossary; undefined where the reader has never stored one. */
export async function glossaryRevision(): Promise<string | undefined> {
  const revision: unknown = (await browser.storage.local.get(REVISION_ITEM))[REVISION_ITEM];
  return typeof revision === 'string' ? revision : undefined;
}

/** Tells every page and surface that the glossary has changed. */
export async function markGlossaryChanged(): Promise<void> {
  await browser.storage.local.set({ [REVISION_ITEM]: crypto.randomUUID() });
}

/** Calls `listener` after each change of the glossary in any window. Returns the function that ends it. */
export function watchGlossary(listener: () => void): () => void {
  const onChanged = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'local' && REVISION_ITEM in changes) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
