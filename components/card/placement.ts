import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** Distance between the marked text and the card, in CSS pixels. */
const GAP = 6;
/** Distance from the edges of the viewport, in CSS pixels. */
const MARGIN = 8;
/** Below this width of the viewport the card is a sheet at the lower edge (also at 400 % zoom). */
const SHEET_WIDTH = 640;
/** Less room than this is none: the card then takes it all the same, in CSS pixels. */
const LEAST_HEIGHT = 160;

/** The custom property that tells the card how high it may be. */
export const ROOM = '--room';

/** Where the marked text is now: its fragments, one per line. Empty when it is gone. */
export type Fragments = () => readonly DOMRect[];

/** Whether the card is to be shown as a sheet: a narrow window, or a finger instead of a pointer. */
export function isSheet(view: Pick<Window, 'innerWidth'>, byTouch: boolean): boolean {
  return byTouch || view.innerWidth < SHEET_WIDTH;
}

/**
 * Keeps `host` (position: fixed) beside the fragment of the mark that `point` is on, or the first one: under it, else
 * above, else at a side, shifted into the viewport, never over that fragment. A mark of several lines is kept free as a
 * whole, and a high card is made lower rather than put at a side. Calls `onGone` when the mark has left the viewport.
 * `room` is the name of {@link ROOM} in the sheet of the card. Returns the function that ends it.
 */
export function followMark(
  host: HTMLElement,
  context: Element,
  fragments: Fragments,
  point: { readonly x: number; readonly y: number } | undefined,
  onGone: () => void,
  room: string = ROOM,
): () => void {
  // The line under the pointer stays the anchor while the page scrolls: remember which it was.
  const anchor = point ? fragments().findIndex((rect) => contains(rect, point)) : 0;
  const boxNow = (): MarkBox => markBox(fragments(), Math.max(anchor, 0));
  const reference = { contextElement: context, getBoundingClientRect: () => boxNow().rect };
  const place = async (): Promise<void> => {
    const { rect, lines } = boxNow();
    if (rect.width === 0 || rect.bottom < 0 || rect.top > innerHeight) {
      onGone();
      return;
    }
    const { x, y } = await computePosition(reference, host, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(GAP),
        flip({
          padding: MARGIN,
          // Beside one line of several lie the others.
          fallbackPlacements: lines > 1 ? ['top-start'] : ['top-start', 'right', 'left'],
          crossAxis: false,
        }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => {
            host.style.setProperty(room, `${Math.max(LEAST_HEIGHT, Math.floor(availableHeight))}px`);
          },
        }),
      ],
    });
    host.style.left = `${Math.round(x)}px`;
    host.style.top = `${Math.round(y)}px`;
    host.style.visibility = '';
  };
  // Until it has its place it must not lie under the pointer: Firefox would tell the card that the pointer has come,
  // and left when the card moves on.
  host.style.visibility = 'hidden';
  return autoUpdate(reference, host, () => void place(), { layoutShift: false });
}

interface MarkBox {
  readonly rect: DOMRect;
  /** How many lines of the mark are in it. */
  readonly lines: number;
}

/**
 * As wide as the fragment at `anchor`, and as high as the lines of the mark that stand together with it: what goes on in
 * another column stands apart. The fragment alone where so many lines would leave no room above or below.
 */
function markBox(fragments: readonly DOMRect[], anchor: number): MarkBox {
  const line = fragments[anchor] ?? fragments[0];
  if (!line) return { rect: new DOMRect(), lines: 0 };
  let { top, bottom } = line;
  let lines = 1;
  const take = (other: DOMRect): boolean => {
    if (other.top > bottom + line.height || other.bottom < top - line.height) return false;
    top = Math.min(top, other.top);
    bottom = Math.max(bottom, other.bottom);
    lines++;
    return true;
  };
  for (const after of fragments.slice(anchor + 1)) if (!take(after)) break;
  for (const before of fragments.slice(0, anchor).reverse()) if (!take(before)) break;
  const room = Math.max(top, innerHeight - bottom) - GAP - MARGIN;
  if (room < LEAST_HEIGHT) return { rect: line, lines: 1 };
  return { rect: new DOMRect(line.left, top, line.width, bottom - top), lines };
}

function contains(rect: DOMRect, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}
