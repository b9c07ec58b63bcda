import { FAILURE_MESSAGES } from '../../assets/messages/failure.ts';
import styles from '../../assets/styles/failure-notice.css?inline';
import { createTranslator } from '../../utils/i18n.ts';
import type { Locale } from '../../utils/locale.ts';
import { HOST_ATTRIBUTE, removeCardHosts } from './card-hosts.ts';

/** How long the notice stays, in milliseconds. */
const NOTICE_TIME = 8_000;

/** Says that the card cannot be loaded, with means that need no card. */
export function tellFailure(error: unknown, locale: Locale): void {
  const reason = error instanceof Error ? error.message : String(error);
  removeCardHosts();
  const host = document.createElement('div');
  // As the card's: one that can be loaded later takes the place of the notice.
  host.setAttribute(HOST_ATTRIBUTE, '');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = styles;
  const box = document.createElement('div');
  box.className = 'toast';
  box.popover = 'manual';
  box.setAttribute('role', 'alert');
  root.append(style, box);
  document.documentElement.append(host);
  box.showPopover();
  // A live region speaks when its text changes while it is rendered.
  box.textContent = createTranslator(FAILURE_MESSAGES[locale], locale)('card.notLoaded', { reason });
  setTimeout(() => host.remove(), NOTICE_TIME);
}
