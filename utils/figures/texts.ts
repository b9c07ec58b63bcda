import { createTranslator, type MessageFile, type Translate } from '../i18n.ts';
import type { Locale } from '../locale.ts';
import type { ReadingRow } from './reading.ts';
import en from './wording/en.json' with { type: 'json' };
import cn from './wording/zh-CN.json' with { type: 'json' };
import tw from './wording/zh-TW.json' with { type: 'json' };

const MESSAGES: Readonly<Record<Locale, MessageFile>> = { 'zh-CN': cn, 'zh-TW': tw, en };

/** The texts of one language: `say('approx.over')`; `has` tells whether a text exists (a note on a unit). */
export interface Texts {
  readonly locale: Locale;
  readonly say: Translate;
  readonly has: (key: string) => boolean;
  readonly row: (label: string, text: string) => ReadingRow;
}

const made = new Map<Locale, Texts>();

export function textsOf(locale: Locale): Texts {
  const known = made.get(locale);
  if (known) return known;
  const messages = MESSAGES[locale];
  const translate = createTranslator(messages, locale);
  const say: Translate = (key, values) => translate(`figure.${key}`, values);
  const texts: Texts = {
    locale,
    say,
    has: (key) => `figure.${key}` in messages,
    row: (label, text) => ({ label: say(`label.${label}`), text }),
  };
  made.set(locale, texts);
  return texts;
}
