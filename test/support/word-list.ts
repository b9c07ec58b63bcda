import type { Annotation } from '../../utils/annotation.ts';
import type { BlockContext } from '../../utils/page/annotating.ts';
import type { HighlightKind } from '../../utils/terms/types.ts';

/** A small annotator of known behaviour: what the page layer does must not depend on the real recogniser. */
const WORDS: readonly (readonly [form: string, kind: HighlightKind])[] = [
  ['人工智能', 'technology'],
  ['人工智慧', 'technology'],
  ['人工智能+', 'policy'],
  ['大模型', 'technology'],
  ['智能体', 'technology'],
  ['数据集', 'data-compute'],
  ['算力', 'data-compute'],
  ['实体经济', 'economy'],
  ['普惠', 'society'],
  ['包容审慎', 'governance'],
  ['开源', 'ecosystem'],
  ['AI', 'technology'],
  ['从0到1', 'economy'],
  ['《意见》', 'policy'],
];

/** Counts only where the block or a neighbour speaks of 人工智能 or AI. */
const NEEDS_SIGNAL = '普惠';
/** Counts only on a page that has named the document in full. */
const SHORT_TITLE = '《意见》';
const FULL_TITLE = '关于深入实施“人工智能+”行动的意见';

const SKIPPED = '[\\s\\u200b\\u00ad\\ufeff]*';
const PATTERNS = WORDS.map(([form, kind]) => {
  const source = [...form].map((character) => fold(character).replace(/[+.*?]/g, '\\$&')).join(SKIPPED);
  const whole = form === 'AI' ? `(?<![A-Za-z])${source}(?![A-Za-z])` : source;
  return { form, kind, pattern: new RegExp(whole, 'g') };
}).sort((a, b) => b.form.length - a.form.length);
const FIGURE = /\d+(?:\.\d+)?[%％]?/g;

/** Annotates a text by the word list: longest form first, figures where no term is. */
export function annotateByWordList(text: string, { before, after, facts }: BlockContext): Annotation[] {
  const folded = [...text].length === text.length ? [...text].map(fold).join('') : text;
  const found: Annotation[] = [];
  const free = (start: number, end: number): boolean =>
    !found.some((other) => start < other.end && other.start < end);
  const signal = /人工智能|AI/.test(before + text + after);
  for (const { form, pattern } of PATTERNS) {
    if (form === NEEDS_SIGNAL && !signal) continue;
    if (form === SHORT_TITLE && !facts.has(FULL_TITLE)) continue;
    for (const { index, 0: hit } of folded.matchAll(pattern)) {
      const end = index + hit.length;
      if (free(index, end))
        found.push({ kind: 'term', start: index, end, text: text.slice(index, end), term: form });
    }
  }
  const terms = [...found];
  for (const { index, 0: hit } of folded.matchAll(FIGURE)) {
    const end = index + hit.length;
    const crosses = terms.some(
      (term) => index < term.end && term.start < end && !(term.start <= index && end <= term.end),
    );
    if (crosses) continue;
    const span = [index, end] as const;
    found.push({
      ...{ kind: 'figure', start: index, end, text: text.slice(index, end), core: span, num: span },
      ...{ type: 'count', value: Number.parseFloat(hit), unit: null },
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The documents that a block names in full. */
export function surveyByWordList(text: string): string[] {
  return text.includes(FULL_TITLE) ? [FULL_TITLE] : [];
}

export function kindByWordList(annotation: Annotation): HighlightKind {
  if (annotation.kind === 'figure') return 'figure';
  return WORDS.find(([form]) => form === annotation.term)?.[1] ?? 'policy';
}

function fold(character: string): string {
  return character.normalize('NFKC').length === 1 ? character.normalize('NFKC') : character;
}
