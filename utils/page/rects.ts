import { type Mark, nodeAt } from './marks.ts';

/** One range for all measuring: each live range makes every change of its document slower for as long as it lives. */
const rulers = new WeakMap<Document, Range>();

/** Where a mark is on screen now, a rectangle per line, in CSS pixels of its window. Empty when it is gone. */
export function rectsOfMark(mark: Mark): DOMRect[] {
  return mark.ranges.flatMap((range) =>
    rectsBetween(range.startContainer, range.startOffset, range.endContainer, range.endOffset),
  );
}

/** The same, a rectangle per character. */
export function rectsOfCharacters(mark: Mark): DOMRect[] {
  const { block } = mark.entry;
  const rects: DOMRect[] = [];
  for (let position = mark.annotation.start; position < mark.annotation.end; position++) {
    const index = nodeAt(block.starts, position);
    const node = block.nodes[index];
    const offset = position - (block.starts[index] ?? 0);
    if (node) rects.push(...rectsBetween(node, offset, node, offset + 1));
  }
  return rects;
}

function rectsBetween(start: Node, startOffset: number, end: Node, endOffset: number): DOMRect[] {
  const { ownerDocument } = start;
  if (!start.isConnected || !end.isConnected || !ownerDocument) return [];
  let ruler = rulers.get(ownerDocument);
  if (!ruler) {
    ruler = ownerDocument.createRange();
    rulers.set(ownerDocument, ruler);
  }
  try {
    ruler.setStart(start, startOffset);
    ruler.setEnd(end, endOffset);
  } catch {
    // The text has become shorter and is about to be read again.
    return [];
  }
  return [...ruler.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
}
