import type { Annotation } from '../../utils/annotation.ts';
import { explainFigure } from '../../utils/figures/explain.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { type Locale, localise } from '../../utils/locale.ts';
import type { Candidate } from '../../utils/terms/explain.ts';
import { align } from './columns.ts';

/** What the extension would highlight, a line each: where, what, which kind, and the explanation at its first place. */
export function formatTable(
  file: string,
  text: string,
  annotations: readonly Annotation[],
  knowledge: Knowledge,
  locale: Locale,
): string {
  const explained = new Set<string>();
  const rows = annotations.map((annotation) => {
    const key = annotation.kind === 'term' ? annotation.term : (annotation.known ?? '');
    const again = key !== '' && explained.has(key);
    explained.add(key);
    return [
      `${annotation.start}–${annotation.end}`,
      oneLine(annotation.text),
      kindOf(annotation, knowledge),
      again ? '″' : explanationOf(annotation, knowledge, locale),
    ];
  });
  const terms = annotations.filter(({ kind }) => kind === 'term').length;
  const counts = [
    counted(text.length, 'character'),
    counted(terms, 'term'),
    counted(annotations.length - terms, 'figure'),
  ];
  const summary = `${file}: ${counts.join(', ')}`;
  return [summary, ...align(rows)].join('\n');
}

/** Every candidate, a line each: where, what, which term, kept or rejected and why. */
export function formatExplanations(file: string, candidates: readonly Candidate[]): string {
  const rows = candidates.map(({ start, end, text, term, form, verdict }) => [
    `${start}–${end}`,
    oneLine(text),
    term,
    'rejected' in verdict ? `rejected: ${verdict.rejected} (${verdict.by})` : `kept as “${form}”`,
  ]);
  return [`${file}: ${counted(candidates.length, 'candidate')}`, ...align(rows)].join('\n');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function kindOf(annotation: Annotation, knowledge: Knowledge): string {
  return annotation.kind === 'figure' ? 'figure' : (knowledge.terms.get(annotation.term)?.category ?? 'own');
}

function explanationOf(annotation: Annotation, knowledge: Knowledge, locale: Locale): string {
  if (annotation.kind === 'term') {
    const term = knowledge.terms.get(annotation.term);
    if (!term) return annotation.term;
    const title = localise(term.title, locale);
    const other = locale === 'en' ? term.title.hans : term.title.en;
    return `${title} (${other}): ${localise(term.definition, locale)}`;
  }
  const { headline, unit, rows } = explainFigure(annotation, locale);
  const known = annotation.known === undefined ? undefined : knowledge.figures.get(annotation.known);
  const [first] = rows;
  return [
    `${headline} ${unit}`.trim(),
    ...(known ? [localise(known.measures, locale)] : []),
    ...(first ? [`${first.label} ${first.text}`] : []),
  ].join('; ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
