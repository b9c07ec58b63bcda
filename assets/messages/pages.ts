import type { MessageFile } from '../../utils/i18n.ts';
import type { Locale } from '../../utils/locale.ts';
import { CARD_MESSAGES } from './card.ts';
import enGlossary from './en/glossary.json' with { type: 'json' };
import enNotes from './en/notes.json' with { type: 'json' };
import enOptions from './en/options.json' with { type: 'json' };
import enOutline from './en/outline.json' with { type: 'json' };
import enPanel from './en/panel.json' with { type: 'json' };
import enPopup from './en/popup.json' with { type: 'json' };
import enSurfaces from './en/surfaces.json' with { type: 'json' };
import enWelcome from './en/welcome.json' with { type: 'json' };
import cnGlossary from './zh-CN/glossary.json' with { type: 'json' };
import cnNotes from './zh-CN/notes.json' with { type: 'json' };
import cnOptions from './zh-CN/options.json' with { type: 'json' };
import cnOutline from './zh-CN/outline.json' with { type: 'json' };
import cnPanel from './zh-CN/panel.json' with { type: 'json' };
import cnPopup from './zh-CN/popup.json' with { type: 'json' };
import cnSurfaces from './zh-CN/surfaces.json' with { type: 'json' };
import cnWelcome from './zh-CN/welcome.json' with { type: 'json' };
import twGlossary from './zh-TW/glossary.json' with { type: 'json' };
import twNotes from './zh-TW/notes.json' with { type: 'json' };
import twOptions from './zh-TW/options.json' with { type: 'json' };
import twOutline from './zh-TW/outline.json' with { type: 'json' };
import twPanel from './zh-TW/panel.json' with { type: 'json' };
import twPopup from './zh-TW/popup.json' with { type: 'json' };
import twSurfaces from './zh-TW/surfaces.json' with { type: 'json' };
import twWelcome from './zh-TW/welcome.json' with { type: 'json' };

/** The messages of the extension's own pages. */
export const PAGE_MESSAGES: Readonly<Record<Locale, MessageFile>> = {
  'zh-CN': {
    ...CARD_MESSAGES['zh-CN'],
    ...cnSurfaces,
    ...cnPopup,
    ...cnOutline,
    ...cnPanel,
    ...cnOptions,
    ...cnGlossary,
    ...cnNotes,
    ...cnWelcome,
  },
  'zh-TW': {
    ...CARD_MESSAGES['zh-TW'],
    ...twSurfaces,
    ...twPopup,
    ...twOutline,
    ...twPanel,
    ...twOptions,
    ...twGlossary,
    ...twNotes,
    ...twWelcome,
  },
  en: {
    ...CARD_MESSAGES.en,
    ...enSurfaces,
    ...enPopup,
    ...enOutline,
    ...enPanel,
    ...enOptions,
    ...enGlossary,
    ...enNotes,
    ...enWelcome,
  },
};
