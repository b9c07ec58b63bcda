/**
 * Precision and recall of the term recogniser on the material beside the project. Prints a line per set and every
 * failure; ends with 1 where a set is below its bound. A set that is not here is named and left out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createAnnotator } from '../utils/annotate.ts';
import { buildLexicon } from '../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../utils/knowledge/load.ts';
import { createTermScanner } from '../utils/terms/scanner.ts';
import type { TermMatch } from '../utils/terms/types.ts';
import { readArguments, runCommand } from './command-line.ts';
import { alignTexts } from './eval/align.ts';

const USAGE = `Usage: npm run eval:terms -- [--sample N]   N general words in off-topic news, with their sentences`;
const SHARED = new URL('../../shared/', import.meta.url);
/** Off-topic means that none of these is in the item; the recogniser's own signals are more. */
const ON_TOPIC = /人工智能|人工智慧|\bAI\b|大模型|智能体|生成式|机器学习|深度学习/u;
/** Stands before a string that needs an AI signal around it. */
const NEAR_AI = '谈到人工智能，';

interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly span: string;
  readonly term: string;
  /** `soft`: a reader may well see it otherwise. */
  readonly tags?: readonly string[];
}

interface GlossaryFact {
  readonly id: string;
  readonly traps: readonly { readonly text: string }[];
  readonly must_match?: readonly string[];
}

const knowledge = loadKnowledge();
const lexicon = buildLexicon(knowledge);
const scanner = createTermScanner(lexicon);
const annotator = createAnnotator(lexicon);
const general = new Map(lexicon.terms.map(({ id, contextForms = [] }) => [id, new Set(contextForms)]));
let failed = false;

await runCommand(async () => {
  const { values } = readArguments({ sample: { type: 'string' } }, USAGE);
  const facts = read('content/terms.json');
  const glossary: readonly GlossaryFact[] = facts === undefined ? [] : JSON.parse(facts).terms;
  evaluateArticle(new Set(glossary.map(({ id }) => id)));
  evaluateStrings(
    'traps and must-match of the facts',
    glossary.map(({ id, traps, must_match = [] }) => ({
      id,
      traps: traps.map(({ text }) => text),
      must: must_match,
    })),
  );
  evaluateStrings(
    'traps and must-match of the glossary',
    [...knowledge.terms.values()].map(({ id, traps, mustMatch }) => ({ id, traps, must: mustMatch })),
  );
  evaluateTrapSentences();
  evaluateNews(Number(values.sample ?? 0));
  return failed ? 1 : 0;
});

function read(path: string): string | undefined {
  const url = new URL(path, SHARED);
  if (existsSync(url)) return readFileSync(url, 'utf8');
  console.log(`../shared/${path} is not here: left out`);
  return undefined;
}

function report(set: string, text: string, met: boolean, failures: readonly string[]): void {
  if (!met) failed = true;
  console.log(`${set.padEnd(40)} ${text}${met ? '' : '   BELOW'}`);
  for (const failure of failures) console.log(`    ${failure}`);
}

/**
 * The gold file knows the terms of `known` only: what a longer or split term of the grown glossary takes is counted
 * apart, and so are soft spans.
 */
function evaluateArticle(known: ReadonlySet<string>): void {
  const gold = read('eval/terms/article.gold.json');
  const article = read('eval/article/article.txt');
  if (gold === undefined || article === undefined) return;
  const spans: readonly GoldSpan[] = JSON.parse(gold).spans;
  for (const [name, wrapped] of [
    ['article', false],
    ['article-spaced', false],
    ['article-from-pdf', true],
  ] as const) {
    const text = read(`eval/article/${name}.txt`);
    if (text === undefined) continue;
    const places = alignTexts(article, text);
    const wanted = spans.map((span) => ({
      ...span,
      start: places[span.start] ?? -1,
      end: (places[span.end - 1] ?? -2) + 1,
    }));
    const found = annotator
      .annotateText(text, { wrapped })
      .flatMap((each) => (each.kind === 'term' ? [each] : []));
    const same = (a: GoldSpan, b: TermMatch): boolean =>
      a.start === b.start && a.end === b.end && a.term === b.term;
    const overlaps = (a: GoldSpan, b: TermMatch): boolean => a.start < b.end && b.start < a.end;
    const isNew = (match: TermMatch): boolean => !known.has(match.term);
    const isSoft = ({ tags = [] }: GoldSpan): boolean => tags.includes('soft');
    const missed = wanted.filter((span) => !isSoft(span) && !found.some((match) => same(span, match)));
    const taken = missed.filter((span) =>
      found.some((match) => isNew(match) && match.start <= span.start && span.end <= match.end),
    );
    const wrong = found.filter(
      (match) =>
        !isNew(match) && !wanted.some((span) => same(span, match) || (isSoft(span) && overlaps(span, match))),
    );
    const right = found.filter((match) => wanted.some((span) => same(span, match))).length;
    const lost = missed.filter((span) => !taken.includes(span));
    const precision = right / (right + wrong.length);
    const recall = right / (right + lost.length);
    const added = found.filter(isNew).length;
    report(
      name,
      `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)} (${right} right, ${added} terms that the gold file does not know took ${taken.length} of its spans)`,
      precision >= 0.99 && recall >= 0.99,
      [
        ...lost.map(({ start, span, term }) => `missed ${start} ${span} (${term})`),
        ...wrong.map(({ start, text: span, term }) => `wrong ${start} ${span} (${term})`),
      ],
    );
  }
}

function evaluateStrings(
  set: string,
  terms: readonly {
    readonly id: string;
    readonly traps: readonly string[];
    readonly must: readonly string[];
  }[],
): void {
  if (terms.length === 0) return;
  const failures: string[] = [];
  let count = 0;
  for (const { id, traps, must } of terms) {
    for (const text of traps) {
      count++;
      if (scanner.scan(text).some(({ term }) => term === id))
        failures.push(`trap ${text} is taken for ${id}`);
    }
    for (const text of must) {
      count++;
      // A longer term that has the whole of it is as good: the card shows the shorter one inside of it.
      const found = scanner.explain(NEAR_AI + text);
      const right = found.some(
        ({ term, verdict }) =>
          term === id && (!('rejected' in verdict) || verdict.rejected === 'longer-term'),
      );
      if (!right) failures.push(`${text} is not taken for ${id}`);
    }
  }
  report(set, `${count - failures.length} of ${count} right`, failures.length === 0, failures);
}

function evaluateTrapSentences(): void {
  const file = read('eval/terms/trap-sentences.tsv');
  if (file === undefined) return;
  const rows = file
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'));
  const failures = rows.flatMap(([word = '', , text = '']) =>
    scanner
      .scan(text)
      .flatMap((match) => (match.text.includes(word) ? [`${word} in ${text}: ${match.text}`] : [])),
  );
  report(
    'sentences that mislead',
    `${rows.length - failures.length} of ${rows.length} right`,
    failures.length === 0,
    failures,
  );
}

function evaluateNews(samples: number): void {
  const folder = new URL('eval/text/', SHARED);
  if (!existsSync(folder)) {
    console.log('../shared/eval/text is not here: left out');
    return;
  }
  const items = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split(/^### .*\n.*\n/mu))
    .map((item) => item.replace(/^\[查看原文\].*$/gmu, '').trim())
    .filter((item) => item !== '');
  const offTopic = items.filter((item) => !ON_TOPIC.test(item));
  const highlights = offTopic.flatMap((item) =>
    annotator.annotateText(item).flatMap((each) => {
      const word = each.kind === 'term' && general.get(each.term)?.has(each.text);
      return word
        ? [`${each.text}: …${item.slice(Math.max(0, each.start - 30), each.end + 30).replaceAll('\n', ' ')}…`]
        : [];
    }),
  );
  const rate = highlights.length / offTopic.length;
  const every = Math.max(1, Math.floor(highlights.length / Math.max(1, samples)));
  report(
    'off-topic news',
    `${rate.toFixed(3)} general words per item (${highlights.length} in ${offTopic.length} of ${items.length} items)`,
    rate <= 0.2,
    samples > 0 ? highlights.filter((_, index) => index % every === 0) : [],
  );
}
