import type { Translate } from '../i18n.ts';

/** The browser's storage for settings has no room for a change; nothing was changed. */
export class SettingsFullError extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = 'SettingsFullError';
  }
}

/** Whether that is why something failed. By its name: the card is a script of its own, with a class of its own. */
export function isSettingsFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'SettingsFullError';
}

/** Why something failed: in the reader's language where we know, else in the browser's words. */
export function reasonOf(error: unknown, t: Translate): string {
  if (isSettingsFull(error)) return t('common.full');
  return error instanceof Error ? error.message : String(error);
}
