import type { Localised } from '../locale.ts';
import type { Knowledge } from './assemble.ts';

/**
 * Traditional → simplified characters, learnt from the knowledge base itself: its texts stand side by side in
 * both scripts, so that a search needs no converter in the page.
 */
export function scriptMapOf(knowledge: Knowledge): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const { hans, hant } of localisedTexts(knowledge)) {
    if (hans.length !== hant.length) continue;
    for (let at = 0; at < hans.length; at++) {
      const traditional = hant.charAt(at);
      const simplified = hans.charAt(at);
      if (traditional !== simplified && /\p{Script=Han}/u.test(traditional)) map.set(traditional, simplified);
    }
  }
  return map;
}

/** One spelling for text and query: width, case, spaces, quotation marks and script do not matter. */
export function foldQuery(text: string, scripts: ReadonlyMap<string, string>): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’「」『』《》〈〉·]+/gu, '');
  return Array.from(plain, (character) => scripts.get(character) ?? character).join('');
}

function* localisedTexts(knowledge: Knowledge): Iterable<Localised> {
  for (const term of knowledge.terms.values()) yield* [term.title, term.definition, term.importance];
  for (const figure of knowledge.figures.values())
    yield* [figure.display, figure.measures, figure.explanation];
  for (const item of knowledge.items.values()) yield* [item.title, item.paraphrase, ...item.measures];
}
