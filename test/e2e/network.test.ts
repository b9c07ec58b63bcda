import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type BrowserSession, launchBrowser } from '../../scripts/browsers.ts';
import { type BrowserKind, BUILD_FOLDER, makeTrialCopy } from '../../scripts/build.ts';
import { waitForCard } from '../../scripts/card-probe.ts';
import { hoverPainted } from '../../scripts/drive.ts';
import { type AttributedRequest, openRequestBook } from '../support/attribution.ts';
import { startRecordingProxy } from '../support/recording-proxy.ts';
import { eventually, highlighted, KINDS } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOST = 'paper.people.com.cn';
/** Page views of the scripted reading; an hour's reading is about as many. */
const VIEWS = 24;
/** The extension's pages, with a place in the outline. */
const OWN_PAGES = ['popup.html', 'sidepanel.html', 'options.html', 'outline.html#op-3-8', 'welcome.html'];

/**
 * The extension as it ships, on the hosts it ships for: a proxy plays the newspaper and sees all that is asked for; the
 * browser's own books say by whom.
 */
describe.each(KINDS)('an hour of reading in %s', (kind) => {
  it('asks for the articles and for nothing else', async () => {
    const { seen, requests } = await record(kind, ROOT + BUILD_FOLDER[kind], async (session) => {
      const page = await session.open(`http://${HOST}/0.html`);
      for (let view = 0; view < VIEWS; view++) {
        if (view > 0) await page.goto(`http://${HOST}/${view}.html`);
        const kinds = Object.keys(await highlighted(page));
        await page.mouse.move(1, 1);
        await hoverPainted(page, [kinds[view % kinds.length] ?? 'figure']);
        await waitForCard(page);
      }
      for (const path of OWN_PAGES) {
        const own = await session.open(`${session.origin}/${path}`);
        await eventually(path, () => own.evaluate(() => (document.body.textContent ?? '').length > 20));
        await own.close();
      }
    });
    const counted: Record<string, number> = {};
    for (const { url, by } of requests) {
      const name = `${by}: ${new URL(url).host}`;
      counted[name] = (counted[name] ?? 0) + 1;
    }
    console.info(`${kind}: ${VIEWS} articles; asked for ${JSON.stringify(counted)}`);
    // Nobody but the reader and the browser itself has asked for anything: no page, no extension.
    expect(requests.filter(({ by }) => by !== 'reader' && by !== 'browser')).toEqual([]);
    const articles = Array.from({ length: VIEWS }, (_, view) => `http://${HOST}/${view}.html`);
    expect(requests.filter(({ by }) => by === 'reader').map(({ url }) => url)).toEqual(articles);
    // What the proxy saw besides is in the books, on the browser's account.
    const accounted = new Set(
      requests.filter(({ by }) => by === 'browser').map(({ url }) => new URL(url).hostname),
    );
    expect(seen.filter((line) => line.startsWith(`GET http://${HOST}/`))).toHaveLength(VIEWS);
    expect(seen.map(hostOf).filter((host) => host !== HOST && !accounted.has(host))).toEqual([]);
  }, 180_000);

  it('would be seen and named: a request of a copy without the policy', async () => {
    const address = `http://${HOST}/control.html`;
    const copy = await makeTrialCopy(ROOT + BUILD_FOLDER[kind], [`http://${HOST}/*`], `open-${kind}`);
    await openPolicy(copy);
    let origin: string | undefined;
    const { requests } = await record(kind, copy, async (session) => {
      origin = session.origin;
      const own = await session.open(`${origin}/options.html`);
      await own.evaluate((url) => fetch(url).then(({ status }) => status), address);
    });
    expect(requests.filter(({ url }) => url === address)).toEqual([{ url: address, by: origin }]);
  }, 60_000);
});

/** Does something in a browser behind a proxy. Returns what the proxy saw and what the browser has in its books. */
async function record(
  kind: BrowserKind,
  extension: string,
  act: (session: BrowserSession) => Promise<void>,
): Promise<{ readonly seen: readonly string[]; readonly requests: readonly AttributedRequest[] }> {
  const article = await readFile(`${ROOT}assets/demo/article.html`, 'utf8');
  const proxy = await startRecordingProxy((url) =>
    url.hostname === HOST && url.pathname.endsWith('.html') ? article : undefined,
  );
  const book = await openRequestBook(kind);
  const session = await launchBrowser({
    kind,
    headless: true,
    extension,
    proxyPort: proxy.port,
    args: book.args,
  });
  try {
    await book.begin(session);
    await act(session);
  } catch (error) {
    await session.close();
    throw error;
  } finally {
    await proxy.close();
  }
  return { seen: proxy.requests, requests: await book.close(session) };
}

/** Firefox, left to its own policy, would ask for the secure form. */
async function openPolicy(folder: string): Promise<void> {
  const file = `${folder}/manifest.json`;
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const open = { extension_pages: "script-src 'self'" };
  await writeFile(file, JSON.stringify({ ...manifest, content_security_policy: open }));
}

/** The host of `GET http://host/path` and of `CONNECT host:443`. */
function hostOf(line: string): string {
  const [, target = ''] = line.split(' ');
  return new URL(target.startsWith('http') ? target : `https://${target}`).hostname;
}
