import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Ships no code, but data made from its tables: the pairs of traditional and simplified characters. */
const DATA_PACKAGES: readonly string[] = ['opencc-js'];

/** Packages whose authors name the licence and put no text of it into the package. Seen by hand, per version. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(['saxes 6.0.0']);

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * The licences of everything in the extension that others wrote: `dependencies` of package.json and theirs, in
 * alphabetical order, each with the text that it came with.
 * @throws Error for a package that names no licence or carries no text of it.
 */
export function collectLicences(): string {
  const found = new Map<string, string>();
  const visit = (name: string, from: string): void => {
    const folder = findPackage(name, from);
    const { version, license, dependencies = {} } = readPackage(folder);
    const title = `${name} ${version}`;
    if (found.has(title)) return;
    if (!license) throw new Error(`${title} names no licence.`);
    found.set(title, `${title} (${license})\n\n${licenceText(folder, title)}`);
    for (const next of Object.keys(dependencies)) visit(next, folder);
  };
  const { dependencies = {} } = readPackage(ROOT);
  for (const name of [...Object.keys(dependencies), ...DATA_PACKAGES]) visit(name, ROOT);
  const sections = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `Third-party software in AI+ 导读\n\n${sections.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function readPackage(folder: string): PackageJson {
  return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
}

/** As Node resolves it: the nearest `node_modules` upwards. */
function findPackage(name: string, from: string): string {
  for (
    let folder = from.replace(/\/$/, '');
    folder !== '';
    folder = folder.slice(0, folder.lastIndexOf('/'))
  ) {
    const candidate = `${folder}/node_modules/${name}`;
    if (existsSync(`${candidate}/package.json`)) return candidate;
  }
  throw new Error(`${name} is not installed.`);
}

function licenceText(folder: string, title: string): string {
  if (WITHOUT_TEXT.has(title)) return 'The package carries the name of its licence only.';
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  if (!file) throw new Error(`${title} carries no text of its licence.`);
  return readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim();
}
