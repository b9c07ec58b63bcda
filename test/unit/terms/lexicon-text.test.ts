import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKnowledgeFiles } from '../../../scripts/knowledge-files.ts';
import { decoyPatterns, exceptionPatterns } from '../../../utils/knowledge/assemble.ts';
import { buildLexicon } from '../../../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { simplifyCharacters } from '../../../utils/knowledge/script.ts';
import { readLexicon, writeLexicon } from '../../../utils/terms/lexicon-text.ts';
import { CATEGORIES, type Lexicon } from '../../../utils/terms/types.ts';

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
  .filter((text) => !/[|~\n{}<>]/.test(text));
const words = fc.uniqueArray(word, { maxLength: 4 });
const entry = fc
  .record({ id: word, category: fc.constantFrom(...CATEGORIES), forms: words, general: fc.nat(4) })
  .map(({ general, ...rest }) => {
    const contextForms = rest.forms.slice(0, general);
    return contextForms.length > 0 ? { ...rest, contextForms } : rest;
  });
const lexicon: fc.Arbitrary<Lexicon> = fc.record({
  terms: fc.array(entry, { maxLength: 4 }),
  decoys: words,
  exceptions: words,
  words,
  signals: words,
  sameSentence: words,
  units: words,
  shortTitles: fc.array(fc.record({ form: word, term: word, introducedBy: words }), { maxLength: 2 }),
  scriptPairs: fc.constantFrom('', '雲云據据'),
});

/** The order of the words means nothing. */
const sorted = (given: Lexicon): Lexicon => ({ ...given, words: [...given.words].sort() });

describe('the lexicon as a text', () => {
  it('reads back every lexicon as it was', () => {
    fc.assert(
      fc.property(lexicon, (given) => {
        expect(sorted(readLexicon(writeLexicon(given)))).toEqual(sorted(given));
      }),
    );
  });

  it('reads back the lexicon of the knowledge base', () => {
    const given = buildLexicon(loadKnowledge());
    const terms = given.terms.map(({ contextForms, ...term }) => {
      // The order of the general forms means nothing; the text keeps that of the forms.
      const general = term.forms.filter((form) => contextForms?.includes(form));
      return general.length > 0 ? { ...term, contextForms: general } : term;
    });
    expect(sorted(readLexicon(writeLexicon(given)))).toEqual(sorted({ ...given, terms }));
  });

  it('reads back decoys and exceptions that are written with braces', () => {
    const given = buildLexicon(loadKnowledge());
    const files = readKnowledgeFiles();
    const decoys = decoyPatterns(files).map(simplifyCharacters);
    const exceptions = exceptionPatterns(files).map(simplifyCharacters);
    const read = readLexicon(writeLexicon(given, decoys, exceptions));
    expect([...new Set(read.decoys)].sort()).toEqual([...given.decoys].sort());
    expect([...new Set(read.exceptions)].sort()).toEqual([...given.exceptions].sort());
  });

  it('refuses a word that would read as a group', () => {
    expect(() => writeLexicon({ ...buildLexicon(loadKnowledge()), words: ['<体系验'] })).toThrow('separator');
  });

  it.each(['|', '~', '\n'])('refuses a form with the separator %j', (separator) => {
    const given = {
      ...buildLexicon(loadKnowledge()),
      decoys: [`a${separator}b`],
    };
    expect(() => writeLexicon(given)).toThrow('separator');
  });
});
