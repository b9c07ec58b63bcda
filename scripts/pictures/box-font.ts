/** Units per em, and how wide a Latin and a Chinese character is. */
const EM = 1000;
const NARROW = 520;
const WIDE = 1000;
const ASCENT = 880;
const DESCENT = 120;
/** The edges of the box in its cell, so that characters can be counted in a picture. */
const GAP = 60;
const TOP = 760;

/** First character that is as wide as it is high: CJK radicals and all that follows them. */
const FIRST_WIDE = 0x2e80;
const LAST = 0x10ffff;

/**
 * A TrueType font whose every character is a box, narrow for Latin and wide for Chinese: 1 kB, and the same widths and
 * the same pictures on every machine, whatever fonts it has. Returns the file.
 */
export function makeBoxFont(): Uint8Array {
  const [narrow, wide] = [box(NARROW), box(WIDE)];
  const glyphs = [narrow, narrow, wide];
  // Where each glyph begins, and where the last one ends.
  const offsets = [0];
  let end = 0;
  for (const glyph of glyphs) {
    end += glyph.length;
    offsets.push(end);
  }
  return font({
    'OS/2': os2(),
    cmap: cmap(),
    glyf: concat(glyphs),
    head: head(),
    hhea: hhea(glyphs.length),
    hmtx: concat([NARROW, NARROW, WIDE].map((advance) => write([u16(advance), i16(GAP)]))),
    loca: write(offsets.map(u32)),
    maxp: write([
      u32(0x10000),
      u16(glyphs.length),
      u16(4),
      u16(1),
      ...Array.from({ length: 11 }, () => u16(0)),
    ]),
    name: name({ 1: 'Boxes', 2: 'Regular', 4: 'Boxes', 6: 'Boxes' }),
    post: write([u32(0x30000), u32(0), i16(-100), i16(50), ...Array.from({ length: 5 }, () => u32(0))]),
  });
}

/** A field of a table: its value and its length in bytes. Negative values are in two's complement. */
type Field = readonly [value: number, bytes: number];
const u16 = (value: number): Field => [value, 2];
const i16 = (value: number): Field => [value & 0xffff, 2];
const u32 = (value: number): Field => [value, 4];

function write(fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((length, [, size]) => length + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 1) view.setUint8(at, value);
    else if (size === 2) view.setUint16(at, value);
    else view.setUint32(at, value);
    at += size;
  }
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A rectangle as one contour, clockwise from below left; the numbers are steps from point to point. */
function box(advance: number): Uint8Array {
  const right = advance - GAP;
  return write([
    ...[1, GAP, 0, right, TOP].map(i16),
    ...[3, 0].map(u16),
    // Four points of the outline.
    ...[1, 1, 1, 1].map((flag): Field => [flag, 1]),
    ...[GAP, 0, right - GAP, 0].map(i16),
    ...[0, TOP, 0, -TOP].map(i16),
  ]);
}

/** Format 12 wants one glyph after the other; format 13 gives a whole run of characters the same glyph. */
function cmap(): Uint8Array {
  const groups = [
    [0x20, FIRST_WIDE - 1, 1],
    [FIRST_WIDE, LAST, 2],
  ];
  const table = write([
    ...[13, 0].map(u16),
    ...[16 + 12 * groups.length, 0, groups.length].map(u32),
    ...groups.flat().map(u32),
  ]);
  return concat([write([u16(0), u16(1), u16(3), u16(10), u32(12)]), table]);
}

function head(): Uint8Array {
  return write([
    ...[0x10000, 0x10000, 0, 0x5f0f3cf5].map(u32),
    ...[0, EM].map(u16),
    ...[0, 0, 0, 0].map(u32),
    ...[0, 0, WIDE, TOP].map(i16),
    ...[0, 8, 2, 1, 0].map(u16),
  ]);
}

function hhea(count: number): Uint8Array {
  return write([
    u32(0x10000),
    ...[ASCENT, -DESCENT, 0, WIDE, GAP, GAP, WIDE - GAP, 1, 0, 0, 0, 0, 0, 0, 0].map(i16),
    u16(count),
  ]);
}

function os2(): Uint8Array {
  return write([
    ...[4, WIDE, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0].map(u16),
    // Panose, the ranges of characters, and the vendor.
    ...Array.from({ length: 10 }, (): Field => [0, 1]),
    ...[0, 0, 0, 0, 0].map(u32),
    ...[0x40, 0x20, 0xffff].map(u16),
    ...[ASCENT, -DESCENT, 0, ASCENT, DESCENT].map(i16),
    ...[0, 0].map(u32),
    ...[500, TOP, 0, 0x20, 1].map(u16),
  ]);
}

function name(names: Readonly<Record<number, string>>): Uint8Array {
  const records = Object.entries(names);
  const texts = records.map(([, text]) => write([...text].map((letter) => u16(letter.charCodeAt(0)))));
  let at = 0;
  const fields = records.flatMap(([id], index) => {
    const length = texts[index]?.length ?? 0;
    at += length;
    return [3, 1, 0x409, Number(id), length, at - length].map(u16);
  });
  return concat([write([u16(0), u16(records.length), u16(6 + 12 * records.length), ...fields]), ...texts]);
}

/** Puts the tables, already in order of their names, into one file. */
function font(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables);
  const power = Math.floor(Math.log2(entries.length));
  let at = 12 + 16 * entries.length;
  const directory = entries.flatMap(([tag, table]) => {
    const offset = at;
    at += padded(table).length;
    return [u32(tagOf(tag)), u32(checksum(table)), u32(offset), u32(table.length)];
  });
  return concat([
    write([
      u32(0x10000),
      ...[entries.length, 16 << power, power, 16 * entries.length - (16 << power)].map(u16),
      ...directory,
    ]),
    ...entries.map(([, table]) => padded(table)),
  ]);
}

function tagOf(tag: string): number {
  return [...tag].reduce((value, letter) => value * 256 + letter.charCodeAt(0), 0);
}

function padded(table: Uint8Array): Uint8Array {
  return concat([table, new Uint8Array(-table.length & 3)]);
}

/** The sum of the table's 32-bit words. */
function checksum(table: Uint8Array): number {
  const view = new DataView(padded(table).buffer);
  let sum = 0;
  for (let at = 0; at < view.byteLength; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
