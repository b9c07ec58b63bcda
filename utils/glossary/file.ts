import type { Category } from '../terms/types.ts';
import { collectTerms, type RowReadings } from './collect.ts';
import { findHeader, readCsv, writeCsv } from './csv.ts';
import { decodeGlossary } from './decode.ts';
import { readJson, writeJson } from './json.ts';
import { readList, writeList } from './list.ts';
import { GlossaryFileError, type GlossaryFormat, type GlossaryReading } from './report.ts';
import { LIMITS, type OwnTerm } from './schema.ts';
import { part, runAtOnce, type Steps } from './steps.ts';
import { readTbx, writeTbx } from './tbx.ts';

const READERS: Readonly<Record<GlossaryFormat, (text: string) => RowReadings>> = {
  json: readJson,
  csv: readCsv,
  tbx: readTbx,
  list: readList,
};

/**
 * Reads a glossary file of any of the formats; what the file is, its content tells, not its name. Terms without a
 * category get `fallback`.
 * @throws GlossaryFileError where the file as a whole cannot be read; single bad rows are in the result.
 */
export function readGlossaryFile(bytes: Uint8Array, fallback: Category): GlossaryReading {
  return runAtOnce(readingSteps(bytes, fallback));
}

/** {@link readGlossaryFile} in steps. The longest is that of `JSON.parse`: about 1 ms for 100 kB. */
export function* readingSteps(bytes: Uint8Array, fallback: Category): Steps<GlossaryReading> {
  if (bytes.length > LIMITS.bytes)
    throw new GlossaryFileError({ reason: 'tooLarge', value: String(LIMITS.bytes / 1024 / 1024) });
  const text = yield* part(decodeGlossary(bytes), 0, DECODED);
  if (text.replace('\ufeff', '').trim() === '') throw new GlossaryFileError({ reason: 'empty' });
  const format = formatOf(text);
  return { format, ...(yield* part(collectTerms(READERS[format](text), fallback), DECODED, 1)) };
}

/** How far the reading is when the text is there. */
const DECODED = 0.1;

function formatOf(text: string): GlossaryFormat {
  const start = text.replace(/^[\s\ufeff]+/u, '').slice(0, FIRST_LINE);
  const first = start.split(/\r|\n/u, 1)[0] ?? '';
  // The term of a list may begin with a bracket; the first line of markup has no tab behind two characters or more.
  const listed = /^[^\t]{2,}\t/u.test(first) && !MARKUP_START.test(first);
  if (!listed && /^[{[]/u.test(first)) return 'json';
  if (!listed && first.startsWith('<')) return 'tbx';
  if (findHeader(text) !== undefined) return 'csv';
  // A table without a header that names a term column is not guessed at.
  return first.includes('\t') ? 'list' : 'csv';
}

/** A whole file may be one line of JSON; no term of a list is as long as this, in UTF-16 code units. */
const FIRST_LINE = 4096;
const MARKUP_START = /^<(\?xml|!doctype|!--|tbx|martif)/iu;

/** Endings and media types of the exports. */
export const FILE_KINDS: Readonly<
  Record<GlossaryFormat, { readonly ending: string; readonly type: string }>
> = {
  json: { ending: 'json', type: 'application/json' },
  csv: { ending: 'csv', type: 'text/csv' },
  tbx: { ending: 'tbx', type: 'application/x-tbx+xml' },
  list: { ending: 'txt', type: 'text/plain' },
};

/** A glossary in a format, in pieces of text to be encoded as UTF-8; `title` is what the file calls itself. */
export function writeGlossaryFile(
  terms: readonly OwnTerm[],
  format: GlossaryFormat,
  title: string,
): Generator<string> {
  switch (format) {
    case 'json':
      return writeJson(terms);
    case 'csv':
      return writeCsv(terms);
    case 'tbx':
      return writeTbx(terms, title);
    case 'list':
      return writeList(terms);
  }
}
