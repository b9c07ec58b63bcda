import type { Conflict } from '../glossary/merge.ts';
import type { OwnTerm } from '../glossary/schema.ts';
import { runAtOnce, type Steps } from '../glossary/steps.ts';
import type { Knowledge } from './assemble.ts';
import type { Term } from './schema.ts';

/**
 * The knowledge base with the reader's own terms in it, so that cards, lists and search need not know two kinds. Where
 * an own term and a built-in one have a form in common, each leads to the other.
 */
export function withOwnTerms(
  knowledge: Knowledge,
  own: readonly OwnTerm[],
  conflicts: readonly Conflict[],
): Knowledge {
  return runAtOnce(ownKnowledgeSteps(knowledge, own, conflicts));
}

/** {@link withOwnTerms} in steps. */
export function* ownKnowledgeSteps(
  knowledge: Knowledge,
  own: readonly OwnTerm[],
  conflicts: readonly Conflict[],
): Steps<Knowledge> {
  if (own.length === 0) return knowledge;
  const leads = new Map<string, Set<string>>();
  const lead = (from: string, to: string): void => {
    const known = leads.get(from);
    if (known) known.add(to);
    else leads.set(from, new Set([to]));
  };
  for (const { own: id, builtIn } of conflicts) {
    lead(id, builtIn);
    lead(builtIn, id);
  }
  const terms = new Map(knowledge.terms);
  for (const term of knowledge.terms.values()) {
    const ids = leads.get(term.id);
    if (ids) terms.set(term.id, { ...term, related: [...term.related, ...ids] });
  }
  for (const [index, term] of own.entries()) {
    terms.set(term.id, termOf(term, [...(leads.get(term.id) ?? [])]));
    yield (index + 1) / own.length;
  }
  return { ...knowledge, terms };
}

/** An own term as a term of the knowledge base. A language in which the reader wrote nothing shows the other. */
function termOf(
  { id, forms, category, definition, definitionEn, english, note }: OwnTerm,
  related: string[],
): Term {
  const [headword = ''] = forms;
  const chinese = definition ?? definitionEn ?? '';
  return {
    id,
    category,
    title: { hans: headword, hant: headword, en: english ?? '' },
    pinyin: '',
    english: { official: false, others: [] },
    definition: { hans: chinese, hant: chinese, en: definitionEn ?? chinese },
    importance: { hans: '', hant: '', en: '' },
    forms: { hans: [...forms], hant: [], en: [] },
    traps: [],
    mustMatch: [],
    related,
    outline: [],
    sources: [],
    own: { note: note ?? '' },
  };
}
