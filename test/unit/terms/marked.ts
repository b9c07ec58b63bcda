import { expect } from 'vitest';
import { buildLexicon } from '../../../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { createTermScanner, type TextContext } from '../../../utils/terms/scanner.ts';

export const lexicon = buildLexicon(loadKnowledge());
export const scanner = createTermScanner(lexicon);

/** A sentence in which the terms stand in ⟦ ⟧, as a table row; the marks are no part of the text. */
function unmark(marked: string): string {
  return marked.replace(/[⟦⟧]/gu, '');
}

/** Expects exactly the marked terms to be found. */
export function expectMarked(marked: string, context: TextContext = {}): void {
  const text = unmark(marked);
  let found = text;
  for (const { start, end } of scanner.scan(text, context).reverse()) {
    found = `${found.slice(0, start)}⟦${found.slice(start, end)}⟧${found.slice(end)}`;
  }
  expect(found).toBe(marked);
}
