import { createServer } from 'node:net';
import type { BrowserSession } from '../../scripts/browsers.ts';
import { eventually } from '../../scripts/eventually.ts';
import { type BrowserUi, MENU_ITEMS } from './browser-ui.ts';

/** A node of the tree of windows and views. Attributes are names and values in turns. */
interface View {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly View[];
}

/** A line of a menu, and what only the line of an extension with several items has: its icon and an arrow. */
const MENU_LINE = 'MenuItemView';
const ICONS_OF_SUBMENU = 2;

/** The prompt for permissions is the one for installing; its buttons are “Deny”, then “Allow”. */
const PROMPT = 'ExtensionInstallDialogView';
const BUTTON = 'MdTextButton';

/** The switches that let {@link chromiumUi} see and click the browser's own windows, at a port that is free. */
export function uiSwitches(port: number): readonly string[] {
  return [`--enable-ui-devtools=${port}`, '--enable-features=ui-debug-tools-enable-synthetic-events'];
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}

/** The key of the letter A by its USB usage, the others follow; the flag of the key Alt. */
const USB_A = 0x07_00_04;
/** Keys that go through a menu, by their USB usage and as Windows numbers them. */
const MENU_KEYS = {
  ArrowDown: { code: 0x07_00_51, keyCode: 40 },
  ArrowRight: { code: 0x07_00_4f, keyCode: 39 },
  Enter: { code: 0x07_00_28, keyCode: 13 },
} as const;
const ALT = 1 << 3;

/** Longer than a double click takes, in milliseconds. */
const PROMPT_PAUSE = 700;

/** Chromium's own windows by the protocol of its views, its settings by the page `chrome://extensions`. */
export async function chromiumUi(session: BrowserSession, port: number): Promise<BrowserUi> {
  const id = new URL(session.origin ?? '').host;
  const views = await connect(`ws://127.0.0.1:${port}/0`);
  await views.send('DOM.enable', {});
  const named = (node: View, name: string): readonly View[] => [
    ...(node.attributes?.includes(name) ? [node] : []),
    ...(node.children ?? []).flatMap((child) => named(child, name)),
  ];
  const widgets = (node: View): readonly View[] => [
    ...(node.nodeName === 'Widget' ? [node] : []),
    ...(node.children ?? []).flatMap(widgets),
  ];
  const tree = async (): Promise<View> =>
    ((await views.send('DOM.getDocument', {})) as { readonly root: View }).root;
  const pressInMenu = async (...keys: readonly (keyof typeof MENU_KEYS)[]): Promise<void> => {
    // Menus hear the keys of every window.
    const nodeId = (await tree()).children?.find(({ nodeName }) => nodeName === 'Window')?.nodeId;
    for (const key of keys)
      for (const type of ['keyPressed', 'keyReleased'])
        await views.send('DOM.dispatchKeyEvent', {
          nodeId,
          event: { type, ...MENU_KEYS[key], key: 0, flags: 0, isChar: false },
        });
  };
  const findPrompt = async (): Promise<View | undefined> => {
    return named(await tree(), PROMPT).find(({ nodeName }) => nodeName === 'Widget');
  };
  return {
    async clickInPopup(page, selector) {
      await page.bringToFront();
      const extension = (await session.browser.extensions()).get(id);
      if (!extension) throw new Error('The extension is gone.');
      await extension.triggerAction(page);
      const target = await session.browser.waitForTarget((candidate) =>
        candidate.url().endsWith('/popup.html'),
      );
      const popup = await target.asPage();
      await popup.waitForSelector(selector);
      // The prompt takes the focus and the popup closes, perhaps before the button is let go.
      await popup.click(selector).catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'TargetCloseError')) throw error;
      });
    },
    async pressAlt(page, letter) {
      await page.bringToFront();
      const root = await tree();
      // Windows of the browser have buttons to go back; the one in front is the active one.
      const windows = widgets(root).filter((widget) => named(widget, 'BackForwardButton').length > 0);
      const window =
        windows.find(({ attributes = [] }) => attributes.join().includes('active,true')) ?? windows.at(-1);
      if (!window) throw new Error('There is no window.');
      const upper = letter.toUpperCase().charCodeAt(0);
      const code = USB_A + upper - 'A'.charCodeAt(0);
      for (const type of ['keyPressed', 'keyReleased']) {
        const event = { type, keyCode: upper, code, key: letter.charCodeAt(0), flags: ALT, isChar: false };
        await views.send('DOM.dispatchKeyEvent', { nodeId: window.nodeId, event });
      }
    },
    async chooseInMenu(page, { x, y }, item) {
      await page.bringToFront();
      await page.mouse.click(x, y, { button: 'right' });
      const lines = await eventually('the context menu', async () => {
        const found = named(await tree(), MENU_LINE);
        return found.length > 0 && found;
      });
      // Lines do not tell what is written on them.
      const ours = lines.findIndex(({ children = [] }) => children.length === ICONS_OF_SUBMENU);
      if (ours < 0) throw new Error('The extension has no line in the context menu.');
      await pressInMenu(...Array.from({ length: ours + 1 }, () => 'ArrowDown' as const), 'ArrowRight');
      await eventually('the items', async () => {
        return named(await tree(), MENU_LINE).length === lines.length + MENU_ITEMS.length;
      });
      const further = Array.from({ length: MENU_ITEMS.indexOf(item) }, () => 'ArrowDown' as const);
      await pressInMenu(...further, 'Enter');
    },
    async answerPrompt(allow) {
      await eventually('the prompt', findPrompt);
      await eventually('the answer', async () => {
        const prompt = await findPrompt();
        if (!prompt) return true;
        const button = named(prompt, BUTTON)[allow ? 1 : 0];
        if (!button) return false;
        for (const type of ['mousePressed', 'mouseReleased']) {
          const event = { type, x: 10, y: 10, button: 'left', wheelDirection: 'none' };
          await views.send('DOM.dispatchMouseEvent', { nodeId: button.nodeId, event });
        }
        // A prompt takes no click in its first moment, nor while others follow quickly: nobody shall click it by accident.
        await new Promise((resolve) => setTimeout(resolve, PROMPT_PAUSE));
        return false;
      });
    },
    async revoke(host) {
      const settings = await session.open('chrome://extensions');
      // The settings have one switch that takes all sites back; then sites are allowed again one by one.
      await settings.evaluate(
        async (extensionId, revoked) => {
          const { developerPrivate } = Reflect.get(globalThis, 'chrome') as unknown as Settings;
          const info = await developerPrivate.getExtensionInfo(extensionId);
          const { hosts } = info.permissions.runtimeHostPermissions;
          await developerPrivate.updateExtensionConfiguration({
            extensionId,
            hostAccess: 'ON_SPECIFIC_SITES',
          });
          for (const { host: pattern } of hosts) {
            if (pattern !== revoked) await developerPrivate.addHostPermission(extensionId, pattern);
          }
        },
        id,
        `*://${host}/*`,
      );
      await settings.close();
    },
    close: () => views.close(),
  };
}

/** What the page of the settings uses of the browser. */
interface Settings {
  readonly developerPrivate: {
    getExtensionInfo(id: string): Promise<{
      readonly permissions: {
        readonly runtimeHostPermissions: { readonly hosts: readonly { readonly host: string }[] };
      };
    }>;
    updateExtensionConfiguration(update: object): Promise<void>;
    addHostPermission(id: string, pattern: string): Promise<void>;
  };
}

interface Channel {
  send(method: string, params: object): Promise<unknown>;
  close(): void;
}

async function connect(address: string): Promise<Channel> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`Nobody answers at ${address}.`)));
  });
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data));
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  });
  return {
    send(method, params) {
      const answer = Promise.withResolvers<unknown>();
      waiting.set(++last, answer);
      socket.send(JSON.stringify({ id: last, method, params }));
      return answer.promise;
    },
    close: () => socket.close(),
  };
}
