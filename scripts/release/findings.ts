import { gzipSync } from 'node:zlib';

type Files = ReadonlyMap<string, Buffer>;

/** Hosts in the build that nobody ever asks for anything: names of XML namespaces and links in foreign messages. */
const NAMES_ONLY: Readonly<Record<string, string>> = {
  'www.w3.org': 'names of the SVG and XML namespaces, which the DOM asks for by name',
  'developers.google.com': 'in an error text of webextension-polyfill',
  'example.com': 'an example in a text for the reader',
  'json-schema.org': 'the name of the schema language of own glossaries',
};

const ADDRESS = /\b(?:https?|wss?|ftp):\/\/([a-z0-9.-]+\.[a-z0-9]+)/gi;

/** The hosts that texts name in full addresses. */
export function hostsIn(texts: Iterable<string>): ReadonlySet<string> {
  const hosts = new Set<string>();
  for (const text of texts) for (const [, host = ''] of text.matchAll(ADDRESS)) hosts.add(host.toLowerCase());
  return hosts;
}

/**
 * Hosts in a build that are neither documented links of the knowledge base nor names.
 * @param documented the hosts of the sources.
 */
export function unknownHosts(files: Files, documented: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  for (const [path, contents] of files) {
    // The licences name their authors' sites; the file is text that nothing in the extension reads.
    if (path === 'third-party-licences.txt' || !/\.(js|html|css|json)$/.test(path)) continue;
    for (const host of hostsIn([contents.toString()]))
      if (!documented.has(host) && !Object.hasOwn(NAMES_ONLY, host)) found.push(`${path} names ${host}`);
  }
  return found;
}

/** What no file of the build may hold, ours or of a package. */
const NEVER_SHIPPED: Readonly<Record<string, RegExp>> = {
  'eval()': /(?<![\w.$])eval\(/,
  'new Function()': /\bnew Function\(/,
  // By any name: `window.fetch`, `const ask = fetch`.
  fetch: /\bfetch\b/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  WebSocket: /\bnew WebSocket\b/,
  EventSource: /\bnew EventSource\b/,
  WebTransport: /\bWebTransport\b/,
  RTCPeerConnection: /\bRTCPeerConnection\b/,
  'new Image(), new Audio()': /\bnew (?:Image|Audio)\b/,
  'new Worker()': /\bnew (?:Shared)?Worker\b/,
  sendBeacon: /\bsendBeacon\b/,
  importScripts: /\bimportScripts\(/,
  'an assignment to innerHTML': /\.innerHTML\s*=(?!=)/,
  'document.write': /\bdocument\.write/,
};

/** What none of our sources may hold. */
const NEVER_WRITTEN: Readonly<Record<string, RegExp>> = {
  ...NEVER_SHIPPED,
  'innerHTML or outerHTML': /\b(?:inner|outer)HTML\b/,
  insertAdjacentHTML: /\binsertAdjacentHTML\b/,
  dangerouslySetInnerHTML: /\bdangerouslySetInnerHTML\b/,
  createContextualFragment: /\bcreateContextualFragment\b/,
  'Plot or d3 html()': /\.html\(/,
};

export function forbiddenInBuild(files: Files): readonly string[] {
  return forbidden(files, /\.(js|html)$/, NEVER_SHIPPED);
}

export function forbiddenInSources(files: Files): readonly string[] {
  return forbidden(files, /\.tsx?$/, NEVER_WRITTEN);
}

function forbidden(files: Files, which: RegExp, patterns: Readonly<Record<string, RegExp>>): string[] {
  const found: string[] = [];
  for (const [path, contents] of files) {
    if (!which.test(path)) continue;
    for (const [name, pattern] of Object.entries(patterns))
      if (pattern.test(contents.toString())) found.push(`${path} holds ${name}`);
  }
  return found;
}

/** The size of what a part of the extension loads, in bytes: as it lies on the disk, and compressed with gzip -9. */
export interface PartSize {
  readonly part: string;
  readonly raw: number;
  readonly gzip: number;
}

/** The sizes of the content script, the card, the background, and every page with the scripts and styles it loads. */
export function partSizes(files: Files): readonly PartSize[] {
  const parts: Record<string, readonly string[]> = {
    content: ['content-scripts/content.js', 'content-scripts/content.css'],
    card: ['card.js'],
    background: ['background.js'],
  };
  for (const path of files.keys()) {
    if (/^[a-z]+\.html$/.test(path)) parts[path.replace('.html', '')] = loadedBy(files, path);
  }
  return Object.entries(parts).map(([part, paths]) => {
    const contents = paths.map((path) => files.get(path) ?? missing(path));
    return {
      part,
      raw: contents.reduce((sum, { length }) => sum + length, 0),
      gzip: contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0),
    };
  });
}

/** A page and all that it loads at once: scripts and styles it names, and what those scripts import statically. */
function loadedBy(files: Files, page: string): readonly string[] {
  const loaded = new Set([page]);
  const queue = [page];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const text = (files.get(path) ?? missing(path)).toString();
    const names = path.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, name = '']) => name)
      : [...text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(
          ([, name = '']) => `chunks/${name}`,
        );
    for (const name of names) {
      if (loaded.has(name)) continue;
      loaded.add(name);
      if (name.endsWith('.js')) queue.push(name);
    }
  }
  return [...loaded];
}

function missing(path: string): never {
  throw new Error(`The build has no ${path}.`);
}
