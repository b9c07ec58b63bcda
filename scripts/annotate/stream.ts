import type { Annotation } from '../../utils/annotation.ts';

/** Where lines go: `write` tells whether more may be written now, `drained` waits until it may. */
export interface LineSink {
  write(line: string): boolean;
  drained(): Promise<void>;
}

interface DocumentRow {
  readonly id: unknown;
  readonly text: string;
}

/**
 * Annotates newline-delimited JSON: for every line `{"id", "text"}` one line `{"id", "annotations"}`, in the same order;
 * without an id the number of the line stands for it. A line that is not such a document becomes `{"line", "error"}`, so
 * that one bad line does not end the reading of a corpus. Holds one document at a time, however long the input is, and
 * reads on only as fast as the sink takes lines. Returns the number of bad lines.
 */
export async function annotateStream(
  input: AsyncIterable<Uint8Array>,
  sink: LineSink,
  annotate: (text: string) => readonly Annotation[],
): Promise<number> {
  let line = 0;
  let bad = 0;
  for await (const row of readLines(input)) {
    line++;
    if (row.trim() === '') continue;
    const document = readRow(row, line);
    if (typeof document === 'string') bad++;
    const answer =
      typeof document === 'string'
        ? { line, error: document }
        : { id: document.id, annotations: annotate(document.text) };
    if (!sink.write(`${JSON.stringify(answer)}\n`)) await sink.drained();
  }
  return bad;
}

/**
 * Lines of UTF-8 text, ended by `\n` or `\r\n`. Not readline's: that one also splits at U+2028 and U+2029, which JSON
 * allows inside of strings.
 */
async function* readLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** The document of a line, or what is wrong with it. */
function readRow(row: string, line: number): DocumentRow | string {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    return 'is not JSON';
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
    return 'needs {"id", "text"} with a string as "text"';
  return { id: 'id' in value ? value.id : line, text: value.text };
}
