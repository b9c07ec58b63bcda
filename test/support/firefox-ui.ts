import type { Page } from 'puppeteer-core';
import type { BrowserSession } from '../../scripts/browsers.ts';
import { eventually } from '../../scripts/eventually.ts';
import type { BrowserUi } from './browser-ui.ts';
import { firefoxWindow } from './firefox-window.ts';

const ADDON = 'aiplus-reader@aiplus.example';
/** The extension as the window of the browser knows it. */
const EXTENSION = `WebExtensionPolicy.getByID('${ADDON}').extension`;
const POPUP = 'browser[webextension-view-type=popup]';
const PROMPT = '#addon-webext-permissions-notification';

/** Firefox' own window, scripted as it is written. Only a page of the extension sees into its popup, hence `own`. */
export async function firefoxUi({ browser }: BrowserSession, own: Page): Promise<BrowserUi> {
  const inWindow = await firefoxWindow(browser);
  return {
    async clickInPopup(page, selector) {
      await page.bringToFront();
      // A popup that is still open would only be closed by the click.
      await inWindow(`for (const panel of document.querySelectorAll('panel')) panel.hidePopup();`);
      await inWindow(
        `await ${EXTENSION}.apiManager.global.browserActionFor(${EXTENSION}).triggerAction(window);`,
      );
      const { x, y } = await eventually('the popup', () =>
        own.evaluate((wanted) => {
          const { extension } = Reflect.get(globalThis, 'browser') as {
            extension: { getViews(filter: object): Window[] };
          };
          const [popup] = extension.getViews({ type: 'popup' });
          const box = popup?.document.querySelector(wanted)?.getBoundingClientRect();
          return box && box.width > 0 && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }, selector),
      );
      await inWindow(`
        const popup = document.querySelector('${POPUP}').getBoundingClientRect();
        for (const type of ['mousemove', 'mousedown', 'mouseup'])
          window.synthesizeMouseEvent(type, popup.x + ${x}, popup.y + ${y},
            { button: 0, clickCount: 1, buttons: type === 'mousedown' ? 1 : 0 });`);
    },
    async pressAlt(page, letter) {
      await page.bringToFront();
      await inWindow(`
        const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
        keyboard.beginInputTransactionForTests(window);
        const alt = new KeyboardEvent('', { key: 'Alt', code: 'AltLeft', keyCode: 18 });
        const key = new KeyboardEvent('', {
          key: '${letter}', code: 'Key${letter.toUpperCase()}', keyCode: ${letter.toUpperCase().charCodeAt(0)},
        });
        keyboard.keydown(alt);
        keyboard.keydown(key);
        keyboard.keyup(key);
        keyboard.keyup(alt);`);
    },
    async chooseInMenu(page, { x, y }, item) {
      await page.bringToFront();
      await page.mouse.click(x, y, { button: 'right' });
      await eventually(
        'the context menu',
        async () =>
          (await inWindow(`
        const item = document.querySelector('#contentAreaContextMenu [id$="menuitem-_${item}"]');
        if (document.getElementById('contentAreaContextMenu').state !== 'open' || !item) return false;
        const list = item.closest('menupopup');
        if (list.state !== 'open') {
          list.closest('menu').openMenu(true);
          return false;
        }
        list.activateItem(item);
        return true;`)) === true,
      );
    },
    async answerPrompt(allow) {
      const button = allow ? 'button' : 'secondaryButton';
      await eventually(
        'the prompt',
        async () =>
          (await inWindow(`
        const prompt = document.querySelector('${PROMPT}:not([hidden])');
        prompt?.${button}.click();
        return prompt !== null;`)) === true,
      );
    },
    async revoke(host) {
      await inWindow(`
        const { ExtensionPermissions } =
          ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const held = { origins: ['*://${host}/*'], permissions: [] };
        await ExtensionPermissions.remove('${ADDON}', held, ${EXTENSION});`);
    },
    close() {},
  };
}
