import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { outlineOf } from '../../utils/knowledge/lookup.ts';
import { searchKnowledge } from '../../utils/knowledge/search.ts';
import { type Locale, localise } from '../../utils/locale.ts';
import type { HighlightKind } from '../../utils/terms/types.ts';
import { documentLabel, numberedTitle } from '../outline-label.ts';

/** One line of a search's answer. */
export interface SearchRow {
  readonly key: string;
  readonly found: 'term' | 'figure' | 'item';
  readonly id: string;
  readonly kind: HighlightKind | null;
  readonly title: string;
  readonly english: string;
  readonly definition: string;
  /** The outline item to open, or null. */
  readonly item: string | null;
}

/** As many answers as a reader looks through in a small window. */
const MOST = 50;

/** Searches the knowledge base for the surfaces; best first, at most `most`. */
export function searchRows(
  knowledge: Knowledge,
  query: string,
  locale: Locale,
  most = MOST,
): readonly SearchRow[] {
  return searchKnowledge(knowledge, query)
    .slice(0, most)
    .flatMap(({ kind, id }): SearchRow[] => {
      const key = `${kind} ${id}`;
      const term = kind === 'term' ? knowledge.terms.get(id) : undefined;
      if (term) {
        const title = locale === 'zh-TW' ? term.title.hant : term.title.hans;
        const definition = localise(term.definition, locale);
        const item = term.outline[0] ?? null;
        return [
          { key, found: kind, id, kind: term.category, title, english: term.title.en, definition, item },
        ];
      }
      const figure = kind === 'figure' ? knowledge.figures.get(id) : undefined;
      if (figure) {
        const definition = `${localise(figure.measures, locale)} · ${localise(figure.explanation, locale)}`;
        const title = locale === 'zh-TW' ? figure.display.hant : figure.display.hans;
        const item = figure.outline[0] ?? null;
        return [
          { key, found: kind, id, kind: 'figure', title, english: figure.display.en, definition, item },
        ];
      }
      const item = knowledge.items.get(id);
      const outline = item && outlineOf(knowledge, id);
      if (!item || !outline) return [];
      return [
        {
          key,
          found: 'item',
          id,
          kind: null,
          title: numberedTitle(item.number, item.title, locale === 'zh-TW' ? 'zh-TW' : 'zh-CN'),
          english: item.title.en,
          definition: `${documentLabel(outline.shortTitle, locale)} · ${localise(item.paraphrase, locale)}`,
          item: id,
        },
      ];
    });
}
