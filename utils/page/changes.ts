import type { Roles } from './elements.ts';
import { isOverridden, nodeAround } from './forms.ts';
import { containsDeep } from './order.ts';
import { hostOf } from './shadow.ts';

/** What a batch of mutations means for the blocks. */
export interface Changes {
  /** Trees that were taken out, perhaps put in again elsewhere. */
  readonly removed: ReadonlySet<Node>;
  /** Nodes that were put in. */
  readonly added: ReadonlySet<Node>;
  /** Elements whose display or visibility may be another now, with everything in them. */
  readonly restyled: ReadonlySet<Element>;
  /** Owners of blocks whose own text has changed. */
  readonly dirty: ReadonlySet<Element | ShadowRoot>;
}

/** The changes, or that there are so many, or such, that everything has to be read again. */
export type Digest = Changes | 'everything';

/** Above this number of records, or of dirty owners, one pass over everything costs less. */
const MANY_RECORDS = 2_000;
const MANY_OWNERS = 200;

/** What of an element's style hides or shows its text. */
export type Looks = WeakMap<Element, string>;

/**
 * Sums up mutations.
 * @param roots what is read: nothing outside of it counts, except what can show or hide it.
 * @param looks what elements looked like at their last change of style; updated.
 */
export function digest(
  records: readonly MutationRecord[],
  roots: readonly Element[],
  roles: Roles,
  looks: Looks,
): Digest {
  if (records.length > MANY_RECORDS) return 'everything';
  const removed = new Set<Node>();
  const added = new Set<Node>();
  const restyled = new Set<Element>();
  const dirty = new Set<Element | ShadowRoot>();
  const owners = new Map<Node, Element | ShadowRoot | undefined>();

  function touch(node: Node): void {
    if (!owners.has(node)) owners.set(node, ownerOf(node, roots, roles));
    const owner = owners.get(node);
    if (owner) dirty.add(owner);
  }

  for (const record of records) {
    const { type, removedNodes, addedNodes, attributeName } = record;
    const target = isOverridden(record.target) ? nodeAround(record.target) : record.target;
    if (!target) continue;
    if (type === 'attributes') {
      const element = target as Element;
      if (attributeName === 'style' && !looksDifferent(element, looks)) continue;
      if (roots.some((root) => containsDeep(element, root))) return 'everything';
      if (!roots.some((root) => containsDeep(root, element))) continue;
      restyled.add(element);
      if (element.parentNode) touch(element.parentNode);
      continue;
    }
    for (const node of removedNodes) {
      // Put in again elsewhere, for example into a new frame around the article; else the roots would be others.
      if (node.firstChild && roots.some((root) => node.contains(root))) return 'everything';
      removed.add(node);
      // Put into a shadow tree that nobody knows of: nothing tells of a tree that an element gets late.
      const host = node.isConnected ? hostOf(node.getRootNode()) : null;
      if (host) touch(host);
    }
    for (const node of addedNodes) added.add(node);
    touch(type === 'characterData' ? (target.parentNode ?? target) : target);
    if (dirty.size > MANY_OWNERS) return 'everything';
  }
  return { removed, added, restyled, dirty };
}

/**
 * Animations write `style` all the time; only what decides about text counts. An element that was never looked at
 * before counts as changed.
 */
function looksDifferent(element: Element, looks: Looks): boolean {
  if (!element.isConnected) return false;
  const style = getComputedStyle(element);
  const look = `${style.display} ${style.visibility} ${style.contentVisibility} ${style.backgroundColor}`;
  if (looks.get(element) === look) return false;
  looks.set(element, look);
  return true;
}

/** The owner of the block that a node's text is part of; undefined where nothing is read. */
export function ownerOf(
  node: Node,
  roots: readonly Element[],
  roles: Roles,
): Element | ShadowRoot | undefined {
  let owner: Element | ShadowRoot | undefined;
  let current: Node | null = node;
  while (current) {
    const isElement = current.nodeType === Node.ELEMENT_NODE;
    const isRoot = isElement && roots.includes(current as Element);
    if (isRoot) return owner ?? (current as Element);
    if (isElement) {
      const role = roles.of(current as Element);
      if (role !== 'block' && role !== 'inline') return undefined;
      if (role === 'block') owner ??= current as Element;
      current = current.parentNode;
    } else if (current.nodeType === Node.DOCUMENT_FRAGMENT_NODE) {
      owner ??= current as ShadowRoot;
      current = hostOf(current);
    } else if (isOverridden(current)) {
      return undefined;
    } else {
      current = current.nodeType === Node.DOCUMENT_NODE ? null : current.parentNode;
    }
  }
  return undefined;
}
