import { once } from 'node:events';
import { createAnnotator } from '../utils/annotate.ts';
import { buildFigureCues } from '../utils/knowledge/figure-cues.ts';
import { buildLexicon } from '../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../utils/knowledge/load.ts';
import { LOCALES, type Locale } from '../utils/locale.ts';
import { describeAnnotations } from './annotate/describe.ts';
import { annotatePage } from './annotate/page.ts';
import { formatExplanations, formatTable } from './annotate/report.ts';
import { annotateStream } from './annotate/stream.ts';
import { readArguments, runCommand, UsageError } from './command-line.ts';
import { readText } from './decode.ts';

const USAGE = `Usage: npm run --silent annotate -- [options] FILE…   (- is standard input)
  --json       one line of JSON per file: {"file", "annotations": […]}; offsets are UTF-16 code units of the input
  --html       the file is a saved page: annotate its article; offsets are of the article's text, printed as "text"
  --wrapped    newlines are soft: a term or a figure may run over the end of a line
  --explain    say for every candidate why it was kept or rejected
  --ndjson     read {"id", "text"} line by line from standard input, write {"id", "annotations"} in the same order;
               constant memory; a bad line becomes {"line", "error"} and the exit status is 2
  --lang L     language of the explanations: ${LOCALES.join(', ')} (zh-CN)

A corpus of one document a line, on all cores, without loading it into memory (the order of the blocks is not kept):
  parallel --pipe --block 10M npm run --silent annotate -- --ndjson < corpus.ndjson > annotated.ndjson`;

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      json: { type: 'boolean' },
      html: { type: 'boolean' },
      wrapped: { type: 'boolean' },
      explain: { type: 'boolean' },
      ndjson: { type: 'boolean' },
      lang: { type: 'string' },
    },
    USAGE,
    { takesWords: true },
  );
  const locale = readLocale(values.lang);
  if (values.ndjson && (values.html || values.json || values.explain)) {
    throw new UsageError(`--ndjson goes with --wrapped only.\n${USAGE}`);
  }
  if (values.ndjson && positionals.some((file) => file !== '-')) {
    throw new UsageError(`--ndjson reads standard input, not files.\n${USAGE}`);
  }
  if (positionals.length === 0 && !values.ndjson) throw new UsageError(`No file given.\n${USAGE}`);

  const knowledge = loadKnowledge();
  const annotator = createAnnotator(buildLexicon(knowledge), buildFigureCues(knowledge));
  const wrapped = values.wrapped ?? false;
  if (values.ndjson) {
    const bad = await annotateStream(
      process.stdin,
      {
        write: (line) => process.stdout.write(line),
        drained: async () => void (await once(process.stdout, 'drain')),
      },
      (text) => describeAnnotations(annotator.annotateText(text, { wrapped })),
    );
    if (bad > 0)
      throw new UsageError(`${bad} of the lines could not be read; their lines of output say why.`);
    return;
  }
  for (const file of positionals) {
    const input = await readText(file, values.html ?? false);
    const { text, annotations } = values.html
      ? annotatePage(input, annotator)
      : { text: input, annotations: annotator.annotateText(input, { wrapped }) };
    if (values.json) {
      const described = describeAnnotations(annotations);
      print(JSON.stringify({ file, ...(values.html ? { text } : {}), annotations: described }));
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
