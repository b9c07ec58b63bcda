import type { Annotation } from '../annotation.ts';
import type { HighlightKind } from '../terms/types.ts';
import type { Block } from './run.ts';

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
  /** Name of the highlight that it is painted in. */
  painted: string | undefined;
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
  const { annotations, block } = entry;
  if (!annotations || annotations.length === 0) return [];
  const marks: Mark[] = [];
  const Range = rangeTypeOf(block.nodes[0]);
  let inner: Annotation[] = [];
  let end = -1;
  for (const index of outerFirst(annotations)) {
    const annotation = annotations[index];
    const kind = annotation && kindOf(annotation);
    if (!kind) continue;
    if (annotation.end <= end) {
      inner.push(annotation);
      continue;
    }
    end = annotation.end;
    const ranges = makeRanges(block, annotation.start, annotation.end, Range);
    if (ranges.length === 0) continue;
    inner = [];
    marks.push({
      id: entry.firstId + index,
      kind,
      annotation,
      inner,
      entry,
      ranges,
      shown: true,
      painted: undefined,
    });
  }
  return marks;
}

/**
 * How many marks a block would have of kinds that are switched off, were they on: annotations inside of another one do
 * not count, as they would not be painted.
 */
export function countUnpainted(
  entry: Entry,
  kindOf: (annotation: Annotation) => HighlightKind | undefined,
  off: readonly HighlightKind[],
  counts: Map<HighlightKind, number>,
): void {
  const { annotations = [] } = entry;
  let end = -1;
  for (const index of outerFirst(annotations)) {
    const annotation = annotations[index];
    const kind = annotation && kindOf(annotation);
    if (!kind || annotation.end <= end) continue;
    end = annotation.end;
    if (off.includes(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
}

/** The indices of annotations in reading order, an outer one before what is inside of it. */
function outerFirst(annotations: readonly Annotation[]): Iterable<number> {
  const indices = annotations.keys();
  if (isInOrder(annotations)) return indices;
  const byIndex = (index: number): Annotation => annotations[index] as Annotation;
  return [...indices].sort((a, b) => compareOuterFirst(byIndex(a), byIndex(b)));
}

function isInOrder(annotations: readonly Annotation[]): boolean {
  let before = annotations[0];
  for (const annotation of annotations) {
    if (before && compareOuterFirst(before, annotation) > 0) return false;
    before = annotation;
  }
  return true;
}

function compareOuterFirst(a: Annotation, b: Annotation): number {
  if (a === b) return 0;
  return a.start - b.start || b.end - a.end || (a.kind === 'term' ? -1 : 1);
}

const rangeTypes = new WeakMap<Document, typeof StaticRange>();

/** Chromium paints a range only in the document of the window that has made it, which matters in frames. */
function rangeTypeOf(node: Text | undefined): typeof StaticRange {
  const document = node?.ownerDocument;
  if (!document) return StaticRange;
  let type = rangeTypes.get(document);
  if (!type) {
    type = document.defaultView?.StaticRange ?? StaticRange;
    rangeTypes.set(document, type);
  }
  return type;
}

/** The ranges of a part of a block's text. Offsets in code units of the text. */
function makeRanges(block: Block, start: number, end: number, Range: typeof StaticRange): StaticRange[] {
  const { nodes, starts, gaps } = block;
  const ranges: StaticRange[] = [];
  let first = nodeAt(starts, start);
  const last = (starts[first + 1] ?? Number.POSITIVE_INFINITY) >= end ? first : nodeAt(starts, end - 1);
  for (let index = first; index <= last; index++) {
    const isBeforeGap = gaps[nodeAt(gaps, index + 1)] === index + 1;
    if (index !== last && !isBeforeGap) continue;
    const startContainer = nodes[first];
    const endContainer = nodes[index];
    if (!startContainer || !endContainer) break;
    const startOffset = Math.max(0, start - (starts[first] ?? 0));
    // Only before a gap can the text go on after the end of its node, with what is not text.
    const limit = isBeforeGap || index + 1 === nodes.length ? endContainer.length : end;
    const endOffset = Math.min(limit, end - (starts[index] ?? 0));
    // Both are empty where the part begins or ends in something that is not text.
    if (startContainer !== endContainer || startOffset < endOffset) {
      ranges.push(new Range({ startContainer, startOffset, endContainer, endOffset }));
    }
    first = index + 1;
  }
  return ranges;
}

/** Index of the node that holds a position of the text. */
export function nodeAt(starts: readonly number[], position: number): number {
  return Math.max(partition(starts, (start) => start <= position) - 1, 0);
}

/** Index of the first of some items for which `before` is false; true for all that come earlier. */
export function partition<T>(items: readonly T[], before: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text nodes that a mark goes through. */
export function nodesOf({ entry: { block }, annotation }: Mark): readonly Text[] {
  const first = nodeAt(block.starts, annotation.start);
  const last = nodeAt(block.starts, annotation.end - 1);
  return block.nodes.slice(first, last + 1);
}

/** The marks that a text node has a part of. */
export function marksOfNode(entry: Entry, node: Text): readonly Mark[] {
  const index = entry.block.nodes.indexOf(node);
  const start = entry.block.starts[index];
  if (start === undefined) return [];
  const end = start + node.length;
  const first = firstAfter(entry, start);
  const last = firstAfter(entry, end);
  const next = entry.marks[last];
  return entry.marks.slice(first, next && next.annotation.start < end ? last + 1 : last);
}

/** The mark at a character of a text node, if there is one. */
export function markAt(entry: Entry, node: Text, offset: number): Mark | undefined {
  const index = entry.block.nodes.indexOf(node);
  if (index < 0) return undefined;
  const position = (entry.block.starts[index] ?? 0) + offset;
  const mark = entry.marks[firstAfter(entry, position)];
  return mark && mark.annotation.start <= position ? mark : undefined;
}

/** Index of the first mark that ends after a position of the block's text: marks are in order and never nested. */
function firstAfter({ marks }: Entry, position: number): number {
  return partition(marks, ({ annotation }) => annotation.end <= position);
}
