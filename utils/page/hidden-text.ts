import type { Entry } from './marks.ts';
import { elementOf } from './shadow.ts';

/** Waits for hidden text to be shown in ways that change nothing in the document: media queries, `:hover`, `:checked`. */
export interface HiddenText {
  /** Waits for an entry with marks that are not shown, or no longer. */
  follow(entry: Entry): void;
  forget(entry: Entry): void;
  stop(): void;
}

export function createHiddenText(
  view: Window & typeof globalThis,
  onAppear: (entry: Entry) => void,
): HiddenText {
  const waiting = new Map<Element, Set<Entry>>();
  // An element without a box never intersects; once it gets one and is on screen, the observer tells.
  const observer = new view.IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) for (const entry of [...(waiting.get(target) ?? [])]) onAppear(entry);
    }
  });

  function forget(entry: Entry): void {
    const element = elementOf(entry.block.owner);
    const entries = waiting.get(element);
    if (!entries?.delete(entry) || entries.size > 0) return;
    waiting.delete(element);
    observer.unobserve(element);
  }

  return {
    follow(entry) {
      if (entry.marks.every((mark) => mark.shown)) {
        if (waiting.size > 0) forget(entry);
        return;
      }
      const element = elementOf(entry.block.owner);
      const entries = waiting.get(element);
      if (entries) {
        entries.add(entry);
        return;
      }
      waiting.set(element, new Set([entry]));
      observer.observe(element);
    },
    forget(entry) {
      if (waiting.size > 0) forget(entry);
    },
    stop() {
      observer.disconnect();
      waiting.clear();
    },
  };
}
