import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCardView } from './view.ts';

/**
 * The card, which most pages are read without: the background puts it into the world of the content script when the
 * reader comes near a mark (entrypoints/content/load-card.ts). The page sees nothing of that world.
 */
export default defineUnlistedScript(() => {
  globalThis.aiplusCard = createCardView;
});
