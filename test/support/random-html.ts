import { type Random, randomFrom } from './random-edits.ts';

/** Pieces of text: terms, what looks like one, and what parsers and offset maps stumble over. */
const TEXTS = [
  '人工智能',
  '人工\u200b智能',
  '人\u00ad工智能',
  '大模型',
  '大 模\n型',
  '算力2025年增长41.06%，',
  '从0到1',
  '《意见》',
  'AI',
  'ＡＩ＋',
  '&#x0;&#xd800;&#x1f600;',
  '𠮷野家👩‍👩‍👧‍👦',
  '\u202e数据集\u202c',
  'é́́́',
  '<!-- 人工智能 -->',
  '<![CDATA[算力]]>',
  '&lt;b&gt;',
  '0'.repeat(60),
  '超过一万亿亿万亿三点五成',
  '\t\v\f\r',
];
const NAMES = [
  ...[
    'p',
    'b',
    'div',
    'span',
    'a',
    'table',
    'tr',
    'td',
    'ul',
    'li',
    'ruby',
    'rt',
    'svg',
    'text',
    'math',
    'mi',
  ],
  ...['select', 'option', 'textarea', 'button', 'details', 'summary', 'template', 'script', 'style', 'title'],
  ...[
    'iframe',
    'object',
    'noscript',
    'pre',
    'h1',
    'nav',
    'form',
    'dialog',
    'frameset',
    'plaintext',
    'x-y',
    'slot',
  ],
];
const ATTRIBUTES = [
  'hidden',
  'style="display:contents"',
  'style="position:fixed;content-visibility:auto"',
  'style="float:left;columns:2;writing-mode:vertical-rl"',
  'contenteditable',
  'aria-hidden=true',
  'inert',
  'lang=en',
  'dir=rtl',
  'popover',
  'open',
  'id=ozoom',
  'class=article',
  'data-aiplus-card',
  'data-aiplus="x"',
];

/**
 * A page that no author would write, the same for the same seed: tags in any order and nesting, closed or not, with
 * terms, figures and odd characters in between.
 */
export function randomHtml(seed: number): string {
  const random = randomFrom(seed);
  const open: string[] = [];
  let html = '';
  for (let count = 20 + random(120); count > 0; count--) html += piece(random, open);
  return `<!doctype html><html><head><title>人工智能</title></head><body><div id="ozoom">${'正文'.repeat(20)}${html}</div><p>${html}</p></body></html>`;
}

function piece(random: Random, open: string[]): string {
  switch (random(6)) {
    case 0:
    case 1: {
      const name = choose(random, NAMES);
      // What swallows the rest of a page is rare, or every page would end after a line.
      if ((name === 'plaintext' || name === 'frameset') && random(20) > 0) return '';
      open.push(name);
      // What a script of the page does wrong is no finding: none runs.
      if (name === 'script') return '<script type=text/plain>';
      return `<${name}${random(3) === 0 ? ` ${choose(random, ATTRIBUTES)}` : ''}>`;
    }
    case 2: {
      const name = random(4) === 0 ? choose(random, NAMES) : open.pop();
      return name ? `</${name}>` : '';
    }
    default:
      return choose(random, TEXTS);
  }
}

function choose<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)] as T;
}
