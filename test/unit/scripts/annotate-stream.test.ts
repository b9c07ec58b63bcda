import { describe, expect, it } from 'vitest';
import { annotateStream, type LineSink } from '../../../scripts/annotate/stream.ts';

const encoder = new TextEncoder();

/** Takes lines; after every `capacity` of them it is full until it is drained. */
function collect(capacity = Number.POSITIVE_INFINITY) {
  const lines: string[] = [];
  let drains = 0;
  const sink: LineSink = {
    write(line) {
      lines.push(line);
      return lines.length % capacity !== 0;
    },
    async drained() {
      drains++;
    },
  };
  return { sink, lines, drains: () => drains, answers: () => lines.map((line): unknown => JSON.parse(line)) };
}

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? encoder.encode(part) : part;
}

/** Each document annotated with its own text, so that what came through can be seen. */
const echo = (text: string) => [{ kind: 'term' as const, start: 0, end: text.length, text, term: 't' }];
const textsOf = (answers: readonly unknown[]) =>
  answers.map((answer) => (answer as { annotations: readonly { text: string }[] }).annotations[0]?.text);

describe('annotate --ndjson', () => {
  it('answers every document with its id, in the order of the input', async () => {
    const { sink, answers } = collect();
    const rows = Array.from({ length: 100 }, (_, id) => JSON.stringify({ id: `d${id}`, text: `第${id}篇` }));
    expect(await annotateStream(chunks(rows.join('\n')), sink, echo)).toBe(0);
    expect(answers()).toMatchObject(rows.map((_, id) => ({ id: `d${id}` })));
    expect(textsOf(answers())).toStrictEqual(rows.map((_, id) => `第${id}篇`));
  });

  it('names a document without an id by its line; an empty line is none', async () => {
    const { sink, answers } = collect();
    await annotateStream(chunks('\n{"text":"甲"}\r\n\r\n{"id":null,"text":"乙"}'), sink, echo);
    expect(answers()).toMatchObject([{ id: 2 }, { id: null }]);
  });

  it.each([
    ['no JSON', '{"id":1,', 'is not JSON'],
    ['no document', '[1]', 'needs {"id", "text"}'],
    ['no text', '{"id":1}', 'needs {"id", "text"}'],
    ['a text that is none', '{"id":1,"text":7}', 'needs {"id", "text"}'],
  ])('says what is wrong with a line in its place, and reads on: %s', async (_, row, error) => {
    const { sink, answers } = collect();
    expect(
      await annotateStream(chunks(`{"id":"a","text":"甲"}\n${row}\n{"id":"b","text":"乙"}\n`), sink, echo),
    ).toBe(1);
    expect(answers()).toMatchObject([
      { id: 'a' },
      { line: 2, error: expect.stringContaining(error) },
      { id: 'b' },
    ]);
  });

  it('reads characters that lie across chunks, and line separators inside of a text', async () => {
    const { sink, answers } = collect();
    const bytes = encoder.encode('{"id":1,"text":"算\u2028力\u2029网"}\n{"id":2,"text":"😀"}\n');
    await annotateStream(chunks(...Array.from(bytes, (byte) => Uint8Array.of(byte))), sink, echo);
    expect(textsOf(answers())).toStrictEqual(['算\u2028力\u2029网', '😀']);
  });

  it('holds no more of the input than one chunk, and waits where the sink is full', async () => {
    const { sink, lines, drains } = collect(10);
    let given = 0;
    let mostAhead = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; given < 5_000; given++) {
        mostAhead = Math.max(mostAhead, given - lines.length);
        yield encoder.encode(`{"id":${given},"text":"算力"}\n`);
      }
    }
    await annotateStream(endless(), sink, echo);
    expect(lines).toHaveLength(5_000);
    expect(mostAhead).toBeLessThanOrEqual(1);
    expect(drains()).toBe(500);
  });
});
