import { GlossaryFileError } from './report.ts';
import type { Steps } from './steps.ts';

/** As far into an XML file as its declaration may stand, in bytes. */
const XML_DECLARATION_BYTES = 200;
/** Bytes looked at for the zeros that UTF-16 has in every second place of markup, digits and tabs. */
const PROBE_BYTES = 4096;

/**
 * The text of a glossary file. A byte order mark decides, then zeros that betray UTF-16, then an XML declaration;
 * otherwise it is UTF-8 where that is valid, else GB18030 (which contains GBK and GB2312), as Excel in China saves
 * CSV.
 * @throws GlossaryFileError where the bytes are text in none of them.
 */
export function* decodeGlossary(bytes: Uint8Array): Steps<string> {
  const certain = byteOrderMark(bytes) ?? zerosOf(bytes) ?? declaredEncoding(bytes);
  for (const encoding of certain === undefined ? ['utf-8', 'gb18030'] : [certain]) {
    const text = yield* decode(bytes, encoding);
    if (text !== undefined) return text;
  }
  throw new GlossaryFileError({ reason: 'encoding' });
}

/** Bytes that are decoded at once. */
const PIECE = 1 << 18;

function* decode(bytes: Uint8Array, encoding: string): Steps<string | undefined> {
  let text = '';
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    for (let at = 0; at < bytes.length; at += PIECE) {
      const end = at + PIECE;
      const piece = decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length });
      // GB18030 accepts almost any bytes; text has no zeros and no characters of private use, wrong guesses do.
      if (piece.includes('\0') || (encoding === 'gb18030' && /\p{Co}/u.test(piece))) return undefined;
      text += piece;
      yield Math.min(1, end / bytes.length);
    }
  } catch (error) {
    // RangeError: an encoding nobody knows; TypeError: bytes that are not of this one.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
  return text;
}

/** The encoding that the first bytes of a file name; undefined where they name none. */
export function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function zerosOf(bytes: Uint8Array): string | undefined {
  const probe = bytes.subarray(0, PROBE_BYTES);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < probe.length; at++) {
    if (probe[at] === 0) at % 2 === 0 ? even++ : odd++;
  }
  if (even === 0 && odd === 0) return undefined;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, XML_DECLARATION_BYTES));
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/u.exec(head)?.[1]?.toLowerCase();
  return label === 'gb2312' || label === 'gbk' ? 'gb18030' : label;
}
