import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardText, waitForCard } from '../../scripts/card-probe.ts';
import { hoverPainted, paintedTexts } from '../../scripts/drive.ts';
import { importFile } from '../support/import-glossary.ts';
import { eventually, highlighted, KINDS, openStage, type Stage } from './support.ts';

const HIDDEN = '高质量数据集';
const HIDDEN_ID = 'gao-zhi-liang-shu-ju-ji';
const OWN = '链主信托';
const DEFINITION = '<img src="x" onerror="window.owned = 1">秘密释义甲';
/** An own term that the page does not have. */
const ELSEWHERE = '未见之词';
const OTHER_SITE = 'secret.example';

/** What must not be in anything that a page can get at. */
const SECRETS = ['秘密释义甲', '秘密释义乙', ELSEWHERE, HIDDEN_ID, OTHER_SITE, 'hiddenTerms', 'own:'];

/** Runs before everything else in the page, and keeps all that changes in it or is said in it. */
const SPY = `<script>
globalThis.names = Object.getOwnPropertyNames(globalThis);
globalThis.heard = [];
addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
new MutationObserver((records) => {
  for (const { type, target, addedNodes, attributeName } of records) {
    for (const node of addedNodes) heard.push(node.outerHTML ?? node.textContent);
    if (type === 'attributes') heard.push(attributeName + '=' + target.getAttribute(attributeName));
  }
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`;
const ARTICLE = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">${SPY}
<body><div id="rm_txt_zw"><p>建设${HIDDEN}，推动大模型走进工厂，发展${OWN}。今天天气很好，大家都去公园散步。</p></div></body></html>`;

/** The extension's own reach, in its pages. */
declare const chrome: { readonly storage: { readonly sync: { set(items: object): Promise<void> } } };

describe.each(KINDS)('a page that looks everywhere in %s', (kind) => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage(kind, { '/': ARTICLE });
    const options = await stage.openOwn('options.html#glossary');
    await options.waitForSelector('[data-role="glossary-file"]');
    const rows = [
      [OWN, `"${DEFINITION.replaceAll('"', '""')}"`],
      [ELSEWHERE, '秘密释义乙'],
    ];
    await importFile(
      options,
      'own.csv',
      `term,definition\n${rows.map((row) => `${row.join(',')}\n`).join('')}`,
    );
    await options.evaluate(
      (term, site) =>
        chrome.storage.sync.set({ 'choice.hiddenTerms': [term], 'choice.sites': { [site]: 'off' } }),
      HIDDEN_ID,
      OTHER_SITE,
    );
    await options.close();
    page = await stage.open('/');
    await highlighted(page);
    await eventually('the own term', async () => (await paintedTexts(page, 'policy')).includes(OWN));
  });
  afterAll(() => stage?.close());

  it('sees what is painted, and nothing of own terms, hidden terms and settings besides', async () => {
    await hoverPainted(page, ['policy'], OWN);
    expect(await waitForCard(page)).toBe(OWN);
    // The reader sees it, as the text that it is.
    expect(await cardText(page)).toContain(DEFINITION);
    const { found, painted, added } = await page.evaluate(lookEverywhere);
    // The spy is awake: it has seen the host of the card come.
    expect(found.join()).toContain('data-aiplus-card');
    expect(SECRETS.filter((secret) => found.some((text) => text.includes(secret)))).toStrictEqual([]);
    expect(painted).toContain(OWN);
    expect(painted).not.toContain(HIDDEN);
    // Of the extension's own there is nothing in the page's world.
    expect(added).toStrictEqual([]);
    expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
  });
});

/** Runs in the page: every text that its scripts can get at without its own article, what is painted, and new names. */
async function lookEverywhere() {
  const page = globalThis as unknown as {
    readonly names: readonly string[];
    readonly heard: readonly string[];
  };
  const painted: string[] = [];
  const names: string[] = [];
  for (const [name, highlight] of CSS.highlights) {
    names.push(name);
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      painted.push(range.toString());
    }
  }
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].map((sheet) => {
    try {
      return [...sheet.cssRules].map(({ cssText }) => cssText).join('');
    } catch (error) {
      return (error as Error).name;
    }
  });
  const host = document.querySelector<HTMLElement>('html > [data-aiplus-card]');
  const found = [
    ...page.heard.filter((text) => !text.includes('rm_txt_zw')),
    ...names,
    ...sheets,
    ...(host ? [host.getHTML({ serializableShadowRoots: true })] : []),
    ...document.documentElement.getAttributeNames(),
    document.documentElement.style.cssText + document.body.style.cssText,
    document.head.innerHTML.replace(/<script>[\s\S]*<\/script>/u, ''),
    document.cookie,
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, window.name]),
    JSON.stringify([await indexedDB.databases(), 'caches' in window ? await caches.keys() : []]),
    JSON.stringify(performance.getEntries()),
  ];
  const added = Object.getOwnPropertyNames(globalThis).filter((name) => !page.names.includes(name));
  return { found, painted, added: added.filter((name) => name !== 'names' && name !== 'heard') };
}
