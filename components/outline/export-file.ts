import type { Translate } from '../../utils/i18n.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { figuresToCsv, itemsToCsv, termsToCsv } from '../../utils/knowledge/outline-csv.ts';
import { outlineToJson, outlineToMarkdown } from '../../utils/knowledge/outline-export.ts';
import type { Locale } from '../../utils/locale.ts';

/** The forms in which the outline can be taken along. */
export const EXPORT_FORMS = ['markdown', 'json', 'itemsCsv', 'figuresCsv', 'termsCsv'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

/** A file for the reader to save. */
export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** The outline as a file; Markdown in the language of the page, the other forms in all languages. */
export function exportFile(
  form: ExportForm,
  knowledge: Knowledge,
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
): ExportFile {
  switch (form) {
    case 'markdown':
      return {
        name: 'ai-plus-outline.md',
        type: 'text/markdown;charset=utf-8',
        content: outlineToMarkdown(knowledge, locale, {
          credit: t('card.credit'),
          terms: t('outline.export.terms'),
          figures: t('outline.export.figures'),
          links: t('outline.export.links'),
          official: t('outline.official'),
          unchecked: t('outline.unchecked.note'),
          glossary: t('outline.export.glossary'),
          sources: t('outline.export.sources'),
        }),
      };
    case 'json':
      return { name: 'ai-plus-outline.json', type: 'application/json', content: outlineToJson(knowledge) };
    case 'itemsCsv':
      return csv('outline', itemsToCsv(knowledge));
    case 'figuresCsv':
      return csv('figures', figuresToCsv(knowledge));
    case 'termsCsv':
      return csv('terms', termsToCsv(knowledge));
  }
}

function csv(name: string, content: string): ExportFile {
  return { name: `ai-plus-${name}.csv`, type: 'text/csv;charset=utf-8', content };
}
