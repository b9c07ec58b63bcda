import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Signatures and places of the ZIP format (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Writes the files of a ZIP archive into a folder; Node can inflate, but has no reader of archives. */
export function unzip(archive: Buffer, folder: string): void {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error('This is no ZIP archive.');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error('The directory of the ZIP archive is broken.');
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + size);
    if (!name.endsWith('/')) {
      const path = join(folder, name);
      if (!path.startsWith(folder)) throw new Error(`${name} leads out of the folder.`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, method === 0 ? packed : inflateRawSync(packed));
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}
