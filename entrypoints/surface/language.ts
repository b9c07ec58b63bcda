import { PAGE_MESSAGES } from '../../assets/messages/pages.ts';
import { createTranslator, resolveLocale } from '../../utils/i18n.ts';
import type { Settings } from '../../utils/settings/schema.ts';

/** The language of an extension page for the reader's settings; also told to the document. */
export function pageLanguage(settings: Settings) {
  const locale = resolveLocale(settings.language, navigator.languages);
  document.documentElement.lang = locale;
  return { locale, t: createTranslator(PAGE_MESSAGES[locale], locale) };
}
