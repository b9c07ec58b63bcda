import type { Roles } from './elements.ts';

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

/** Between two blocks where {@link WalkEvents.enters} has left something out. */
export const SKIPPED = 'skipped';

/** What a walk reports and asks besides the blocks that it yields. */
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

export interface Walk {
  readonly blocks: Generator<Block | typeof SKIPPED, void, undefined>;
  /** Whether the walk can go on: what it stands on has not been moved or removed since it yielded. */
  isIntact(): boolean;
}

interface Step {
  readonly node: Element | ShadowRoot;
  readonly block: boolean;
}

/** Goes through a tree in document order, block by block. Changes behind the walk's back are the caller's to notice. */
export function walkBlocks(root: Element | ShadowRoot, roles: Roles, events: WalkEvents = {}): Walk {
  /** The elements that the walk is inside of. */
  const path: Step[] = [{ node: root, block: true }];
  let next: Node | null = root.firstChild;

  function* walk(): Walk['blocks'] {
    let owner = root;
    let run = newRun();
    /** Ends the run of text; undefined where it had nothing to read. */
    function endRun(): Block | undefined {
      const ended = run;
      if (ended.text !== '' || ended.nodes.length > 0) run = newRun();
      if (ended.nodes.length === 0 || !/\S/.test(ended.text)) return undefined;
      const { text, nodes, starts, gaps } = ended;
      return { owner, text, nodes, starts, gaps };
    }
    if (isElement(root) && root.shadowRoot && (events.entersShadow?.(root.shadowRoot) ?? true)) {
      enterShadow(root.shadowRoot);
    }

    function enterShadow(shadow: ShadowRoot): void {
      path.push({ node: shadow, block: true });
      owner = shadow;
      next = shadow.firstChild;
    }

    for (;;) {
      if (next === null) {
        const left = path.pop();
        if (!left) return;
        if (left.block) {
          const block = endRun();
          owner = path.findLast((step) => step.block)?.node ?? root;
          if (path.length === 0) {
            if (block) yield block;
            return;
          }
          next = following(left.node);
          if (block) yield block;
        } else {
          next = following(left.node);
        }
        continue;
      }
      const current: Node = next;
      next = current.nextSibling;
      const { nodeType } = current;
      if (nodeType === TEXT_NODE || nodeType === CDATA_SECTION_NODE) {
        addText(run, current as Text);
        continue;
      }
      if (nodeType !== ELEMENT_NODE) continue;
      const element = current as Element;
      const role = roles.of(element);
      if (role === 'ignore') {
        // The reading of a ruby is seen and not painted; what is not seen may lie inside of a range.
        if (isReading(element)) run.gap = true;
      } else if (role === 'object') {
        run.text += OBJECT;
        run.gap = true;
      } else if (role === 'inline') {
        path.push({ node: element, block: false });
        next = element.firstChild;
      } else {
        const block = endRun();
        if (role !== 'block') {
          if (block) yield block;
          continue;
        }
        const entered = events.enters?.(element) ?? true;
        if (entered) {
          path.push({ node: element, block: true });
          next = element.firstChild;
        }
        if (block) yield block;
        if (entered) owner = element;
        else yield SKIPPED;
      }
      if (path.at(-1)?.node !== element) continue;
      const shadow = element.shadowRoot;
      if (!shadow) {
        if (element.localName.includes('-')) events.onBareHost?.(element);
        continue;
      }
      const block = endRun();
      const entered = events.entersShadow?.(shadow) ?? true;
      if (entered) enterShadow(shadow);
      if (block) yield block;
      if (!entered) yield SKIPPED;
    }
  }

  function isIntact(): boolean {
    for (let index = path.length - 1; index > 0; index--) {
      const step = path[index];
      const outer = path[index - 1];
      if (step && outer && parentOf(step.node) !== outer.node) return false;
    }
    const inside = path.at(-1);
    return root.isConnected && (next === null || inside === undefined || next.parentNode === inside.node);
  }

  return { blocks: walk(), isIntact };
}

/** A run of text while it grows. */
interface Run {
  text: string;
  readonly nodes: Text[];
  readonly starts: number[];
  readonly gaps: number[];
  /** Whether something unread came after the last node. */
  gap: boolean;
}

function newRun(): Run {
  return { text: '', nodes: [], starts: [], gaps: [], gap: false };
}

function addText(run: Run, node: Text): void {
  const { data } = node;
  if (data === '' || (run.nodes.length === 0 && !/\S/.test(data))) return;
  if (run.gap && run.nodes.length > 0) run.gaps.push(run.nodes.length);
  run.gap = false;
  run.nodes.push(node);
  run.starts.push(run.text.length);
  run.text += data;
}

/** What comes after an element, or after a shadow tree: the children of its host. */
function following(node: Element | ShadowRoot): Node | null {
  return isElement(node) ? node.nextSibling : node.host.firstChild;
}

/** The parent of an element, the host of a shadow tree. */
function parentOf(node: Element | ShadowRoot): Node | null {
  return isElement(node) ? node.parentNode : node.host;
}

function isReading({ localName }: Element): boolean {
  return localName === 'rt' || localName === 'rp' || localName === 'rtc';
}

function isElement(node: Element | ShadowRoot): node is Element {
  return node.nodeType === ELEMENT_NODE;
}

/** Whether styles and boxes can be asked for. */
export function hasLayout(document: Document): boolean {
  return typeof document.defaultView?.Highlight === 'function';
}
