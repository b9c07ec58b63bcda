import { figureCard, termCard } from '../../components/card/build.ts';
import type { CardModel, Lead } from '../../components/card/model.ts';
import type { Annotation, FigureAnnotation } from '../../utils/annotation.ts';
import type { Translate } from '../../utils/i18n.ts';
import type { PageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import type { Locale } from '../../utils/locale.ts';
import type { KnowledgeStore } from '../content/page-knowledge.ts';
import type { CardTarget } from '../content/target.ts';

interface Language {
  readonly t: Translate;
  readonly locale: Locale;
}

/**
 * What the card of a target shows after the look-ups of `trail`, or undefined where the knowledge of the page does not
 * have it (yet).
 */
export function cardModel(
  target: CardTarget,
  trail: readonly Lead[],
  store: KnowledgeStore,
  language: Language,
): CardModel | undefined {
  const lead = trail.at(-1);
  if (!lead) return annotationCard(target.annotation, target.inner, store, language);
  if (lead.kind === 'term') return termCard(lead.id, store.knowledge, language);
  const figure = target.inner.find(
    (annotation): annotation is FigureAnnotation =>
      annotation.kind === 'figure' && figureLeadId(annotation) === lead.id,
  );
  return figure && annotationCard(figure, [], store, language);
}

function annotationCard(
  annotation: Annotation,
  inner: readonly Annotation[],
  store: KnowledgeStore,
  language: Language,
): CardModel | undefined {
  const { knowledge } = store;
  const leads = inner.map((part) => leadTo(part, knowledge, language.locale));
  if (annotation.kind === 'term') return termCard(annotation.term, knowledge, language, leads);
  const reading = store.readingOf(annotation, language.locale);
  if (!reading) return undefined;
  const card = figureCard(annotation.text, reading, annotation.known, knowledge, language);
  return { ...card, inner: leads };
}

function leadTo(annotation: Annotation, knowledge: PageKnowledge, locale: Locale): Lead {
  if (annotation.kind === 'figure')
    return { kind: 'figure', id: figureLeadId(annotation), label: annotation.text };
  const title = knowledge.terms[annotation.term]?.title;
  const label = locale === 'zh-TW' ? title?.hant : title?.hans;
  return { kind: 'term', id: annotation.term, label: label ?? annotation.text };
}

/** Figures that nobody knows have no id of their own; their place in the block tells them apart. */
function figureLeadId({ known, start }: FigureAnnotation): string {
  return known ?? `at-${start}`;
}
