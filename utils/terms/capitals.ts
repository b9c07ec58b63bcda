/** How much of a text is read for the name in full, in code units. */
const REACH = 90;

/**
 * Whether the words beside two or three capitals spell them and are no form of a term: Amnesty International (AI), AGI
 * (adjusted gross income), but not artificial intelligence (AI).
 */
export function standsForOther(
  text: string,
  start: number,
  end: number,
  form: string,
  isForm: (phrase: string) => boolean,
): boolean {
  const isInside = isOpening(text, start - 1);
  if (!(isInside || isOpening(text, end + 1)) || !/^[A-Z]{2,3}$/u.test(form)) return false;
  const spelled = `(${Array.from(form, (letter) => `\\b${letter}[\\w'’]{2,}`).join('(?:[\\s-]|and |for |in |of |on |the )+')})`;
  const phrase = isInside
    ? new RegExp(`${spelled}.?.$`, 'iu').exec(text.slice(Math.max(0, start - REACH), start))
    : new RegExp(`^ .${spelled}[)）,;]`, 'iu').exec(text.slice(end, end + REACH));
  return phrase !== null && !isForm(phrase[1] ?? '');
}

function isOpening(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x28 || code === 0xff08;
}
