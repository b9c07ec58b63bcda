import { LOCALES, type Locale } from './locale.ts';

/** A message: a text, or one text per plural category of the language (`one`, `other`). */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type MessageFile = Readonly<Record<string, Message>>;
/** The values that fill `{name}` places; `count` also chooses the plural form. */
type MessageValues = Readonly<Record<string, string | number>>;
export type Translate = (key: string, values?: MessageValues) => string;

/**
 * Returns the translate function of one language.
 *
 * Why not a library: the language is the reader's choice and changes at run time, which `browser.i18n` and the
 * libraries built on it cannot do, and the card's messages travel inside the content script, where the general
 * libraries cost more than all our messages.
 *
 * @throws Error for a key or a `{name}` without a value: a missing text is a defect that must be seen in tests.
 */
export function createTranslator(messages: MessageFile, locale: Locale): Translate {
  const plural = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`No message “${key}” in ${locale}.`);
    const text =
      typeof message === 'string' ? message : (message[plural.select(Number(values.count))] ?? message.other);
    if (text === undefined) throw new Error(`No plural form of “${key}” in ${locale} fits ${values.count}.`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`Message “${key}” needs a value for {${name}}.`);
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

/**
 * The interface language for a list of preferred languages (BCP 47, most preferred first, as
 * `navigator.languages` has them). Chinese of Taiwan, Hong Kong and Macau, and `zh-Hant`, read zh-TW.
 */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const tag = language.toLowerCase();
    if (/^zh-(hant|tw|hk|mo)\b/.test(tag)) return 'zh-TW';
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'en';
}

/** The language to use for a setting: the reader's choice, or the browser's preference. */
export function resolveLocale(choice: Locale | 'auto', languages: readonly string[]): Locale {
  return choice !== 'auto' && LOCALES.includes(choice) ? choice : preferredLocale(languages);
}
