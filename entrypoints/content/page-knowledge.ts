import type { Annotation, FigureAnnotation } from '../../utils/annotation.ts';
import type { FigureReading } from '../../utils/figures/reading.ts';
import type { Figure } from '../../utils/figures/types.ts';
import type { PageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import type { Locale } from '../../utils/locale.ts';
import { askBackground } from '../../utils/messages/send.ts';

/** The explanations of what is on the page: asked for when it is found, so that they are there before the first card. */
export interface KnowledgeStore {
  readonly knowledge: PageKnowledge;
  /** How a figure of the page is read; undefined until it is known. */
  readingOf(figure: Figure, locale: Locale): FigureReading | undefined;
  /** Asks for what is not known yet of these annotations. Resolves when it is there. */
  learn(annotations: readonly Annotation[], locale: Locale): Promise<void>;
  /** Asks for a term that a card leads to, whose own leads are not known yet. */
  learnTerm(term: string): Promise<void>;
}

/** @param onLearned called after each answer: an open card may have more to show. */
export function createKnowledgeStore(onLearned: () => void): KnowledgeStore {
  let knowledge: PageKnowledge = { terms: {}, figures: {}, sources: {}, items: {}, documents: {} };
  const readings = new Map<string, FigureReading>();
  const asked = new Set<string>();

  /** Calls `ask` with those of `keys` that were not asked for before; after a failure they can be asked for again. */
  async function askOnce(
    keys: readonly string[],
    ask: (fresh: ReadonlySet<string>) => Promise<void>,
  ): Promise<void> {
    const fresh = new Set(keys.filter((key) => !asked.has(key)));
    if (fresh.size === 0) return;
    for (const key of fresh) asked.add(key);
    try {
      await ask(fresh);
    } catch (error) {
      for (const key of fresh) asked.delete(key);
      throw error;
    }
    onLearned();
  }

  function learnKnowledge(terms: readonly string[], figures: readonly string[]): Promise<void> {
    return askOnce([...terms, ...figures], async (fresh) => {
      const more = await askBackground('describe', {
        terms: terms.filter((id) => fresh.has(id)),
        figures: figures.filter((id) => fresh.has(id)),
      });
      knowledge = {
        terms: { ...knowledge.terms, ...more.terms },
        figures: { ...knowledge.figures, ...more.figures },
        sources: { ...knowledge.sources, ...more.sources },
        documents: { ...knowledge.documents, ...more.documents },
        items: { ...knowledge.items, ...more.items },
      };
    });
  }

  function learnReadings(figures: readonly FigureAnnotation[], locale: Locale): Promise<void> {
    const byKey = new Map(figures.map((figure) => [readingKey(figure, locale), figure]));
    return askOnce([...byKey.keys()], async (fresh) => {
      const keys = [...fresh];
      const answers = await askBackground('explain', {
        figures: keys.flatMap((key) => byKey.get(key) ?? []),
        locale,
      });
      for (const [index, reading] of answers.entries()) readings.set(keys[index] ?? '', reading);
    });
  }

  return {
    get knowledge() {
      return knowledge;
    },
    readingOf: (figure, locale) => readings.get(readingKey(figure, locale)),
    async learn(annotations, locale) {
      const terms = new Set<string>();
      const known = new Set<string>();
      const figures: FigureAnnotation[] = [];
      for (const annotation of annotations) {
        if (annotation.kind === 'term') terms.add(annotation.term);
        else {
          figures.push(annotation);
          if (annotation.known !== undefined) known.add(annotation.known);
        }
      }
      await Promise.all([learnKnowledge([...terms], [...known]), learnReadings(figures, locale)]);
    },
    learnTerm: (term) => learnKnowledge([term], []),
  };
}

/** The same figure in another place of the page reads the same. */
function readingKey({ start, core, num, ...rest }: Figure, locale: Locale): string {
  const spans = [core[0] - start, core[1] - start, num[0] - start, num[1] - start];
  return JSON.stringify([locale, spans, { ...rest, end: 0 }]);
}
