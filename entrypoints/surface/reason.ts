import type { Translate } from '../../utils/i18n.ts';
import { isSettingsFull } from '../../utils/settings/full.ts';

/** Why something failed: in the reader's language where we know, else in the browser's words. */
export function reasonOf(error: unknown, t: Translate): string {
  if (isSettingsFull(error)) return t('common.full');
  return error instanceof Error ? error.message : String(error);
}
