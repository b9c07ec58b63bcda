/**
 * Where the instances of this world are noted. Scripts of the extension in one page share a world that the page does
 * not see; a symbol, because elements of the page are found under their names even there (`<div id="…">`).
 */
const INSTANCES = Symbol.for('aiplus-instances');

type World = typeof globalThis & { [INSTANCES]?: WeakMap<object, () => void> };

/**
 * Ends the instance that has `place` until now, and has the next one end this one by calling `stop`. No event of the
 * document tells of it: a page could send it, and make the extension fall silent. An instance of another world, as
 * there is after an update of the extension, notices by itself that its extension is gone.
 */
export function takeOver(place: object, stop: () => void): void {
  const world: World = globalThis;
  world[INSTANCES] ??= new WeakMap();
  const former = world[INSTANCES].get(place);
  world[INSTANCES].set(place, stop);
  former?.();
}

/** Leaves a place, if `stop` still has it. */
export function leavePlace(place: object, stop: () => void): void {
  const instances = (globalThis as World)[INSTANCES];
  if (instances?.get(place) === stop) instances.delete(place);
}
