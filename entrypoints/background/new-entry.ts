import { browser } from 'wxt/browser';

/** Longest selection that is carried over as a term, in UTF-16 code units; the form says what is too long for one. */
const LONGEST = 200;

/** Opens the options at a new entry of the own glossary with the selected text as its term. */
export async function openNewEntry(selection: string): Promise<void> {
  const term = encodeURIComponent(selection.trim().slice(0, LONGEST).toWellFormed());
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}?term=${term}#glossary` });
}
