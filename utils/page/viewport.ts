import { ownerOf } from './changes.ts';
import type { Roles } from './elements.ts';
import { type Mark, partition } from './marks.ts';
import { rectsOfMark } from './rects.ts';
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
 * Of marks in reading order those that are on screen or not far from it. Reading order is taken for the order from top
 * to bottom; the margin makes up for columns.
 */
export function marksNearViewport(marks: readonly Mark[], { innerHeight }: Window): readonly Mark[] {
  return marks.slice(
    partition(marks, (mark) => placeOf(mark).bottom < -MARGIN * innerHeight),
    partition(marks, (mark) => placeOf(mark).top < (1 + MARGIN) * innerHeight),
  );
}

/** Where a mark begins. One without a box, for instance because it is hidden, counts as on screen: it does no harm. */
export function placeOf(mark: Mark): DOMRect {
  return rectsOfMark(mark)[0] ?? new DOMRect();
}
