/** Attributes that can show, hide or close off text. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'contenteditable', 'role'];

export interface Watcher {
  /** Watches a document or a shadow tree, once. */
  watch(root: Document | ShadowRoot): void;
  /** The records that have come since the last call, in order. */
  take(): readonly MutationRecord[];
  /** Whether there are any. */
  hasRecords(): boolean;
  stop(): void;
}

/** Watches trees for changes and calls `onChange` once per batch, right after the script that made them has ended. */
export function createWatcher(onChange: () => void): Watcher {
  let records: MutationRecord[] = [];
  const watched = new WeakSet<Node>();
  const observer = new MutationObserver((batch) => {
    // Not `push(...batch)`: a batch of a hostile page has more records than a call may have arguments.
    records = records.length === 0 ? batch : records.concat(batch);
    onChange();
  });
  return {
    watch(root) {
      if (watched.has(root)) return;
      watched.add(root);
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ATTRIBUTES,
      });
    },
    take() {
      const waiting = observer.takeRecords();
      const taken = waiting.length === 0 ? records : records.concat(waiting);
      records = [];
      return taken;
    },
    hasRecords() {
      const waiting = observer.takeRecords();
      if (waiting.length > 0) records = records.concat(waiting);
      return records.length > 0;
    },
    stop() {
      observer.disconnect();
      records = [];
    },
  };
}
