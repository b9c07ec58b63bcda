import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardText, cardTitle, placeInCard, waitForCard, waitForNoCard } from '../../scripts/card-probe.ts';
import { hoverPainted, paintedCounts, paintedTexts } from '../../scripts/drive.ts';
import { bare, eventually, highlighted, KINDS, openStage, type Stage, savedPage } from './support.ts';

const UNRELATED = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>天气</title>
<body><div id="rm_txt_zw"><p>今天天气很好，大家都去公园散步，孩子们在草地上放风筝。</p></div></body></html>`;
const SAVED = 'people-2024-04-24.html';
const saved = await savedPage(SAVED);
if (!saved) console.info(`Left out: the saved page ${SAVED} is not here (../shared/eval/pages).`);

describe.each(KINDS)('reading in %s', (kind) => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage(kind, {
      '/unrelated.html': UNRELATED,
      ...(saved ? { '/saved.html': saved } : {}),
    });
    page = await stage.open('/');
  });
  afterAll(() => stage?.close());

  it('highlights the terms and figures of the article, and nothing beside it', async () => {
    const counts = await highlighted(page);
    expect(Object.keys(counts)).toEqual(
      expect.arrayContaining(['policy', 'technology', 'data-compute', 'figure']),
    );
    expect(await paintedTexts(page, 'figure')).toEqual(
      expect.arrayContaining(['41.06泽字节（ZB）', '超1.2万亿元', '20个百分点']),
    );
    const outside = await page.evaluate(() => {
      const article = document.querySelector('.rm_txt');
      let count = 0;
      CSS.highlights.forEach((highlight, name) => {
        if (!name.startsWith('aiplus-')) return;
        highlight.forEach(({ startContainer }) => {
          if (!article?.contains(startContainer)) count++;
        });
      });
      return count;
    });
    expect(outside).toBe(0);
  });

  it('changes nothing inside of the body', async () => {
    const served = await (await fetch(stage.url)).text();
    const [now, before] = await page.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      return [document.body.outerHTML, parsed.body.outerHTML];
    }, served);
    expect(now).toBe(before);
  });

  it('opens the card of the term under the pointer and closes it when the pointer leaves', async () => {
    expect(await hoverPainted(page, ['technology'], '科学大模型')).toBe('科学大模型');
    expect(await waitForCard(page)).toBe('科学大模型');
    await page.mouse.move(2, 2);
    await waitForNoCard(page);
  });

  it('opens nothing where the pointer only crosses a term', async () => {
    await hoverPainted(page, ['technology'], '科学大模型');
    await page.mouse.move(2, 2);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await cardTitle(page)).toBeUndefined();
  });

  it('shows the value of a figure on its card', async () => {
    await hoverPainted(page, ['figure'], '41.06泽字节（ZB）');
    expect(await waitForCard(page)).toMatch(/^41\.06 ?ZB$/);
    expect(await cardText(page)).toContain('4.106 × 10²²');
  });

  it('leads from the card to the right item of the outline', async () => {
    await page.mouse.move(2, 2);
    await waitForNoCard(page);
    await hoverPainted(page, ['data-compute'], '高质量数据集');
    await waitForCard(page);
    const place = await eventually('the link into the outline', () => placeInCard(page, 'card-place', '(8)'));
    // By way of the card, so that it does not close.
    await page.mouse.move(place.x, place.y, { steps: 4 });
    await page.mouse.click(place.x, place.y);
    const url = await eventually('the outline page', () => ownPageUrl(stage, 'outline.html'));
    expect(url).toMatch(/#op-3-8$/);
    await page.bringToFront();
  });

  it('takes every highlight away in all tabs when switched off in the popup, and brings them back', async () => {
    await page.mouse.move(2, 2);
    const other = await stage.open('/');
    const before = await highlighted(other);
    const popup = await stage.openOwn('popup.html');
    await setSwitch(popup, 0, false);
    await bare(page);
    await bare(other);
    await setSwitch(popup, 0, true);
    await other.bringToFront();
    expect(await highlighted(other)).toEqual(before);
    await page.bringToFront();
    expect(await highlighted(page)).toEqual(before);
    await popup.close();
    await other.close();
  });

  it('takes only its own highlights away when a category is switched off', async () => {
    await page.bringToFront();
    const before = await allTexts(page);
    const popup = await stage.openOwn('popup.html');
    // The popup looks at the active tab when it opens.
    await page.bringToFront();
    await reload(popup);
    await eventually('the switches of the popup', () => hasKind(popup, 'policy'));
    await clickKind(popup, 'policy');
    await eventually('the policy terms to go', async () => !('policy' in (await paintedCounts(page))));
    const { policy: _, ...others } = before;
    // What was inside of a policy term comes to the surface; nothing else is lost.
    // The switch still says how many there are.
    expect(await kindCount(popup, 'policy')).toBe(before.policy?.length);
    expect(await allTexts(page)).toEqual(
      Object.fromEntries(
        Object.entries(others).map(([name, texts]) => [name, expect.arrayContaining([...texts])]),
      ),
    );
    await clickKind(popup, 'policy');
    await eventually('the policy terms to come back', async () => 'policy' in (await paintedCounts(page)));
    expect(await allTexts(page)).toEqual(before);
    await popup.close();
  });

  it('leaves a page without any of the terms as it is', async () => {
    const unrelated = await stage.open('/unrelated.html');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const state = await unrelated.evaluate(() => ({
      highlights: CSS.highlights.size,
      root: document.documentElement.getAttributeNames(),
      children: [...document.documentElement.children].map(({ tagName }) => tagName),
    }));
    expect(state).toEqual({ highlights: 0, root: ['lang'], children: ['HEAD', 'BODY'] });
    await unrelated.close();
  });

  it.runIf(saved)('reads a saved page of People’s Daily', async () => {
    const real = await stage.open('/saved.html');
    const counts = await highlighted(real);
    expect(counts.figure).toBeGreaterThan(0);
    await hoverPainted(real, Object.keys(counts));
    expect(await waitForCard(real)).not.toBe('');
    await real.close();
  });
});

/** The address of the newest own page whose path passes; Firefox tells it only to the page itself. */
async function ownPageUrl(stage: Stage, path: string): Promise<string | undefined> {
  for (const candidate of await stage.session.browser.pages()) {
    const href = await candidate.evaluate(() => location.href).catch(() => '');
    if (href.includes(`/${path}`)) return href;
  }
  return undefined;
}

async function setSwitch(popup: Page, index: number, on: boolean): Promise<void> {
  await popup.waitForSelector('input.switch');
  await popup.evaluate(
    (at, wanted) => {
      const input = document.querySelectorAll<HTMLInputElement>('input.switch')[at];
      if (input && input.checked !== wanted) input.click();
    },
    index,
    on,
  );
}

/** Loads a page anew; puppeteer's own way never settles on an extension's page in Firefox. */
async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.before = '';
    location.reload();
  });
  await eventually('the page to load anew', () =>
    page.evaluate(() => !('before' in document.documentElement.dataset)).catch(() => false),
  );
}

/** The texts of every kind of highlight. */
async function allTexts(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const texts: Record<string, readonly string[]> = {};
  for (const name of Object.keys(await highlighted(page)))
    texts[name] = (await paintedTexts(page, name)).sort();
  return texts;
}

const KIND_SWITCH = '.kind-chips button';

function hasKind(popup: Page, kind: string): Promise<boolean> {
  return popup
    .evaluate(
      (selector, name) => document.querySelector(`${selector} [data-kind="${name}"]`) !== null,
      KIND_SWITCH,
      kind,
    )
    .catch(() => false);
}

function kindCount(popup: Page, kind: string): Promise<number> {
  return eventually('the count on the switch', () =>
    popup.evaluate(
      (selector, name) => {
        const chip = document.querySelector(`${selector} [data-kind="${name}"]`)?.closest('button');
        return (
          chip?.getAttribute('aria-pressed') === 'false' && Number(chip.querySelector('.num')?.textContent)
        );
      },
      KIND_SWITCH,
      kind,
    ),
  );
}

async function clickKind(popup: Page, kind: string): Promise<void> {
  await popup.evaluate(
    (selector, name) => {
      document.querySelector(`${selector} [data-kind="${name}"]`)?.closest('button')?.click();
    },
    KIND_SWITCH,
    kind,
  );
}
