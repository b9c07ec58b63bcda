import { createAnnotator } from '../../utils/annotate.ts';
import { buildFigureCues } from '../../utils/knowledge/figure-cues.ts';
import { buildLexicon } from '../../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { annotateStream } from '../annotate/stream.ts';

/** Size of the corpus, in bytes: enough that compiling and warming up do not count. */
const CORPUS = 20_000_000;
const CHUNK = 64 * 1024;

/**
 * Measures `annotate --ndjson` without the pipe: megabytes of UTF-8 a second on one core and a second of processor, and memory.
 * The documents are the knowledge base's own texts, which are denser in terms and figures than any newspaper.
 */
export async function run(): Promise<boolean> {
  const knowledge = loadKnowledge();
  const annotator = createAnnotator(buildLexicon(knowledge), buildFigureCues(knowledge));
  const texts = [...knowledge.items.values()].map(({ paraphrase }) => paraphrase.hans);
  const terms = [...knowledge.terms.values()].map(
    ({ definition, importance }) => definition.hans + importance.hans,
  );
  const document = [...texts, ...terms].join('\n').slice(0, 3_000);
  const row = new TextEncoder().encode(`${JSON.stringify({ id: 'x', text: document })}\n`);
  await annotate(2_000_000);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const cpu = process.cpuUsage();
  const documents = await annotate(CORPUS);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  globalThis.gc?.();
  const grown = (process.memoryUsage().heapUsed - before) / 1e6;
  console.log(
    `${(CORPUS / 1e6).toFixed(0)} MB, ${documents} documents: ${(CORPUS / 1e6 / seconds).toFixed(1)} MB/s on one core, ${(CORPUS / (user + system)).toFixed(1)} MB a second of processor`,
  );
  console.log(
    `heap after, against before: ${grown >= 0 ? '+' : ''}${grown.toFixed(1)} MB; largest memory of the process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
  return true;

  async function annotate(size: number): Promise<number> {
    let count = 0;
    const sink = {
      write(): boolean {
        count++;
        return true;
      },
      drained: async () => undefined,
    };
    await annotateStream(corpus(row, size), sink, annotator.annotateText);
    return count;
  }
}

/** Rows one after the other in chunks as a pipe gives them, without regard to where rows end. */
async function* corpus(row: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const rows = Math.max(1, Math.ceil(CHUNK / row.length));
  const chunk = new Uint8Array(rows * row.length);
  for (let at = 0; at < rows; at++) chunk.set(row, at * row.length);
  for (let done = 0; done < size; done += chunk.length) {
    const middle = Math.floor(chunk.length / 2);
    yield chunk.subarray(0, middle);
    yield chunk.subarray(middle);
  }
}
