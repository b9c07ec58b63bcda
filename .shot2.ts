import { launchBrowser } from './scripts/browsers.ts';
const session = await launchBrowser({ kind: 'chromium', headless: true, extension: `${import.meta.dirname}/.output/chrome-mv3` });
await new Promise((r) => setTimeout(r, 2000));
const page = await session.open(`${session.origin}/outline.html#op-1`);
await page.setViewport({ width: 1440, height: 960 });
await page.bringToFront();
let t = Date.now();
const lap = (n: string) => { console.log(n, Date.now() - t); t = Date.now(); };
const arrive = (id: string) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, {}, id);
const follow = (place: string) => page.evaluate((h) => { location.hash = h; }, place);
await arrive('op-1'); lap('op-1');
await follow('art-2-1'); lap('follow'); await arrive('art-2-1'); lap('art');
await follow('term-zhi-neng-ti'); await arrive('term-zhi-neng-ti'); lap('term');
await page.evaluate(() => history.back()); lap('back call'); await arrive('art-2-1'); lap('back');
await page.evaluate(() => history.back()); lap('back call'); await arrive('op-1'); lap('back2');
await page.evaluate(() => history.forward()); await arrive('art-2-1'); lap('fwd');
console.log('glossary render', await page.evaluate(async () => { const t = performance.now(); location.hash = 'glossary'; while (!document.querySelector('.entry')) await new Promise((r) => requestAnimationFrame(r)); const a = performance.now() - t; const s = document.body.scrollHeight; return [a, performance.now() - t, document.querySelectorAll('*').length, s]; }));
console.log('no cv', await page.evaluate(async () => { const st = document.createElement('style'); st.textContent = '.entry{content-visibility:visible !important}'; const t = performance.now(); document.head.append(st); const h = document.body.scrollHeight; return [performance.now() - t, h]; }));
await page.setViewport({ width: 320, height: 800 });
for (const place of ['op-1', 'art-2-1', 'fig-data-volume-2024', 'kind-policy']) {
  await follow(place); await arrive(place);
  console.log(place, await page.evaluate(() => [document.documentElement.scrollWidth, [...document.querySelectorAll('main *, .tree *, .rail *, .toolbar *')].filter((e) => e.getBoundingClientRect().right > 321).slice(0, 6).map((e) => `${e.localName}.${e.className} ${e.textContent?.slice(0, 30)} ${Math.round(e.getBoundingClientRect().right)}`)]));
}
console.log(await page.evaluate(() => { const n = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming; return [n.domInteractive, n.domContentLoadedEventEnd, n.loadEventEnd, performance.getEntriesByName('first-contentful-paint')[0]?.startTime]; }));
await session.close();
