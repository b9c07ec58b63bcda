import type { RowReadings } from './collect.ts';
import { EMPTY_ENTRY } from './entry.ts';
import type { OwnTerm } from './schema.ts';
import { unguarded } from './table.ts';

/**
 * Reads a plain list, one term a line: the term, a tab, its definition. Further tabs belong to the definition as
 * spaces; a line without a tab is a term that says nothing, which is a problem of that line.
 */
export function* readList(text: string): RowReadings {
  const rows = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  let line = 0;
  for (const row of rows) {
    line++;
    yield line / rows.length;
    if (row.trim() === '') continue;
    const [term = '', ...rest] = row.split('\t');
    const definition = unguarded(rest.join(' ').trim());
    yield { entry: { ...EMPTY_ENTRY, line, forms: [unguarded(term)], definition } };
  }
}

/**
 * A glossary as a plain list in pieces of text. A list has only headwords and definitions: a definition's line ends
 * become spaces, and a term without a definition gives its English instead.
 */
export function* writeList(terms: readonly OwnTerm[]): Generator<string> {
  for (const { forms, definition, definitionEn, english } of terms) {
    const said = definition ?? definitionEn ?? english ?? '';
    yield `${guarded(forms[0] ?? '')}\t${guarded(said.replace(/\s+/gu, ' '))}\r\n`;
  }
}

/** A list may be opened in a spreadsheet as well. */
function guarded(text: string): string {
  return /^'*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
}
