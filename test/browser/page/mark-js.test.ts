import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';
import { articlePage } from '../../support/pages.ts';

/**
 * The cases of highlighting in which the common library for it (mark.js, with `acrossElements`) is wrong: it finds
 * what is not there, or misses what is. Each with the right answer.
 */
const CASES: readonly (readonly [
  rule: string,
  html: string,
  terms: readonly string[],
  right: readonly string[],
])[] = [
  ['joins what two blocks hold', '<p>人工</p><p>智能</p>', ['人工智能'], []],
  ['joins what a line break parts', '<p>人工<br>智能</p>', ['人工智能'], []],
  ['joins what a picture parts', '<p>人工<img alt="">智能</p>', ['人工智能'], []],
  ['finds AI inside of MAIN', '<p>MAIN</p>', ['AI'], []],
  ['misses full-width letters', '<p>ＡＩ＋</p>', ['AI'], ['ＡＩ']],
  ['misses a term with a zero-width space', '<p>大\u200b模型</p>', ['大模型'], ['大\u200b模型']],
  ['misses a term with a soft hyphen', '<p>大&shy;模型</p>', ['大模型'], ['大\u00ad模型']],
  ['misses a term with a no-break space', '<p>大&nbsp;模型</p>', ['大模型'], ['大\u00a0模型']],
  ['misses a term that the source breaks', '<p>大模\n型</p>', ['大模型'], ['大模\n型']],
  [
    'misses an open shadow tree',
    '<div><template shadowrootmode="open"><p>大模型</p></template></div>',
    ['大模型'],
    ['大模型'],
  ],
  [
    'misses a term with readings',
    '<p><ruby>大<rt>dà</rt>模<rt>mó</rt>型<rt>xíng</rt></ruby></p>',
    ['大模型'],
    ['大', '模', '型'],
  ],
  [
    'marks a short term inside of a long one',
    '<p>人工智能+行动</p>',
    ['人工智能', '人工智能+'],
    ['人工智能+'],
  ],
  ['writes into hidden text', '<p hidden>大模型</p><p>算力</p>', ['大模型', '算力'], ['算力']],
  ['writes into code', '<pre>大模型</pre><p>算力</p>', ['大模型', '算力'], ['算力']],
  ['writes into navigation', '<nav>大模型</nav><p>算力</p>', ['大模型', '算力'], ['算力']],
  ['writes into a button', '<button>大模型</button><p>算力</p>', ['大模型', '算力'], ['算力']],
  ['writes into editable text', '<p contenteditable>大模型</p><p>算力</p>', ['大模型', '算力'], ['算力']],
];

describe.each(BROWSER_KINDS)('in %s, where mark.js', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  it.each(CASES)('%s, the reader is right', async (_rule, html, terms, right) => {
    const page = await lab.open(articlePage(html));
    const [ours, theirs] = await page.evaluate(async (words) => {
      await probe.start();
      const painted = probe.paintedTerms();
      probe.stop();
      return [painted, probe.markedByLibrary(words)] as const;
    }, terms);
    expect(ours).toEqual(right);
    expect(theirs).not.toEqual(right);
  });

  it.each([
    ['2025AI赋能', '<p>2025AI赋能</p>', ['2025', 'AI']],
    ['AI+', '<p>AI+行动</p>', ['AI']],
  ])('needs boundaries told by hand (%s), the reader knows them', async (_case, html, right) => {
    const page = await lab.open(articlePage(html));
    const ours = await page.evaluate(async () => {
      await probe.start();
      return probe.painted().map((piece) => piece.slice(piece.indexOf(' ') + 1));
    });
    expect(ours).toEqual(right);
  });
});
