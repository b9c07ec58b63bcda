import type { Block } from './run.ts';
import { parentAcross } from './shadow.ts';

/** A block shorter than this is a label or a link rather than a sentence, in code units. */
const SHORTEST_SENTENCE = 20;
/** A child that holds this share of all sentences holds the article. The test set of sites.test.ts justifies it. */
const DOMINANT = 2 / 3;
/** Below this much text there is no article to be found, in code units. */
const LEAST_TEXT = 100;

/**
 * Finds the article on a page that no profile describes: from the body down, as long as one child holds most of the
 * running text. Text of links does not count, so lists of headlines weigh nothing. Returns the test of whether a
 * block belongs to the article; where no article stands out, all blocks do. The page's only headline always does.
 */
export function densestElement(document: Document, blocks: readonly Block[]): (block: Block) => boolean {
  const weights = new Map<Node, number>();
  let total = 0;
  for (const block of blocks) {
    const weight = weighBlock(block);
    if (weight === 0) continue;
    total += weight;
    for (let node: Node | null = block.owner; node; node = parentAcross(node)) {
      weights.set(node, (weights.get(node) ?? 0) + weight);
    }
  }
  if (total < LEAST_TEXT || !document.body) return () => true;
  let article: Element = document.body;
  for (;;) {
    const dominant = [...article.children].find((child) => (weights.get(child) ?? 0) >= total * DOMINANT);
    // One paragraph that outweighs the rest is not a container: its siblings are the article too.
    if (!dominant || isParagraph(dominant, blocks)) break;
    article = dominant;
  }
  const headlines = document.querySelectorAll('h1');
  const headline = headlines.length === 1 ? headlines[0] : undefined;
  return ({ owner }) => {
    for (let node: Node | null = owner; node; node = parentAcross(node)) {
      if (node === article || node === headline) return true;
    }
    return false;
  };
}

function isParagraph(element: Element, blocks: readonly Block[]): boolean {
  return element.localName === 'p' || blocks.filter((block) => element.contains(block.owner)).length <= 1;
}

function weighBlock({ text, nodes }: Block): number {
  if (text.length < SHORTEST_SENTENCE || !/[。！？；，、,.;:：!?]/.test(text)) return 0;
  let weight = 0;
  for (const node of nodes) {
    const length = node.data.trim().length;
    if (length > 0 && !node.parentElement?.closest('a')) weight += length;
  }
  return weight;
}
