import { groupWords, wordsOf } from '../text/word-groups.ts';
import { expandBraces } from './braces.ts';
import { CATEGORIES, type Lexicon, type LexiconEntry } from './types.ts';

/**
 * The lexicon as one text, as it ships in the content script: no name of a field once per term, no general form twice.
 * Sections are parted by an empty line, entries by a line break, parts of an entry by `|`:
 *
 *     ai-biao-zhun|6|人工智能标准|AI标准        id, place of the category, forms; `~` before a general form
 */
const GENERAL = '~';
const RESERVED = /[|~\n]/;

/**
 * `decoys` and `exceptions` are the lexicon's, or the same with braces, which are shorter. They and the words need not
 * keep their order.
 *
 * @throws Error for a string that holds one of the separators.
 */
export function writeLexicon(
  lexicon: Lexicon,
  decoys: readonly string[] = lexicon.decoys,
  exceptions: readonly string[] = lexicon.exceptions,
): string {
  const { terms, words, signals, sameSentence, units, shortTitles, scriptPairs } = lexicon;
  if (words.some((word) => wordsOf(word)[0] !== word)) throw new Error('A word begins with a separator.');
  const list = (strings: readonly string[]): string => strings.map(checked).join('|');
  return [
    terms.map(writeEntry).join('\n'),
    ...[decoys, exceptions, groupWords(words), signals, sameSentence, units].map(list),
    shortTitles.map(({ form, term, introducedBy }) => list([term, form, ...introducedBy])).join('\n'),
    checked(scriptPairs),
  ].join('\n\n');
}

function writeEntry({ id, category, forms, contextForms = [] }: LexiconEntry): string {
  if (contextForms.some((form) => !forms.includes(form)))
    throw new Error(`The term ${id} has a general form that is not among its forms.`);
  const marked = forms.map((form) => (contextForms.includes(form) ? GENERAL : '') + checked(form));
  return [checked(id), CATEGORIES.indexOf(category), ...marked].join('|');
}

function checked(text: string): string {
  if (RESERVED.test(text)) throw new Error(`“${text}” holds a separator of the lexicon.`);
  return text;
}

/** Reads what {@link writeLexicon} wrote. */
export function readLexicon(text: string): Lexicon {
  const [terms = '', decoys, exceptions, words, signals, sameSentence, units, shortTitles, scriptPairs = ''] =
    text.split('\n\n');
  return {
    terms: lines(terms).map(readEntry),
    decoys: parts(decoys).flatMap(expandBraces),
    exceptions: parts(exceptions).flatMap(expandBraces),
    words: parts(words).flatMap(wordsOf),
    signals: parts(signals),
    sameSentence: parts(sameSentence),
    units: parts(units),
    shortTitles: lines(shortTitles).map((line) => {
      const [term = '', form = '', ...introducedBy] = parts(line);
      return { form, term, introducedBy };
    }),
    scriptPairs,
  };
}

function readEntry(line: string): LexiconEntry {
  const [id = '', place, ...marked] = parts(line);
  const category = CATEGORIES[Number(place)];
  if (!category) throw new Error(`The term ${id} has no category.`);
  const forms = marked.map((form) => (form.startsWith(GENERAL) ? form.slice(GENERAL.length) : form));
  const contextForms = forms.filter((_, index) => marked[index]?.startsWith(GENERAL));
  return contextForms.length > 0 ? { id, category, forms, contextForms } : { id, category, forms };
}

function lines(section: string | undefined): readonly string[] {
  return section ? section.split('\n') : [];
}

function parts(line: string | undefined): readonly string[] {
  return line ? line.split('|') : [];
}
