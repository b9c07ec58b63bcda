import type { RowReading, RowReadings } from './collect.ts';
import { EMPTY_ENTRY, type RawEntry } from './entry.ts';
import { type Field, GlossaryFileError, type RowProblem, type RowReason } from './report.ts';
import { GLOSSARY_FORMAT, GLOSSARY_VERSION, type OwnTerm } from './schema.ts';
import { part, type Steps } from './steps.ts';

/**
 * Reads a glossary in our JSON format.
 * @throws GlossaryFileError where the text is not JSON, not of this format, or of a newer version of it.
 */
export function* readJson(text: string): RowReadings {
  const file = parse(text);
  if (typeof file !== 'object' || file === null || own(file, 'format') !== GLOSSARY_FORMAT)
    throw new GlossaryFileError({ reason: 'notGlossary' });
  const version = own(file, 'version');
  if (typeof version === 'number' && version > GLOSSARY_VERSION)
    throw new GlossaryFileError({ reason: 'newer', value: String(version) });
  const terms = own(file, 'terms');
  if (version !== GLOSSARY_VERSION || !Array.isArray(terms))
    throw new GlossaryFileError({ reason: 'notGlossary' });
  const lines = yield* part(linesOfEntries(text), 0, FOUND);
  let index = 0;
  for (const value of terms) {
    yield readValue(value, lines[index++] ?? 1);
    yield FOUND + ((1 - FOUND) * index) / terms.length;
  }
}

/** How far the reading is when the lines are found. */
const FOUND = 0.2;

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    // A RangeError is JSON nested so deep that the parser gave up.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const line = lineOfError(text, error.message);
    throw new GlossaryFileError({ reason: 'json', ...(line === undefined ? {} : { line }) });
  }
}

/** Chromium and Firefox name the line; older Chromium and Node a position. */
function lineOfError(text: string, message: string): number | undefined {
  const line = /\bline (\d+)/u.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /\bposition (\d+)/u.exec(message)?.[1];
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
}

/** A property of the object itself: `__proto__` and its kin are names like any other, and none of ours. */
function own(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
}

const FIELDS: Readonly<Record<string, Field>> = {
  id: 'id',
  forms: 'term',
  category: 'category',
  definition: 'definition',
  definitionEn: 'definitionEn',
  english: 'english',
  note: 'note',
};

function readValue(value: unknown, line: number): RowReading {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problems: [{ line, term: '', field: 'row', reason: 'wrongType', value: '' }] };
  const forms = own(value, 'forms');
  const first = Array.isArray(forms) && typeof forms[0] === 'string' ? forms[0] : '';
  const problems: RowProblem[] = [];
  const fail = (field: Field, reason: RowReason, about: string) =>
    problems.push({ line, term: first, field, reason, value: about });
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(FIELDS, key)) fail('row', 'unknownField', key);
  }
  const text = (key: Exclude<keyof RawEntry, 'line' | 'forms'>): string => {
    const found = own(value, key);
    if (found === undefined) return '';
    if (typeof found === 'string') return found;
    fail(FIELDS[key] ?? 'row', 'wrongType', key);
    return '';
  };
  const strings = Array.isArray(forms) && forms.every((form) => typeof form === 'string') ? forms : undefined;
  if (strings === undefined) fail('term', forms === undefined ? 'missing' : 'wrongType', 'forms');
  const entry: RawEntry = {
    ...EMPTY_ENTRY,
    line,
    id: text('id'),
    forms: strings ?? [],
    category: text('category'),
    definition: text('definition'),
    definitionEn: text('definitionEn'),
    english: text('english'),
    note: text('note'),
  };
  return problems.length > 0 ? { problems } : { entry };
}

/**
 * The line on which each entry of `terms` begins. `JSON.parse` does not tell; the text is known to be JSON here, so
 * brackets and strings are all there is to follow.
 */
function* linesOfEntries(text: string): Steps<readonly number[]> {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let key = '';
  let inTerms = false;
  let expected = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n') line++;
    // Outside of strings JSON knows no other white space; a byte order mark may come first.
    if (character <= ' ' || character === '\ufeff') continue;
    if (expected && character !== ']') {
      lines.push(line);
      yield at / text.length;
    }
    expected = false;
    if (character === '"') {
      const end = endOfString(text, at);
      if (depth === 1) key = text.slice(at + 1, end);
      at = end;
    } else if (character === '[' || character === '{') {
      depth++;
      if (depth === ENTRY_DEPTH) inTerms = expected = character === '[' && key === 'terms';
    } else if (character === ']' || character === '}') {
      depth--;
    } else if (character === ',') expected = inTerms && depth === ENTRY_DEPTH;
  }
  return lines;
}

/** Depth inside the list of entries: the file's object, then its list. */
const ENTRY_DEPTH = 2;

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** A glossary as JSON of the present version in pieces of text, one term a line, so that versions compare well. */
export function* writeJson(terms: readonly OwnTerm[]): Generator<string> {
  yield `{\n  "format": ${JSON.stringify(GLOSSARY_FORMAT)},\n  "version": ${GLOSSARY_VERSION},\n  "terms": [`;
  let first = true;
  for (const term of terms) {
    yield `${first ? '' : ','}\n    ${JSON.stringify(term)}`;
    first = false;
  }
  yield `${first ? '' : '\n  '}]\n}\n`;
}
