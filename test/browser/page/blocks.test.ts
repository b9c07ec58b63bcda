import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';
import { articlePage, FILLER } from '../../support/pages.ts';

/** What is painted, piece by piece, in an article with this content. A ruby makes a mark several pieces. */
const CASES: readonly (readonly [rule: string, html: string, painted: readonly string[]])[] = [
  // What belongs together
  [
    'joins text across inline elements',
    '<p>发展<b>人工</b><a href="#">智</a><span>能</span>。</p>',
    ['人工智能'],
  ],
  [
    'joins text across inline elements inside one another',
    '<p><em>人<b>工<i>智</i></b></em>能</p>',
    ['人工智能'],
  ],
  [
    'paints a longer term over a boundary as one mark',
    '<p><strong>人工智能</strong>+行动</p>',
    ['人工智能+'],
  ],
  ['sees through a word break opportunity', '<p>大<wbr>模型</p>', ['大模型']],
  ['sees through a soft hyphen', '<p>大&shy;模型</p>', ['大\u00ad模型']],
  ['sees through a zero-width space', '<p>大\u200b模型</p>', ['大\u200b模型']],
  ['sees through a no-break space', '<p>大&nbsp;模型</p>', ['大\u00a0模型']],
  ['sees through a line break in the source', '<p>大模\n\t型</p>', ['大模\n\t型']],
  ['sees through comments', '<p>大<!--enpcontent-->模型</p>', ['大模型']],
  [
    'sees through a script inside of a paragraph',
    '<p>大<script>var 大模型;</script>模型</p>',
    ['大var 大模型;模型'],
  ],
  ['sees through hidden inline text', '<p>大<span style="display:none">的</span>模型</p>', ['大的模型']],
  [
    'leaves the readings of a ruby out',
    '<p><ruby>大<rt>dà</rt>模<rt>mó</rt>型<rt>xíng</rt></ruby></p>',
    ['大', '模', '型'],
  ],
  [
    'joins text across an element with display: contents',
    '<div>大<div style="display:contents">模</div>型</div>',
    ['大模型'],
  ],
  [
    'joins what is laid out inline whatever its tag says',
    '<p>大</p><div class="row"><div style="display:inline">大</div><div style="display:inline">模型</div></div>',
    ['大模型'],
  ],
  [
    'joins text across the elements that word processors leave',
    '<p>大<o:p></o:p>模<st1:x w:st="on">型</st1:x></p>',
    ['大模型'],
  ],
  ['joins across an inline block', '<p>大<span style="display:inline-block">模</span>型</p>', ['大模型']],
  [
    'finds the place of text after all that is passed over',
    '<p>一<br>二<script>var 大模型;</script>三<img alt=""><button>算力</button>四<ruby>五<rt>wǔ</rt></ruby>大模型</p><nav>算力</nav><form><input name="textContent">算力</form><p>人工智能</p>',
    ['大模型', '人工智能'],
  ],
  // What does not
  ['does NOT find text across two paragraphs', '<p>人工</p><p>智能</p>', []],
  ['does NOT find text across a line break', '<p>人工<br>智能</p>', []],
  ['does NOT find text across two cells', '<table><tr><td>人工</td><td>智能</td></tr></table>', []],
  ['does NOT find text across list items', '<ul><li>人工</li><li>智能</li></ul>', []],
  ['does NOT find text across a picture', '<p>人工<img alt="">智能</p>', []],
  [
    'does NOT take the label of a control at its end for its text',
    '<p>大<b>模</b><button>型</button></p><p><button>大</button>模<b>型</b></p>',
    [],
  ],
  ['does NOT find text across a block inside of a line', '<p><span>人工<div>在</div>智能</span></p>', []],
  [
    'does NOT find text across inline elements laid out as blocks by their own style',
    '<p><span style="display:block">人工</span><span style="display:block">智能</span></p>',
    [],
  ],
  [
    'does NOT find text across inline elements laid out as blocks by a rule for their tag',
    '<p class="blocky"><b>人工</b><b>智能</b></p>',
    [],
  ],
  [
    'does NOT find text across the items of a flex container',
    '<div style="display:flex"><span>人工</span><span>智能</span></div>',
    [],
  ],
  ['does NOT find AI inside of a Latin word', '<p>MAIN said OpenAI</p>', []],
  // Spellings that others miss
  ['finds full-width letters', '<p>ＡＩ</p>', ['ＡＩ']],
  ['finds AI between a number and a Chinese word', '<p>2025AI赋能</p>', ['2025', 'AI']],
  ['paints the outer one of a term and the figures inside', '<p>从0到1</p>', ['从0到1']],
  // What is not read
  [
    'does NOT read navigation',
    '<nav><p>人工智能</p></nav><div role="navigation">人工智能</div><search><p>人工智能</p></search>',
    [],
  ],
  ['does NOT read code', '<pre>人工智能</pre><p>用<code>人工智能</code></p>', []],
  [
    'does NOT read controls',
    '<button>人工智能</button><textarea>人工智能</textarea><select><option>人工智能</select><label>人工智能</label>',
    [],
  ],
  ['does NOT read a form', '<form><div>人工智能</div><input value="人工智能"></form>', []],
  [
    'does NOT read editable text',
    '<p contenteditable>人工智能</p><div contenteditable="plaintext-only">人工智能</div>',
    [],
  ],
  ['does NOT read noscript and templates', '<noscript>人工智能</noscript><template>人工智能</template>', []],
  [
    'does NOT paint hidden text',
    '<p hidden>人工智能</p><p style="display:none">人工智能</p><p style="visibility:hidden">人工智能</p><div class="folded"><p>人工智能</p></div>',
    [],
  ],
  ['does NOT paint a closed details', '<details><summary>摘要</summary><p>人工智能</p></details>', []],
  ['reads an open details', '<details open><summary>摘要</summary><p>人工智能</p></details>', ['人工智能']],
  ['reads text that is only scrolled or faded out', '<p style="opacity:0">人工智能</p>', ['人工智能']],
  [
    'reads table cells and list items',
    '<table><tr><td>人工智能</td></tr></table><ul><li>大模型</li></ul>',
    ['人工智能', '大模型'],
  ],
  [
    'reads text without any element around it',
    '人工智能<div>大模型</div>算力',
    ['人工智能', '大模型', '算力'],
  ],
  ['reads paragraphs inside of spans', '<span><p>人工智能</p></span>', ['人工智能']],
  ['reads right-to-left text around a term', '<p dir="rtl">שלום 人工智能 עולם</p>', ['人工智能']],
  [
    'is read by its text, whatever language its markup claims',
    '<p lang="en">发展人工智能</p><p lang="zh-CN">AI in class, 大模型</p><p lang="ja" xml:lang="x">算力</p>',
    ['人工智能', 'AI', '大模型', '算力'],
  ],
  ['reads vertical text', '<p style="writing-mode:vertical-rl">人工智能</p>', ['人工智能']],
];

describe.each(BROWSER_KINDS)('in %s, a block', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  describe('among the cases', () => {
    let page: Page;
    beforeAll(async () => {
      page = await lab.open(
        articlePage(
          '',
          '.blocky b { display: block } .folded > p { display: none } .row { font-size: 12px }',
        ),
      );
    });

    // One page for all of them: opening a page takes longer than reading it.
    it.each(CASES)('%s', async (_rule, html, expected) => {
      const painted = await page.evaluate(
        async (content, filler) => {
          document.querySelector('#ozoom')!.innerHTML = `${content}<p>${filler}</p>`;
          await probe.start();
          return probe.painted().map((piece) => piece.slice(piece.indexOf(' ') + 1));
        },
        html,
        FILLER,
      );
      expect(painted).toEqual(expected);
    });
  });

  it('counts only with what its neighbours say', async () => {
    const page = await lab.open(articlePage('<p>普惠</p><p>发展AI</p><p>普惠</p><p>今天</p><p>普惠</p>'));
    const painted = await page.evaluate(async () => {
      await probe.start();
      return probe.painted();
    });
    expect(painted).toEqual(['society 普惠', 'technology AI', 'society 普惠']);
  });

  it('counts only with what the page has said elsewhere', async () => {
    const page = await lab.open(articlePage('<p>《意见》</p><p id="later">今天</p>'));
    const result = await page.evaluate(async () => {
      await probe.start();
      const before = probe.painted();
      document.querySelector('#later')!.textContent = '关于深入实施“人工智能+”行动的意见';
      await probe.settled();
      return [before, probe.painted()];
    });
    expect(result).toEqual([[], ['policy 《意见》', 'policy 人工智能+']]);
  });

  it('is read in open shadow trees, slots included', async () => {
    const page = await lab.open(articlePage('<div id="host">算力</div><p>大模型</p>'));
    const listed = await page.evaluate(async () => {
      const shadow = document.querySelector('#host')!.attachShadow({ mode: 'open' });
      shadow.innerHTML = '<p>人工智能</p><slot></slot>';
      await probe.start();
      return probe.listed();
    });
    expect(listed).toEqual(['technology 人工智能', 'data-compute 算力', 'technology 大模型']);
  });

  it('of a very long text is annotated in pieces with the right places', async () => {
    const page = await lab.open(articlePage(`<p>${`${'的'.repeat(997)}大模型。`.repeat(60)}</p>`));
    const result = await page.evaluate(async () => {
      await probe.start();
      return probe.painted();
    });
    expect(result).toEqual(Array.from({ length: 60 }, () => 'technology 大模型'));
  });
});
