import { precedes } from './order.ts';
import type { Point } from './pointer.ts';
import type { Hit, PageAnnotation, Reader } from './reader-types.ts';
import type { SiteProfile } from './sites.ts';

/** A document of the same origin in a frame of the article, with a reader of its own. */
interface Frame {
  readonly element: HTMLIFrameElement;
  readonly document: Document;
  readonly reader: Reader;
}

/** The frames of a document that are read, as seen from the document: all places are those of its viewport. */
export interface Frames {
  /** In document order. */
  readers(): readonly Reader[];
  /** Puts the annotations of the frames among those of the document, where each frame stands. */
  weave(own: readonly { readonly node: Node; readonly annotation: PageAnnotation }[]): PageAnnotation[];
  rectsOf(id: number): readonly DOMRect[];
  reveal(id: number): Hit | undefined;
  /** Undefined where no frame is at the point; null where a frame has no mark there. */
  hitTest(point: Point): Hit | null | undefined;
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
    readers: () => frames.map(({ reader }) => reader),
    weave(own) {
      const woven: PageAnnotation[] = [];
      let next = 0;
      for (const { node, annotation } of own) {
        for (let frame = frames[next]; frame && precedes(frame.element, node); frame = frames[++next]) {
          woven.push(...frame.reader.annotations());
        }
        woven.push(annotation);
      }
      return woven.concat(frames.slice(next).flatMap(({ reader }) => reader.annotations()));
    },
    rectsOf(id) {
      for (const { element, reader } of frames) {
        const rects = reader.rectsOf(id);
        if (rects.length > 0) return rects.map((rect) => outwards(element, rect));
      }
      return [];
    },
    reveal(id) {
      for (const { element, reader } of frames) {
        const hit = reader.reveal(id);
        if (hit) return hitOutwards(element, hit);
      }
      return undefined;
    },
    hitTest(point) {
      const frame = frames.find(
        ({ element }) => element.ownerDocument.elementFromPoint(point.x, point.y) === element,
      );
      if (!frame) return undefined;
      const hit = frame.reader.hitTest(inwards(frame.element, point));
      return hit ? hitOutwards(frame.element, hit) : null;
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
  const isShown = element.clientWidth > 0 && element.checkVisibility({ visibilityProperty: true });
  return isShown && element.clientHeight > 0 ? document : undefined;
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
function outwards(element: HTMLIFrameElement, rect: DOMRect): DOMRect {
  const { x, y, scaleX, scaleY } = placeOf(element);
  return new DOMRect(x + rect.x * scaleX, y + rect.y * scaleY, rect.width * scaleX, rect.height * scaleY);
}

/** A point of the viewport in the viewport of a frame. */
function inwards(element: HTMLIFrameElement, point: Point): Point {
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
