import type { Page } from 'puppeteer-core';

/** The items that the extension has in the context menu of a selection, in their order. */
export const MENU_ITEMS = ['explain-selection', 'add-to-glossary'] as const;
type MenuItem = (typeof MENU_ITEMS)[number];

/**
 * What a reader does with the browser itself, outside of every page: the real button of the extension, the real
 * prompts, the browser's own settings. Nothing of it is simulated; each browser has its own way in.
 */
export interface BrowserUi {
  /** Clicks the button of the extension over a page, then an element of the popup that opens. */
  clickInPopup(page: Page, selector: string): Promise<void>;
  /** Presses Alt and a letter over a page as a keyboard does: the browser hears it, not only the page. */
  pressAlt(page: Page, letter: string): Promise<void>;
  /** Opens the browser's context menu at a place of a page, in CSS pixels of its viewport, and takes an item of ours. */
  chooseInMenu(page: Page, place: { readonly x: number; readonly y: number }, item: MenuItem): Promise<void>;
  /** Waits for the browser's prompt and answers it. */
  answerPrompt(allow: boolean): Promise<void>;
  /** Takes the permission for a host (`127.0.0.1`) back in the browser's own settings. */
  revoke(host: string): Promise<void>;
  close(): void;
}
