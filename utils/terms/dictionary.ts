/**
 * Numbers strings from 1 on in the order in which they come. What a `Map` does, in a third of the time: a recogniser asks
 * for thousands of keys before anything else happens on a page, and nearly all of them are new.
 */
export interface Dictionary {
  /** The strings, by number; number 0 is none. */
  readonly keys: readonly string[];
  /** The number of a string; a new one gets the next. */
  readonly add: (key: string) => number;
  /** The number of a string, 0 where it has none. */
  readonly find: (key: string) => number;
}

/** Share of slots in use from which on a look-up becomes long. */
const FULL = 0.7;

/** `expected` is about how many strings will come; there may be more. */
export function createDictionary(expected: number): Dictionary {
  const keys: string[] = [''];
  // Open addressing; a slot has the number of a key, 0 where it is empty. `hashes` spares comparing strings.
  let slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * expected + 2)));
  let hashes = new Int32Array(slots.length);

  function slotOf(key: string, hash: number): number {
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
      if (hashes[slot] === hash && keys[number] === key) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function put(slot: number, number: number, hash: number): void {
    slots[slot] = number;
    hashes[slot] = hash;
  }

  function grow(): void {
    slots = new Int32Array(2 * slots.length);
    hashes = new Int32Array(slots.length);
    for (let number = 1; number < keys.length; number++) {
      const key = keys[number] ?? '';
      const hash = hashOf(key);
      put(slotOf(key, hash), number, hash);
    }
  }

  return {
    keys,
    add(key) {
      const hash = hashOf(key);
      const slot = slotOf(key, hash);
      const known = slots[slot] ?? 0;
      if (known !== 0) return known;
      const number = keys.push(key) - 1;
      put(slot, number, hash);
      if (number > FULL * slots.length) grow();
      return number;
    },
    find: (key) => slots[slotOf(key, hashOf(key))] ?? 0,
  };
}

function hashOf(key: string): number {
  let hash = key.length;
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return Math.imul(hash, 0x9e3779b1);
}
