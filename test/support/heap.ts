import type { CDPSession } from 'puppeteer-core';

/** The part of a heap snapshot that is read. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  /** Flat: `node_fields` of each node, one after the other. */
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** How much of the heap of a page or a worker of Chromium is used after garbage collection, in bytes. */
export async function heapAfterCollection(session: CDPSession): Promise<number> {
  // Twice: what the first collection frees may have held something else.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return Math.round((await session.send('Runtime.getHeapUsage')).usedSize);
}

/**
 * A worker's heap without the code that the engine compiles, in bytes: it translates functions anew the more often they
 * run, for thousands of page views, and that is no leak. What a leak holds (objects, strings, closures) is all in here.
 * Not for pages: their snapshots take so long that the browser ends an idle worker meanwhile.
 */
export async function dataOf(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const hear = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', hear);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', hear);
  return dataIn(JSON.parse(chunks.join('')));
}

/** The engine's own bookkeeping: compiled code and the shapes of objects, and lists that hang on them. */
const ENGINE = new Set(['code', 'object shape', 'synthetic', 'hidden']);

function dataIn({ snapshot, nodes, strings }: Snapshot): number {
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field));
  if (type === undefined || name === undefined || size === undefined) throw new Error('Unknown snapshot.');
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    const kind = types[0][nodes[node + type] ?? -1] ?? '';
    const isEngine =
      ENGINE.has(kind) || (kind === 'native' && strings[nodes[node + name] ?? -1]?.startsWith('system /'));
    if (!isEngine) bytes += nodes[node + size] ?? 0;
  }
  return bytes;
}
