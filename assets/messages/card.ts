import type { MessageFile } from '../../utils/i18n.ts';
import type { Locale } from '../../utils/locale.ts';
import enCard from './en/card.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import { FAILURE_MESSAGES } from './failure.ts';
import cnCard from './zh-CN/card.json' with { type: 'json' };
import cnCommon from './zh-CN/common.json' with { type: 'json' };
import twCard from './zh-TW/card.json' with { type: 'json' };
import twCommon from './zh-TW/common.json' with { type: 'json' };

/** The messages of the card. Each surface adds its own file to these. */
export const CARD_MESSAGES: Readonly<Record<Locale, MessageFile>> = {
  'zh-CN': { ...FAILURE_MESSAGES['zh-CN'], ...cnCommon, ...cnCard },
  'zh-TW': { ...FAILURE_MESSAGES['zh-TW'], ...twCommon, ...twCard },
  en: { ...FAILURE_MESSAGES.en, ...enCommon, ...enCard },
};
