import { openGallery } from './test/support/gallery.ts';
const g = await openGallery('chromium');
for (const locale of ['en', 'zh-CN']) for (const name of g.names.filter((n) => n.startsWith('outline'))) {
  await g.show({ name, locale, theme: 'light' });
  const f = await g.findings(); if (f.length) console.log(locale, name, f);
  await g.page.screenshot({ path: `/tmp/shots/g-${name}-${locale}.png` });
  await g.show({ name, locale, theme: 'light' }, 320);
  const w = await g.page.evaluate(() => [document.documentElement.scrollWidth, [...document.querySelectorAll('[data-scene] *')].filter((e) => e.getBoundingClientRect().right > 321 && !e.closest('svg')).slice(0, 4).map((e) => `${e.localName}.${e.className} ${e.textContent?.slice(0, 20)}`)]);
  if ((w[0] as number) > 320 || (w[1] as string[]).length) console.log(locale, name, JSON.stringify(w));
}
await g.close();
