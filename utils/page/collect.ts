import type { Roles } from './elements.ts';
import { isOverridden, nodeAfter, textOf } from './forms.ts';
import { addNode, type Block, isBlank, type Run, startRun, superscript } from './run.ts';
import { hostOf, mayHostShadow, parentAcross } from './shadow.ts';

// Named here and not taken from `Node`: the same code reads jsdom documents, where that global does not exist.
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const CDATA_SECTION_NODE = 4;

/** Stands in a block's text for something that is not text: no term goes across it. */
const OBJECT = '\uFFFC';

/** Between two blocks where {@link WalkEvents} have left something out. */
export const SKIPPED = 'skipped';

/** What a walk reports and asks besides the blocks that it finds. */
export interface WalkEvents {
  /**
   * Decides about a block below the root. False leaves it out with everything in it; its text still separates what
   * is before from what is after.
   */
  enters?(element: Element): boolean;
  /** Decides about an open shadow tree, the root's own included. */
  entersShadow?(shadow: ShadowRoot): boolean;
  /** Called for custom elements that have no shadow tree yet. */
  onBareHost?(element: Element): void;
}

/** Blocks in document order, one a call. */
export interface Walk {
  /** The next block, or that something was left out; undefined at the end. */
  next(): Block | typeof SKIPPED | undefined;
  /**
   * To be asked after a pause in which something has changed: whether the walk can go on. It can where what it stands on
   * has not been moved or removed; what has come after that is then taken into account.
   */
  isIntact(): boolean;
}

/** How an element, or a shadow tree, that the walk is inside of takes part in the text. */
type Inside = 'inline' | 'block' | 'shadow';

/**
 * Goes through a tree in document order, block by block. Changes behind the walk's back are the caller's to notice.
 * A plain function with its state beside it, not a generator: on the first page of a tab this runs before the engine
 * has optimised anything, and a function that is called often becomes fast much sooner. For the same reason it asks the
 * document for as little as it can: each question costs as much as reading several characters.
 */
export function walkBlocks(root: Element | ShadowRoot, roles: Roles, events: WalkEvents = {}): Walk {
  /** What the walk is inside of, what that is, and whose text follows after it. */
  const path: (Element | ShadowRoot)[] = [];
  const insides: Inside[] = [];
  const owners: (Element | ShadowRoot)[] = [];
  /** What comes after each of them, as found on the way in. */
  const afters: (Node | null)[] = [];
  let next: Node | null = null;
  let owner = root;
  let run: Run | undefined;
  /** What comes before the first text of the next run. */
  let lead = '';
  /**
   * Where everything is read, all text below the root is asked for at once: Chromium takes longer to hand out the text of
   * each node than for all the rest. Then `source` holds it, else the text of the run. `at` is how much of it is behind
   * the walk, `from` how much of that the run has.
   */
  let whole = events.enters === undefined && !isBody(root);
  let source = '';
  let at = 0;
  let from = 0;
  /** The sources and positions around the shadow trees that the walk is inside of. */
  const around: [source: string, at: number][] = [];
  let gap = false;
  let skipped = false;
  /** The superscript that the walk has entered last, until it has left it. */
  let raised: Element | undefined;

  startSource(root);
  enter(root, 'block');
  if (isElement(root) && root.shadowRoot && (events.entersShadow?.(root.shadowRoot) ?? true))
    enter(root.shadowRoot, 'shadow');

  function enter(node: Element | ShadowRoot, inside: Inside): void {
    path.push(node);
    insides.push(inside);
    owners.push(owner);
    afters.push(next);
    if (inside !== 'inline') owner = node;
    if (inside === 'shadow') {
      around.push([source, at]);
      startSource(node);
    }
    next = node.firstChild;
  }

  function startSource(tree: Element | ShadowRoot): void {
    source = whole ? (tree.textContent ?? '') : '';
    at = 0;
  }

  function leave(): void {
    path.pop();
    if (insides.pop() === 'shadow') [source, at] = around.pop() ?? ['', 0];
    owner = owners.pop() ?? root;
    next = afters.pop() ?? null;
  }

  /** Ends the run of text; undefined where it had nothing to read. */
  function endRun(): Block | undefined {
    const ended = run;
    if (ended) catchUp(ended);
    run = undefined;
    lead = '';
    gap = false;
    return ended;
  }

  /** Gives a run what of the source is behind the walk. */
  function catchUp(growing: Run): void {
    if (from < at) growing.text += source.slice(from, at);
    from = at;
  }

  function addText(node: Text): void {
    if (!raised?.contains(node)) raised = undefined;
    const length = whole ? node.length : append(node);
    const start = at;
    at += length;
    if (run === undefined) {
      if (isBlank(source, start, at)) return;
      run = startRun(owner, lead, node);
      from = start;
    } else if (length > 0) addNode(run, node, run.text.length + start - from, gap);
    else return;
    if (raised) {
      run.text += source.slice(from, start) + superscript(source.slice(start, at));
      from = at;
    }
    gap = false;
  }

  /** Adds the text of a node to the source where it is not known at once; returns its length. */
  function append({ data }: Text): number {
    if (run) source += data;
    else {
      source = data;
      at = 0;
    }
    return data.length;
  }

  function addObject(): void {
    if (run) {
      catchUp(run);
      run.text += OBJECT;
    } else lead += OBJECT;
    gap = true;
  }

  /** Passes over the text of an element that is not read. */
  function skip(element: Node): void {
    if (!whole) return;
    const { length } = textOf(element);
    if (length === 0) return;
    if (run) catchUp(run);
    at += length;
    from = at;
  }

  /** Goes into the shadow tree of an element that the walk has just entered. */
  function look(element: Element, name: string): Block | undefined {
    const shadow = element.shadowRoot;
    if (!shadow) {
      if (name.includes('-')) events.onBareHost?.(element);
      return undefined;
    }
    const block = endRun();
    if (events.entersShadow?.(shadow) ?? true) enter(shadow, 'shadow');
    else skipped = true;
    return block;
  }

  /** Leaves out a form of which no property can be trusted; returns the block that it ends. */
  function pass(form: Node): Block | undefined {
    const block = endRun();
    skip(form);
    next = nodeAfter(form);
    return block;
  }

  /** Deals with an element; returns the block that it ends. */
  function visit(element: Element): Block | undefined {
    const name = element.localName;
    if ((name === 'form' || typeof name !== 'string') && isOverridden(element)) return pass(element);
    const role = roles.of(element, name);
    if (role === 'inline') {
      if (name === 'sup') raised = element;
      enter(element, 'inline');
      return mayHostShadow(name) ? look(element, name) : undefined;
    }
    if (role === 'ignore') {
      // The reading of a ruby is seen and not painted; what is not seen may lie inside of a range.
      if (isReading(name)) gap = true;
      skip(element);
      return undefined;
    }
    if (role === 'object') {
      addObject();
      skip(element);
      return undefined;
    }
    const block = endRun();
    if (role !== 'block') {
      skip(element);
      return block;
    }
    if (events.enters && !events.enters(element)) {
      skipped = true;
      return block;
    }
    enter(element, 'block');
    // Nothing is left of the run that the shadow tree could end.
    if (mayHostShadow(name)) look(element, name);
    return block;
  }

  return {
    next() {
      for (;;) {
        if (skipped) {
          skipped = false;
          return SKIPPED;
        }
        let block: Block | undefined;
        if (next === null) {
          if (path.length === 0) return undefined;
          if (insides[insides.length - 1] !== 'inline') block = endRun();
          leave();
        } else {
          const current: Node = next;
          const { nodeType } = current;
          next = current.nextSibling;
          if (nodeType === TEXT_NODE || nodeType === CDATA_SECTION_NODE) addText(current as Text);
          else if (nodeType === ELEMENT_NODE) block = visit(current as Element);
          else if (isOverridden(current)) block = pass(current);
        }
        if (block) return block;
      }
    },
    isIntact() {
      // What has changed is not in the text that was asked for.
      whole = false;
      for (let index = path.length - 1; index > 0; index--) {
        const node = path[index];
        if (!node || parentAcross(node) !== path[index - 1]) return false;
        const after = insides[index] === 'shadow' ? hostOf(node)?.firstChild : node.nextSibling;
        afters[index] = after ?? null;
      }
      const inside = path.at(-1);
      return root.isConnected && (next === null || inside === undefined || next.parentNode === inside);
    },
  };
}

/** The blocks of a tree, one after the other, without a pause. */
export function* blocksIn(
  root: Element | ShadowRoot,
  roles: Roles,
  events: WalkEvents = {},
): Generator<Block> {
  const walk = walkBlocks(root, roles, events);
  for (let block = walk.next(); block; block = walk.next()) if (block !== SKIPPED) yield block;
}

function isReading(name: string): boolean {
  return name === 'rt' || name === 'rp' || name === 'rtc';
}

/** A body has scripts in it, whose text would be held in memory with the blocks cut out of it. */
function isBody(root: Element | ShadowRoot): boolean {
  return isElement(root) && root.localName === 'body';
}

function isElement(node: Element | ShadowRoot): node is Element {
  return node.nodeType === ELEMENT_NODE;
}

/** Whether styles and boxes can be asked for. */
export function hasLayout(document: Document): boolean {
  return typeof document.defaultView?.Highlight === 'function';
}
