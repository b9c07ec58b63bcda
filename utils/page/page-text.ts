import type { Changes } from './changes.ts';
import { blocksIn, SKIPPED, walkBlocks } from './collect.ts';
import type { Roles } from './elements.ts';
import { type Entry, newEntry } from './marks.ts';
import { containsDeep, forEachText, precedes } from './order.ts';
import type { Block } from './run.ts';
import type { Slice } from './scheduler.ts';
import { parentAcross } from './shadow.ts';

/** The blocks of what is read, in reading order, kept in step with the page. */
export interface PageText {
  readonly entries: readonly Entry[];
  /** The block that a text node is part of. */
  entryOf(text: Text): Entry | undefined;
  /** How elements are read from now on. */
  useRoles(roles: Roles): void;
  /** Reads the blocks of one owner ahead of everything else. */
  readAhead(owner: Element | ShadowRoot): Entry[];
  /**
   * Reads everything, keeping what has not changed. Yields between slices; false when the page has changed under it
   * in a way that it has to start again.
   */
  readAll(roots: readonly Element[], roles: Roles, slice: Slice): Promise<boolean>;
  /** Reads what has changed. */
  update(changes: Changes): void;
  clear(): void;
}

export interface PageTextEvents {
  /** An entry is no longer in the page. */
  onDrop(entry: Entry): void;
  /** An entry has been read again and its text is the same; whether it is shown may have changed. */
  onKeep(entry: Entry): void;
  /** A block has been listed, among many: what has to be asked of every block is best asked now, slice by slice. */
  onRead(entry: Entry): void;
  /** A shadow tree is about to be read. Returns whether it was not known before. */
  onShadow(root: ShadowRoot): boolean;
  onBareHost(element: Element): void;
  /** Whether the page has changed in a way that has not been taken over yet. */
  hasChanged(): boolean;
  isStopped(): boolean;
}

/** More are not put into a list as arguments of a call. */
const MANY_ENTRIES = 10_000;

const NOTHING_BELOW = { enters: () => false, entersShadow: () => false };

export function createPageText(events: PageTextEvents): PageText {
  let entries: Entry[] = [];
  let byText = new WeakMap<Text, Entry>();
  let roles: Roles | undefined;
  /** Entries that were read ahead and are not in the list yet. */
  const ahead = new Set<Entry>();
  let pass = 0;

  /** The entry for a block: the known one where nothing has changed, else a new one. */
  function adopt(block: Block): Entry {
    const first = block.nodes[0];
    const known = first && byText.get(first);
    if (known && isSame(known.block, block)) {
      known.block = block;
      events.onKeep(known);
      return known;
    }
    const entry = newEntry(block);
    for (const node of block.nodes) byText.set(node, entry);
    return entry;
  }

  /** Forgets an entry; its nodes may already belong to another one. */
  function drop(entry: Entry): void {
    for (const node of entry.block.nodes) {
      if (byText.get(node) === entry) byText.delete(node);
    }
    events.onDrop(entry);
  }

  function readAhead(owner: Element | ShadowRoot): Entry[] {
    if (!roles) return [];
    const read: Entry[] = [];
    for (const block of blocksIn(owner, roles, NOTHING_BELOW)) {
      const entry = adopt(block);
      ahead.add(entry);
      read.push(entry);
    }
    return read;
  }

  async function readAll(roots: readonly Element[], newRoles: Roles, slice: Slice): Promise<boolean> {
    roles = newRoles;
    const thisPass = ++pass;
    const list: Entry[] = [];
    for (const root of roots) {
      const walk = walkBlocks(root, roles, {
        entersShadow(shadow) {
          events.onShadow(shadow);
          return true;
        },
        onBareHost: events.onBareHost,
      });
      for (let block = walk.next(); block; block = walk.next()) {
        if (block === SKIPPED) continue;
        const entry = adopt(block);
        // Moved by the page from where it was read to where the walk came by later.
        if (entry.pass === thisPass) continue;
        entry.pass = thisPass;
        list.push(entry);
        events.onRead(entry);
        if (!slice.isOver()) continue;
        await slice.yield();
        if (events.isStopped()) return true;
        if (thisPass !== pass || (events.hasChanged() && !walk.isIntact())) return false;
      }
    }
    const former = [...entries, ...ahead];
    entries = list;
    ahead.clear();
    for (const entry of former) {
      if (entry.pass !== thisPass) drop(entry);
    }
    return true;
  }

  function update(changes: Changes): void {
    if (!roles) return;
    const thisPass = ++pass;
    const affected = new Set<Entry>();
    const take = (text: Text): void => {
      const entry = byText.get(text);
      if (entry) affected.add(entry);
    };
    for (const tree of changes.removed) forEachText(tree, take);
    for (const tree of changes.added) forEachText(tree, take);
    for (const tree of changes.restyled) forEachText(tree, take);
    // What is left is where it was, so its order can be relied on.
    const rest: Entry[] = [];
    for (const entry of entries) {
      if (affected.has(entry) || changes.dirty.has(entry.block.owner)) affected.add(entry);
      else rest.push(entry);
    }
    entries = rest;
    for (const owner of changes.dirty) {
      if (!owner.isConnected) continue;
      insert(readOwner(owner, roles, changes, thisPass));
    }
    for (const entry of affected) {
      if (entry.pass !== thisPass) drop(entry);
    }
  }

  /**
   * Reads an owner's own blocks and those of new elements in it, as runs without a known block between; between two of
   * them stands what holds the known ones.
   */
  function* readOwner(
    owner: Element | ShadowRoot,
    withRoles: Roles,
    { added, restyled }: Changes,
    thisPass: number,
  ): Generator<Entry[] | Node> {
    let skipped: Node = owner;
    const newShadows = new Set<Node>();
    const isNew = (element: Element): boolean => {
      for (let node: Node | null = element; node && node !== owner; node = parentAcross(node)) {
        if (added.has(node) || restyled.has(node as Element) || newShadows.has(node)) return true;
      }
      return false;
    };
    let run: Entry[] = [];
    const walk = walkBlocks(owner, withRoles, {
      enters(element) {
        skipped = element;
        return isNew(element);
      },
      // A shadow tree that is known is an owner of its own and is read when it changes itself.
      entersShadow(shadow) {
        skipped = shadow;
        if (!events.onShadow(shadow)) return isNew(shadow.host);
        newShadows.add(shadow);
        return true;
      },
      onBareHost: events.onBareHost,
    });
    for (let block = walk.next(); block; block = walk.next()) {
      const entry = block === SKIPPED ? undefined : adopt(block);
      if (entry && entry.pass !== thisPass) {
        entry.pass = thisPass;
        run.push(entry);
        continue;
      }
      if (run.length > 0) yield run;
      run = [];
      // Listed already by way of an owner inside of this one, if it is an entry.
      yield entry?.block.nodes[0] ?? skipped;
    }
    if (run.length > 0) yield run;
  }

  /** Lists the runs of an owner. Only the first is looked for: comparing places takes long among many siblings. */
  function insert(parts: Iterable<Entry[] | Node>): void {
    let at: number | undefined;
    for (const part of parts) {
      if (Array.isArray(part)) {
        at ??= placeOf(part);
        // Not `splice`: a run may have more entries than a call may have arguments.
        if (part.length > MANY_ENTRIES) entries = entries.slice(0, at).concat(part, entries.slice(at));
        else entries.splice(at, 0, ...part);
        at += part.length;
      } else if (at !== undefined) {
        for (let node = firstNodeOf(entries[at]); node && containsDeep(part, node); ) {
          node = firstNodeOf(entries[++at]);
        }
      }
    }
  }

  function placeOf([first]: readonly Entry[]): number {
    const node = firstNodeOf(first);
    let low = 0;
    let high = node ? entries.length : 0;
    while (node && low < high) {
      const middle = (low + high) >> 1;
      const other = firstNodeOf(entries[middle]);
      if (other && precedes(other, node)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    get entries() {
      return entries;
    },
    entryOf: (text) => byText.get(text),
    useRoles(newRoles) {
      roles = newRoles;
    },
    readAhead,
    readAll,
    update,
    clear() {
      for (const entry of [...entries, ...ahead]) events.onDrop(entry);
      entries = [];
      ahead.clear();
      byText = new WeakMap();
      pass++;
    },
  };
}

function firstNodeOf(entry: Entry | undefined): Text | undefined {
  return entry?.block.nodes[0];
}

function isSame(a: Block, b: Block): boolean {
  return (
    a.text === b.text &&
    a.nodes.length === b.nodes.length &&
    a.gaps.length === b.gaps.length &&
    a.nodes.every((node, index) => node === b.nodes[index] && a.starts[index] === b.starts[index]) &&
    a.gaps.every((gap, index) => gap === b.gaps[index])
  );
}
