import { launchBrowser } from './scripts/browsers.ts';
import { makeTrialCopy } from './scripts/build.ts';
import { servePages } from './scripts/demo/server.ts';
const [kind = 'chromium', locale = 'zh-CN', ...names] = process.argv.slice(2);
const html = `<!doctype html><meta charset=utf-8><title>t</title><div class="article"><h1>从“能用”到“好用”：人工智能落地还要过几道关</h1><div id="ozoom"><p>国务院印发《关于深入实施“人工智能+”行动的意见》，提出到2027年，新一代智能终端、智能体等应用普及率超70%。人工智能正在加快落地。</p><p>建设高质量数据集是关键，要完善数据产权制度，发展数据标注产业。高质量数据集仍然短缺。2024年全国数据生产总量达41.06泽字节（ZB），同比增长25%。</p><p>算力方面，超大规模智算集群和全国一体化算力网加快布局，东数西算工程推进，算力规模达280EFLOPS。要发展新质生产力，推动智能经济、人机协同，加强人工智能治理与安全。开源社区繁荣，科学大模型取得突破。</p></div></div>`;
const server = await servePages({ '/': html });
const build = await makeTrialCopy(`${import.meta.dirname}/.output/${kind === 'firefox' ? 'firefox' : 'chrome'}-mv3`, ['http://127.0.0.1/*']);
const session = await launchBrowser({ kind: kind as 'chromium', headless: true, extension: build });
const article = await session.open(server.url);
await new Promise((r) => setTimeout(r, 3000));
const boot = await session.open(`${session.origin}/options.html`);
const { id, counts } = await boot.evaluate(async (locale, url) => {
  const b = (globalThis as any).browser ?? (globalThis as any).chrome;
  await b.storage.sync.set({ 'choice.language': locale, 'choices.version': 1 });
  const tabs = await b.tabs.query({});
  const out: any[] = [];
  let id = -1;
  for (const t of tabs) { try { const r = await b.tabs.sendMessage(t.id, { aiplus: 'tab', name: 'report', params: {} }, { frameId: 0 }); out.push(t.id, r?.annotations?.length, r?.annotations?.slice(0, 12).map((a: any) => [a.index, a.text])); if (r) id = t.id; } catch (e) { out.push(t.id, String(e)); } }
  return { id, counts: out };
}, locale, server.url);
console.log(id, JSON.stringify(counts));
type Shot = { url: string; w?: number; h?: number; dark?: boolean; act?: (page: any) => Promise<void> };
const from = id >= 0 ? `?tab=${id}` : '';
const click = (s: string) => async (page: any) => { await page.evaluate((s: string) => (document.querySelector(s) as HTMLElement).click(), s); };
const shots: Record<string, Shot> = {
  top: { url: from },
  item: { url: `${from}&from=9#op-3-8` },
  dark: { url: `${from}&from=9#op-3-8`, dark: true },
  article: { url: '#art-2-1' },
  narrow: { url: `${from}&from=9#op-3-8`, w: 320, h: 800 },
  mid: { url: '#op-2-1', w: 1024, h: 800 },
  glossary: { url: '#glossary', dark: true },
  figure: { url: '#fig-data-volume-2024' },
  railshot: { url: '#op-3', h: 2600 },
  raildark: { url: '#op-3', h: 2600, dark: true },
  card: { url: '#op-3-8', act: click('#op-3-8 .chip') },
  figcard: { url: '#op-1', act: async (page) => { await page.evaluate(() => ([...document.querySelectorAll('#op-1 .chip')].at(-4) as HTMLElement).click()); } },
  cardnarrow: { url: '#op-3-8', w: 320, h: 800, act: click('#op-3-8 .chip') },
  search: { url: '', act: async (page) => { await page.focus('input[type=search]'); await page.keyboard.type('数据'); } },
  searched: { url: '', act: async (page) => { await page.focus('input[type=search]'); await page.keyboard.type('数据'); await click('.search-result a[href="#op-3-8"], .search-result a')(page); } },
  beside: { url: '#op-3-8', act: click('#op-3-8 [aria-controls]') },
  measure: { url: from, act: click('.measure summary') },
  menu: { url: '', act: click('.menu:last-child summary') },
  pdf: { url: '#op-3-8' },
  pdfall: { url: '#op-3-8', act: async (page) => { await page.evaluate(() => { window.print = () => {}; }); await page.evaluate(() => { (document.querySelectorAll('.menu')[0]!.querySelectorAll('.menu-list button')[1] as HTMLElement).click(); }); } },
  unknown: { url: '#op-9' },
};
for (const name of names.length ? names : Object.keys(shots)) {
  const s = shots[name]!;
  const page = await session.open('about:blank');
  page.on('console', (m) => console.log(name, m.text()));
  page.on('pageerror', (m) => console.log(name, String(m)));
  await page.setViewport({ width: s.w ?? 1440, height: s.h ?? 960 });
  await page.close();
  const p2 = await session.open(`${session.origin}/outline.html${s.url}`);
  p2.on('pageerror', (m) => console.log(name, String(m)));
  await p2.setViewport({ width: s.w ?? 1440, height: s.h ?? 960 });
  if (s.dark) await p2.evaluate(() => { document.documentElement.dataset.theme = 'dark'; });
  await p2.waitForFunction(() => document.querySelectorAll('.chart-frame svg').length >= 7, { timeout: 15000 }).catch(() => console.log(name, 'no charts'));
  await p2.bringToFront();
  if (s.act) await s.act(p2);
  await new Promise((r) => setTimeout(r, 1500));
  if (name.startsWith('pdf')) await p2.pdf({ path: `/tmp/shots/${name}.pdf`, preferCSSPageSize: true, printBackground: true });
  else await p2.screenshot({ path: `/tmp/shots/${kind}-${name}.png` });
  await p2.close();
}
await session.close();
await server.close();
