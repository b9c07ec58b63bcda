/** Languages of the interface; `auto` in the settings follows the browser. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Text of the knowledge base in its three languages. */
export interface Localised {
  readonly hans: string;
  readonly hant: string;
  readonly en: string;
}

/** The part of a localised text that a reader of the interface language reads. */
export function localise(text: Localised, locale: Locale): string {
  return locale === 'en' ? text.en : locale === 'zh-TW' ? text.hant : text.hans;
}
