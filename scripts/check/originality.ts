import type { Finding, Knowledge } from '../../utils/knowledge/assemble.ts';
import type { Rule } from './rule.ts';
import { textsOf } from './texts.ts';

/** A run of this many characters in common with a source is a copied sentence, not a shared fact. */
const RUN = 20;
/** Where a title was cut out, so that a run does not lead across. */
const CUT = '\n';

/** No sentence is copied from the texts of the evaluation set; official titles and names are what they are. */
export const ownWords: Rule = {
  name: 'own-words',
  check({ knowledge, copyTexts }) {
    if (copyTexts.length === 0) return [];
    const names = officialNames(knowledge);
    const runs = new Map<string, string>();
    for (const { path, hans } of textsOf(knowledge)) {
      if (path.endsWith('.title') || path.includes('.first.')) continue;
      const text = plain(names.reduce((rest, name) => rest.replaceAll(name, CUT), hans));
      for (const piece of text.split(CUT)) {
        for (let at = 0; at + RUN <= piece.length; at++) runs.set(piece.slice(at, at + RUN), path);
      }
    }
    const found = new Map<string, Finding>();
    for (const { name, text } of copyTexts) {
      const source = plain(text).replaceAll(CUT, '');
      for (let at = 0; at + RUN <= source.length; at++) {
        const run = source.slice(at, at + RUN);
        const path = runs.get(run);
        if (path !== undefined && !found.has(path))
          found.set(path, { path, reason: `“${run}” also stands in ${name}` });
      }
    }
    return [...found.values()];
  },
};

/** Titles of documents, items and sources, and names of terms: longest first, so that the whole name is cut. */
function officialNames(knowledge: Knowledge): readonly string[] {
  return [
    ...knowledge.outlines.map(({ title }) => title.hans),
    ...[...knowledge.items.values()].map(({ title }) => title.hans),
    ...[...knowledge.terms.values()].flatMap(({ title, forms }) => [title.hans, ...forms.hans]),
    ...[...knowledge.sources.values()].map(({ title }) => title),
  ]
    .filter((name) => name.length >= 6)
    .sort((a, b) => b.length - a.length);
}

/** Letters and digits only: a comma more does not make a sentence our own. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\n]+/gu, '');
}
