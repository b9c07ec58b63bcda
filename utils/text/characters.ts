/** What a code unit is to the recogniser; a unit may be several things, a straight quotation mark opens and closes. */
export const LETTER = 1;
export const DIGIT = 2;
/** White space of any width, line breaks included. */
export const SPACE = 4;
/** Takes no room and means nothing: zero-width space, soft hyphen, variation selector. */
export const INVISIBLE = 8;
export const OPENING_QUOTE = 16;
export const CLOSING_QUOTE = 32;
export const HYPHEN = 64;
export const IDEOGRAPH = 128;

export const QUOTE = OPENING_QUOTE | CLOSING_QUOTE;
/** What may stand inside a term without being a part of it. */
export const SKIPPABLE = SPACE | INVISIBLE | QUOTE;
/** Between two of these, white space and hyphens separate words; anywhere else they mean nothing. */
export const ALPHANUMERIC = LETTER | DIGIT;

/** Ranges in which a character has a plain twin of one code unit (Unicode compatibility decomposition). */
export const COMPATIBILITY_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x2e80, 0x2fd5], // radicals, which converted documents use for the ideographs they look like
  [0xf900, 0xfaff], // compatibility ideographs
  [0xfe30, 0xfe6f], // vertical and small forms
  [0xff01, 0xffee], // full width
];

/** Characters that are written for one another; the first of each row is what the others fold to. */
const TWINS: readonly string[] = [
  // Document numbers are written with 〔〕, and with every other bracket where the keyboard has none.
  '(〔［【﹝〖[{',
  ')〕］】﹞〗]}',
  '《〈≪﹤＜',
  '》〉≫﹥＞',
  '×✕✖╳',
  '零〇○',
  '+﹢⁺➕',
  '·•・‧∙',
  '~～〜∼',
];

const HYPHENS = '-‐‑‒–—―−─﹣－';
const OPENING_QUOTES = '“„‟‘‚‛「『﹁﹃｢〝«‹';
const CLOSING_QUOTES = '”’」』﹂﹄｣〞〟»›';
const STRAIGHT_QUOTES = '"\'＂＇`´';
const SPACES = '\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000';
const INVISIBLES = '\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\ufeff';

/** Ranges in which a character may be a capital. */
const CASED_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x41, 0x5a],
  [0xc0, 0x24f],
  ...COMPATIBILITY_RANGES,
];

/**
 * Width, case and compatibility folded, by code unit, 0 for what stays as it is; script is not folded, because it depends
 * on the glossary (see `createFolding`). Built once: 65,536 entries. Every page waits for these tables, so what fills them
 * looks only at the few thousand code units that are not what they seem.
 */
export const BASE_FOLDING: Uint16Array = buildFolding();

/** The code units that {@link BASE_FOLDING} changes. */
export const FOLDED_CODES: readonly number[] = foldedCodes();

/** White space, hyphens, quotation marks and what is invisible, each with its class bits. */
export const MARKS: readonly (readonly [code: number, bits: number])[] = listMarks();

/** The class bits of every code unit as it is written. */
export const CLASSES: Uint8Array = buildClasses();

function buildFolding(): Uint16Array {
  const folding = new Uint16Array(65_536);
  const fold = (code: number, plain: number): void => {
    folding[code] = plain === code ? 0 : plain;
  };
  for (const [first, last] of COMPATIBILITY_RANGES) {
    for (let code = first; code <= last; code++) {
      const plain = String.fromCharCode(code).normalize('NFKC');
      if (plain.length === 1) fold(code, plain.charCodeAt(0));
    }
  }
  for (const [plain = '', ...twins] of TWINS.map((row) => Array.from(row))) {
    for (const twin of twins) fold(twin.charCodeAt(0), plain.charCodeAt(0));
  }
  for (const hyphen of HYPHENS) fold(hyphen.charCodeAt(0), 0x2d);
  // Case last: full-width capitals have become plain ones by now.
  for (const [first, last] of CASED_RANGES) {
    for (let code = first; code <= last; code++) {
      const plain = folding[code] || code;
      if (plain >= 0x41 && plain <= 0x5a) fold(code, plain + 0x20);
      else if (plain === code && code <= 0x24f) {
        const lower = String.fromCharCode(code).toLowerCase();
        if (lower.length === 1) fold(code, lower.charCodeAt(0));
      }
    }
  }
  return folding;
}

function foldedCodes(): readonly number[] {
  const codes = Array.from(TWINS.join('') + HYPHENS, (character) => character.charCodeAt(0));
  for (const [first, last] of CASED_RANGES) for (let code = first; code <= last; code++) codes.push(code);
  return codes.filter((code) => BASE_FOLDING[code] !== 0);
}

function listMarks(): readonly (readonly [code: number, bits: number])[] {
  const marks: [code: number, bits: number][] = [];
  const mark = (characters: string, bits: number): void => {
    for (const character of characters) marks.push([character.charCodeAt(0), bits]);
  };
  const markRange = (first: number, last: number, bits: number): void => {
    for (let code = first; code <= last; code++) marks.push([code, bits]);
  };
  mark(SPACES, SPACE);
  markRange(0x2000, 0x200a, SPACE);
  mark(INVISIBLES, INVISIBLE);
  markRange(0x200b, 0x200f, INVISIBLE);
  markRange(0x202a, 0x202e, INVISIBLE);
  markRange(0x2060, 0x206f, INVISIBLE);
  markRange(0xfe00, 0xfe0f, INVISIBLE);
  mark(OPENING_QUOTES, OPENING_QUOTE);
  mark(CLOSING_QUOTES, CLOSING_QUOTE);
  mark(STRAIGHT_QUOTES, QUOTE);
  mark(HYPHENS, HYPHEN);
  return marks;
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(65_536);
  for (let code = 0; code < 0x250; code++) classes[code] = classOf(code);
  classes.fill(IDEOGRAPH, 0x3400, 0xa000);
  for (const code of FOLDED_CODES) classes[code] = classOf(BASE_FOLDING[code] || code);
  for (const [code, bits] of MARKS) classes[code] = bits;
  return classes;
}

function classOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x24f && code !== 0xf7)) return LETTER;
  if ((code >= 0x3400 && code <= 0x9fff) || code === 0x3007) return IDEOGRAPH;
  return 0;
}
