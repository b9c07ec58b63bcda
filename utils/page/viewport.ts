import { ownerOf } from './changes.ts';
import type { Roles } from './elements.ts';
import type { Entry } from './marks.ts';
import { elementOf } from './shadow.ts';

/** Where the viewport is probed for the first text on screen, as parts of its width and height. */
const PROBES = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** More owners than this are not on one screen, whatever their sizes say. */
const MANY_OWNERS = 120;

/**
 * The owners of the blocks on screen, in reading order: from the first that is found at the top down to the lower
 * edge. A hit test takes long on a long page, so only the first owner is looked for that way.
 */
export function ownersInViewport(
  document: Document,
  view: Window,
  roots: readonly Element[],
  roles: Roles,
): (Element | ShadowRoot)[] {
  const first = firstOwner(document, view, roots, roles);
  const root = first && roots.find((candidate) => candidate.contains(elementOf(first)));
  if (!first || !root) return [];
  const owners = [first];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = elementOf(first);
  for (let node = walker.nextNode(); node && owners.length < MANY_OWNERS; node = walker.nextNode()) {
    const element = node as Element;
    const role = roles.of(element);
    if (role !== 'block') continue;
    if (element.getBoundingClientRect().top > view.innerHeight) break;
    if (ownerOf(element, roots, roles) === element) owners.push(element);
  }
  return owners;
}

function firstOwner(
  document: Document,
  view: Window,
  roots: readonly Element[],
  roles: Roles,
): Element | ShadowRoot | undefined {
  for (const probe of PROBES) {
    const element = document.elementFromPoint(view.innerWidth / 2, view.innerHeight * probe);
    const owner = element && ownerOf(element, roots, roles);
    if (owner) return owner;
  }
  return undefined;
}

/** How far beyond the viewport marks are painted where there are too many to paint all, in heights of the viewport. */
const MARGIN = 3;

/**
 * The entries that are on screen or not far from it, as a half-open span of indices. Reading order is taken for the
 * order from top to bottom; the margin makes up for columns.
 */
export function nearViewport(entries: readonly Entry[], view: Window): readonly [start: number, end: number] {
  const height = view.innerHeight;
  const start = partition(entries, (rect) => rect.bottom < -MARGIN * height);
  const end = partition(entries, (rect) => rect.top < (1 + MARGIN) * height);
  return [start, Math.max(start, end)];
}

/** Index of the first entry for which `before` is false; true for all that come earlier. */
function partition(entries: readonly Entry[], before: (rect: DOMRect) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = entries[middle]?.block.nodes[0];
    if (node && before(rectOf(node))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a text is; where its parent is if the text has no box, for instance because it is hidden. */
function rectOf(node: Text): DOMRect {
  const range = (node.ownerDocument ?? document).createRange();
  range.selectNodeContents(node);
  const rect = range.getBoundingClientRect();
  if (rect.width > 0 || rect.height > 0) return rect;
  for (let element = node.parentElement; element; element = element.parentElement) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 || box.height > 0) return box;
  }
  return rect;
}
