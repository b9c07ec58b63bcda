/** `Node.DOCUMENT_FRAGMENT_NODE`; the global does not exist where jsdom documents are read. */
const DOCUMENT_FRAGMENT_NODE = 11;

/**
 * The host of a shadow tree, else null. Never ask a node for `host` without this: links have a property of that name
 * too, which is the host of their address.
 */
export function hostOf(node: Node): Element | null {
  return node.nodeType === DOCUMENT_FRAGMENT_NODE ? ((node as Partial<ShadowRoot>).host ?? null) : null;
}

/** The elements of HTML that may have a shadow tree (`attachShadow` of the DOM standard). */
const SHADOW_HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** Whether an element of this name can have a shadow tree, custom elements included. */
export function mayHostShadow(localName: string): boolean {
  return SHADOW_HOSTS.has(localName) || localName.includes('-');
}

/** The parent of a node; of a shadow tree, its host. */
export function parentAcross(node: Node): Node | null {
  return node.parentNode ?? hostOf(node);
}

/** The element around a node; around a node at the top of a shadow tree, the host. */
export function elementAround(node: Node): Element | null {
  return node.parentElement ?? (node.parentNode && hostOf(node.parentNode));
}

/** The element that an owner of blocks is, or whose shadow tree it is. */
export function elementOf(owner: Element | ShadowRoot): Element {
  return hostOf(owner) ?? (owner as Element);
}
