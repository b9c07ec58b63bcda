import { describe, expect, it } from 'vitest';
import { annotatePage } from '../../../scripts/annotate/page.ts';
import { createAnnotator } from '../../../utils/annotate.ts';
import { buildLexicon } from '../../../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';

/** Terms and figures of a fragment of a page, as the page layer's text has them; the outer one of two. */
const FRAGMENTS: Readonly<Record<string, readonly (readonly [html: string, found: readonly string[]])[]>> = {
  'inline elements': [
    ['<p>发展<b>人工</b>智能</p>', ['人工智能']],
    ['<p>发展<a href=x>人工</a><a href=y>智能</a></p>', ['人工智能']],
    ['<p><font color=red>人</font><font color=blue>工智能</font></p>', ['人工智能']],
    ['<p><em>AI</em>技术</p>', ['AI']],
    ['<p><b>A</b>I is here</p>', ['AI']],
    ['<p><span class=dropcap>A</span>rtificial intelligence is here</p>', ['Artificial intelligence']],
    ['<p><big>人</big>工智能来了</p>', ['人工智能']],
    ['<p>人 工 智 能</p>', ['人 工 智 能']],
    ['<p><span>人</span> <span>工</span> <span>智</span> <span>能</span></p>', ['人 工 智 能']],
    ['<p><bdo dir=ltr>人工</bdo><bdi>智能</bdi></p>', ['人工智能']],
    ['<p>“<b>人工智能+</b>”行动</p>', ['“人工智能+”行动']],
    ['<p><b>“人工智能+”</b>行动</p>', ['“人工智能+”行动']],
    ['<p>人工智能＋行动</p>', ['人工智能＋行动']],
    ['<h2>AI</h2><p>赋能制造</p>', ['AI', '赋能']],
    ['<span><p>人工智能</p></span>', ['人工智能']],
    ['<p><span><span><span>人</span>工</span>智</span>能</p>', ['人工智能']],
    ['<blockquote>人工智能</blockquote>', ['人工智能']],
    ['<figure><img><figcaption>人形机器人</figcaption></figure>', ['人形机器人']],
    ['<details open><summary>算力</summary>人工智能</details>', ['算力', '人工智能']],
    ['<center><font>人工智能</font></center>', ['人工智能']],
    ['<p>人工<o:p></o:p>智能</p>', ['人工智能']],
    ['<p><q>人工智能</q></p>', ['人工智能']],
    ['<p><cite>人工智能</cite></p>', ['人工智能']],
    ['<p><u>人工</u><s>智</s><i>能</i></p>', ['人工智能']],
    ['<p><mark>人工</mark>智能</p>', ['人工智能']],
    ['<p><abbr title="artificial intelligence">AI</abbr></p>', ['AI']],
    ['<p><time datetime=2025-08-26>2025年8月26日</time></p>', ['2025年8月26日']],
    ['<p><slot>人工智能</slot></p>', ['人工智能']],
    ['<p><x-y>人工智能</x-y></p>', ['人工智能']],
  ],
  'what is hidden, and marks of direction': [
    ['<p>天气<span style="visibility: hidden">人工智能</span></p>', []],
    ['<p>人工<i style="color:red;visibility:hidden">x</i>智能</p>', ['人工智能']],
    ['<p>人工<i style="display:none">x</i>智能</p>', ['人工智能']],
    ['<p>人工<i hidden>x</i>智能</p>', ['人工智能']],
    ['<p style="visibility:visible">人工智能</p>', ['人工智能']],
    ['<p>&#x2066;AI&#x2069; Plus, &lrm;AI&rlm; Plus</p>', ['AI\u2069 Plus', 'AI\u200f Plus']],
  ],
  'raised characters': [
    ['<p>“人工智能<sup>+</sup>”行动</p>', ['“人工智能+”行动']],
    ['<p><ruby>人工<rt>réngōng</rt>智能<rt>zhìnéng</rt></ruby></p>', ['人工智能']],
    ['<p><ruby><rb>人工</rb><rp>(</rp><rt>x</rt><rp>)</rp></ruby>智能</p>', ['人工智能']],
    ['<p><ruby>人<rt>a</rt></ruby><ruby>工<rt>b</rt></ruby>智能</p>', ['人工智能']],
    ['<p>人工智能<sup>[1]</sup>发展</p>', ['人工智能']],
    ['<p>人工<sup>1</sup>智能</p>', []],
    ['<p>AI<sup>2</sup> is</p>', ['AI']],
    ['<p>AI<sup>[3]</sup> is</p>', ['AI']],
    ['<p>AI<sup><a href=#n1>1</a></sup> is here</p>', ['AI']],
    ['<p>大模型<sup>①</sup>开源</p>', ['大模型', '开源']],
    ['<p>算力<a href=#fn1><sup>1</sup></a>规模</p>', ['算力']],
    ['<p>10<sup>22</sup>字节</p>', []],
    ['<p>4.1×10<sup>22</sup>字节</p>', []],
    ['<p>100km<sup>2</sup></p>', ['100km²']],
    ['<p>100m<sup>3</sup>天然气</p>', ['100m³']],
    ['<p>CO<sub>2</sub>排放</p>', []],
    ['<p>增长5%<sup>[2]</sup>，</p>', ['5%']],
    ['<p>增长5%<sup>2</sup>，</p>', ['5%']],
    ['<p>达70<sup>%</sup></p>', ['70%']],
    ['<p>on the 26<sup>th</sup> of August</p>', ['26th of August']],
    ['<p>August 26<sup>th</sup>, 2025</p>', ['August 26th, 2025']],
    ['<p>1<sup>st</sup></p>', []],
    ['<p>AI<sub>x</sub></p>', []],
    ['<p>企业5000<sup>3</sup>家</p>', []],
    ['<p>AI<sup>3</sup>赋能</p>', ['AI', '赋能']],
  ],
  'characters that are not seen': [
    ['<p>人　工　智　能</p>', ['人　工　智　能']],
    ['<p>人&nbsp;工&nbsp;智&nbsp;能</p>', ['人\u00a0工\u00a0智\u00a0能']],
    ['<p>人工&thinsp;智能</p>', ['人工\u2009智能']],
    ['<p>人工<wbr>智能</p>', ['人工智能']],
    ['<p>人工&shy;智能</p>', ['人工\u00ad智能']],
    ['<p>arti&shy;ficial intelli&shy;gence</p>', ['arti\u00adficial intelli\u00adgence']],
    ['<p>artificial<wbr> intelligence</p>', ['artificial intelligence']],
    ['<p>artificial&nbsp;intelligence</p>', ['artificial\u00a0intelligence']],
    ['<p>artificial\n   intelligence</p>', ['artificial\n   intelligence']],
    ['<p>人工\n   智能</p>', ['人工\n   智能']],
    ['<p>人工\u200b智能</p>', ['人工\u200b智能']],
    ['<p>人工\u2060智能</p>', ['人工\u2060智能']],
    ['<p>人工\u200e智能\u200f</p>', ['人工\u200e智能']],
    ['<p>\u202a人工智能\u202c</p>', ['人工智能']],
    ['<p>人工<!-- x -->智能</p>', ['人工智能']],
    ['<p>500<wbr>万人</p>', ['500万人']],
    ['<p>5&nbsp;000&nbsp;万元</p>', ['5\u00a0000\u00a0万元']],
    ['<p>70&nbsp;percent of firms</p>', ['70\u00a0percent']],
    ['<p>Aug.&nbsp;26,&nbsp;2025 it was</p>', ['Aug.\u00a026,\u00a02025']],
    ['<p>over\n  70\n  percent of firms</p>', ['over\n  70\n  percent']],
    ['<p>the first\nhalf of\n2025</p>', ['first\nhalf of\n2025']],
    ['<p>one\n million users</p>', ['one\n million']],
  ],
  borders: [
    ['<p>Open<b>AI</b>发布</p>', []],
    ['<p>M<b>AI</b>N street</p>', []],
    ['<p>人工</p><p>智能</p>', []],
    ['<table><tr><td>人工</td><td>智能</td></tr></table>', []],
    ['<ul><li>人工<li>智能</ul>', []],
    ['<dl><dt>人工智能</dt><dd>大模型</dd></dl>', ['人工智能', '大模型']],
    ['<dl><dt>人工<dd>智能</dl>', []],
    ['<p>人工<img src=x>智能</p>', []],
    ['<p>人工<br>智能</p>', []],
    ['<p>人工<hr>智能</p>', []],
    ['<div>人工<div>中</div>智能</div>', []],
    ['<table><tr><td>算力</td><td>788 EFLOPS</td></tr></table>', ['算力', '788 EFLOPS']],
    ['<ol><li>70%<li>90%</ol>', ['70%', '90%']],
    ['<p>用<code>AI</code>写</p>', []],
    ['<p>人工<x-y>智</x-y>能</p>', []],
    ['<p>约<br>70%</p>', ['70%']],
  ],
  figures: [
    ['<p>超<b>70%</b>的企业</p>', ['超70%']],
    ['<p><b>超70</b>%</p>', ['超70%']],
    ['<p>超过<span class=num>70</span><span class=unit>%</span></p>', ['超过70%']],
    ['<p><span>5000</span><span>亿元</span></p>', ['5000亿元']],
    ['<p>1.2<b>万亿</b>元</p>', ['1.2万亿元']],
    ['<p><strong>2025</strong>年<strong>8</strong>月<strong>26</strong>日</p>', ['2025年8月26日']],
    ['<p>从<b>24.02%</b>提高到<b>25.09%</b></p>', ['24.02%', '25.09%']],
    ['<p>50平方<b>公里</b></p>', ['50平方公里']],
    ['<p>41个<a>大类</a></p>', ['41个']],
    ['<p>70<b> percent</b> of firms</p>', ['70 percent']],
    ['<p>more than <b>400 million</b> people</p>', ['more than 400 million']],
    ['<p><b>$1.2</b> trillion was spent</p>', ['$1.2 trillion']],
    ['<p><b>Aug</b> 26, <i>2025</i> it was</p>', ['Aug 26, 2025']],
    ['<p>“十<b>四五</b>”时期</p>', ['十四五']],
    ['<p>１００<font>％</font></p>', ['１００％']],
    ['<p>国发〔<b>2025</b>〕11号</p>', ['国发〔2025〕11号']],
    ['<p>第<b>3</b>位</p>', ['第3位']],
    ['<p>15<span>%</span>—<span>20%</span></p>', ['15%—20%']],
    ['<p>电话<a href=tel:1>010-65363263</a></p>', []],
    ['<p>3.5 billion yuan (<i>$480 million</i>)</p>', ['3.5 billion yuan', '$480 million']],
    ['<p>约 <em>3000</em> 万 人</p>', ['约 3000 万 人']],
    ['<p>二〇<b>二五</b>年</p>', ['二〇二五年']],
    ['<p>6<b>G</b>研发</p>', ['6G']],
    ['<p>5<b>G</b>基站</p>', []],
  ],
};

const FILLER = `<p>${'这里是正文的其他内容，用来凑够一定长度。'.repeat(6)}</p>`;
const annotator = createAnnotator(buildLexicon(loadKnowledge()));

function found(html: string): string[] {
  const page = `<!doctype html><article><h1>标题</h1>${FILLER}${html}${FILLER}</article>`;
  let end = 0;
  return annotatePage(page, annotator).annotations.flatMap((annotation) => {
    if (annotation.start < end) return [];
    end = annotation.end;
    return [annotation.text];
  });
}

for (const [rule, fragments] of Object.entries(FRAGMENTS)) {
  describe(`reads over ${rule}`, () => {
    it.each(fragments)('%s', (html, expected) => {
      expect(found(html)).toEqual(expected);
    });
  });
}
