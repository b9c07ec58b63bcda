import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
/** Version 2.0 of the format: folders and nothing newer. */
const VERSION = 20;
/** Flag 11: the names are UTF-8. */
const UTF8_NAMES = 0x0800;
/** 1 January 1980, the earliest date that the format can say. */
const DATE = 0x21;

/** The files of a folder as a zip archive, stored without compression (APPNOTE.TXT of PKWARE, 4.3). */
export async function zipFolder(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const content = await readFile(file);
    const name = Buffer.from(file.slice(folder.length + 1).replaceAll('\\', '/'));
    // From the flags to the length of the extra field, which both headers have.
    const common = Buffer.concat([
      shorts(UTF8_NAMES, 0, 0, DATE),
      longs(crc32(content), content.length, content.length),
      shorts(name.length, 0),
    ]);
    const head = Buffer.concat([longs(LOCAL_HEADER), shorts(VERSION), common, name]);
    central.push(longs(CENTRAL_HEADER), shorts(VERSION, VERSION), common, shorts(0, 0, 0));
    central.push(longs(0, offset), name);
    local.push(head, content);
    offset += head.length + content.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([
    longs(END_OF_CENTRAL),
    shorts(0, 0, files.length, files.length),
    longs(directory.length, offset),
    shorts(0),
  ]);
  return Buffer.concat([...local, directory, end]);
}

function shorts(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
}

function longs(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
}
