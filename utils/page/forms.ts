/**
 * A form answers with its own control where one has the name of a property: `form.nextSibling` is the field called
 * “nextSibling”. In Chromium that holds in the world of content scripts too, and a field may belong to a form that it
 * is not inside of, so that going from node to node could go round for ever.
 */

/** What the page layer asks of any element that may be a form. No field of a sensible form has such a name. */
const ASKED: readonly string[] = [
  ...['nodeType', 'localName', 'firstChild', 'nextSibling', 'parentNode', 'parentElement', 'shadowRoot'],
  ...['isConnected', 'ownerDocument', 'getRootNode', 'contains', 'closest', 'matches', 'hasAttribute'],
  ...[
    'getAttribute',
    'getAttributeNames',
    'hasAttributes',
    'querySelector',
    'querySelectorAll',
    'textContent',
    'assignedSlot',
    'checkVisibility',
  ],
  ...['compareDocumentPosition', 'scrollIntoView', 'getBoundingClientRect', 'getClientRects'],
];

/** Whether a node is a form of which a property cannot be trusted. Such a form is not read. */
export function isOverridden(node: Node): boolean {
  const name: unknown = (node as Partial<Element>).localName;
  if (name !== 'form' && typeof name !== 'object') return false;
  return name !== null && ASKED.some((property) => Object.hasOwn(node, property));
}

/** The node after a form that is overridden. */
export function nodeAfter(form: Node): Node | null {
  return askNode(form, 'nextSibling');
}

/** The node around a form that is overridden. */
export function nodeAround(form: Node): Node | null {
  return askNode(form, 'parentNode');
}

/** All text below a node, of an overridden form as well. */
export function textOf(node: Node): string {
  const text: unknown = isOverridden(node) ? ask(node, 'textContent') : node.textContent;
  return typeof text === 'string' ? text : '';
}

function askNode(node: Node, property: 'nextSibling' | 'parentNode'): Node | null {
  return ask(node, property) as Node | null;
}

function ask(node: Node, property: 'nextSibling' | 'parentNode' | 'textContent'): unknown {
  return Object.getOwnPropertyDescriptor(Node.prototype, property)?.get?.call(node) ?? null;
}
