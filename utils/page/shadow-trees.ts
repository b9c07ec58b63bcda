/** The open shadow trees in what is read. */
export interface ShadowTrees {
  known(): readonly ShadowRoot[];
  /** A tree is about to be read. Returns whether it was not known before. */
  meet(root: ShadowRoot): boolean;
  /** A custom element without a tree: it may get one later, which no observer tells. */
  expect(host: Element): void;
  /** Forgets what is no longer in the document. */
  prune(): void;
  /** Whether an element has got the tree that it was without. */
  lookForNew(): boolean;
  clear(): void;
}

/** @param onNew hears of every tree once. */
export function createShadowTrees(onNew: (root: ShadowRoot) => void): ShadowTrees {
  const trees = new Set<ShadowRoot>();
  const bareHosts = new Set<Element>();
  return {
    known: () => [...trees],
    meet(root) {
      if (trees.has(root)) return false;
      trees.add(root);
      onNew(root);
      return true;
    },
    expect: (host) => void bareHosts.add(host),
    prune() {
      for (const root of trees) if (!root.isConnected) trees.delete(root);
    },
    lookForNew() {
      let found = false;
      for (const host of bareHosts) {
        if (host.isConnected && !host.shadowRoot) continue;
        bareHosts.delete(host);
        found ||= host.isConnected;
      }
      return found;
    },
    clear() {
      trees.clear();
      bareHosts.clear();
    },
  };
}
