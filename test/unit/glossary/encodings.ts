/** Encoders for tests: the platform has decoders only. */

/** GB18030 of characters that have two bytes there, and of ASCII: the inverse of the platform's decoder. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character < '\x80') return [character.charCodeAt(0)];
      const bytes = twoBytes().get(character);
      if (!bytes) throw new Error(`No two bytes for ${character}.`);
      return bytes;
    }),
  );
}

let table: Map<string, readonly [number, number]> | undefined;
function twoBytes(): Map<string, readonly [number, number]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second !== 0x7f) table.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
    }
  }
  return table;
}

/** UTF-16, little end first. */
export function utf16(text: string, mark: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return Uint8Array.from((mark ? [0xfeff, ...units] : units).flatMap((unit) => [unit & 0xff, unit >> 8]));
}
