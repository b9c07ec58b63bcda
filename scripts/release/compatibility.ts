import { createRequire } from 'node:module';
import type { CompatData, CompatStatement, SimpleSupportStatement } from '@mdn/browser-compat-data/types';

type Files = ReadonlyMap<string, Buffer>;

/** The engines that a build is for, by their names in the data. */
type Engine = 'chrome' | 'firefox';

/** What a build uses and its oldest browser does not have. */
interface TooNew {
  /** As in the data: `css.properties.text-autospace`, `api.Scheduler.yield`. */
  readonly feature: string;
  /** The first version that has it; undefined where none has. */
  readonly since: number | undefined;
  readonly file: string;
}

/** A version of a browser that nobody has yet. */
const NEVER = Number.POSITIVE_INFINITY;

const data: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data');

/**
 * The features of the web platform in the scripts and sheets of a build that `engine` has only after version `minimum`,
 * by MDN's compatibility data. Properties, at-rules, selectors and functions of CSS are looked up by name. In scripts a
 * name may belong to many interfaces (`add`): it is too new when no interface had it in that version, so that a name
 * that is new in one and old in another is not seen. What is in braces of a `try` or a test for itself is seen too:
 * such names are listed, with the reason, by whoever calls this.
 */
export function tooNew(files: Files, engine: Engine, minimum: number): readonly TooNew[] {
  const found = new Map<string, TooNew>();
  for (const [file, contents] of files) {
    const used = file.endsWith('.css') ? usedInSheet(contents.toString()) : usedInScript(file, contents);
    for (const candidates of used) {
      if (!candidates.some(({ ours }) => ours)) continue;
      const versions = candidates.map(({ compat }) => firstVersion(compat, engine));
      const since = Math.min(...versions);
      const first = candidates.find(({ ours }) => ours);
      if (since > minimum && first && !found.has(first.feature))
        found.set(first.feature, {
          feature: first.feature,
          since: since === NEVER ? undefined : since,
          file,
        });
    }
  }
  return [...found.values()].sort((a, b) => (a.feature < b.feature ? -1 : 1));
}

/** A feature of the data with its statement. */
interface Candidate {
  readonly feature: string;
  readonly compat: CompatStatement;
  readonly ours: boolean;
}

function firstVersion(compat: CompatStatement, engine: Engine): number {
  const support = compat.support[engine];
  const statements: readonly SimpleSupportStatement[] = support === undefined ? [] : [support].flat();
  // What a browser has half does not count: in Firefox, `::highlight` came six versions before its underlines.
  const versions = statements
    .filter(({ flags, partial_implementation: half }) => !flags && !half)
    .map(({ version_added: added }) =>
      typeof added === 'string' ? Number.parseFloat(added.replace('≤', '')) : NEVER,
    );
  return Math.min(NEVER, ...versions.filter((version) => !Number.isNaN(version)));
}

interface Tree {
  readonly __compat?: CompatStatement;
  readonly [name: string]: unknown;
}

function child(tree: Tree | undefined, name: string): Tree | undefined {
  return tree && Object.hasOwn(tree, name) ? (tree[name] as Tree) : undefined;
}

function candidate(path: readonly string[], root: Tree): readonly Candidate[] {
  const compat = path.reduce<Tree | undefined>(child, root)?.__compat;
  return compat ? [{ feature: path.join('.'), compat, ours: true }] : [];
}

const TREE = data as unknown as Tree;

function* usedInSheet(css: string): Generator<readonly Candidate[]> {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"|'[^']*'/g, '""');
  for (const [, name = ''] of unique(text, /@([a-z-]+)/g)) yield candidate(['css', 'at-rules', name], TREE);
  for (const [, name = ''] of unique(text, /::?([a-z-]+)(?=[^{};]*\{)/g))
    yield candidate(['css', 'selectors', name], TREE);
  for (const [, name = ''] of unique(text, /[{;]\s*([a-z-]+)\s*:/g))
    yield candidate(['css', 'properties', name], TREE);
  for (const [, name = '', value = ''] of unique(text, /[{;]\s*([a-z-]+)\s*:\s*([a-z-]+)\s*(?=[;}])/g))
    yield candidate(['css', 'properties', name, value], TREE);
  for (const [, name = ''] of unique(text, /([a-z-]+)\(/g)) {
    yield candidate(['css', 'types', name], TREE);
    yield candidate(['css', 'types', 'color', name], TREE);
  }
}

/**
 * The interfaces and objects whose new members are looked for. The data knows a thousand more, from graphics cards to
 * radio, whose members have the names that any object may have.
 */
const OURS = new Set([
  ...[
    'Animation',
    'Blob',
    'CSS',
    'CSSStyleSheet',
    'Clipboard',
    'Crypto',
    'Document',
    'DOMRect',
    'Element',
    'Event',
  ],
  ...['EventTarget', 'File', 'Highlight', 'HighlightRegistry', 'History', 'HTMLElement', 'HTMLDialogElement'],
  ...[
    'IDBDatabase',
    'IDBFactory',
    'IDBObjectStore',
    'IntersectionObserver',
    'KeyboardEvent',
    'MediaQueryList',
  ],
  ...[
    'MutationObserver',
    'Node',
    'NodeList',
    'Performance',
    'PointerEvent',
    'Range',
    'ResizeObserver',
    'Response',
  ],
  ...[
    'Scheduler',
    'Selection',
    'ShadowRoot',
    'StaticRange',
    'Storage',
    'TextDecoder',
    'URL',
    'URLSearchParams',
  ],
  ...['Window', 'AbortSignal', 'ReadableStream', 'CompressionStream', 'StorageManager', 'ViewTransition'],
  ...['Array', 'ArrayBuffer', 'Date', 'Error', 'Intl', 'Iterator', 'JSON', 'Map', 'Math', 'Number', 'Object'],
  ...[
    'Promise',
    'Reflect',
    'RegExp',
    'Segmenter',
    'Set',
    'String',
    'Symbol',
    'Uint8Array',
    'WeakMap',
    'WeakRef',
  ],
]);

/** Members of all interfaces and built-in objects of the data by their names. */
const MEMBERS = collectMembers();

function collectMembers(): ReadonlyMap<string, readonly Candidate[]> {
  const members = new Map<string, Candidate[]>();
  const roots = [
    { root: child(TREE, 'api'), path: 'api' },
    { root: child(child(TREE, 'javascript'), 'builtins'), path: 'javascript.builtins' },
    { root: child(child(child(TREE, 'javascript'), 'builtins'), 'Intl'), path: 'javascript.builtins.Intl' },
  ];
  for (const { root, path } of roots) {
    for (const [owner, tree] of Object.entries(root ?? {})) {
      for (const [name, member] of Object.entries(tree as Tree)) {
        const compat = (member as Tree).__compat;
        const plain = name.replace(/_(static|event)$/, '');
        if (name === '__compat' || name.endsWith('_event') || !compat) continue;
        const list = members.get(plain) ?? [];
        list.push({ feature: `${path}.${owner}.${plain}`, compat, ours: OURS.has(owner) });
        members.set(plain, list);
      }
    }
  }
  return members;
}

function* usedInScript(file: string, contents: Buffer): Generator<readonly Candidate[]> {
  if (!file.endsWith('.js')) return;
  const text = contents.toString();
  // Behind three dots stands what is spread, no member: the minifier's names are often those of members.
  for (const [, name = ''] of unique(text, /(?<!\.\.)\.([A-Za-z_]\w*)/g)) yield MEMBERS.get(name) ?? [];
  for (const [, name = ''] of unique(text, /(?<![\w$.'"`-])([A-Z]\w+)(?=[.(])/g)) {
    yield [...candidate(['api', name], TREE), ...candidate(['javascript', 'builtins', name], TREE)];
  }
}

/** The matches of a pattern, each text once. */
function unique(text: string, pattern: RegExp): Iterable<RegExpMatchArray> {
  return new Map([...text.matchAll(pattern)].map((match) => [match.slice(1).join(' '), match])).values();
}
