import type { Hit, Reader } from './reader.ts';
import type { SiteProfile } from './sites.ts';

/** A document of the same origin in a frame of the article, with a reader of its own. */
interface Frame {
  readonly element: HTMLIFrameElement;
  readonly document: Document;
  readonly reader: Reader;
}

/** The frames of a document that are read. */
export interface Frames {
  /** In document order. */
  readonly list: readonly Frame[];
  /** Looks for frames that have come, gone, or been navigated. */
  refresh(candidates: readonly HTMLIFrameElement[]): void;
  stop(): void;
}

/** What is in a frame of the article is the article. */
export const FRAME_PROFILE: SiteProfile = {
  id: 'frame',
  hosts: [],
  article: ['body'],
  title: [],
  date: [],
  leaveOut: [],
};

/**
 * @param style the style sheet of the marks: the one of the manifest does not reach into frames.
 * @param read creates and starts the reader of a frame's document.
 */
export function createFrames(
  style: string,
  read: (document: Document, element: HTMLIFrameElement) => Reader,
): Frames {
  let frames: Frame[] = [];
  const styles = new WeakMap<Document, Element>();

  function enter(element: HTMLIFrameElement, document: Document): Frame {
    const sheet = document.createElement('style');
    sheet.textContent = style;
    // Outside of the body, which stays as it is.
    (document.head ?? document.documentElement).append(sheet);
    styles.set(document, sheet);
    return { element, document, reader: read(document, element) };
  }

  function leave({ document, reader }: Frame): void {
    reader.stop();
    styles.get(document)?.remove();
  }

  return {
    get list() {
      return frames;
    },
    refresh(candidates) {
      const before = frames;
      frames = candidates.flatMap((element) => {
        const document = readableDocument(element);
        const known = before.find((frame) => frame.document === document);
        if (known) return [known];
        return document ? [enter(element, document)] : [];
      });
      for (const frame of before) if (!frames.includes(frame)) leave(frame);
    },
    stop() {
      for (const frame of frames) leave(frame);
      frames = [];
    },
  };
}

/** The document of a frame; undefined where it is of another origin, not laid out, or has nothing to read. */
function readableDocument(element: HTMLIFrameElement): Document | undefined {
  const document = element.contentDocument;
  const view = document?.defaultView;
  if (!document?.body || document.readyState === 'loading' || !view || !('Highlight' in view))
    return undefined;
  return element.clientWidth > 0 && element.clientHeight > 0 ? document : undefined;
}

/** Where the viewport of a frame is in the viewport around it, in CSS pixels. Transforms of the frame scale it. */
function placeOf(element: HTMLIFrameElement): { x: number; y: number; scaleX: number; scaleY: number } {
  const rect = element.getBoundingClientRect();
  const scaleX = element.offsetWidth > 0 ? rect.width / element.offsetWidth : 1;
  const scaleY = element.offsetHeight > 0 ? rect.height / element.offsetHeight : 1;
  const { paddingLeft, paddingTop } = getComputedStyle(element);
  return {
    x: rect.x + (element.clientLeft + Number.parseFloat(paddingLeft)) * scaleX,
    y: rect.y + (element.clientTop + Number.parseFloat(paddingTop)) * scaleY,
    scaleX,
    scaleY,
  };
}

/** A rectangle of a frame's viewport in the viewport around the frame. */
export function outwards(element: HTMLIFrameElement, rect: DOMRect): DOMRect {
  const { x, y, scaleX, scaleY } = placeOf(element);
  return new DOMRect(x + rect.x * scaleX, y + rect.y * scaleY, rect.width * scaleX, rect.height * scaleY);
}

/** A point of the viewport in the viewport of a frame. */
export function inwards(
  element: HTMLIFrameElement,
  point: { readonly x: number; readonly y: number },
): { x: number; y: number } {
  const { x, y, scaleX, scaleY } = placeOf(element);
  return { x: (point.x - x) / scaleX, y: (point.y - y) / scaleY };
}

/** What was hit in a frame, as it looks from outside of the frame. */
export function hitOutwards(element: HTMLIFrameElement, hit: Hit): Hit {
  const { point } = hit;
  const at = point && outwards(element, new DOMRect(point.x, point.y));
  return {
    ...hit,
    point: at && { x: at.x, y: at.y },
    rects: () => hit.rects().map((rect) => outwards(element, rect)),
  };
}
