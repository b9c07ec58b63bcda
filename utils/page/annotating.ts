import type { Annotation } from '../annotation.ts';
import type { Entry } from './marks.ts';
import type { Block } from './run.ts';
import type { Slice } from './scheduler.ts';

/** What an annotator may know beyond the block itself. */
export interface BlockContext {
  /** Text of the block before and after; empty at the ends. */
  readonly before: string;
  readonly after: string;
  /** What {@link Annotate.survey} has reported anywhere on the page. */
  readonly facts: ReadonlySet<string>;
}

export interface Annotate {
  /** Finds terms and figures. Offsets in code units of `text`. */
  annotate(text: string, context: BlockContext): readonly Annotation[];
  /** Names what a block tells about the whole page, such as the documents that it names in full. */
  survey?(text: string): readonly string[];
}

/** A longer block is annotated in pieces, so that no piece holds the page up; in code units. */
const PIECE = 8_192;

export interface Annotator {
  /** Hears of a block that has been read, so that {@link plan} has little left to ask. */
  survey(block: Block): void;
  /** Gives entries their neighbours and returns those that have to be annotated, in order. */
  plan(entries: readonly Entry[]): Entry[];
  /** Annotates an entry. False when it was dropped or changed in a pause. */
  run(entry: Entry, slice: Slice, isCurrent: () => boolean): Promise<boolean> | boolean;
}

/** Ids are unique in all documents that are read together. */
let nextId = 1;

export function createAnnotator({ annotate, survey }: Annotate): Annotator {
  let facts: ReadonlySet<string> = new Set();
  const factsOf = new WeakMap<object, readonly string[]>();

  function factsIn(block: Block): readonly string[] {
    let own = factsOf.get(block.nodes);
    if (!own) {
      own = survey?.(block.text) ?? [];
      factsOf.set(block.nodes, own);
    }
    return own;
  }

  function surveyAll(entries: readonly Entry[]): boolean {
    if (!survey) return false;
    const found = new Set<string>();
    for (const { block } of entries) for (const fact of factsIn(block)) found.add(fact);
    const changed = found.size !== facts.size || [...found].some((fact) => !facts.has(fact));
    facts = found;
    return changed;
  }

  function plan(entries: readonly Entry[]): Entry[] {
    const afresh = surveyAll(entries);
    const planned: Entry[] = [];
    for (let index = 0; index < entries.length; index++) {
      const entry = entries[index];
      if (!entry) continue;
      const before = entries[index - 1]?.block.text ?? '';
      const after = entries[index + 1]?.block.text ?? '';
      if (!afresh && entry.annotations && entry.before === before && entry.after === after) continue;
      entry.before = before;
      entry.after = after;
      planned.push(entry);
    }
    return planned;
  }

  function settle(entry: Entry, annotations: readonly Annotation[]): void {
    // A neighbour has changed and nothing follows from it: the marks stay what they are, an open card included.
    if (entry.annotations && isSame(entry.annotations, annotations)) return;
    entry.annotations = annotations;
    entry.firstId = nextId;
    nextId += annotations.length;
  }

  function run(entry: Entry, slice: Slice, isCurrent: () => boolean): Promise<boolean> | boolean {
    const { before, after } = entry;
    const { text } = entry.block;
    if (text.length > PIECE) return runInPieces(entry, slice, isCurrent);
    settle(entry, annotate(text, { before, after, facts }));
    return true;
  }

  async function runInPieces(entry: Entry, slice: Slice, isCurrent: () => boolean): Promise<boolean> {
    const { text } = entry.block;
    const annotations: Annotation[] = [];
    let { before } = entry;
    for (let start = 0; start < text.length; ) {
      const end = endOfPiece(text, start);
      const piece = text.slice(start, end);
      const after = end < text.length ? text.slice(end, endOfPiece(text, end)) : entry.after;
      for (const annotation of annotate(piece, { before, after, facts })) {
        annotations.push(moveBy(annotation, start));
      }
      before = piece;
      start = end;
      if (!slice.isOver()) continue;
      await slice.yield();
      if (!isCurrent()) return false;
    }
    settle(entry, annotations);
    return true;
  }

  return {
    survey(block) {
      if (survey) factsIn(block);
    },
    plan,
    run,
  };
}

/** Annotations are plain data. */
function isSame(a: readonly Annotation[], b: readonly Annotation[]): boolean {
  return a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b));
}

/** Where a piece of a long text ends: with a sentence, else with a word, if there is one in its second half. */
function endOfPiece(text: string, start: number): number {
  const end = start + PIECE;
  if (end >= text.length) return text.length;
  const half = text.slice(end - PIECE / 2, end);
  const upTo = /^.*(?:[。！？；\n]|\. )/s.exec(half) ?? /^.*[\s，、,]/s.exec(half);
  return upTo ? end - half.length + upTo[0].length : end;
}

function moveBy(annotation: Annotation, offset: number): Annotation {
  const moved = { ...annotation, start: annotation.start + offset, end: annotation.end + offset };
  if (moved.kind === 'term') return moved;
  const [coreStart, coreEnd] = moved.core;
  const [numStart, numEnd] = moved.num;
  return {
    ...moved,
    core: [coreStart + offset, coreEnd + offset],
    num: [numStart + offset, numEnd + offset],
  };
}
