/**
 * The language tag of a text that comes without one, such as the title of a source: `en` where no Chinese character is in
 * it, so that its ’ and “ ” are not as wide as Chinese ones; undefined where it is in the language around it.
 */
export function languageOfText(text: string): 'en' | undefined {
  return /\p{Script=Han}/u.test(text) ? undefined : 'en';
}
