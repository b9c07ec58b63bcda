/**
 * Reading and writing tables of delimited text (RFC 4180). Why not a library: the reader of an import report needs
 * the line of the file where each row begins, and one forgotten quotation mark must cost one row, not the rest of
 * the file; the libraries count records and swallow what follows the mark.
 */
export type Delimiter = ',' | ';' | '\t';

interface Place {
  readonly line: number;
  /** Offset behind the row, in UTF-16 code units. */
  readonly end: number;
}
export type TableRow = Place &
  (
    | { readonly cells: readonly string[] }
    | { readonly broken: 'unclosedQuote' | 'strayQuote'; readonly start: string }
  );

/**
 * The rows of a table, one at a time; lines with nothing in any cell are left out. A row with a quotation mark that
 * nobody closes, or with text behind a closed one, is broken; reading goes on at the line after the one it began in.
 */
export function* readTable(text: string, delimiter: Delimiter): Generator<TableRow> {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const row = readRow(text, at, delimiter);
    if ('broken' in row) {
      const end = endOfLine(text, at);
      yield { line, end, broken: row.broken, start: text.slice(at, Math.min(end, at + 200)) };
      at = afterLineEnd(text, end);
      line++;
      continue;
    }
    if (row.cells.some((cell) => cell.trim() !== '')) yield { line, end: row.next, cells: row.cells };
    line += lineEndsBetween(text, at, row.next);
    at = row.next;
  }
}

type RowReading =
  | { readonly cells: readonly string[]; readonly next: number }
  | { readonly broken: 'unclosedQuote' | 'strayQuote' };

function readRow(text: string, start: number, delimiter: Delimiter): RowReading {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let cell: string;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      if (quoted === undefined) return { broken: 'unclosedQuote' };
      ({ cell, next: at } = quoted);
      const following = text[at];
      if (following !== undefined && following !== delimiter && following !== '\n' && following !== '\r')
        return { broken: 'strayQuote' };
    } else {
      const from = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
      cell = text.slice(from, at);
    }
    cells.push(cell);
    if (text[at] !== delimiter) return { cells, next: afterLineEnd(text, at) };
    at++;
  }
}

function readQuoted(text: string, start: number): { cell: string; next: number } | undefined {
  let at = start + 1;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark === -1) return undefined;
    if (text[mark + 1] !== '"')
      return { cell: text.slice(start + 1, mark).replaceAll('""', '"'), next: mark + 1 };
    at = mark + 2;
  }
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : Math.min(at + 1, text.length);
}

function lineEndsBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at = afterLineEnd(text, endOfLine(text, at))) count++;
  return Math.max(count, 1);
}

/** Beginnings that a spreadsheet takes for a formula, in half and full width, with marks that already guard one. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/u;

/** One row as delimited text with its line end. Cells that a spreadsheet would run as formulas get a leading `'`. */
export function writeRow(cells: readonly string[], delimiter: Delimiter): string {
  return `${cells.map((cell) => writeCell(cell, delimiter)).join(delimiter)}\r\n`;
}

function writeCell(cell: string, delimiter: Delimiter): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /["\r\n]/u.test(safe) || safe.includes(delimiter) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** The text of a cell without the `'` that {@link writeRow}, or a spreadsheet, put before a formula. */
export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
