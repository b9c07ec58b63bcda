/**
 * Characters that nobody sees and that not every format can carry (XML 1.0 forbids most of them): the controls
 * beside tab and line feed, and the non-characters. Dropped wherever a text comes in.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const UNCARRIED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufeff\ufffe\uffff]/gu;

/** What a decoder puts where the bytes made no sense, and what lone surrogates become. */
export const DAMAGE = '\ufffd';

/**
 * A text of several lines: line ends are `\n`, no spaces at the ends of lines, at most one empty line in a row.
 * Cleaning a clean text changes nothing.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(UNCARRIED, '')
    .replace(/[^\S\n]*\n[^\S\n]*/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** A text of one line: every run of white space is one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ');
}

/**
 * What two spellings of one form have in common: width, case, white space and quotation marks do not matter, and
 * with `scripts` (traditional → simplified) neither does the script.
 */
export function foldForm(form: string, scripts?: ReadonlyMap<string, string>): string {
  const plain = form
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’「」『』]+/gu, '');
  return scripts ? replaceScript(plain, scripts) : plain;
}

/** The text with every character that `scripts` has (all of the basic plane) replaced. */
export function replaceScript(text: string, scripts: ReadonlyMap<string, string>): string {
  let replaced = text;
  for (let at = 0; at < text.length; at++) {
    const other = scripts.get(text.charAt(at));
    if (other !== undefined) replaced = replaced.slice(0, at) + other + replaced.slice(at + 1);
  }
  return replaced;
}
