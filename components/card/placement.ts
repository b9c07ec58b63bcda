import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** Distance between the marked text and the card, in CSS pixels. */
const GAP = 6;
/** Distance from the edges of the viewport, in CSS pixels. */
const MARGIN = 8;
/** Below this width of the viewport the card is a sheet at the lower edge (also at 400 % zoom). */
const SHEET_WIDTH = 640;

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
 * above, shifted into the viewport, never over that fragment. Calls `onGone` when the fragment has left the viewport.
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
  const reference = {
    contextElement: context,
    getBoundingClientRect: () => {
      const rects = fragments();
      return rects[Math.max(anchor, 0)] ?? rects[0] ?? new DOMRect();
    },
  };
  const place = async (): Promise<void> => {
    const rect = reference.getBoundingClientRect();
    if (rect.width === 0 || rect.bottom < 0 || rect.top > innerHeight) {
      onGone();
      return;
    }
    const { x, y } = await computePosition(reference, host, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(GAP),
        flip({ padding: MARGIN, fallbackPlacements: ['top-start', 'right', 'left'], crossAxis: false }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => {
            host.style.setProperty(room, `${Math.max(160, Math.floor(availableHeight))}px`);
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

function contains(rect: DOMRect, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}
