import type { MessageFile } from '../../utils/i18n.ts';
import type { Locale } from '../../utils/locale.ts';
import { CARD_MESSAGES } from './card.ts';
import enPopup from './en/popup.json' with { type: 'json' };
import enSurfaces from './en/surfaces.json' with { type: 'json' };
import cnPopup from './zh-CN/popup.json' with { type: 'json' };
import cnSurfaces from './zh-CN/surfaces.json' with { type: 'json' };
import twPopup from './zh-TW/popup.json' with { type: 'json' };
import twSurfaces from './zh-TW/surfaces.json' with { type: 'json' };

/** The messages of the extension's own pages; the content script carries only those of the card. */
export const PAGE_MESSAGES: Readonly<Record<Locale, MessageFile>> = {
  'zh-CN': { ...CARD_MESSAGES['zh-CN'], ...cnSurfaces, ...cnPopup },
  'zh-TW': { ...CARD_MESSAGES['zh-TW'], ...twSurfaces, ...twPopup },
  en: { ...CARD_MESSAGES.en, ...enSurfaces, ...enPopup },
};
