import { readFile } from 'node:fs/promises';
import { byteOrderMark } from '../utils/glossary/decode.ts';
import { UsageError } from './command-line.ts';

/** How far into a page its declaration of the encoding may stand, in bytes (HTML standard, “prescan”: 1024). */
const PRESCAN_BYTES = 1024;

/**
 * Reads a text file, or standard input for `-`. A byte order mark decides, otherwise UTF-8; a page (`html`) may
 * declare another encoding in its first bytes, as the GB2312 pages of People's Daily do.
 * @throws UsageError when the file is missing or its bytes are not of the encoding it says.
 */
export async function readText(file: string, html: boolean): Promise<string> {
  const bytes = await readBytes(file);
  const encoding = byteOrderMark(bytes) ?? (html ? pageEncoding(bytes) : undefined) ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UsageError(`${file}: the page declares the encoding “${encoding}”, which is not known.`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    const hint = html ? '' : ' Convert it first, for example: iconv -f GB18030 -t UTF-8';
    throw new UsageError(`${file}: the bytes are not valid ${encoding.toUpperCase()}.${hint}`);
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    if (file !== '-') return await readFile(file);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new UsageError(`${file}: there is no such file.`);
    if (code === 'EISDIR') throw new UsageError(`${file}: is a folder, not a file.`);
    if (code === 'EACCES') throw new UsageError(`${file}: may not be read.`);
    throw error;
  }
}

/**
 * The encoding a page declares. A page that was saved in UTF-8 often still declares what its server sent, and bytes of
 * GB2312 or Big5 are practically never valid UTF-8: so what is valid UTF-8 is read as that.
 */
function pageEncoding(bytes: Uint8Array): string | undefined {
  const declared = declaredEncoding(bytes);
  if (declared === undefined) return undefined;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return declared;
  }
}

/** The encoding label of `<meta charset>` or `<meta http-equiv>`; GB2312 and GBK are read as the superset GB18030. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  return label === 'gb2312' || label === 'gbk' ? 'gb18030' : label;
}
