import * as fc from 'fast-check';
import { cleanLine, cleanText, DAMAGE, foldForm } from '../../../utils/glossary/clean.ts';
import { idFor } from '../../../utils/glossary/entry.ts';
import { LIMITS, type OwnTerm } from '../../../utils/glossary/schema.ts';
import { CATEGORIES } from '../../../utils/terms/types.ts';

/** Characters that have meant trouble in tables, markup, spreadsheets and lists, beside ordinary ones. */
const nasty = fc.constantFrom(
  ...[
    '"',
    "'",
    ',',
    ';',
    '|',
    '\t',
    '\n',
    '\r',
    '<',
    '&',
    '>',
    ']]>',
    '=',
    '+',
    '-',
    '@',
    '＝',
    '\\',
    '\0',
    '\ufeff',
  ],
  ...[
    '数',
    '據',
    '能',
    'a',
    'Z',
    '0',
    ' ',
    '　',
    '😀',
    '\u200b',
    '_',
    '/',
    '#',
    '{',
    '[',
    'own:',
    '__proto__',
    'term',
    '术语',
  ],
);
const anyText = fc.oneof(
  fc.array(nasty, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const text = anyText.map(cleanText).filter((value) => value !== '' && !value.includes(DAMAGE));
const line = anyText.map(cleanLine).filter((value) => value !== '' && !value.includes(DAMAGE));
const form = anyText
  .map((value) => cleanLine(value.replace(/[|;；]/gu, '')))
  .filter(
    (value) =>
      Array.from(value).length >= LIMITS.shortestForm &&
      value.length <= LIMITS.form &&
      /[\p{L}\p{N}]/u.test(value) &&
      !value.includes(DAMAGE),
  );

const term: fc.Arbitrary<OwnTerm> = fc
  .record(
    {
      forms: fc.uniqueArray(form, { minLength: 1, maxLength: 4 }),
      category: fc.constantFrom(...CATEGORIES),
      definition: text,
      definitionEn: text,
      english: line,
      note: text,
    },
    { requiredKeys: ['forms', 'category', 'definition'] },
  )
  .chain((made) =>
    fc.boolean().map((bare) => {
      // Some terms say nothing but their English name.
      const { definition, ...rest } = made;
      return bare && rest.english !== undefined ? rest : { definition, ...rest };
    }),
  )
  .map((made) => ({ id: idFor(made.forms[0] ?? ''), ...made }));

/** Glossaries as they can be stored: clean texts, no two terms with one headword or one id. */
export const glossary: fc.Arbitrary<readonly OwnTerm[]> = fc.array(term, { maxLength: 8 }).map((terms) =>
  distinctBy(
    distinctBy(terms, ({ forms }) => foldForm(forms[0] ?? '')),
    ({ id }) => id,
  ),
);

function distinctBy(terms: readonly OwnTerm[], keyOf: (term: OwnTerm) => string): readonly OwnTerm[] {
  return [...new Map(terms.map((each) => [keyOf(each), each])).values()];
}
