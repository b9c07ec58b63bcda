import { describe, expect, it } from 'vitest';
import { PAGE_MESSAGES } from '../../../assets/messages/pages.ts';
import { writeProblems } from '../../../entrypoints/options/glossary-problems.ts';
import type { StoreReason } from '../../../utils/glossary/database.ts';
import { readGlossaryFile } from '../../../utils/glossary/file.ts';
import type { Field, FileProblem, RowNote, RowProblem } from '../../../utils/glossary/report.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { LOCALES } from '../../../utils/locale.ts';

/** Records, so that a reason without a line here does not compile. */
const ROWS: Readonly<Record<RowProblem['reason'] | RowNote['reason'], true>> = {
  missing: true,
  tooShort: true,
  tooLong: true,
  tooMany: true,
  separator: true,
  damaged: true,
  nothingSaid: true,
  category: true,
  id: true,
  idTaken: true,
  wrongType: true,
  unknownField: true,
  unclosedQuote: true,
  strayQuote: true,
  extraCells: true,
  builtIn: true,
  merged: true,
  replaces: true,
  subject: true,
};
const FILES: Readonly<Record<FileProblem['reason'], true>> = {
  tooLarge: true,
  encoding: true,
  empty: true,
  json: true,
  notGlossary: true,
  newer: true,
  noTermColumn: true,
  xml: true,
  entities: true,
  tooDeep: true,
  notTbx: true,
  tooManyTerms: true,
  tooMuchText: true,
};
const STORE: Readonly<Record<StoreReason, true>> = {
  full: true,
  unavailable: true,
  changed: true,
  newer: true,
  damaged: true,
  tooMany: true,
};
const FIELDS: Readonly<Record<Field, true>> = {
  id: true,
  term: true,
  aliases: true,
  definition: true,
  definitionEn: true,
  english: true,
  category: true,
  note: true,
  row: true,
};

describe.each(LOCALES)('what the glossary says in %s', (locale) => {
  const t = createTranslator(PAGE_MESSAGES[locale], locale);

  it.each(Object.keys(ROWS))('has a sentence and a remedy for a row: %s', (reason) => {
    const said = t(`glossary.reason.${reason}`, { value: 'X', field: t('glossary.field.term') });
    expect(said).not.toMatch(/[{}]/);
    expect(t(`glossary.remedy.${reason}`)).not.toBe('');
  });

  it('has a sentence for every file, every failure of the store and a name for every field', () => {
    for (const reason of Object.keys(FILES))
      expect(t(`glossary.file.${reason}`, { line: 27, value: 'X' })).not.toMatch(/[{}]/);
    for (const reason of Object.keys(STORE)) expect(t(`glossary.store.${reason}`)).not.toBe('');
    for (const field of Object.keys(FIELDS)) expect(t(`glossary.field.${field}`)).not.toBe('');
  });

  it('writes the bad rows as a table to mend the file by', () => {
    const file = new TextEncoder().encode('term,definition,category\n=链主企业,有,产业\n词语,,\n');
    const rows = [...writeProblems(readGlossaryFile(file, 'policy'), t)].join('').split('\r\n');
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatch(/^2,'=链主企业,/);
    expect(rows[2]).toMatch(/^3,词语,/);
  });
});
