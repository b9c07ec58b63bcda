import { hostOf } from './shadow.ts';

/** The trees that a node is in, the document's last: the node itself, its shadow host, that host's shadow host … */
function* liftedThroughShadows(node: Node): Generator<Node> {
  for (let current: Node | null = node; current; ) {
    yield current;
    const root: Node = current.getRootNode();
    current = hostOf(root);
  }
}

/**
 * Whether `a` comes before `b` in reading order. A shadow tree stands where its host starts, before the host's own
 * children.
 */
export function precedes(a: Node, b: Node): boolean {
  let [first, second] = [a, b];
  if (a.getRootNode() !== b.getRootNode()) {
    const above = new Map([...liftedThroughShadows(a)].map((node) => [node.getRootNode(), node]));
    for (const node of liftedThroughShadows(b)) {
      const counterpart = above.get(node.getRootNode());
      if (!counterpart) continue;
      [first, second] = [counterpart, node];
      break;
    }
    // One is in the shadow of the other's ancestor or of the other itself.
    if (first === second) return first !== a;
  }
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Whether `root` contains `node`, looking through shadow trees. */
export function containsDeep(root: Node, node: Node): boolean {
  for (const lifted of liftedThroughShadows(node)) {
    if (root.contains(lifted)) return true;
  }
  return false;
}

/** Calls `visit` with every text node in a tree, open shadow trees included. */
export function forEachText(tree: Node, visit: (text: Text) => void): void {
  if (tree.nodeType === Node.TEXT_NODE) {
    visit(tree as Text);
    return;
  }
  if (tree.nodeType !== Node.ELEMENT_NODE && tree.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return;
  const trees: Node[] = [tree];
  for (let current = trees.pop(); current; current = trees.pop()) {
    const shadow = (current as Partial<Element>).shadowRoot;
    if (shadow) trees.push(shadow);
    const walker = document.createTreeWalker(current, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) visit(node as Text);
      else if ((node as Element).shadowRoot) trees.push((node as Element).shadowRoot as ShadowRoot);
    }
  }
}
