import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSession, launchBrowser } from '../../scripts/browsers.ts';
import { type BrowserKind, BUILD_FOLDER } from '../../scripts/build.ts';
import { waitForCard } from '../../scripts/card-probe.ts';
import { hoverPainted } from '../../scripts/drive.ts';
import { type RecordingProxy, startRecordingProxy } from '../support/recording-proxy.ts';
import { eventually, highlighted, KINDS } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOST = 'paper.people.com.cn';
/** Page views of the scripted reading; an hour's reading is about as many. */
const VIEWS = 24;
/** What each browser asks for on its own account although it is told not to; nothing else is left out. */
const OWN_ACCOUNT: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'CONNECT accounts.google.com:443',
    'CONNECT update.googleapis.com:443',
    'POST update.googleapis.com/service/update2/json',
  ],
  firefox: ['CONNECT firefox.settings.services.mozilla.com:443'],
};

/** The extension as it ships, on the hosts it ships for: a proxy plays the newspaper, and sees all that is asked for. */
describe.each(KINDS)('an hour of reading in %s', (kind) => {
  let proxy: RecordingProxy;
  let session: BrowserSession;

  beforeAll(async () => {
    const article = await readFile(`${ROOT}assets/demo/article.html`, 'utf8');
    proxy = await startRecordingProxy((url) =>
      url.hostname === HOST && url.pathname.endsWith('.html') ? article : undefined,
    );
    session = await launchBrowser({
      kind,
      headless: true,
      extension: ROOT + BUILD_FOLDER[kind],
      proxyPort: proxy.port,
    });
  });
  afterAll(async () => {
    await session?.close();
    await proxy?.close();
  });

  it('asks for the articles and for nothing else', async () => {
    const page = await session.open(`http://${HOST}/0.html`);
    for (let view = 0; view < VIEWS; view++) {
      if (view > 0) await page.goto(`http://${HOST}/${view}.html`);
      const kinds = Object.keys(await highlighted(page));
      await page.mouse.move(1, 1);
      await hoverPainted(page, [kinds[view % kinds.length] ?? 'figure']);
      await waitForCard(page);
    }
    for (const path of [
      'popup.html',
      'sidepanel.html',
      'options.html',
      'outline.html#op-3-8',
      'welcome.html',
    ]) {
      const own = await session.open(`${session.origin}/${path}`);
      await eventually(path, () => own.evaluate(() => (document.body.textContent ?? '').length > 20));
      await own.close();
    }
    const counted: Record<string, number> = {};
    for (const line of proxy.requests) {
      const name = nameOf(line);
      counted[name] = (counted[name] ?? 0) + 1;
    }
    console.info(`${kind}: ${VIEWS} articles; the proxy saw ${JSON.stringify(counted)}`);
    expect(counted.article).toBe(VIEWS);
    const others = Object.keys(counted).filter(
      (name) => name !== 'article' && name !== 'its secure form' && !OWN_ACCOUNT[kind].includes(name),
    );
    expect(others).toEqual([]);
  }, 180_000);
});

/** `article` for what the reading asks for; anything else by its method, host and path. */
function nameOf(line: string): string {
  const [method = '', target = ''] = line.split(' ');
  // Chromium tries the secure form of an address on its own account before it asks for the one given.
  if (line === `CONNECT ${HOST}:443`) return 'its secure form';
  if (!target.startsWith('http')) return line;
  const { hostname, pathname } = new URL(target);
  return hostname === HOST && /^\/\d+\.html$/.test(pathname) ? 'article' : `${method} ${hostname}${pathname}`;
}
