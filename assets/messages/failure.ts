import type { MessageFile } from '../../utils/i18n.ts';
import type { Locale } from '../../utils/locale.ts';
import en from './en/failure.json' with { type: 'json' };
import cn from './zh-CN/failure.json' with { type: 'json' };
import tw from './zh-TW/failure.json' with { type: 'json' };

/** What the content script says where the card, which brings all other messages, cannot be loaded. */
export const FAILURE_MESSAGES: Readonly<Record<Locale, MessageFile>> = { 'zh-CN': cn, 'zh-TW': tw, en };
