import type { CardModel, CitationFormat } from './model.ts';

/**
 * A card as text to paste: `text` in lines, `markdown` with emphasis and links, `reference` in one line
 * (term — definition — document, publisher, date, link). The definition is ours, which each form says by `credit`.
 */
export function cite(model: CardModel, format: CitationFormat, credit: string): string {
  const name = model.title;
  const english = model.kind === 'term' ? model.english : '';
  const said =
    model.kind === 'term'
      ? model.definition
      : [model.known?.measures, model.known?.explanation, ...model.reading.rows.map(({ text }) => text)]
          .filter((text) => text)
          .join(' · ');
  const sources = model.sources.map(({ title, publisher, date, url }) => ({
    line: [title, publisher, date].filter((part) => part !== '').join(', '),
    url,
  }));
  if (format === 'markdown') {
    return [
      `**${escapeMarkdown(name)}**${english ? ` (*${escapeMarkdown(english)}*)` : ''}`,
      ...(said ? ['', escapeMarkdown(said)] : []),
      '',
      ...sources.map(({ line, url }) =>
        url ? `- [${escapeMarkdown(line)}](<${url}>)` : `- ${escapeMarkdown(line)}`,
      ),
      `- ${escapeMarkdown(credit)}`,
    ].join('\n');
  }
  const lines = sources.map(({ line, url }) => (url ? `${line}, ${url}` : line));
  const headline = english ? `${name} (${english})` : name;
  return format === 'reference'
    ? [headline, said, ...lines.slice(0, 1), credit].filter((part) => part).join(' — ')
    : [headline, said, ...lines, credit].filter((part) => part).join('\n');
}

/** Backslash before what Markdown would read as markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
