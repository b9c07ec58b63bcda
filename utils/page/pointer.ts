import { type Entry, type Mark, markAt, marksOfNode } from './marks.ts';
import { rectsOfCharacters, rectsOfMark } from './rects.ts';
import { elementAround } from './shadow.ts';
import { FAST, LONG_PRESS, REST } from './timing.ts';

/** A pointer that has moved further is dragging or scrolling, in CSS pixels. */
const SLOP = 8;
/** The hit test is a little wider than the text, in CSS pixels. */
const TOLERANCE = 1;

/**
 * Up to this many nodes or marks in the element under the pointer are looked at one by one, which needs no hit test
 * of the browser's: on a long page that takes longer than everything else.
 */
const MANY = 24;

const INTERACTIVE =
  'a[href], area[href], button, input, select, textarea, label, summary, option, video, audio, [onclick], [contenteditable]:not([contenteditable="false"]), [role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="checkbox"], [role="switch"]';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PointerEvents {
  entryOf(text: Text): Entry | undefined;
  shadowRoots(): readonly ShadowRoot[];
  mayHoldMarks(element: Element): boolean;
  /** Whether a move is the reader's own: a page can forge one, and must not open a card with it. */
  isMeant(move: Event): boolean;
  /**
   * The pointer is on another mark, and slow enough to mean it; or it has left the marks. Never called for a finger.
   */
  onPoint(mark: Mark | undefined, point: Point): void;
  /** A click or tap on a mark that is not on a link or control, or a long press where it is. */
  onActivate(mark: Mark, point: Point, by: 'pointer' | 'touch'): void;
}

export interface Pointer {
  /** Starts to listen; again after the document has lost its listeners. */
  listen(): void;
  /** Looks again at what is under the pointer: the page has scrolled or changed. */
  refresh(): void;
  /** The mark at a point of the viewport, if its text is what is seen there. */
  hitTest(point: Point): Mark | undefined;
  stop(): void;
}

export function createPointer(document: Document, view: Window, events: PointerEvents): Pointer {
  let over: Mark | undefined;
  let last: Point | undefined;
  /** When the pointer was there, as the event says. */
  let lastTime = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let press: { readonly point: Point; timer: ReturnType<typeof setTimeout> | undefined } | undefined;
  let abort = new AbortController();

  function hitTest(at: Point, top: Element | null): Mark | undefined {
    // Only text of the topmost element itself is seen: what is covered or cut off has another element above it.
    if (!top || !events.mayHoldMarks(top)) return undefined;
    const candidates = marksIn(top) ?? marksAtCaret(at, top);
    return candidates.find((mark) => mark.shown && isOn(mark, at));
  }

  /** The marks in the text of an element; undefined where they are too many to look at each. */
  function marksIn(element: Element): Mark[] | undefined {
    const found = new Set<Mark>();
    const trees: Node[] = element.shadowRoot ? [element, element.shadowRoot] : [element];
    let looked = 0;
    for (const tree of trees) {
      for (let node = tree.firstChild; node; node = node.nextSibling) {
        if (++looked > MANY) return undefined;
        if (node.nodeType !== Node.TEXT_NODE) continue;
        const entry = events.entryOf(node as Text);
        if (!entry || entry.marks.length === 0) continue;
        const marks = marksOfNode(entry, node as Text);
        if (found.size + marks.length > MANY) return undefined;
        for (const mark of marks) found.add(mark);
      }
    }
    return [...found];
  }

  /** The marks around the caret position nearest to a point. */
  function marksAtCaret(at: Point, top: Element): Mark[] {
    const shadowRoots = events.shadowRoots();
    const caret = document.caretPositionFromPoint?.(
      at.x,
      at.y,
      shadowRoots.length > 0 ? { shadowRoots: [...shadowRoots] } : undefined,
    );
    const node = caret?.offsetNode;
    if (!caret || node?.nodeType !== Node.TEXT_NODE) return [];
    const text = node as Text;
    const entry = events.entryOf(text);
    if (!entry || elementAround(text) !== top) return [];
    // The caret is before or after the character under the pointer, whichever edge is nearer.
    return [caret.offset, caret.offset - 1]
      .map((offset) => markAt(entry, text, offset))
      .filter((mark) => mark !== undefined);
  }

  function topmost({ x, y }: Point): Element | null {
    let element = document.elementFromPoint(x, y);
    while (element?.shadowRoot) {
      const inner = element.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === element) break;
      element = inner;
    }
    return element;
  }

  function point(event: MouseEvent): void {
    const at = { x: event.clientX, y: event.clientY };
    const isFast = last !== undefined && distance(last, at) > FAST * (event.timeStamp - lastTime);
    last = at;
    lastTime = event.timeStamp;
    clearTimeout(rest);
    const target = event.composedPath()[0] as Element | undefined;
    const mark = hitTest(at, target ?? null);
    if (!mark || !isFast || mark.id === over?.id) {
      change(mark, at);
      return;
    }
    change(undefined, at);
    rest = setTimeout(() => change(hitTest(at, topmost(at)), at), REST);
  }

  function change(mark: Mark | undefined, at: Point): void {
    if (mark === over || (mark && over && mark.id === over.id)) return;
    over = mark;
    events.onPoint(mark, at);
  }

  function endPress(): void {
    clearTimeout(press?.timer);
    press = undefined;
  }

  function onPointerDown(event: PointerEvent): void {
    endPress();
    if (!event.isTrusted || !event.isPrimary || event.button !== 0) return;
    const at = { x: event.clientX, y: event.clientY };
    press = { point: at, timer: undefined };
    if (event.pointerType !== 'touch' || !isInteractive(event)) return;
    const target = event.composedPath()[0] as Element;
    const mark = hitTest(at, target);
    if (mark) press.timer = setTimeout(() => events.onActivate(mark, at, 'touch'), LONG_PRESS);
  }

  function onPointerMove(event: PointerEvent): void {
    if (!events.isMeant(event)) return;
    if (press?.timer !== undefined && hasMoved(press.point, event)) endPress();
    if (event.pointerType === 'touch') return;
    // With a button down the reader drags or selects.
    if (event.buttons === 0) point(event);
  }

  function onClick(event: MouseEvent): void {
    const from = press?.point;
    endPress();
    if (!event.isTrusted || event.button !== 0 || event.defaultPrevented || isInteractive(event)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (from && hasMoved(from, event)) return;
    if (view.getSelection()?.isCollapsed === false) return;
    const at = { x: event.clientX, y: event.clientY };
    const mark = hitTest(at, event.composedPath()[0] as Element);
    if (!mark) return;
    const byTouch = (event as Partial<PointerEvent>).pointerType === 'touch';
    events.onActivate(mark, at, byTouch ? 'touch' : 'pointer');
  }

  return {
    listen() {
      abort.abort();
      abort = new AbortController();
      // Passive and without any call that could change what the page gets.
      const options = { passive: true, capture: true, signal: abort.signal } as const;
      view.addEventListener('pointermove', onPointerMove, options);
      view.addEventListener('pointerdown', onPointerDown, options);
      view.addEventListener('pointercancel', endPress, options);
      view.addEventListener(
        'pointerout',
        (event) => {
          if (event.relatedTarget === null && event.pointerType !== 'touch') {
            last = undefined;
            clearTimeout(rest);
            change(undefined, { x: event.clientX, y: event.clientY });
          }
        },
        options,
      );
      // Not in the capture phase: the page may have dealt with the click, and says so by preventing the default.
      view.addEventListener('click', onClick, { passive: true, signal: abort.signal });
    },
    refresh() {
      if (last && over) change(hitTest(last, topmost(last)), last);
    },
    hitTest: (at) => hitTest(at, topmost(at)),
    stop() {
      abort.abort();
      endPress();
      clearTimeout(rest);
      over = undefined;
      last = undefined;
    },
  };
}

function isOn(mark: Mark, at: Point): boolean {
  const line = rectsOfMark(mark).find((rect) => contains(rect, at));
  if (!line) return false;
  // The rectangle around a line that is turned or slanted covers far more than the line.
  const isUpright =
    Math.min(line.width, line.height) <
    1.5 * (Math.max(line.width, line.height) / mark.annotation.text.length);
  return isUpright || rectsOfCharacters(mark).some((rect) => contains(rect, at));
}

function contains(rect: DOMRect, { x, y }: Point): boolean {
  return (
    x >= rect.left - TOLERANCE &&
    x <= rect.right + TOLERANCE &&
    y >= rect.top - TOLERANCE &&
    y <= rect.bottom + TOLERANCE
  );
}

function isInteractive(event: Event): boolean {
  return event.composedPath().some((node) => {
    const element = node as Partial<Element>;
    return element.nodeType === 1 && element.matches?.(INTERACTIVE) === true;
  });
}

function hasMoved(from: Point, event: MouseEvent): boolean {
  return distance(from, { x: event.clientX, y: event.clientY }) > SLOP;
}

function distance(from: Point, to: Point): number {
  return Math.hypot(from.x - to.x, from.y - to.y);
}
