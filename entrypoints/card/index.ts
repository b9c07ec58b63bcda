import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCardView } from './view.ts';

/**
 * The card, which opening a page does not wait for: the background puts it into the world of the content script when a
 * pointer moves on the page (entrypoints/content/load-card.ts). The page sees nothing of that world.
 */
export default defineUnlistedScript(() => {
  globalThis.aiplusCard = createCardView;
});
