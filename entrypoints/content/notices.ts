import { askBackground, notify } from '../../utils/messages/send.ts';
import type { PageAnnotation } from '../../utils/page/reader-types.ts';

/** Least time between two notices of the reading position, in milliseconds. */
const INTERVAL = 250;

/** Tells the badge and the surfaces that are open what is on the page and where the reader is. */
export interface Notices {
  annotationsChanged(list: readonly PageAnnotation[]): void;
  /** The page may have been scrolled. */
  positionChanged(): void;
  /** Somebody has asked for the page: from now on the reading position is told, before that nobody listens. */
  follow(): void;
  /** The badge may have been cleared: browsers do so when a page comes back, or is shown that was read in advance. */
  tellAgain(): void;
  dispose(): void;
}

export function createNotices(current: () => number | null, isAlive: () => boolean): Notices {
  let counts = { terms: 0, figures: 0 };
  let counted = '';
  let isFollowed = false;
  let total = 0;
  let last: number | null | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tellPosition(force: boolean): void {
    if (!isFollowed || !isAlive()) return;
    const now = current();
    if (now === last && !force) return;
    last = now;
    notify('pageChanged', { current: now, total });
  }

  function tellCounts(): void {
    const told = JSON.stringify(counts);
    if (told === counted || !isAlive()) return;
    counted = told;
    askBackground('counted', counts).catch(() => {
      // The badge is a courtesy; the next change of the page tells the number again.
      counted = '';
    });
  }

  return {
    annotationsChanged(list) {
      if (!isAlive()) return;
      const terms = new Set<string>();
      let figures = 0;
      for (const { annotation } of list) {
        if (annotation.kind === 'term') terms.add(annotation.term);
        else figures++;
      }
      total = list.length;
      tellPosition(true);
      counts = { terms: terms.size, figures };
      tellCounts();
    },
    positionChanged() {
      if (!isFollowed || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        tellPosition(false);
      }, INTERVAL);
    },
    follow() {
      isFollowed = true;
    },
    tellAgain() {
      counted = '';
      tellCounts();
    },
    dispose: () => clearTimeout(timer),
  };
}
