import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '../utils/i18n.ts';
import type { Locale } from '../utils/locale.ts';

/** The language of a surface: its translate function and its locale. */
interface Language {
  readonly t: Translate;
  readonly locale: Locale;
}

export const LanguageContext = createContext<Language | null>(null);

/**
 * The language of the surface a component stands in.
 * @throws Error outside of a `LanguageContext.Provider`.
 */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('No language: put the component into a LanguageContext.Provider.');
  return language;
}
