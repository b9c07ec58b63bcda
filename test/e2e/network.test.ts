import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSession, launchBrowser } from '../../scripts/browsers.ts';
import { BUILD_FOLDER } from '../../scripts/build.ts';
import { waitForCard } from '../../scripts/card-probe.ts';
import { hoverPainted } from '../../scripts/drive.ts';
import { type RecordingProxy, startRecordingProxy } from '../support/recording-proxy.ts';
import { eventually, highlighted, KINDS } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOST = 'paper.people.com.cn';
/** Page views of the scripted reading; an hour's reading is about as many. */
const VIEWS = 24;
/** What browsers ask for on their own account: connectivity checks, updates of their lists, icons of sites. */
const BROWSER_HOSTS = /(^|\.)(mozilla\.(com|net|org)|firefox\.com|google\.com|googleapis\.com|gstatic\.com)$/;

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
    // Chromium tries the secure form of an address on its own account before it asks for the one given.
    const asked = proxy.requests.filter((line) => line !== `CONNECT ${HOST}:443`);
    const seen = asked.map((line) => {
      const [, target = ''] = line.split(' ');
      return new URL(target.startsWith('http') ? target : `https://${target}`);
    });
    const articles = seen.filter((url) => url.hostname === HOST && url.pathname.endsWith('.html'));
    expect(articles).toHaveLength(VIEWS);
    const others = seen.filter(
      (url) =>
        !articles.includes(url) && url.pathname !== '/favicon.ico' && !BROWSER_HOSTS.test(url.hostname),
    );
    expect(others.map(String)).toEqual([]);
  }, 180_000);
});
