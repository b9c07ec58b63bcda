import { writeRow } from '../glossary/table.ts';
import type { Translate } from '../i18n.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { ArticleNotes, NotedCoverage, NotedTerm } from './collect.ts';

export const NOTES_FORMATS = ['markdown', 'csv', 'json', 'anki'] as const;
export type NotesFormat = (typeof NOTES_FORMATS)[number];

/** Endings and media types of the files. */
export const NOTES_FILES: Readonly<Record<NotesFormat, { readonly ending: string; readonly type: string }>> =
  {
    markdown: { ending: 'md', type: 'text/markdown' },
    csv: { ending: 'csv', type: 'text/csv' },
    json: { ending: 'json', type: 'application/json' },
    anki: { ending: 'txt', type: 'text/plain' },
  };

/** Notes in a format. Nothing in them is markup, a formula or a script, whatever the page or a glossary says. */
export function writeNotes(notes: ArticleNotes, format: NotesFormat, t: Translate): string {
  switch (format) {
    case 'markdown':
      return toMarkdown(notes, t);
    case 'csv':
      return toCsv(notes, t);
    case 'json':
      return `${JSON.stringify({ format: 'aiplus-notes', version: 1, ...notes }, null, 2)}\n`;
    case 'anki':
      return toAnki(notes, t);
  }
}

function toMarkdown({ title, url, date, terms, figures, coverage }: ArticleNotes, t: Translate): string {
  const source = [`<${url.replace(/[<>\s]/gu, encodeURIComponent)}>`, escapeMarkdown(date)];
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    source.filter((part) => part !== '').join(' · '),
    ...(terms.length > 0 ? [`## ${t('notes.terms')}`] : []),
    ...terms.map((term) => {
      const english = term.english === '' ? '' : ` (*${escapeMarkdown(term.english)}*)`;
      const facts = [
        t(`common.kind.${term.category}`),
        t('surfaces.occurrences', { count: term.occurrences }),
      ];
      const own = term.own ? ` (${escapeMarkdown(t('card.own'))})` : '';
      const head = `**${escapeMarkdown(term.title)}**${english} · ${facts.map(escapeMarkdown).join(' · ')}`;
      return `- ${head}  \n  ${escapeMarkdown(term.definition)}${own}`;
    }),
    ...(figures.length > 0 ? [`## ${t('notes.figures')}`] : []),
    ...figures.map(
      ({ text, explanation, occurrences }) =>
        `- **${escapeMarkdown(text)}** · ${t('surfaces.occurrences', { count: occurrences })}  \n  ${escapeMarkdown(explanation)}`,
    ),
    ...(coverage.length > 0 ? [`## ${t('notes.coverage')}`] : []),
    ...coverage.map(({ document, touched, of, chapters }) => {
      const count = escapeMarkdown(t('notes.touched', { document, touched, count: of }));
      return [`- ${count}`, ...chapters.map((chapter) => `  - ${escapeMarkdown(chapter)}`)].join('\n');
    }),
    '---',
    escapeMarkdown(t('card.credit')),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** One row per term, figure and document of the outline, with whose explanation it is. */
function toCsv({ title, url, date, terms, figures, coverage }: ArticleNotes, t: Translate): string {
  const columns = [
    'kind',
    'name',
    'english',
    'explanation',
    'origin',
    'occurrences',
    'article',
    'url',
    'date',
  ] as const;
  const rows = [
    columns.map((column) => t(`notes.column.${column}`)),
    ...terms.map((term) => [
      t(`common.kind.${term.category}`),
      term.title,
      term.english,
      term.definition,
      t(term.own ? 'notes.origin.own' : 'notes.origin.builtIn'),
      String(term.occurrences),
    ]),
    ...figures.map(({ text, explanation, occurrences }) => [
      t('common.kind.figure'),
      text,
      '',
      explanation,
      t('notes.origin.builtIn'),
      String(occurrences),
    ]),
    // What is touched is no occurrence of anything.
    ...coverage.map((covered) => [
      t('notes.coverage'),
      covered.document,
      '',
      coverageText(covered, t),
      t('notes.origin.builtIn'),
      '',
    ]),
  ];
  // The byte order mark tells Excel that this is UTF-8.
  return `\ufeff${rows.map((row, index) => writeRow(index === 0 ? row : [...row, title, url, date], ',')).join('')}`;
}

/**
 * Flash cards as Anki imports them from text: directives, then front, back and tags, tabs between. `html:false`: what a
 * glossary says is text on the card, too.
 */
function toAnki({ terms, figures, coverage, title, url }: ArticleNotes, t: Translate): string {
  const backOf = ({ english, definition, own }: NotedTerm) =>
    [english, definition, own ? t('notes.origin.own') : ''].filter((part) => part !== '');
  const cards = [
    ...terms.map((term) => [term.title, ...backOf(term)]),
    ...figures.map(({ text, explanation }) => [text, explanation]),
    // Of a document that the article does not touch there is nothing to learn.
    ...coverage
      .filter(({ touched }) => touched > 0)
      .map((covered) => [
        t('notes.row', { label: t('notes.coverage'), text: covered.document }),
        coverageText(covered, t),
      ]),
  ].filter(([, ...back]) => back.some((part) => part !== ''));
  const lines = cards.map(([front = '', ...back]) =>
    [front, [...back, `${title} ${url}`].join(' — ')].map(ankiField).join('\t'),
  );
  return [
    '#separator:tab',
    '#html:false',
    `#deck:${oneLine(t('common.name'))}`,
    '#columns:Front\tBack',
    ...lines,
    '',
  ].join('\n');
}

/** How much of a document an article touches, and which chapters, in one line. */
function coverageText({ document, touched, of, chapters }: NotedCoverage, t: Translate): string {
  const count = t('notes.touched', { document, touched, count: of });
  return chapters.length === 0 ? count : t('notes.row', { label: count, text: chapters.join(' · ') });
}

/** A field that begins with a quotation mark or `#` must be quoted, or Anki takes it for something else. */
function ankiField(text: string): string {
  const field = oneLine(text);
  return /^["#]|"/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
