import type { Roles } from './elements.ts';
import { type Mark, nodesOf } from './marks.ts';
import { elementAround } from './shadow.ts';

/**
 * An element inside of a mark that is laid out as a block although its tag says inline, if there is one: then the
 * mark goes across two lines that do not belong together. Asked only for marks of several nodes.
 */
function blockBoundaryIn(mark: Mark): Element | undefined {
  const nodes = nodesOf(mark);
  for (let index = 1; index < nodes.length; index++) {
    const before = nodes[index - 1];
    const after = nodes[index];
    if (!before || !after) continue;
    const found = blockAbove(before, after) ?? blockAbove(after, before);
    if (found) return found;
  }
  return undefined;
}

/** The first block on the way from a node up to where it meets the other. */
function blockAbove(from: Text, other: Text): Element | undefined {
  for (
    let element = from.parentElement;
    element && !element.contains(other);
    element = element.parentElement
  ) {
    const { display } = getComputedStyle(element);
    const flows =
      display === '' || display === 'contents' || display.startsWith('inline') || display.startsWith('ruby');
    if (!flows && display !== 'none') return element;
  }
  return undefined;
}

/**
 * Looks at the layout of what was found: notes which marks are shown, and adds the elements that hold them to `marked`.
 * Where a mark goes across a block boundary, the roles know it now, and the owner is added to `misread`: it has to be
 * read again.
 */
export function verifyMarks(
  marks: readonly Mark[],
  roles: Roles,
  marked: WeakSet<Element>,
  misread: Set<Element | ShadowRoot>,
): void {
  let parent: Node | null = null;
  let shown = true;
  for (const mark of marks) {
    const range = mark.ranges[0];
    if (!range) continue;
    const text = range.startContainer as Text;
    if (text.parentNode !== parent) shown = roles.shows(text);
    parent = text.parentNode;
    mark.shown = shown;
    const element = elementAround(text);
    if (element) marked.add(element);
    if (range.startContainer === range.endContainer && mark.ranges.length === 1) continue;
    for (const { parentElement } of nodesOf(mark)) if (parentElement) marked.add(parentElement);
    const boundary = blockBoundaryIn(mark);
    if (!boundary) continue;
    roles.markBlock(boundary);
    misread.add(mark.entry.block.owner);
  }
}
