import type { Roles } from './elements.ts';
import { isOverridden, nodeAfter } from './forms.ts';
import { hostOf, mayHostShadow, parentAcross } from './shadow.ts';

// Named here and not taken from `Node`: the same code reads jsdom documents, where that global does not exist.
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const CDATA_SECTION_NODE = 4;

/** Stands in a block's text for something that is not text: no term goes across it. */
const OBJECT = '\uFFFC';

/** A run of inline text between two breaks, and the text nodes that it came from. */
export interface Block {
  /** The nearest element that makes a block of its own, or the root of a shadow tree. */
  readonly owner: Element | ShadowRoot;
  /** The text as the page has it, spaces and invisible characters included. */
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node starts in `text`, in code units. */
  readonly starts: readonly number[];
  /** Indices of the nodes that do not follow the one before immediately: something unread lies between. */
  readonly gaps: readonly number[];
}

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
   * To be asked after a pause: whether the walk can go on. It can where what it stands on has not been moved or removed;
   * what has come after that is then taken into account.
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
  let gap = false;
  let skipped = false;
  /** The superscript that the walk has entered last, until it has left it. */
  let raised: Element | undefined;

  enter(root, 'block');
  if (isElement(root) && root.shadowRoot && (events.entersShadow?.(root.shadowRoot) ?? true))
    enter(root.shadowRoot, 'shadow');

  function enter(node: Element | ShadowRoot, inside: Inside): void {
    path.push(node);
    insides.push(inside);
    owners.push(owner);
    afters.push(next);
    if (inside !== 'inline') owner = node;
    next = node.firstChild;
  }

  function leave(): void {
    path.pop();
    insides.pop();
    owner = owners.pop() ?? root;
    next = afters.pop() ?? null;
  }

  /** Ends the run of text; undefined where it had nothing to read. */
  function endRun(): Block | undefined {
    const ended = run;
    run = undefined;
    lead = '';
    gap = false;
    return ended;
  }

  function addText(node: Text): void {
    let { data } = node;
    if (raised?.contains(node)) data = superscript(data);
    else raised = undefined;
    if (run === undefined) {
      if (isBlank(data)) return;
      run = { owner, text: lead + data, nodes: [node], starts: [lead.length], gaps: NO_GAPS };
    } else {
      if (data === '') return;
      if (gap) {
        if (run.gaps === NO_GAPS) run.gaps = [run.nodes.length];
        else (run.gaps as number[]).push(run.nodes.length);
      }
      run.nodes.push(node);
      run.starts.push(run.text.length);
      run.text += data;
    }
    gap = false;
  }

  function addObject(): void {
    if (run) run.text += OBJECT;
    else lead += OBJECT;
    gap = true;
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
    next = nodeAfter(form);
    return endRun();
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
      return undefined;
    }
    if (role === 'object') {
      addObject();
      return undefined;
    }
    const block = endRun();
    if (role !== 'block') return block;
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

/** A block while it grows. */
interface Run extends Block {
  text: string;
  readonly nodes: Text[];
  readonly starts: number[];
  gaps: readonly number[];
}

/** Most blocks have none. */
const NO_GAPS: readonly number[] = [];

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // Nothing between these is a space; most texts are settled by their first character.
  if ((first > 0x20 && first < 0x7f) || (first > 0x3000 && first < 0xd800)) return false;
  return !/\S/.test(text);
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits that are raised, each in one code unit as before: 10²² is not 1022, nor is AI with a note AI2. */
function superscript(text: string): string {
  return text.replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
}

function isReading(name: string): boolean {
  return name === 'rt' || name === 'rp' || name === 'rtc';
}

function isElement(node: Element | ShadowRoot): node is Element {
  return node.nodeType === ELEMENT_NODE;
}

/** Whether styles and boxes can be asked for. */
export function hasLayout(document: Document): boolean {
  return typeof document.defaultView?.Highlight === 'function';
}
