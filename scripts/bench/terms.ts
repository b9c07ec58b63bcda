import { AhoCorasick } from '@monyone/aho-corasick';
import KeywordProcessor from 'flashtext.js';
import ModernAhoCorasick from 'modern-ahocorasick';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { buildLexicon } from '../../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { compileSteps } from '../../utils/terms/compile.ts';
import { createTermScanner } from '../../utils/terms/scanner.ts';
import { atOnce } from '../../utils/terms/steps.ts';
import type { Lexicon, LexiconEntry } from '../../utils/terms/types.ts';
import { format, measure, type Round, ratios, spreadOf, timesOf } from './samples.ts';
import { createRandom, denseText, newsText, type Random, type TextOf } from './texts.ts';

const SIZES = [200, 2_000, 20_000];
/** Times of a bare loop over the same text that a scan may take, by number of terms. */
const BOUNDS: Readonly<Record<number, number>> = { 200: 5, 2000: 5, 20000: 8 };
const BUILD_BOUND = 5;
const MEMORY_BOUND = 0.5;
const PATHOLOGICAL_BOUND = 2;
const PEER_BOUND = 20;

/** Measures the term recogniser: scanning, building, memory, texts made to hurt, and the peers. */
export async function run(): Promise<boolean> {
  const knowledge = loadKnowledge();
  const random = createRandom(20_250_826);
  const dense = denseText(knowledge, random);
  const news = newsText();
  if (!news) console.log('\n../shared/eval/text is not here: our own sentences stand for ordinary news');
  const ordinary = news ?? dense;
  warmUp(ordinary(1));
  const results = [
    scanTable(knowledge, 'ordinary news', ordinary(1), random),
    scanTable(knowledge, 'ordinary news', ordinary(5), random),
    scanTable(knowledge, 'dense glossary text', dense(1), random),
    buildTable(knowledge, random),
    pathologicalTable(knowledge, ordinary, random),
  ];
  return results.every(Boolean);
}

/** Without many short calls first, the bare loop is now and then left in code that takes three times as long. */
function warmUp(text: string): void {
  let sum = 0;
  for (let at = 0; at < 5_000; at++) sum += bareLoop(text.slice(at, at + 1_000));
  if (Number.isNaN(sum)) throw new Error('The bare loop returned no number.');
}

/** One text against everything, in turns; the slow peers only where there is 1 MB. */
function scanTable(knowledge: Knowledge, name: string, text: string, random: Random): boolean {
  const megabytes = Math.round((text.length * 3) / 2 ** 20);
  const lexicons = SIZES.map((size) => ({ size, lexicon: lexiconOf(knowledge, size, random) }));
  const scanners = lexicons.map(({ size, lexicon }) => ({ size, scanner: createTermScanner(lexicon) }));
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const peers = megabytes === 1 ? peersOf(lexicons[1]?.lexicon) : [];
  const rounds = measure(
    [
      { name: 'bare', work: () => bareLoop(text) },
      ...scanners.map(({ size, scanner }) => ({ name: `${size}`, work: () => scanner.scan(text).length })),
      { name: 'normalize', work: () => text.normalize('NFKC').length },
      { name: 'segmenter', rounds: 3, work: () => countSegments(segmenter, text) },
      ...peers.map(({ name: peer, work }) => ({ name: peer, rounds: 7, work: () => work(text) })),
    ],
    megabytes === 1 ? 41 : 15,
  );
  const matches = scanners[1]?.scanner.scan(text).length ?? 0;
  console.log(
    `\n${megabytes} MB of ${name} (${text.length} code units, a term every ${Math.round(text.length / matches)}); times a bare charCodeAt loop, median (10 %–90 %)`,
  );
  const bare = spreadOf(timesOf(rounds, 'bare'));
  const perUnit = ((bare.median * 1e6) / text.length).toFixed(2);
  console.log(`  bare loop        ${format(bare)} ms, ${perUnit} ns a code unit`);
  let met = true;
  for (const { size } of scanners) {
    const spread = spreadOf(ratios(rounds, `${size}`, 'bare'));
    const line = `  ${String(size).padStart(6)} terms     ${format(spread)}×`;
    met = check(line, spread.median, BOUNDS[size] ?? 0) && met;
  }
  console.log(`  normalize NFKC   ${format(spreadOf(ratios(rounds, 'normalize', 'bare')))}×`);
  console.log(`  Intl.Segmenter   ${format(spreadOf(ratios(rounds, 'segmenter', 'bare')), 0)}×`);
  return printPeers(rounds, peers) && met;
}

/** The peers' times, against our scan with the same 2,000 terms. */
function printPeers(rounds: readonly Round[], peers: readonly Peer[]): boolean {
  if (peers.length === 0) return true;
  const medians = peers.map(({ name }) => {
    const own = spreadOf(ratios(rounds, name, '2000'));
    const bare = spreadOf(ratios(rounds, name, 'bare'));
    console.log(`  ${name.padEnd(22)} ${format(bare, 0)}×, ${format(own, 1)}× our scan`);
    return own.median;
  });
  const fastest = Math.min(...medians);
  const met = fastest >= PEER_BOUND;
  console.log(
    `  fastest peer     ${fastest.toFixed(1)}× our scan, wanted ≥ ${PEER_BOUND}${met ? '' : '   BELOW'}`,
  );
  return met;
}

function buildTable(knowledge: Knowledge, random: Random): boolean {
  console.log('\nbuilding, median (10 %–90 %)');
  let met = true;
  for (const size of SIZES) {
    const lexicon = lexiconOf(knowledge, size, random);
    const rounds = measure(
      [{ name: 'build', work: () => createTermScanner(lexicon).scan('').length }],
      size > 2_000 ? 9 : 41,
    );
    const megabytes = automatonSize(lexicon) / 2 ** 20;
    const spread = spreadOf(timesOf(rounds, 'build'));
    const line = `  ${String(size).padStart(6)} terms     ${format(spread)} ms, ${megabytes.toFixed(2)} MB`;
    if (size !== 2_000) console.log(line);
    else
      met =
        check(`${line}: time`, spread.median, BUILD_BOUND) &&
        check('                   memory', megabytes, MEMORY_BOUND);
  }
  return met;
}

/** All tables that the loops over a text read, in bytes. */
function automatonSize(lexicon: Lexicon): number {
  const { patterns, termStarts, signalStarts, documentStarts } = atOnce(compileSteps(lexicon));
  const { alphabet, trie, checks } = patterns;
  return [
    ...[trie.table, trie.roots, trie.longer, trie.keys.symbols, trie.keys.starts],
    ...[alphabet.symbols, alphabet.kinds, checks],
    ...[termStarts, signalStarts, documentStarts].flatMap(({ pairs, words }) => [pairs, words]),
  ].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function pathologicalTable(knowledge: Knowledge, ordinary: TextOf, random: Random): boolean {
  const scanner = createTermScanner(lexiconOf(knowledge, 2_000, random));
  const length = 10 * 2 ** 20;
  const repeat = (piece: string): string => piece.repeat(Math.ceil(length / piece.length));
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['ordinary', ordinary(30)],
    ['人人人…', repeat('人')],
    ['spaces', repeat(' ')],
    ['one term', repeat('人工智能')],
    ['a general word', repeat('普惠')],
    ['decoys', repeat('开源节流')],
    ['cut words', repeat('智能体系')],
    ['English', repeat('the agent of a model and the art of an open source ')],
  ];
  const rounds = measure(
    texts.map(([name, text]) => ({ name, work: () => scanner.scan(text).length })),
    5,
  );
  console.log(`\n${length} code units made to hurt, times ordinary text, median (10 %–90 %)`);
  let met = true;
  for (const [name] of texts.slice(1)) {
    const spread = spreadOf(ratios(rounds, name, 'ordinary'));
    met = check(`  ${name.padEnd(16)} ${format(spread)}×`, spread.median, PATHOLOGICAL_BOUND) && met;
  }
  return met;
}

/** A package from npm that finds the same forms, without any of the rules. */
interface Peer {
  readonly name: string;
  readonly work: (text: string) => number;
}

function peersOf(lexicon: Lexicon | undefined): readonly Peer[] {
  const forms = lexicon?.terms.flatMap((term) => term.forms) ?? [];
  const monyone = new AhoCorasick(forms);
  const modern = new ModernAhoCorasick(forms);
  const flashtext = new KeywordProcessor();
  for (const form of forms) flashtext.addKeyword(form);
  return [
    { name: '@monyone/aho-corasick', work: (text) => monyone.matchInText(text).length },
    { name: 'modern-ahocorasick', work: (text) => modern.search(text).length },
    { name: 'flashtext.js', work: (text) => flashtext.extractKeywords(text).length },
  ];
}

function check(line: string, value: number, bound: number): boolean {
  const met = value <= bound;
  console.log(`${line}, bound ${bound}${met ? '' : '   ABOVE'}`);
  return met;
}

function bareLoop(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

function countSegments(segmenter: Intl.Segmenter, text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

/** The glossary, cut or filled up with invented terms of two to six characters. */
function lexiconOf(knowledge: Knowledge, size: number, random: Random): Lexicon {
  const lexicon = buildLexicon(knowledge);
  const characters = [
    ...new Set(lexicon.terms.flatMap((term) => term.forms.join('').match(/\p{Script=Han}/gu) ?? [])),
  ];
  const invent = (): string =>
    Array.from({ length: 2 + random(5) }, () => characters[random(characters.length)] ?? '').join('');
  const terms: LexiconEntry[] = lexicon.terms.slice(0, size);
  for (let number = terms.length; number < size; number++)
    terms.push({ id: `own:${number}`, category: 'technology', forms: [invent()] });
  return { ...lexicon, terms };
}
