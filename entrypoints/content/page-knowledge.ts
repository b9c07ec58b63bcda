import type { Annotation } from '../../utils/annotation.ts';
import type { PageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import { askBackground } from '../../utils/messages/send.ts';

/** The definitions of what is on the page: asked for when it is found, so that they are there before the first card. */
export interface KnowledgeStore {
  readonly knowledge: PageKnowledge;
  /** Asks for what is not known yet of these annotations. Resolves when it is there. */
  learn(annotations: readonly Annotation[]): Promise<void>;
  /** Asks for a term that a card leads to, whose own leads are not known yet. */
  learnTerm(term: string): Promise<void>;
}

/** @param onLearned called after each answer: an open card may have more to show. */
export function createKnowledgeStore(onLearned: () => void): KnowledgeStore {
  let knowledge: PageKnowledge = { terms: {}, figures: {}, sources: {}, items: {} };
  const asked = new Set<string>();

  async function ask(terms: readonly string[], figures: readonly string[]): Promise<void> {
    const newTerms = terms.filter((id) => !asked.has(id));
    const newFigures = figures.filter((id) => !asked.has(id));
    const ids = [...newTerms, ...newFigures];
    if (ids.length === 0) return;
    for (const id of ids) asked.add(id);
    try {
      const more = await askBackground('describe', { terms: newTerms, figures: newFigures });
      knowledge = {
        terms: { ...knowledge.terms, ...more.terms },
        figures: { ...knowledge.figures, ...more.figures },
        sources: { ...knowledge.sources, ...more.sources },
        items: { ...knowledge.items, ...more.items },
      };
    } catch (error) {
      // The next report of the page asks again.
      for (const id of ids) asked.delete(id);
      throw error;
    }
    onLearned();
  }

  return {
    get knowledge() {
      return knowledge;
    },
    learn(annotations) {
      const terms = new Set<string>();
      const figures = new Set<string>();
      for (const annotation of annotations) {
        if (annotation.kind === 'term') terms.add(annotation.term);
        else if (annotation.known !== undefined) figures.add(annotation.known);
      }
      return ask([...terms], [...figures]);
    },
    learnTerm: (term) => ask([term], []),
  };
}
