import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';

/** At least 300 sequences in each browser; the environment can ask for more, or for one seed again. */
const SEQUENCES = Number(process.env.SEQUENCES ?? 300);
const FIRST_SEED = Number(process.env.SEED ?? 1);
const PER_ARTICLE = 10;

const ARTICLE = `<!doctype html><html lang="zh"><head><title>t</title>
<style>.folded > * { display: none } .plain b { display: block } x-part { display: block }</style></head>
<body><h1>人工智能标题</h1><nav>人工智能</nav><div id="ozoom"><p>${'正文'.repeat(20)}</p></div><p>算力</p></body></html>`;

describe.each(BROWSER_KINDS)('in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  it('after any sequence of edits, what is painted equals a fresh reading of the page', async () => {
    const page = await lab.open(ARTICLE);
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed += PER_ARTICLE) {
      const result = await page.evaluate(
        async (first, count) => {
          const article = document.querySelector('#ozoom')!;
          // Enough text that the article stays the article whatever the edits remove.
          const fixed = document.createElement('p');
          fixed.textContent = '正文'.repeat(20);
          probe.resetArticle(article, first);
          article.prepend(fixed);
          await probe.start();
          for (let each = first; each < first + count; each++) {
            await probe.editRandomly(article, each, 1 + (each % 12));
            await probe.settled();
            const followed = probe.paintedPlaces();
            const listed = probe.listed();
            probe.stop();
            await probe.start();
            const fresh = probe.paintedPlaces();
            const freshList = probe.listed();
            if (followed.join('\n') !== fresh.join('\n') || listed.join() !== freshList.join())
              return {
                seed: each,
                article: article.innerHTML,
                missing: fresh.filter((place) => !followed.includes(place)),
                extra: followed.filter((place) => !fresh.includes(place)),
                listed: listed.join(' '),
                freshList: freshList.join(' '),
              };
          }
          probe.stop();
          return { seed: 0, errors: probe.takeErrors() };
        },
        seed,
        PER_ARTICLE,
      );
      expect(result).toEqual({ seed: 0, errors: [] });
    }
  }, 300_000);
});
