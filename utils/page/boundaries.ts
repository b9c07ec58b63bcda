import { type Mark, nodesOf } from './marks.ts';

/**
 * An element inside of a mark that is laid out as a block although its tag says inline, if there is one: then the
 * mark goes across two lines that do not belong together. Asked only for marks of several nodes.
 */
export function blockBoundaryIn(mark: Mark): Element | undefined {
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
