import { ownerOf } from './changes.ts';
import type { Roles } from './elements.ts';

/** Where the viewport is probed for what is on screen, as parts of its width and height. */
const COLUMNS = [0.3, 0.5, 0.7];
const ROWS = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/** The owners of the blocks that are on screen, from top to bottom; a sample, not all of them. */
export function ownersInViewport(
  document: Document,
  view: Window,
  roots: readonly Element[],
  roles: Roles,
): (Element | ShadowRoot)[] {
  const owners = new Set<Element | ShadowRoot>();
  for (const row of ROWS) {
    for (const column of COLUMNS) {
      const element = document.elementFromPoint(view.innerWidth * column, view.innerHeight * row);
      const owner = element && ownerOf(element, roots, roles);
      if (owner) owners.add(owner);
    }
  }
  return [...owners];
}
