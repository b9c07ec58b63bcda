import { type Locale, type Localised, localise } from '../locale.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Knowledge } from './assemble.ts';
import { childrenOf, figuresOfItem, linksOfItem, officialLink, termsOfItem } from './lookup.ts';
import type { Outline, OutlineItem } from './outline-schema.ts';

/** The words of an export that are not data, in the language of the reader. */
export interface ExportWords {
  readonly credit: string;
  readonly terms: string;
  readonly figures: string;
  readonly links: string;
  readonly official: string;
  readonly unchecked: string;
  readonly glossary: string;
  readonly sources: string;
}

/** Version of the JSON's shape; grows when a key changes its meaning. */
const JSON_VERSION = 1;

/**
 * Everything the page shows as JSON, in all three languages: both outlines, terms, figures and sources with their
 * ids, as in the knowledge base. `unchecked` items are those whose paraphrase could not be compared.
 */
export function outlineToJson(knowledge: Knowledge): string {
  const { outlines, terms, figures, sources } = knowledge;
  const content = {
    version: JSON_VERSION,
    outlines: outlines.map((outline) => ({
      ...outline,
      items: outline.items.map((item) => ({
        ...item,
        terms: termsOfItem(knowledge, item).map(({ id }) => id),
        figures: figuresOfItem(knowledge, item).map(({ id }) => id),
        links: linksOfItem(knowledge, item).map(({ id }) => id),
        officialLink: officialLink(outline, item) ?? null,
      })),
    })),
    terms: [...terms.values()],
    figures: [...figures.values()],
    sources: [...sources.values()],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Both outlines, the figures and the glossary as Markdown, in one language; Chinese titles bear the English ones. */
export function outlineToMarkdown(knowledge: Knowledge, locale: Locale, words: ExportWords): string {
  const say = (text: Localised): string => escapeMarkdown(localise(text, locale));
  const named = (text: Localised): string =>
    locale === 'en'
      ? `${escapeMarkdown(text.en)} (${escapeMarkdown(text.hans)})`
      : `${say(text)} (${escapeMarkdown(text.en)})`;
  const lines: string[] = [];
  for (const outline of knowledge.outlines) {
    lines.push(`# ${named(outline.title)}`, '');
    const dates = outline.dates.map(({ what, date }) => `${say(what)} ${date}`);
    const facts = [
      say(outline.publisher),
      outline.documentNumber ? say(outline.documentNumber) : '',
      ...dates,
    ];
    lines.push(facts.filter((fact) => fact !== '').join(' · '), '', say(outline.summary), '');
    lines.push(...outline.notes.flatMap((note) => [`> ${say(note)}`, '']));
    for (const part of childrenOf(outline, null)) {
      lines.push(...itemLines(knowledge, outline, part, 2, { say, named, words }));
    }
  }
  lines.push(`# ${words.figures}`, '');
  for (const figure of knowledge.figures.values()) {
    lines.push(`- **${say(figure.display)}**: ${say(figure.measures)}. ${say(figure.explanation)}`);
    lines.push(...figure.caveats.map((caveat) => `  - ${say(caveat)}`));
    lines.push(`  - ${say(figure.origin)}`);
  }
  lines.push('', `# ${words.glossary}`, '');
  for (const term of knowledge.terms.values()) {
    lines.push(`- **${named(term.title)}**: ${say(term.definition)} ${say(term.importance)}`.trimEnd());
  }
  lines.push('', `# ${words.sources}`, '');
  for (const { title, publisher, date, url } of knowledge.sources.values()) {
    const name = [title, publisher, date ?? ''].filter((part) => part !== '').join(', ');
    lines.push(url === null ? `- ${escapeMarkdown(name)}` : `- [${escapeMarkdown(name)}](<${url}>)`);
  }
  lines.push('', escapeMarkdown(words.credit), '');
  return lines.join('\n');
}

interface Writer {
  readonly say: (text: Localised) => string;
  readonly named: (text: Localised) => string;
  readonly words: ExportWords;
}

function itemLines(
  knowledge: Knowledge,
  outline: Outline,
  item: OutlineItem,
  depth: number,
  writer: Writer,
): readonly string[] {
  const { say, named, words } = writer;
  const official = officialLink(outline, item);
  const terms = termsOfItem(knowledge, item).map(({ title }) => say(title));
  const figures = figuresOfItem(knowledge, item).map(({ display }) => say(display));
  const links = linksOfItem(knowledge, item).map(
    (other) => `${escapeMarkdown(other.number)}${say(other.title)}`,
  );
  const list = (label: string, entries: readonly string[]): readonly string[] =>
    entries.length > 0 ? [`${label}: ${entries.join(', ')}`, ''] : [];
  return [
    `${'#'.repeat(depth)} ${escapeMarkdown(item.number)}${item.number === '' ? '' : ' '}${named(item.title)}`,
    '',
    say(item.paraphrase),
    '',
    ...(item.basis === 'recall' ? [`*${words.unchecked}*`, ''] : []),
    ...(item.targets ?? []).map(({ year, paraphrase }) => `- **${year}**: ${say(paraphrase)}`),
    ...(item.targets ? [''] : []),
    ...item.measures.map((measure) => `- ${say(measure)}`),
    '',
    ...list(words.terms, terms),
    ...list(words.figures, figures),
    ...list(words.links, links),
    ...(official === undefined ? [] : [`[${words.official}](<${official}>)`, '']),
    ...childrenOf(outline, item.id).flatMap((child) =>
      itemLines(knowledge, outline, child, depth + 1, writer),
    ),
  ];
}
