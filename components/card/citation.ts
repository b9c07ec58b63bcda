import { escapeMarkdown } from '../../utils/markdown.ts';
import type { CardModel, CitationFormat } from './model.ts';

/**
 * A card as text to paste: `text` in lines, `markdown` with emphasis and links, `reference` in one line
 * (term — definition — document, number, date, link). The document is the one that the card's first place in the outline
 * is of; where there is none, the first source. The definition is ours, which each form says by `credit`.
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
  const { document } = model;
  const sources = [
    ...(document
      ? [
          {
            line: listed([document.title, document.number, document.publisher, document.date, document.item]),
            url: document.url,
          },
        ]
      : []),
    ...model.sources.map(({ title, publisher, date, url }) => ({
      line: listed([title, publisher, date]),
      url,
    })),
  ];
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

function listed(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}
