import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { build } from 'wxt';
import { readArguments, runCommand } from './command-line.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const USAGE = `Usage: npm run sizes [-- FILE…]

Where the bytes of a script of the build go. FILE is relative to the build; without one: the content script and the
card. Each line is a module with its bytes after minifying and what the compressed script would lose without it.`;

interface ModuleSize {
  readonly module: string;
  readonly raw: number;
  /** Bytes of gzip -9 that the script would be smaller without the module. */
  readonly gzip: number;
}

await runCommand(async () => {
  const { positionals } = readArguments({}, USAGE, { takesWords: true });
  const scripts = positionals.length > 0 ? positionals : ['content-scripts/content.js', 'card.js'];
  const folder = mkdtempSync(join(tmpdir(), 'aiplus-sizes-'));
  try {
    await build({
      root: ROOT,
      outDir: folder,
      debug: false,
      vite: () => ({ plugins: [mapData()], build: { sourcemap: true }, logLevel: 'silent' }),
    });
    for (const script of scripts) report(script, join(folder, 'chrome-mv3', script));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
});

/** Data and styles have no source map of their own, and would count as nobody's: each gets one that names it. */
function mapData(): Plugin {
  return {
    name: 'aiplus-map-data',
    enforce: 'post',
    transform(code, id) {
      if (!/^\0virtual:|\.json(?:\?|$)|\?inline$/u.test(id)) return undefined;
      const mappings = code.split('\n').map((_, line) => (line === 0 ? 'AAAA' : 'AACA'));
      return {
        code,
        map: { version: 3, sources: [id.replace('\0', '')], names: [], mappings: mappings.join(';') },
      };
    },
  };
}

function report(name: string, path: string): void {
  const code = readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/u, '\n');
  const map: unknown = JSON.parse(readFileSync(`${path}.map`, 'utf8'));
  const modules = moduleSizes(code, new SourceMap(map as ConstructorParameters<typeof SourceMap>[0]));
  process.stdout.write(`\n${name}: ${Buffer.byteLength(code)} bytes, ${compressed(code)} compressed\n`);
  for (const { module, raw, gzip } of [...groups(modules), ...modules])
    process.stdout.write(`${String(raw).padStart(8)} ${String(gzip).padStart(8)}  ${module}\n`);
}

/** The modules of a script, the largest first. */
function moduleSizes(code: string, map: SourceMap): readonly ModuleSize[] {
  const owners: string[] = [];
  const own = new Map<string, string[]>();
  for (const [line, text] of code.split('\n').entries()) {
    for (let column = 0; column <= text.length; column++) {
      const entry = map.findEntry(line, column);
      const owner =
        'originalSource' in entry && entry.originalSource ? shortName(entry.originalSource) : '(none)';
      owners.push(owner);
      const characters = own.get(owner) ?? [];
      characters.push(text[column] ?? '\n');
      own.set(owner, characters);
    }
  }
  const whole = compressed(code);
  return [...own]
    .map(([module, characters]) => {
      let others = '';
      for (let at = 0; at < code.length; at++) if (owners[at] !== module) others += code[at];
      return {
        module,
        raw: Buffer.byteLength(characters.join('')),
        gzip: whole - compressed(others),
      };
    })
    .sort((a, b) => b.gzip - a.gzip);
}

/** The same by folder or package; what modules of a group share is counted nowhere. */
function groups(modules: readonly ModuleSize[]): readonly ModuleSize[] {
  const sums = new Map<string, ModuleSize>();
  for (const { module, raw, gzip } of modules) {
    const group = /^((?:@[^/]+\/)?[^/]+(?:\/[^/.]+(?=\/))?)/u.exec(module)?.[1] ?? module;
    const sum = sums.get(group);
    sums.set(group, { module: `= ${group}`, raw: raw + (sum?.raw ?? 0), gzip: gzip + (sum?.gzip ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.gzip - a.gzip);
}

function shortName(source: string): string {
  return source.replace(/^(?:.*\/node_modules\/|(?:\.\.\/)+|file:\/\/)/u, '').replace(ROOT.slice(1), '');
}

function compressed(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}
