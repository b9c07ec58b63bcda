import { CATEGORIES, type Category } from '../terms/types.ts';
import { cleanLine, cleanText, DAMAGE, foldForm } from './clean.ts';
import type { Field, RowProblem, RowReason } from './report.ts';
import { LIMITS, type OwnTerm, ownTermSchema, TEXT_FIELDS, type TextField } from './schema.ts';

/** An entry as a file or a form has it: texts, not yet looked at. */
export interface RawEntry {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly id: string;
  /** The headword first. */
  readonly forms: readonly string[];
  readonly category: string;
  readonly definition: string;
  readonly definitionEn: string;
  readonly english: string;
  readonly note: string;
}

export const EMPTY_ENTRY: RawEntry = {
  line: 1,
  id: '',
  forms: [],
  category: '',
  definition: '',
  definitionEn: '',
  english: '',
  note: '',
};

/** Names of the categories that a reader writes, beside their ids: in the three languages of the interface. */
const CATEGORY_NAMES: Readonly<Record<Category, readonly string[]>> = {
  policy: ['政策'],
  technology: ['技术', '技術', '科技', 'tech'],
  economy: ['经济', '經濟'],
  'data-compute': [
    '数据与算力',
    '數據與算力',
    '数据和算力',
    '数据算力',
    'data & compute',
    'data and compute',
  ],
  society: ['社会', '社會'],
  governance: ['治理'],
  ecosystem: ['生态', '生態'],
};

const categoryOf: ReadonlyMap<string, Category> = new Map(
  CATEGORIES.flatMap((category) =>
    [category, ...CATEGORY_NAMES[category]].map((name) => [foldForm(name), category] as const),
  ),
);

/** The category that a name in any language of the interface means, or undefined. */
export function readCategory(name: string): Category | undefined {
  return categoryOf.get(foldForm(name));
}

export type EntryReading =
  | { readonly ok: true; readonly term: OwnTerm }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/**
 * Makes a term of an entry: texts are cleaned, forms occur once, an entry without an id gets the one that its
 * headword stands for ({@link idFor}), one without a category gets `fallback`. Returns every problem, not the first.
 */
export function readEntry(raw: RawEntry, fallback: Category): EntryReading {
  const forms = uniqueForms(raw.forms);
  const headword = forms[0] ?? '';
  const problems: RowProblem[] = [];
  const fail = (field: Field, reason: RowReason, value: string | number = ''): void => {
    problems.push({ line: raw.line, term: headword, field, reason, value: String(value) });
  };

  if (headword === '') fail('term', 'missing');
  for (const [index, form] of forms.entries()) checkForm(form, index === 0 ? 'term' : 'aliases', fail);
  if (forms.length > LIMITS.forms) fail('aliases', 'tooMany', LIMITS.forms);

  const texts: Partial<Record<TextField, string>> = {};
  for (const field of TEXT_FIELDS) {
    const text = field === 'english' ? cleanLine(raw[field]) : cleanText(raw[field]);
    const limit = field === 'english' ? LIMITS.english : LIMITS.text;
    if (text.length > limit) fail(field, 'tooLong', limit);
    if (text.includes(DAMAGE)) fail(field, 'damaged');
    if (text !== '') texts[field] = text;
  }
  const { definition, definitionEn, english } = texts;
  if (headword !== '' && definition === undefined && definitionEn === undefined && english === undefined)
    fail('definition', 'nothingSaid');

  const category = cleanLine(raw.category) === '' ? fallback : readCategory(cleanLine(raw.category));
  if (category === undefined) fail('category', 'category', cleanLine(raw.category));

  const id = raw.id.trim() === '' ? idFor(headword) : raw.id.trim();
  if (!ownTermSchema.shape.id.safeParse(id).success && headword !== '') fail('id', 'id', id);

  if (problems.length > 0 || category === undefined) return { ok: false, problems };
  return { ok: true, term: { id, forms: [...forms], category, ...texts } };
}

/** The id of a term that came without one: a later import of the same headword means the same term. */
export function idFor(headword: string): string {
  return `own:${foldForm(headword)
    .replace(/[\s|;]+/gu, '')
    .slice(0, LIMITS.form)}`.toWellFormed();
}

function uniqueForms(forms: readonly string[]): readonly string[] {
  return [...new Set(forms.map(cleanLine).filter((form) => form !== ''))];
}

function checkForm(
  form: string,
  field: Field,
  fail: (field: Field, reason: RowReason, value?: string | number) => void,
): void {
  if (form.includes(DAMAGE)) fail(field, 'damaged');
  else if (/[|;；]/u.test(form)) fail(field, 'separator', form);
  else if (form.length > LIMITS.form) fail(field, 'tooLong', LIMITS.form);
  else if (Array.from(form).length < LIMITS.shortestForm || !/[\p{L}\p{N}]/u.test(form))
    fail(field, 'tooShort', form);
}
