import { AhoCorasick } from '@monyone/aho-corasick';
import KeywordProcessor from 'flashtext.js';
import ModernAhoCorasick from 'modern-ahocorasick';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { buildLexicon } from '../../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { compilePatterns } from '../../utils/terms/patterns.ts';
import { createTermScanner } from '../../utils/terms/scanner.ts';
import type { Lexicon, LexiconEntry } from '../../utils/terms/types.ts';
import { type Contender, format, measure, ratios, spreadOf, timesOf } from './samples.ts';

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
  const sentences = sentencesOf(knowledge);
  const results = [
    scanTables(knowledge, sentences, random),
    buildTable(knowledge, random),
    pathologicalTable(knowledge, sentences, random),
    peerTable(knowledge, sentences, random),
  ];
  return results.every(Boolean);
}

function scanTables(knowledge: Knowledge, sentences: readonly string[], random: Random): boolean {
  let met = true;
  for (const megabytes of [1, 5]) {
    const text = textOf(sentences, megabytes, random);
    const scanners = SIZES.map((size) => ({
      size,
      scanner: createTermScanner(lexiconOf(knowledge, size, random)),
    }));
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    const rounds = measure(
      [
        { name: 'bare', work: () => bareLoop(text) },
        ...scanners.map(({ size, scanner }) => ({ name: `${size}`, work: () => scanner.scan(text).length })),
        { name: 'normalize', work: () => text.normalize('NFKC').length },
        { name: 'segmenter', rounds: 1, work: () => countSegments(segmenter, text) },
      ],
      megabytes === 1 ? 41 : 15,
    );
    const matches = scanners[1]?.scanner.scan(text).length ?? 0;
    console.log(
      `\n${megabytes} MB of Chinese (${text.length} code units, a term every ${Math.round(text.length / matches)}); times a bare charCodeAt loop, median (10 %–90 %)`,
    );
    console.log(`  bare loop        ${format(spreadOf(timesOf(rounds, 'bare')))} ms`);
    for (const { size } of scanners) {
      const spread = spreadOf(ratios(rounds, `${size}`, 'bare'));
      met =
        check(
          `  ${String(size).padStart(6)} terms     ${format(spread)}×`,
          spread.median,
          BOUNDS[size] ?? 0,
        ) && met;
    }
    console.log(`  normalize NFKC   ${format(spreadOf(ratios(rounds, 'normalize', 'bare')))}×`);
    console.log(`  Intl.Segmenter   ${format(spreadOf(ratios(rounds, 'segmenter', 'bare')), 0)}×`);
  }
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
    const { alphabet, trie } = compilePatterns(lexicon);
    const megabytes = (trie.table.byteLength + trie.roots.byteLength + alphabet.symbols.byteLength) / 2 ** 20;
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

function pathologicalTable(knowledge: Knowledge, sentences: readonly string[], random: Random): boolean {
  const scanner = createTermScanner(lexiconOf(knowledge, 2_000, random));
  const length = 10 * 2 ** 20;
  const repeat = (piece: string): string => piece.repeat(Math.ceil(length / piece.length));
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['ordinary', textOf(sentences, 30, random).slice(0, length)],
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

function peerTable(knowledge: Knowledge, sentences: readonly string[], random: Random): boolean {
  const text = textOf(sentences, 1, random);
  const lexicon = lexiconOf(knowledge, 2_000, random);
  const forms = lexicon.terms.flatMap((term) => term.forms);
  const scanner = createTermScanner(lexicon);
  const monyone = new AhoCorasick(forms);
  const modern = new ModernAhoCorasick(forms);
  const flashtext = new KeywordProcessor();
  for (const form of forms) flashtext.addKeyword(form);
  const peers: readonly Contender[] = [
    { name: '@monyone/aho-corasick', rounds: 5, work: () => monyone.matchInText(text).length },
    { name: 'modern-ahocorasick', rounds: 5, work: () => modern.search(text).length },
    { name: 'flashtext.js', rounds: 5, work: () => flashtext.extractKeywords(text).length },
  ];
  const rounds = measure([{ name: 'own', work: () => scanner.scan(text).length }, ...peers], 15);
  console.log('\npeers on 1 MB of Chinese with 2,000 terms, times our scan, median (10 %–90 %)');
  const spreads = peers.map(({ name }) => {
    const spread = spreadOf(ratios(rounds, name, 'own'));
    console.log(`  ${name.padEnd(24)} ${format(spread, 1)}×`);
    return spread.median;
  });
  const fastest = Math.min(...spreads);
  const met = fastest >= PEER_BOUND;
  console.log(`  fastest peer ${fastest.toFixed(1)}×, wanted ≥ ${PEER_BOUND}×${met ? '' : '   BELOW'}`);
  return met;
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

type Random = (below: number) => number;

/** Mulberry32: the same texts and terms in every run. */
function createRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Our own sentences: the definitions of the glossary, dense with its terms. */
function sentencesOf(knowledge: Knowledge): readonly string[] {
  const texts = [...knowledge.terms.values()].flatMap(({ definition, importance }) => [
    definition.hans,
    importance.hans,
  ]);
  return texts.flatMap((text) => text.match(/[^。！？]+[。！？]?/gu) ?? []);
}

/** That many megabytes in UTF-8, as one flat string. */
function textOf(sentences: readonly string[], megabytes: number, random: Random): string {
  const wanted = (megabytes * 2 ** 20) / 3;
  const pieces: string[] = [];
  for (let length = 0; length < wanted; ) {
    const sentence = sentences[random(sentences.length)] ?? '';
    pieces.push(sentence);
    length += sentence.length;
  }
  return pieces.join('');
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
