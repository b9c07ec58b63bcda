import type { Annotation } from '../annotation.ts';
import type { HighlightKind } from '../terms/types.ts';
import type { Block } from './collect.ts';

/** A place in the page that can be painted and pointed at. */
export interface Mark {
  /** Unique as long as the reader lives. */
  readonly id: number;
  readonly kind: HighlightKind;
  readonly annotation: Annotation;
  /** Annotations inside of this one: painted as part of it, listed by its card. */
  readonly inner: readonly Annotation[];
  readonly entry: Entry;
  /** One range; more where something that is not part of the text lies between, such as the reading of a ruby. */
  readonly ranges: readonly StaticRange[];
  /** Whether the text has a box and is visible. */
  shown: boolean;
  painted: boolean;
}

/** A block with what was found in it. */
export interface Entry {
  block: Block;
  /** Whether the block belongs to the article; always true where a profile names the article. */
  read: boolean;
  /** The neighbouring blocks' texts that the annotations were made with. */
  before: string;
  after: string;
  /** Undefined until the block has been annotated. */
  annotations: readonly Annotation[] | undefined;
  /** Id of the first annotation; the others follow. */
  firstId: number;
  marks: readonly Mark[];
  /** Number of the pass that has listed the entry last. */
  pass: number;
}

/** A block that nothing is known about yet. */
export function newEntry(block: Block): Entry {
  return {
    block,
    read: true,
    before: '',
    after: '',
    annotations: undefined,
    firstId: 0,
    marks: [],
    pass: 0,
  };
}

/**
 * The marks of a block: of nested annotations the outer one, where two have the same extent the term. What `kindOf`
 * gives no kind is not there at all, so what is inside of it comes to the surface.
 */
export function makeMarks(
  entry: Entry,
  kindOf: (annotation: Annotation) => HighlightKind | undefined,
): Mark[] {
  const found = (entry.annotations ?? [])
    .map((annotation, index) => ({ annotation, id: entry.firstId + index }))
    .sort((a, b) => compareOuterFirst(a.annotation, b.annotation));
  const marks: (Mark & { readonly inner: Annotation[] })[] = [];
  let end = -1;
  for (const { annotation, id } of found) {
    const kind = kindOf(annotation);
    if (!kind) continue;
    if (annotation.end <= end) {
      marks.at(-1)?.inner.push(annotation);
      continue;
    }
    end = annotation.end;
    const ranges = makeRanges(entry.block, annotation.start, annotation.end);
    if (ranges.length === 0) continue;
    marks.push({ id, kind, annotation, inner: [], entry, ranges, shown: true, painted: false });
  }
  return marks;
}

function compareOuterFirst(a: Annotation, b: Annotation): number {
  return a.start - b.start || b.end - a.end || (a.kind === 'term' ? -1 : 1);
}

/** The ranges of a part of a block's text. Offsets in code units of the text. */
function makeRanges(block: Block, start: number, end: number): StaticRange[] {
  const { nodes, starts, gaps } = block;
  const ranges: StaticRange[] = [];
  const last = nodeAt(starts, end - 1);
  let first = nodeAt(starts, start);
  for (let index = first; index <= last; index++) {
    const closes = index === last || gaps.includes(index + 1);
    if (!closes) continue;
    const startNode = nodes[first];
    const endNode = nodes[index];
    if (!startNode || !endNode) break;
    const startOffset = Math.max(0, start - (starts[first] ?? 0));
    const endOffset = Math.min(endNode.length, end - (starts[index] ?? 0));
    // Both are empty where the part begins or ends in something that is not text.
    if (startNode !== endNode || startOffset < endOffset) {
      ranges.push(
        new StaticRange({ startContainer: startNode, startOffset, endContainer: endNode, endOffset }),
      );
    }
    first = index + 1;
  }
  return ranges;
}

/** Index of the node that holds a position of the text. */
export function nodeAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text nodes that a mark goes through. */
export function nodesOf({ entry: { block }, annotation }: Mark): readonly Text[] {
  const first = nodeAt(block.starts, annotation.start);
  const last = nodeAt(block.starts, annotation.end - 1);
  return block.nodes.slice(first, last + 1);
}

/** The mark at a character of a text node, if there is one. */
export function markAt(entry: Entry, node: Text, offset: number): Mark | undefined {
  const index = entry.block.nodes.indexOf(node);
  if (index < 0) return undefined;
  const position = (entry.block.starts[index] ?? 0) + offset;
  return entry.marks.find(({ annotation }) => annotation.start <= position && position < annotation.end);
}

/** Where a mark is on screen now, a rectangle per line, in CSS pixels of its window. Empty when it is gone. */
export function rectsOfMark(mark: Mark): DOMRect[] {
  return mark.ranges.flatMap((range) => {
    if (!range.startContainer.isConnected || !range.endContainer.isConnected) return [];
    const live = (range.startContainer.ownerDocument ?? document).createRange();
    try {
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
    } catch {
      // The text has become shorter and is about to be read again.
      return [];
    }
    return [...live.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  });
}
