import type { Page } from 'puppeteer-core';

/** How long the card may take after the pointer rests, in milliseconds. */
const PATIENCE = 10_000;
const HOST = 'aiplus-card';

/**
 * Waits until the card is open and returns its heading. The card is in a closed shadow root, which only the browser's
 * own debugging protocol can look into: CDP in Chromium, a serialised node in WebDriver BiDi (Firefox).
 * @throws Error when no card opens.
 */
export async function waitForCard(page: Page): Promise<string> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const title = await cardTitle(page);
    if (title) return title;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No card opened.');
}

/** The heading of the open card, or undefined where none is open. */
export async function cardTitle(page: Page): Promise<string | undefined> {
  const tree = await cardTree(page);
  const heading = tree && find(tree, (node) => node.attributes['data-role'] === 'card-title');
  return heading ? textOf(heading).trim() : undefined;
}

/** Whether a card is open. */
export async function cardText(page: Page): Promise<string | undefined> {
  const tree = await cardTree(page);
  const card = tree && find(tree, (node) => node.attributes['data-role'] === 'card');
  return card ? textOf(card) : undefined;
}

/** The shadow tree of the card's host, whatever the protocol calls it. */
interface CardNode {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly CardNode[];
}

async function cardTree(page: Page): Promise<CardNode | undefined> {
  return page.browser().process()?.spawnfile.includes('firefox') ? firefoxTree(page) : chromiumTree(page);
}

interface CdpNode {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly CdpNode[];
  readonly shadowRoots?: readonly CdpNode[];
}

async function chromiumTree(page: Page): Promise<CardNode | undefined> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const html = root.children?.find((node) => node.nodeName === 'HTML');
    const host = html?.children?.find((node) => node.nodeName.toLowerCase() === HOST);
    return host ? convert(host) : undefined;
  } finally {
    await session.detach();
  }
  function convert(node: CdpNode): CardNode {
    const pairs = node.attributes ?? [];
    const attributes: Record<string, string> = {};
    for (let index = 0; index < pairs.length; index += 2)
      attributes[pairs[index] ?? ''] = pairs[index + 1] ?? '';
    const children = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
    return {
      attributes,
      text: node.nodeName === '#text' ? node.nodeValue : '',
      children: children.map(convert),
    };
  }
}

interface BidiNode {
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
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const { result } = await connection.send('script.evaluate', {
    expression: `document.documentElement.querySelector(':scope > ${HOST}')`,
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 50, includeShadowTree: 'all' },
  });
  return result.result.value ? convert(result.result) : undefined;
  function convert(node: BidiNode): CardNode {
    const { value } = node;
    const children = [...(value?.shadowRoot ? [value.shadowRoot] : []), ...(value?.children ?? [])];
    return {
      attributes: value?.attributes ?? {},
      text: value?.nodeType === 3 ? (value.nodeValue ?? '') : '',
      children: children.map(convert),
    };
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
