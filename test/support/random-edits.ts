/** Random edits of an article, repeatable by their seed. Runs in the page of a test. */
export type Random = (below: number) => number;

/** Mulberry32: small, and the same in every browser. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SNIPPETS = [
  '人工智能',
  '人工',
  '智能',
  '+',
  '大模型',
  '大',
  '模型',
  '普惠',
  '算力',
  '2025AI赋能',
  'MAIN',
  '超过70%',
  '从0到1',
  '《意见》',
  '关于深入实施“人工智能+”行动的意见',
  ' ',
  '\n　　',
  '，今天天气很好，',
  '。',
];
const WRAPPERS = ['b', 'span', 'a', 'div', 'p', 'section', 'ruby', 'em', 'h2', 'ul', 'code', 'nav', 'x-part'];
const VOIDS = ['br', 'wbr', 'img', 'hr', 'noscript', 'input'];
const STYLES = [
  'display:none',
  'display:block',
  'display:inline',
  'visibility:hidden',
  'display:contents',
  '',
];

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)] as T;
}

function snippets(random: Random): string {
  return Array.from({ length: 1 + random(4) }, () => pick(random, SNIPPETS)).join('');
}

function makeElement(random: Random, depth = 0): Element {
  const element = document.createElement(pick(random, WRAPPERS));
  for (let count = 1 + random(3); count > 0; count--) {
    element.append(depth < 2 && random(3) === 0 ? makeElement(random, depth + 1) : snippets(random));
  }
  if (random(8) === 0) element.setAttribute('style', pick(random, STYLES));
  if (random(8) === 0) element.className = pick(random, ['folded', 'plain']);
  return element;
}

/** Gives the article of the page a fresh random content. */
export function resetArticle(article: Element, seed: number): void {
  const random = randomFrom(seed);
  article.replaceChildren(...Array.from({ length: 5 }, () => makeElement(random)));
}

/** Makes one sequence of edits, sometimes letting the browser go on between two of them. */
export async function editRandomly(article: Element, seed: number, length: number): Promise<void> {
  const random = randomFrom(seed);
  for (let count = 0; count < length; count++) {
    edit(article, random);
    const pause = random(6);
    if (pause === 0) await new Promise((resolve) => setTimeout(resolve, random(3)));
    if (pause === 1) await Promise.resolve();
  }
}

function nodesIn(article: Element): Node[] {
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    for (const child of node.childNodes) {
      nodes.push(child);
      visit(child);
    }
    const shadow = (node as Partial<Element>).shadowRoot;
    if (shadow) visit(shadow);
  };
  visit(article);
  return nodes;
}

function edit(article: Element, random: Random): void {
  const nodes = nodesIn(article);
  const node = nodes.length > 0 ? pick(random, nodes) : article;
  const elements = nodes.filter((other): other is Element => other.nodeType === Node.ELEMENT_NODE);
  const element = elements.length > 0 ? pick(random, elements) : article;
  const texts = nodes.filter((other): other is Text => other.nodeType === Node.TEXT_NODE);
  const text = texts.length > 0 ? pick(random, texts) : undefined;
  switch (random(22)) {
    case 0:
      element.append(snippets(random));
      break;
    case 1:
      element.prepend(makeElement(random));
      break;
    case 2:
      element.insertBefore(
        makeElement(random),
        element.childNodes[random(element.childNodes.length + 1)] ?? null,
      );
      break;
    case 3:
      if (text) text.data = snippets(random);
      break;
    case 4:
      text?.insertData(random(text.length + 1), snippets(random));
      break;
    case 5:
      if (text && text.length > 0) text.deleteData(random(text.length), 1 + random(3));
      break;
    case 6:
      if (text && text.length > 1) text.splitText(1 + random(text.length - 1));
      break;
    case 7:
      element.normalize();
      break;
    case 8:
      if (node !== article) (node as ChildNode).remove();
      break;
    case 9: {
      const target = pick(random, [article, ...elements]);
      if (node !== article && !node.contains(target)) target.append(node);
      break;
    }
    case 10: {
      const other = nodes.length > 0 ? pick(random, nodes) : node;
      if (node !== article && !node.contains(other)) (other as ChildNode).before(node);
      break;
    }
    case 11: {
      if (!text) break;
      const wrapper = document.createElement(pick(random, WRAPPERS));
      text.replaceWith(wrapper);
      wrapper.append(text);
      break;
    }
    case 12:
      if (element !== article) element.replaceWith(...element.childNodes);
      break;
    case 13:
      if (element !== article) element.setAttribute('style', pick(random, STYLES));
      break;
    case 14:
      if (element !== article) element.classList.toggle('folded');
      break;
    case 15:
      if (element !== article) element.toggleAttribute('hidden');
      break;
    case 16:
      if (element !== article) element.toggleAttribute('contenteditable');
      break;
    case 17:
      element.append(document.createElement(pick(random, VOIDS)), snippets(random));
      break;
    case 18:
      if (element.localName === 'div' && !element.shadowRoot && element !== article) {
        element.attachShadow({ mode: 'open' }).append(makeElement(random), document.createElement('slot'));
        // Attaching changes nothing that can be observed; what follows does.
        element.append('');
      }
      break;
    case 19:
      article.append(...[...article.children].reverse());
      break;
    case 20:
      element.innerHTML = makeElement(random).outerHTML;
      break;
    case 21:
      if (element !== article) element.replaceWith(element.cloneNode(true));
      break;
  }
}
