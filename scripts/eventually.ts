/** How long a change may take until it is seen, in milliseconds. */
const PATIENCE = 10_000;
/** Between two looks, in milliseconds. */
const PAUSE = 50;

/**
 * Waits until `probe` gives something, and returns that; `patience` is in milliseconds.
 * @throws Error that says what was waited for in vain.
 */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | undefined | null | false>,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
