import { PAGE_MESSAGES } from '../../assets/messages/pages.ts';
import { createTranslator, resolveLocale } from '../../utils/i18n.ts';
import type { Settings } from '../../utils/settings/schema.ts';

/**
 * The language of an extension page for the reader's settings; the document is told it as well. `titleKey` is the
 * message of the page's own name in its title; the product's name alone without it.
 */
export function pageLanguage(settings: Settings, titleKey?: string) {
  const locale = resolveLocale(settings.language, navigator.languages);
  const t = createTranslator(PAGE_MESSAGES[locale], locale);
  document.documentElement.lang = locale;
  document.title = [...(titleKey === undefined ? [] : [t(titleKey)]), t('common.name')].join(' · ');
  return { locale, t };
}
