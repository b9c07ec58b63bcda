/**
 * Pinyin as people type it into a search box: with or without tone marks, tone numbers, spaces, ü as v or u,
 * or the initials alone.
 */
const INITIAL = 'zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]';
// A final n or ng belongs to the next syllable where a vowel follows (rén-gōng, not réng-ōng).
const WITH_CODA = '(?:iang|iong|uang|ang|eng|ing|ong|ian|uan|van|an|en|in|un|vn)(?![aeiouv])';
const OPEN = 'iao|uai|ai|ei|ao|ou|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u|v';
const SYLLABLE = new RegExp(
  `(?:${INITIAL})(?:${WITH_CODA}|${OPEN})|(?:ang|eng|an|en)(?![aeiouv])|er|ai|ei|ao|ou|a|o|e`,
  'gu',
);

/** Letters only, ü as v: `rén gōng` → `rengong`, `nǚ` → `nv`, `ren2gong1` → `rengong`. */
export function plainPinyin(text: string): string {
  return wordsOf(text).join('');
}

/** The syllables, as {@link plainPinyin} writes them: `rén gōng` and `réngōng` → `ren`, `gong`. */
export function syllablesOf(pinyin: string): readonly string[] {
  return wordsOf(pinyin).flatMap((word) => splitWord(word));
}

/** First letters of the syllables: `rén gōng zhì néng` and `réngōng zhìnéng` → `rgzn`. */
export function initialsOf(pinyin: string): string {
  return syllablesOf(pinyin)
    .map((syllable) => syllable.charAt(0))
    .join('');
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/u\u0304?\u0308|ü/giu, 'v')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
}

/** Splits a word into syllables, longest first; a word that is no pinyin stays whole. */
function splitWord(word: string): readonly string[] {
  const syllables = word.match(SYLLABLE);
  return syllables !== null && syllables.join('') === word ? syllables : [word];
}
