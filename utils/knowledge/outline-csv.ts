import type { Localised } from '../locale.ts';
import type { Knowledge } from './assemble.ts';
import { figuresOfItem, linksOfItem, officialLink, termsOfItem } from './lookup.ts';

const LANGUAGES = ['hans', 'hant', 'en'] as const;

/** Columns `title_hans`, `title_hant`, `title_en` of a text. */
function inLanguages(name: string): readonly string[] {
  return LANGUAGES.map((language) => `${name}_${language}`);
}

function texts(text: Localised | undefined): readonly string[] {
  return LANGUAGES.map((language) => text?.[language] ?? '');
}

function lists(entries: readonly Localised[]): readonly string[] {
  return LANGUAGES.map((language) => entries.map((entry) => entry[language]).join('\n'));
}

/** One row per outline item and per target, in the order of the documents, in all languages. */
export function itemsToCsv(knowledge: Knowledge): string {
  const rows = knowledge.outlines.flatMap((outline) =>
    outline.items.flatMap((item) => {
      const link = officialLink(outline, item) ?? '';
      const own = [
        outline.id,
        item.id,
        item.parent ?? '',
        '',
        item.number,
        ...texts(item.title),
        ...texts(item.paraphrase),
        ...lists(item.measures),
        termsOfItem(knowledge, item)
          .map(({ id }) => id)
          .join(' '),
        figuresOfItem(knowledge, item)
          .map(({ id }) => id)
          .join(' '),
        linksOfItem(knowledge, item)
          .map(({ id }) => id)
          .join(' '),
        item.basis,
        link,
      ];
      const targets = (item.targets ?? []).map(({ id, year, paraphrase, figures }) => [
        outline.id,
        id,
        item.id,
        String(year),
        '',
        ...texts(undefined),
        ...texts(paraphrase),
        ...lists([]),
        '',
        figures.join(' '),
        '',
        item.basis,
        link,
      ]);
      return [own, ...targets];
    }),
  );
  return writeCsv([
    [
      'document',
      'id',
      'parent',
      'year',
      'number',
      ...inLanguages('title'),
      ...inLanguages('paraphrase'),
      ...inLanguages('measures'),
      'terms',
      'figures',
      'links',
      'basis',
      'official_link',
    ],
    ...rows,
  ]);
}

/** One row per figure. */
export function figuresToCsv(knowledge: Knowledge): string {
  const rows = [...knowledge.figures.values()].map((figure) => [
    figure.id,
    figure.kind,
    ...texts(figure.display),
    figure.approx ?? '',
    figure.value === null ? '' : String(figure.value),
    figure.unit ?? '',
    figure.year === null ? '' : String(figure.year),
    ...texts(figure.measures),
    ...texts(figure.scope),
    ...texts(figure.explanation),
    ...texts(figure.origin),
    ...lists(figure.caveats),
    figure.verification,
    figure.outline.join(' '),
    sourceLinks(knowledge, figure.sources),
  ]);
  return writeCsv([
    [
      'id',
      'kind',
      ...inLanguages('figure'),
      'approximator',
      'value',
      'unit',
      'year',
      ...inLanguages('measures'),
      ...inLanguages('scope'),
      ...inLanguages('explanation'),
      ...inLanguages('origin'),
      ...inLanguages('caveats'),
      'verification',
      'outline',
      'sources',
    ],
    ...rows,
  ]);
}

/** One row per term of the glossary. */
export function termsToCsv(knowledge: Knowledge): string {
  const rows = [...knowledge.terms.values()].map((term) => [
    term.id,
    term.category,
    ...texts(term.title),
    term.pinyin,
    term.english.official ? 'official' : '',
    [...new Set([...term.forms.hans, ...term.forms.en, ...term.english.others])].join('\n'),
    ...texts(term.definition),
    ...texts(term.importance),
    term.first?.date ?? '',
    ...texts(term.first?.document),
    term.related.join(' '),
    term.outline.join(' '),
    sourceLinks(knowledge, term.sources),
  ]);
  return writeCsv([
    [
      'id',
      'category',
      ...inLanguages('title'),
      'pinyin',
      'english',
      'forms',
      ...inLanguages('definition'),
      ...inLanguages('importance'),
      'first_date',
      ...inLanguages('first_document'),
      'related',
      'outline',
      'sources',
    ],
    ...rows,
  ]);
}

function sourceLinks(knowledge: Knowledge, keys: readonly string[]): string {
  return keys
    .flatMap((key) => knowledge.sources.get(key) ?? [])
    .map(({ title, publisher, date, url }) =>
      [title, publisher, date ?? '', url ?? ''].filter((part) => part !== '').join(', '),
    )
    .join('\n');
}

/** Excel takes a file for UTF-8 only with the mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * RFC 4180 with a byte order mark. A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab or
 * return at its start: https://owasp.org/www-community/attacks/CSV_Injection) gets an apostrophe in front, which
 * spreadsheets do not show; a plain number keeps its sign.
 */
function writeCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
