import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';
import { articlePage } from '../../support/pages.ts';

const SECTIONS = articlePage(
  '<h2>一</h2><p>大模型，算力，大模型</p><h2>二</h2><p>大模型</p><p><strong>三、小标题</strong></p><p>大模型，算力</p>',
);

describe.each(BROWSER_KINDS)('in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  it('each kind has a highlight of its own, and all names carry the prefix', async () => {
    const page = await lab.open(
      articlePage('<p>人工智能+，大模型，数据集，实体经济，包容审慎，开源，70%，AI普惠</p>'),
    );
    const names = await page.evaluate(async () => {
      await probe.start();
      const found: string[] = [];
      CSS.highlights.forEach((_, name) => void found.push(name));
      return found.sort();
    });
    expect(names).toEqual(
      ['data-compute', 'economy', 'ecosystem', 'figure', 'governance', 'policy', 'society', 'technology'].map(
        (name) => `aiplus-${name}`,
      ),
    );
  });

  it('nothing inside of the body is changed', async () => {
    const page = await lab.open(SECTIONS);
    const [before, after, mutations] = await page.evaluate(async () => {
      const html = document.body.outerHTML;
      let count = 0;
      new MutationObserver((records) => {
        count += records.length;
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      await probe.start({ style: 'strong' });
      await probe.update({ density: 'page' });
      probe.stop();
      await Promise.resolve();
      return [html, document.body.outerHTML, count] as const;
    });
    expect(after).toBe(before);
    expect(mutations).toBe(0);
  });

  it('density paints every occurrence, the first of a section, the first of the page', async () => {
    const page = await lab.open(SECTIONS);
    const counts = await page.evaluate(async () => {
      await probe.start();
      const all = probe.painted();
      await probe.update({ density: 'section' });
      const section = probe.painted();
      await probe.update({ density: 'page' });
      const first = probe.painted();
      await probe.update({ density: 'all' });
      return { all, section, first, again: probe.painted(), listed: probe.listed() };
    });
    expect(counts.all).toHaveLength(6);
    expect(counts.section).toEqual([
      ...['technology 大模型', 'data-compute 算力'],
      'technology 大模型',
      ...['technology 大模型', 'data-compute 算力'],
    ]);
    expect(counts.first).toEqual(['technology 大模型', 'data-compute 算力']);
    expect(counts.again).toEqual(counts.all);
    expect(counts.listed).toEqual(counts.all);
  });

  it('density, style and switched-off kinds change what is painted without reading the page again', async () => {
    const page = await lab.open(SECTIONS);
    const counts = await page.evaluate(async () => {
      await probe.start();
      const first = probe.takeAnnotated();
      await probe.update({ density: 'section' });
      await probe.update({ density: 'page', style: 'strong' });
      await probe.update({ kindsOff: ['technology'] });
      await probe.update({ kindsOff: [], hiddenTerms: ['算力'] });
      return [first, probe.takeAnnotated()];
    });
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBe(0);
  });

  it('a reader that is switched off reads nothing more, whatever the page does', async () => {
    const page = await lab.open(SECTIONS);
    const count = await page.evaluate(async () => {
      await probe.start();
      probe.stop();
      probe.takeAnnotated();
      document.querySelector('p')!.append('大模型');
      document.querySelector('h2')!.hidden = true;
      window.dispatchEvent(new Event('scroll'));
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      let names = 0;
      CSS.highlights.forEach(() => {
        names++;
      });
      return [probe.takeAnnotated(), names];
    });
    expect(count).toEqual([0, 0]);
  });

  it('hidden text is never the first occurrence', async () => {
    const page = await lab.open(articlePage('<p style="visibility:hidden">大模型</p><p>大模型</p>'));
    const painted = await page.evaluate(async () => {
      await probe.start({ density: 'page' });
      return probe.painted();
    });
    expect(painted).toEqual(['technology 大模型']);
  });

  it('a kind or a term that is switched off is neither painted nor listed, and what is inside of it comes out', async () => {
    const page = await lab.open(articlePage('<p>从0到1，大模型，智能体</p>'));
    const result = await page.evaluate(async () => {
      await probe.start();
      await probe.update({ kindsOff: ['economy'] });
      const economyOff = probe.painted();
      await probe.update({ kindsOff: [], hiddenTerms: ['大模型'] });
      return { economyOff, hidden: probe.painted(), listed: probe.listed() };
    });
    expect(result.economyOff).toEqual(['figure 0', 'figure 1', 'technology 大模型', 'technology 智能体']);
    expect(result.hidden).toEqual(['economy 从0到1', 'technology 智能体']);
    expect(result.listed).toEqual(result.hidden);
  });

  it('the page taking our highlights out of the registry does not lose them', async () => {
    const page = await lab.open(SECTIONS);
    const result = await page.evaluate(async () => {
      await probe.start();
      const before = probe.painted();
      CSS.highlights.clear();
      await new Promise((resolve) => setTimeout(resolve, 1_300));
      const afterClear = probe.painted();
      CSS.highlights.set('aiplus-technology', new Highlight(new Range()));
      CSS.highlights.delete('aiplus-data-compute');
      document.adoptedStyleSheets = [];
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      return { before, afterClear, afterTheft: probe.painted() };
    });
    expect(result.afterClear).toEqual(result.before);
    expect(result.afterTheft).toEqual(result.before);
  });

  it('the page taking our attribute off its root gets it back', async () => {
    const page = await lab.open(articlePage('<p>大模型</p>', 'body { background: #111 }'));
    await page.evaluate(async () => {
      await probe.start();
      if (probe.rootAttribute() !== 'dark') throw new Error('Not dark.');
      document.documentElement.removeAttribute('data-aiplus');
    });
    await page.waitForFunction(() => probe.rootAttribute() === 'dark', { timeout: 5_000 });
  });

  it('highlights of the page itself are left alone', async () => {
    const page = await lab.open(SECTIONS);
    const size = await page.evaluate(async () => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('p')!);
      CSS.highlights.set('search', new Highlight(range));
      await probe.start();
      probe.stop();
      return CSS.highlights.get('search')?.size;
    });
    expect(size).toBe(1);
  });

  it('stopping takes everything back', async () => {
    const page = await lab.open(SECTIONS);
    const result = await page.evaluate(async () => {
      await probe.start({ style: 'strong', print: true });
      const attribute = probe.rootAttribute();
      probe.stop();
      document.querySelector('p')!.append('大模型');
      await new Promise((resolve) => setTimeout(resolve, 50));
      let names = 0;
      CSS.highlights.forEach(() => {
        names++;
      });
      return { attribute, names, after: probe.rootAttribute(), errors: probe.takeErrors() };
    });
    expect(result).toEqual({ attribute: 'strong print', names: 0, after: null, errors: [] });
  });

  it('a second instance takes over from the first, which leaves nothing and paints nothing twice', async () => {
    const page = await lab.open(SECTIONS);
    const result = await page.evaluate(async () => {
      await probe.start();
      const once = probe.painted();
      // As after an update of the extension: nobody stops the first one.
      await probe.start();
      const twice = probe.painted();
      document.querySelector('p')!.append('，智能体');
      await probe.settled();
      return { once, twice, changed: probe.painted().length, errors: probe.takeErrors() };
    });
    expect(result.twice).toEqual(result.once);
    expect(result.changed).toBe(result.once.length + 1);
    expect(result.errors).toEqual([]);
  });

  it.each([
    ['a white page', 'body { background: #fff }', null],
    ['a page without any colour', '', null],
    ['a black page', 'body { background: #111; color: #eee }', 'dark'],
    ['a dark container on a white page', '#ozoom { background: rgb(20 24 26); color: #fff }', 'dark'],
    [
      'a dark picture behind light text',
      'body { background: linear-gradient(#000, #222); color: #fff }',
      'dark',
    ],
    ['a nearly transparent black over white', '#ozoom { background: rgb(0 0 0 / .1) }', null],
    ['a modern colour function', 'body { background: oklch(0.2 0.02 250); color: white }', 'dark'],
    [
      'a wide gamut, with a channel that is missing',
      'body { background: color(display-p3 0.1 none 0.1) }',
      'dark',
    ],
    [
      'half of black over white, which is a light grey',
      'body { background: #fff } #ozoom { background: rgb(0 0 0 / .5) }',
      null,
    ],
    [
      'a dark picture, whatever colour is behind it',
      '#ozoom { background: #fff linear-gradient(#000, #222); color: #fff }',
      'dark',
    ],
  ])('the colours follow %s', async (_name, style, attribute) => {
    const page = await lab.open(articlePage('<p>大模型</p>', style));
    const found = await page.evaluate(async () => {
      await probe.start();
      return probe.rootAttribute();
    });
    expect(found).toBe(attribute);
  });

  it('text on the opposite ground has the opposite colours', async () => {
    const page = await lab.open(
      articlePage('<p>大模型</p><blockquote style="background:#111;color:#fff">大模型</blockquote>'),
    );
    const painted = await page.evaluate(async () => {
      await probe.start();
      return probe.painted();
    });
    expect(painted).toEqual(['technology 大模型', 'technology-inverse 大模型']);
  });

  it.each([
    ['an element without attributes', '<section>大模型</section>', 'section { background: #111 }'],
    [
      'paragraphs without attributes',
      '<blockquote><p>大模型</p></blockquote>',
      'blockquote p { background: #111 }',
    ],
    [
      'translucent layers',
      '<div class="veil"><div class="veil"><div class="veil">大模型</div></div></div>',
      '.veil { background: rgb(0 0 0 / .4) }',
    ],
    ['some words of a line', '<p>今天<span style="background: #111">大模型</span></p>', ''],
  ])('the ground of %s is what is behind the text', async (_name, html, style) => {
    const page = await lab.open(articlePage(`<p>算力</p>${html}`, `body { background: #fff } ${style}`));
    const painted = await page.evaluate(async () => {
      await probe.start();
      return probe.painted();
    });
    expect(painted).toEqual(['data-compute 算力', 'technology-inverse 大模型']);
  });

  it('the colours of a few words do not tell the ground where nothing else does', async () => {
    const page = await lab.open(articlePage('<p>算力<a href="#" style="color: #8cf">大模型</a></p>'));
    const painted = await page.evaluate(async () => {
      await probe.start();
      return probe.painted();
    });
    expect(painted).toEqual(['data-compute 算力', 'technology 大模型']);
  });

  it('the colours follow a page that changes its theme', async () => {
    const page = await lab.open(
      articlePage('<p>大模型</p>', 'body { background: #fff } body.night { background: #111; color: #eee }'),
    );
    const result = await page.evaluate(async () => {
      await probe.start();
      const day = probe.rootAttribute();
      document.body.className = 'night';
      await probe.settled();
      return [day, probe.rootAttribute(), probe.painted()];
    });
    expect(result).toEqual([null, 'dark', ['technology 大模型']]);
  });

  it('the colours follow a style sheet that changes without any change of a node', async () => {
    const page = await lab.open(
      articlePage(
        '<p>大模型</p><blockquote style="background:#111;color:#fff">大模型</blockquote>',
        'body { background: #fff }',
      ),
    );
    const day = await page.evaluate(async () => {
      await probe.start();
      const painted = probe.painted();
      document.styleSheets[0]?.insertRule('body { background: #111; color: #eee }', 1);
      return painted;
    });
    await page.waitForFunction(() => probe.rootAttribute() === 'dark');
    const night = await page.evaluate(() => probe.painted());
    expect([day, night]).toEqual([
      ['technology 大模型', 'technology-inverse 大模型'],
      ['technology 大模型', 'technology 大模型'],
    ]);
  });

  it.each([
    ['an attribute of the page’s own', `document.querySelector('#a').dataset.night = ''`],
    ['a custom property of the page', `document.documentElement.style.setProperty('--ground', '#111')`],
    ['a box that is ticked', `document.querySelector('#box').checked = true`],
  ])('the colours of a block follow %s', async (_name, edit) => {
    const page = await lab.open(
      articlePage(
        '<p>大模型</p><input id="box" type="checkbox"><p id="a">算力</p>',
        'body { background: #fff } #a { background: var(--ground) } #a[data-night], #box:checked ~ #a { background: #111 }',
      ),
    );
    await page.evaluate(() => probe.start());
    await page.evaluate(edit);
    await page.waitForFunction(() => probe.painted().includes('data-compute-inverse 算力'), {
      timeout: 5_000,
    });
    expect(await page.evaluate(() => probe.painted())).toEqual([
      'technology 大模型',
      'data-compute-inverse 算力',
    ]);
  });

  it('on a page with very many marks those near the viewport are painted, and all of them for printing', async () => {
    const page = await lab.open(articlePage('<p>大模型</p>'.repeat(3_000)));
    const result = await page.evaluate(async () => {
      await probe.start();
      const top = probe.paintedPlaces().length;
      scrollTo(0, document.documentElement.scrollHeight / 2);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const seen = probe.paintedTextsInViewport();
      window.dispatchEvent(new Event('beforeprint'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      const printed = probe.paintedPlaces().length;
      window.dispatchEvent(new Event('afterprint'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { top, seen, printed, back: probe.paintedPlaces().length, listed: probe.listed().length };
    });
    expect(result.top).toBeLessThan(600);
    expect(result.seen).toBeGreaterThan(5);
    expect(result.printed).toBe(3_000);
    expect(result.back).toBeLessThan(600);
    expect(result.listed).toBe(3_000);
  });

  it('what is painted on screen is read before the rest', async () => {
    const page = await lab.open(articlePage('<p>大模型</p>'.repeat(6_000)));
    const result = await page.evaluate(async () => {
      await probe.start({}, { wait: false });
      while (probe.paintedTextsInViewport() <= 5) await new Promise((resolve) => setTimeout(resolve, 0));
      return { painted: probe.paintedTextsInViewport(), listed: probe.listed().length };
    });
    expect(result.painted).toBeGreaterThan(5);
    expect(result.listed).toBeLessThan(6_000);
  });

  it('a frame shows what is painted on screen before the rest is read', async () => {
    const page = await lab.open(articlePage('<p>大模型</p>'.repeat(6_000)));
    const order = await page.evaluate(async () => {
      const happened: string[] = [];
      const { scheduler } = window as unknown as { scheduler: { postTask(...task: unknown[]): unknown } };
      const { postTask } = scheduler;
      scheduler.postTask = (...task) => {
        happened.push('the reader goes on');
        return postTask.apply(scheduler, task);
      };
      requestAnimationFrame(() =>
        happened.push(probe.paintedTextsInViewport() > 0 ? 'marks are shown' : 'nothing is shown'),
      );
      await probe.start({}, { wait: false });
      while (happened.length < 2) await new Promise((resolve) => setTimeout(resolve, 0));
      return happened;
    });
    expect(order.slice(0, 2)).toEqual(['marks are shown', 'the reader goes on']);
  });

  it('marks are seen: a line of the kind’s colour, on screen and in forced colours, in print only on request', async () => {
    const page = await lab.open(articlePage('<p style="font-size:40px">大模型大模型</p>'));
    const plain = await page.screenshot({ encoding: 'base64' });
    await page.evaluate(() => probe.start());
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const marked = await page.screenshot({ encoding: 'base64' });
    await page.evaluate(() => probe.update({ style: 'lines' }));
    const lines = await page.screenshot({ encoding: 'base64' });
    expect(marked).not.toBe(plain);
    expect(lines).not.toBe(marked);
    expect(lines).not.toBe(plain);
    if (kind === 'firefox') return; // Media cannot be emulated over BiDi.
    await page.emulateMediaType('print');
    const print = await page.screenshot({ encoding: 'base64' });
    await page.evaluate(() => probe.update({ print: true }));
    const printOn = await page.screenshot({ encoding: 'base64' });
    expect(print).toBe(plain);
    expect(printOn).toBe(lines);
    await page.emulateMediaType();
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    const forced = await page.screenshot({ encoding: 'base64' });
    await page.evaluate(() => probe.stop());
    expect(forced).not.toBe(await page.screenshot({ encoding: 'base64' }));
  });

  it.runIf(kind === 'firefox')('marks are seen in forced colours, as a preference makes them', async () => {
    const forced = await openLab('firefox', [], { 'browser.display.document_color_use': 2 });
    try {
      const page = await forced.open(articlePage('<p style="font-size:40px">大模型大模型</p>'));
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      const plain = await page.screenshot({ encoding: 'base64' });
      await page.evaluate(() => probe.start());
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await page.screenshot({ encoding: 'base64' })).not.toBe(plain);
    } finally {
      await forced.close();
    }
  });

  // Once Firefox prints highlights, the options have to offer it there too: `canPrintMarks` in entrypoints/options.
  it('marks are printed on request, in a browser that prints highlights', async () => {
    const page = await lab.open(articlePage('<p style="font-size:40px">大模型大模型</p>'));
    await page.evaluate(() => probe.start());
    const without = await page.pdf({ printBackground: true });
    await page.evaluate(() => probe.update({ print: true }));
    const printed = await page.pdf({ printBackground: true });
    expect(printed.length !== without.length).toBe(kind === 'chromium');
  });
});
