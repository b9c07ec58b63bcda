import { foldForm } from './clean.ts';
import type { RowReading, RowReadings } from './collect.ts';
import { EMPTY_ENTRY, type RawEntry } from './entry.ts';
import { type Field, GlossaryFileError } from './report.ts';
import type { OwnTerm } from './schema.ts';
import { type Delimiter, readTable, type TableRow, unguarded, writeRow } from './table.ts';

type Column = Exclude<Field, 'row'>;

/** The columns of our export, and the names they may bear in a file, in any order, width and case. */
const COLUMNS: Readonly<Record<Column, readonly string[]>> = {
  term: [
    'term',
    '术语',
    '術語',
    '词',
    '詞',
    '词条',
    '詞條',
    '词语',
    '詞語',
    '名称',
    '名稱',
    '中文',
    '中文术语',
    '中文術語',
    '中文名称',
    '中文名稱',
    '词目',
    '詞目',
    'headword',
    'word',
    'chinese',
    'zh',
    'zh-cn',
    'zh-tw',
    'source',
    '原文',
  ],
  aliases: [
    'aliases',
    'alias',
    '别名',
    '別名',
    '简称',
    '簡稱',
    '同义词',
    '同義詞',
    '其他写法',
    '其他寫法',
    '又称',
    '又稱',
    'synonyms',
    'synonym',
    'variants',
    'forms',
  ],
  definition: [
    'definition',
    '释义',
    '釋義',
    '定义',
    '定義',
    '解释',
    '解釋',
    '说明',
    '說明',
    '中文释义',
    '中文釋義',
    '中文定义',
    '中文定義',
    'meaning',
    'explanation',
    'description',
  ],
  definitionEn: [
    'definition_en',
    'definition en',
    'definitionen',
    '英文释义',
    '英文釋義',
    '英文定义',
    '英文定義',
    '英文解释',
    '英文解釋',
    'english definition',
    'english meaning',
  ],
  english: [
    'english',
    '英文',
    '英文名',
    '英文译名',
    '英文譯名',
    '英译',
    '英譯',
    '译名',
    '譯名',
    '译文',
    '譯文',
    '英语',
    '英語',
    'en',
    'translation',
    'english term',
    'target',
  ],
  category: ['category', '类别', '類別', '分类', '分類', '领域', '領域', 'kind', 'type', 'domain', 'subject'],
  note: [
    'note',
    '备注',
    '備註',
    '备考',
    '註',
    '注',
    '附注',
    '附註',
    '注释',
    '註釋',
    'notes',
    'comment',
    'comments',
    'remark',
    'remarks',
  ],
  id: ['id', '编号', '編號', 'identifier'],
};
const COLUMN_ORDER = Object.keys(COLUMNS) as readonly Column[];

const columnOf: ReadonlyMap<string, Column> = new Map(
  COLUMN_ORDER.flatMap((column) => COLUMNS[column].map((name) => [foldForm(name), column] as const)),
);

/** A spreadsheet may put the name of the table above the header: the header is among the first rows. */
const HEADER_WITHIN = 5;
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

interface Header {
  readonly delimiter: Delimiter;
  readonly line: number;
  /** What each cell of a row is; undefined for a column that means nothing to us. */
  readonly columns: readonly (Column | undefined)[];
}

/** Where the header of a table is and how its cells are delimited, or undefined where no row names a term column and another. */
export function findHeader(text: string): Header | undefined {
  // Excel writes `sep=;` above the table; it need not be obeyed, for the header itself tells.
  const headers = DELIMITERS.flatMap((delimiter) => {
    let seen = 0;
    for (const row of readTable(text, delimiter)) {
      if (seen++ === HEADER_WITHIN) break;
      if ('broken' in row) continue;
      const columns = columnsOf(row.cells);
      // A table has a term and something said of it; one known name alone may be a word of a plain list.
      if (columns.includes('term') && knownIn(columns) >= 2) return [{ delimiter, line: row.line, columns }];
    }
    return [];
  });
  return headers.sort((a, b) => knownIn(b.columns) - knownIn(a.columns))[0];
}

function knownIn(columns: Header['columns']): number {
  return columns.filter((column) => column !== undefined).length;
}

function columnsOf(cells: readonly string[]): readonly (Column | undefined)[] {
  const taken = new Set<Column>();
  return cells.map((cell) => {
    const column = columnOf.get(foldForm(cell));
    if (column === undefined || taken.has(column)) return undefined;
    taken.add(column);
    return column;
  });
}

/**
 * Reads a table whose header names the columns in Chinese or English, in any order; delimited by commas, semicolons
 * or tabs. Columns it does not know are left out.
 * @throws GlossaryFileError where no header names a term column and another one.
 */
export function* readCsv(text: string): RowReadings {
  const header = findHeader(text);
  if (!header) throw new GlossaryFileError({ reason: 'noTermColumn' });
  for (const row of readTable(text, header.delimiter)) {
    if (row.line > header.line) yield readRow(row, header);
    yield row.end / text.length;
  }
}

function readRow(row: TableRow, { columns, delimiter }: Header): RowReading {
  if ('broken' in row) {
    const term = (row.start.split(delimiter)[columns.indexOf('term')] ?? '').replaceAll('"', '').slice(0, 40);
    return { problems: [{ line: row.line, term, field: 'row', reason: row.broken, value: '' }] };
  }
  const { line, cells } = row;
  const extra = cells.slice(columns.length).find((cell) => cell.trim() !== '');
  const cell = (column: Column) => unguarded(cells[columns.indexOf(column)] ?? '');
  if (extra !== undefined)
    return {
      problems: [{ line, term: cell('term'), field: 'row', reason: 'extraCells', value: extra.slice(0, 40) }],
    };
  return { entry: entryOf(line, cell) };
}

function entryOf(line: number, cell: (column: Column) => string): RawEntry {
  return {
    ...EMPTY_ENTRY,
    line,
    id: cell('id'),
    forms: [cell('term'), ...splitForms(cell('aliases'))],
    category: cell('category'),
    definition: cell('definition'),
    definitionEn: cell('definitionEn'),
    english: cell('english'),
    note: cell('note'),
  };
}

/** The forms that a cell or a field lists, separated by semicolons of either width or by bars. */
export function splitForms(list: string): readonly string[] {
  return list.split(/[;；|]/u);
}

/**
 * A glossary as CSV in pieces of text: UTF-8 with a byte order mark, without which Excel takes it for the local
 * encoding, lines ended by CRLF, and nothing that a spreadsheet would run as a formula.
 */
export function* writeCsv(terms: readonly OwnTerm[]): Generator<string> {
  yield `\ufeff${writeRow(
    COLUMN_ORDER.map((column) => COLUMNS[column][0] ?? column),
    ',',
  )}`;
  for (const term of terms) {
    const [headword = '', ...aliases] = term.forms;
    const cells: Readonly<Record<Column, string>> = {
      id: term.id,
      term: headword,
      aliases: aliases.join('；'),
      definition: term.definition ?? '',
      definitionEn: term.definitionEn ?? '',
      english: term.english ?? '',
      category: term.category,
      note: term.note ?? '',
    };
    yield writeRow(
      COLUMN_ORDER.map((column) => cells[column]),
      ',',
    );
  }
}

/** A table with its header and one example row, for a reader to fill in. */
export function writeTemplate(example: OwnTerm): string {
  return [...writeCsv([example])].join('');
}
