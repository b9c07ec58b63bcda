import type { Page } from 'puppeteer-core';
import { eventually } from './eventually.ts';

/** The host of the card's shadow tree: see entrypoints/card/card-host.tsx. */
const HOST_ATTRIBUTE = 'data-aiplus-card';

/**
 * Waits until a card is open and returns its heading. The card is in a closed shadow root, which only the browser's
 * own debugging protocol can look into: CDP in Chromium, a serialised node in WebDriver BiDi (Firefox).
 * @throws Error when no card opens.
 */
export function waitForCard(page: Page): Promise<string> {
  return eventually('a card with a heading', async () => (await cardTitle(page)) || undefined);
}

/**
 * Waits until no card is open any more.
 * @throws Error when one stays.
 */
export async function waitForNoCard(page: Page): Promise<void> {
  await eventually('the card to close', async () => (await cardText(page)) === undefined);
}

/** The heading of the open card, or undefined where none is open. */
export async function cardTitle(page: Page): Promise<string | undefined> {
  const heading = await findInCard(page, ({ attributes }) => attributes['data-role'] === 'card-title');
  return heading && textOf(heading).trim();
}

/** All the text of the open card, or undefined where none is open. */
export async function cardText(page: Page): Promise<string | undefined> {
  const card = await findInCard(page, ({ attributes }) => attributes['data-role'] === 'card');
  return card && textOf(card);
}

/** What a notice at the lower edge says, or an empty text. */
export async function noticeText(page: Page): Promise<string> {
  const notice = await findInCard(page, ({ attributes }) => attributes.class === 'toast');
  return notice ? textOf(notice) : '';
}

/**
 * Scrolls the first element of the card that has a class and contains a text into view, and returns its middle in CSS
 * pixels of the viewport; undefined where there is none.
 */
export async function placeInCard(
  page: Page,
  className: string,
  text: string,
): Promise<{ readonly x: number; readonly y: number } | undefined> {
  const found = await findInCard(
    page,
    (node) => (node.attributes.class ?? '').split(' ').includes(className) && textOf(node).includes(text),
  );
  return found?.middle();
}

/** The class and the text of what has the focus in the card or in its notice; undefined where nothing there has it. */
export async function focusedInCard(page: Page): Promise<string | undefined> {
  const root = await findInCard(page, ({ isRoot }) => isRoot);
  const said = await root?.call(`(root) => {
    const { activeElement } = root;
    return activeElement ? activeElement.className + ' ' + activeElement.textContent : '';
  }`);
  return typeof said === 'string' && said !== '' ? said : undefined;
}

/** A rectangle in CSS pixels of the viewport. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the open card is, and its buttons; undefined where none is open. */
export async function boxesInCard(
  page: Page,
): Promise<{ readonly card: Box; readonly targets: readonly Box[] } | undefined> {
  const card = await findInCard(page, ({ attributes }) => attributes['data-role'] === 'card');
  const boxes = await card?.call(`(card) => {
    const box = (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { left, top, width, height };
    };
    return JSON.stringify({ card: box(card), targets: [...card.querySelectorAll('button')].map(box) });
  }`);
  return typeof boxes === 'string' ? JSON.parse(boxes) : undefined;
}

/** A node of the shadow tree, whatever the protocol calls it. */
interface CardNode {
  /** The root of the shadow tree. */
  readonly isRoot: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly CardNode[];
  middle(): Promise<{ x: number; y: number }>;
  /** Calls a function, given as its source, with the node. Returns what it returns, as JSON has it. */
  call(source: string): Promise<unknown>;
}

async function findInCard(page: Page, matches: (node: CardNode) => boolean): Promise<CardNode | undefined> {
  const isFirefox = page.browser().process()?.spawnfile.includes('firefox');
  const tree = await (isFirefox ? firefoxTree(page) : chromiumTree(page));
  return tree && find(tree, matches);
}

interface CdpNode {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly backendNodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly CdpNode[];
  readonly shadowRoots?: readonly CdpNode[];
}

async function chromiumTree(page: Page): Promise<CardNode | undefined> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    // Not in capitals in XHTML; the document type is called html too.
    const html = root.children?.findLast((node) => node.nodeName.toLowerCase() === 'html');
    const host = html?.children?.find((node) => node.attributes?.includes(HOST_ATTRIBUTE));
    return host ? convert(host, false) : undefined;
  } finally {
    await session.detach();
  }
  function convert(node: CdpNode, isRoot: boolean): CardNode {
    const pairs = node.attributes ?? [];
    const attributes: Record<string, string> = {};
    for (let index = 0; index < pairs.length; index += 2)
      attributes[pairs[index] ?? ''] = pairs[index + 1] ?? '';
    return {
      isRoot,
      attributes,
      text: node.nodeName === '#text' ? node.nodeValue : '',
      children: [
        ...(node.shadowRoots ?? []).map((child) => convert(child, true)),
        ...(node.children ?? []).map((child) => convert(child, false)),
      ],
      async middle() {
        const box = await page.createCDPSession();
        try {
          await box.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.backendNodeId });
          const { model } = await box.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
          const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
          return { x: (left + right) / 2, y: (top + bottom) / 2 };
        } finally {
          await box.detach();
        }
      },
      async call(source) {
        const own = await page.createCDPSession();
        try {
          const { object } = await own.send('DOM.resolveNode', { backendNodeId: node.backendNodeId });
          const { result } = await own.send('Runtime.callFunctionOn', {
            functionDeclaration: source,
            ...(object.objectId
              ? { objectId: object.objectId, arguments: [{ objectId: object.objectId }] }
              : {}),
            returnByValue: true,
          });
          return result.value;
        } finally {
          await own.detach();
        }
      },
    };
  }
}

interface BidiNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly nodeType: number;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

async function firefoxTree(page: Page): Promise<CardNode | undefined> {
  // puppeteer-core does not offer serialised closed shadow roots; its BiDi connection does.
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: { result: BidiNode } }> };
  };
  const target = { context: (page.mainFrame() as unknown as { _id: string })._id };
  const { result } = await connection.send('script.evaluate', {
    expression: `Document.prototype.querySelector.call(document, 'html > [${HOST_ATTRIBUTE}]')`,
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 50, includeShadowTree: 'all' },
  });
  return result.result.value ? convert(result.result, false) : undefined;
  function convert(node: BidiNode, isRoot: boolean): CardNode {
    const { value } = node;
    return {
      isRoot,
      attributes: value?.attributes ?? {},
      text: value?.nodeType === 3 ? (value.nodeValue ?? '') : '',
      children: [
        ...(value?.shadowRoot ? [convert(value.shadowRoot, true)] : []),
        ...(value?.children ?? []).map((child) => convert(child, false)),
      ],
      async middle() {
        const place = await callWith(
          node,
          `(element) => {
            element.scrollIntoView({ block: 'nearest' });
            const { left, top, width, height } = element.getBoundingClientRect();
            return JSON.stringify({ x: left + width / 2, y: top + height / 2 });
          }`,
        );
        return JSON.parse(String(place));
      },
      call: (source) => callWith(node, source),
    };
  }
  async function callWith(node: BidiNode, source: string): Promise<unknown> {
    const answer = await connection.send('script.callFunction', {
      functionDeclaration: source,
      arguments: [{ sharedId: node.sharedId }],
      target,
      awaitPromise: false,
    });
    return answer.result.result.value;
  }
}

function find(node: CardNode, matches: (node: CardNode) => boolean): CardNode | undefined {
  if (matches(node)) return node;
  for (const child of node.children) {
    const found = find(child, matches);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: CardNode): string {
  return node.text + node.children.map(textOf).join('');
}
