import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { CATEGORIES } from '../../utils/terms/types.ts';

/** How much there is, and where the base is thin: lines for a maintainer. */
export function statisticsOf(knowledge: Knowledge): readonly string[] {
  const terms = [...knowledge.terms.values()];
  const figures = [...knowledge.figures.values()];
  const items = [...knowledge.items.values()];
  const sources = [...knowledge.sources.values()];
  const forms = terms.reduce(
    (sum, { forms: { hans, hant, en } }) => sum + hans.length + hant.length + en.length,
    0,
  );
  const used = new Set(
    [...terms, ...figures, ...items, ...knowledge.outlines].flatMap((entry) => entry.sources),
  );
  for (const { english, first } of terms)
    for (const key of [english.source, first?.source]) if (key) used.add(key);
  return [
    `terms           ${terms.length}, ${forms} surface forms`,
    ...CATEGORIES.map(
      (category) => `  ${category.padEnd(14)}${count(terms, (term) => term.category === category)}`,
    ),
    `  official English ${count(terms, ({ english }) => english.official)}`,
    `  first appearance ${count(terms, ({ first }) => first !== undefined)}`,
    `  with traps       ${count(terms, ({ traps }) => traps.length > 0)}`,
    `  need a context   ${count(terms, ({ contextForms }) => contextForms !== undefined && contextForms.length > 0)}`,
    `  in no outline    ${list(terms.filter(({ id, outline }) => outline.length === 0 && !items.some((item) => item.terms.includes(id))))}`,
    `  no related term  ${list(terms.filter(({ related }) => related.length === 0))}`,
    `  no seen source   ${list(terms.filter((term) => !term.sources.some((key) => knowledge.sources.get(key)?.seen)))}`,
    `outline items   ${items.length}; paraphrase not yet checked: ${list(items.filter(({ basis }) => basis === 'recall'))}`,
    `figures         ${figures.length}; source not found: ${list(figures.filter(({ verification }) => verification === 'not-found'))}`,
    `  derived values   ${figures.reduce((sum, { derived }) => sum + derived.length, 0)}, with a series ${count(figures, ({ series }) => series !== undefined)}, with a caveat ${count(figures, ({ caveats }) => caveats.length > 0)}`,
    `sources         ${sources.length}, seen ${count(sources, ({ seen }) => seen)}, without a page ${count(sources, ({ url }) => url === null)}, unused: ${list(sources.filter(({ key }) => !used.has(key)).map(({ key }) => ({ id: key })))}`,
    `decoys          ${knowledge.decoys.decoys.length}, signals ${knowledge.decoys.signals.length}, short titles ${knowledge.decoys.shortTitles.length}`,
  ];
}

function count<T>(entries: readonly T[], is: (entry: T) => boolean): number {
  return entries.filter(is).length;
}

function list(entries: readonly { readonly id: string }[]): string {
  return entries.length === 0 ? '0' : `${entries.length} (${entries.map(({ id }) => id).join(', ')})`;
}
