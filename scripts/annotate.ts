import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Annotator, createAnnotator } from '../utils/annotate.ts';
import type { Annotation } from '../utils/annotation.ts';
import { buildFigureCues } from '../utils/knowledge/figure-cues.ts';
import { buildLexicon } from '../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../utils/knowledge/load.ts';
import { LOCALES, type Locale } from '../utils/locale.ts';
import { annotatePage } from './annotate/page.ts';
import { formatExplanations, formatTable } from './annotate/report.ts';
import { readArguments, runCommand, UsageError } from './command-line.ts';
import { readText } from './decode.ts';

const USAGE = `Usage: npm run --silent annotate -- [options] FILE…   (- is standard input)
  --json       one line of JSON per file: {"file", "annotations": […]}; offsets are UTF-16 code units of the input
  --html       the file is a saved page: annotate its article; offsets are of the article's text, printed as "text"
  --wrapped    newlines are soft: a term or a figure may run over the end of a line
  --explain    say for every candidate why it was kept or rejected
  --ndjson     read {"id", "text"} line by line, write {"id", "annotations"}; constant memory
  --lang L     language of the explanations: ${LOCALES.join(', ')} (zh-CN)`;

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      json: { type: 'boolean' },
      html: { type: 'boolean' },
      wrapped: { type: 'boolean' },
      explain: { type: 'boolean' },
      ndjson: { type: 'boolean' },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const locale = readLocale(values.lang);
  if (values.ndjson && (values.html || values.json || values.explain)) {
    throw new UsageError(`--ndjson goes with --wrapped only.\n${USAGE}`);
  }
  if (positionals.length === 0 && !values.ndjson) throw new UsageError(`No file given.\n${USAGE}`);

  const knowledge = loadKnowledge();
  const annotator = createAnnotator(buildLexicon(knowledge), buildFigureCues(knowledge));
  const wrapped = values.wrapped ?? false;
  if (values.ndjson) {
    await annotateStream(annotator, wrapped);
    return;
  }
  for (const file of positionals) {
    const input = await readText(file, values.html ?? false);
    const { text, annotations } = values.html
      ? annotatePage(input, annotator)
      : { text: input, annotations: annotator.annotateText(input, { wrapped }) };
    if (values.json) {
      print(JSON.stringify(values.html ? { file, text, annotations } : { file, annotations }));
    } else if (values.explain) {
      print(formatExplanations(file, annotator.explainText(text, { wrapped })));
    } else {
      print(formatTable(file, text, annotations, knowledge, locale));
    }
  }
});

function readLocale(value: string | undefined): Locale {
  const locale = LOCALES.find((known) => known === (value ?? 'zh-CN'));
  if (!locale) throw new UsageError(`Unknown language “${value}”; known are ${LOCALES.join(', ')}.`);
  return locale;
}

/** One document per line, so that memory holds one document at a time however long the stream is. */
async function annotateStream(annotator: Annotator, wrapped: boolean): Promise<void> {
  let line = 0;
  for await (const row of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (row.trim() === '') continue;
    const { id, text } = readRow(row, line);
    const annotations: readonly Annotation[] = annotator.annotateText(text, { wrapped });
    if (!process.stdout.write(`${JSON.stringify({ id, annotations })}\n`))
      await once(process.stdout, 'drain');
  }
}

function readRow(row: string, line: number): { id: unknown; text: string } {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    throw new UsageError(`Line ${line}: is not JSON.`);
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
    throw new UsageError(`Line ${line}: needs {"id", "text"} with a string as "text".`);
  }
  return { id: 'id' in value ? value.id : line, text: value.text };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
