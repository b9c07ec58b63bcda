import type { OwnTerm } from './schema.ts';

/** Columns of a table, fields of an entry. */
export type Field =
  | 'id'
  | 'term'
  | 'aliases'
  | 'definition'
  | 'definitionEn'
  | 'english'
  | 'category'
  | 'note'
  | 'row';

/** Why a row cannot be imported; each is a message `glossary.reason.…` with a remedy `glossary.remedy.…`. */
export type RowReason =
  | 'missing'
  | 'tooShort'
  | 'tooLong'
  | 'tooMany'
  | 'separator'
  | 'damaged'
  | 'nothingSaid'
  | 'category'
  | 'id'
  | 'idTaken'
  | 'wrongType'
  | 'unknownField'
  | 'unclosedQuote'
  | 'strayQuote'
  | 'extraCells';

/** What the reader should know of a row that is imported all the same; messages as for {@link RowReason}. */
type NoteReason = 'builtIn' | 'merged' | 'replaces' | 'subject';

/** Why a file cannot be read at all; each is a message `glossary.file.…`. */
type FileReason =
  | 'tooLarge'
  | 'encoding'
  | 'empty'
  | 'json'
  | 'notGlossary'
  | 'newer'
  | 'noTermColumn'
  | 'xml'
  | 'entities'
  | 'tooDeep'
  | 'notTbx'
  | 'tooManyTerms'
  | 'tooMuchText';

interface Finding<R> {
  /** Line of the file where the row begins, from 1; of JSON, the line where the entry begins. */
  readonly line: number;
  /** The headword as far as it is known. */
  readonly term: string;
  readonly field: Field;
  readonly reason: R;
  /** What the message names: the value that is wrong, a limit, another line, a title. */
  readonly value: string;
}
export type RowProblem = Finding<RowReason>;
export type RowNote = Finding<NoteReason>;

export interface FileProblem {
  readonly reason: FileReason;
  /** Line of the file, from 1, where the problem has one. */
  readonly line?: number;
  /** What the message names: a limit, a version, the parser's own words. */
  readonly value?: string;
}

/** Thrown by a format's reader where the file as a whole cannot be read. */
export class GlossaryFileError extends Error {
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(`${problem.reason}${problem.value === undefined ? '' : `: ${problem.value}`}`);
    this.name = 'GlossaryFileError';
    this.problem = problem;
  }
}

/** What a file holds: the good entries, the rows that are not, and what is to be known of both. */
export interface GlossaryReading {
  readonly format: GlossaryFormat;
  /** Rows with anything in them, good and bad, before duplicates are merged. */
  readonly rows: number;
  readonly terms: readonly OwnTerm[];
  /** The line on which each of `terms` begins. */
  readonly lines: readonly number[];
  readonly problems: readonly RowProblem[];
  readonly notes: readonly RowNote[];
}

export const GLOSSARY_FORMATS = ['json', 'csv', 'tbx', 'list'] as const;
export type GlossaryFormat = (typeof GLOSSARY_FORMATS)[number];
