import { existsSync, readFileSync } from 'node:fs';
import {
  recognizeCurrency,
  recognizeDateTime,
  recognizeDimension,
  recognizeNumber,
  recognizeOrdinal,
  recognizePercentage,
} from '@microsoft/recognizers-text-suite';
import { scanFigures } from '../../utils/figures/scan.ts';
import { type Contender, format, measure, ratios, type Spread, spreadOf, timesOf } from './samples.ts';

/** Times as fast as the peer that the scanner must be on the article. */
const PEER_BOUND = 200;
/** A ten times longer text may cost this many times as much. */
const LINEAR_BOUND = 11;
/** Time per character of a hostile text over that of ordinary text. */
const HOSTILE_BOUND = 2;

const CHINESE = 'zh-cn';
const PEER = [
  recognizeNumber,
  recognizeOrdinal,
  recognizePercentage,
  recognizeCurrency,
  recognizeDimension,
  recognizeDateTime,
];
/** The peer takes a second for a few thousand characters: it reads a part, and the ratio is per character. */
const PEER_LENGTH = 4000;

/** Real texts beside the project; without them the generated ones stand in. */
const SHARED = new URL('../../../shared/eval/', import.meta.url);

/** Measures the figure recogniser against its peer and a bare loop, its growth, and texts made to hurt. */
export async function run(): Promise<boolean> {
  const news = newsText(1_000_000);
  const texts = [
    { name: 'article', text: articleText(), rounds: 31, bound: PEER_BOUND },
    { name: '1 MB of news', text: news, rounds: 15, bound: undefined },
    { name: 'digit-heavy table', text: tableText(200_000), rounds: 15, bound: undefined },
  ];
  const compared = texts.map(({ name, text, rounds, bound }) => compareTable(name, text, rounds, bound));
  return [...compared, growthTable(news), hostileTable(news)].every(Boolean);
}

/** Runs of the scanner for one of the peer: single runs are too short to time beside it. */
const REPEATS = 10;

function repeat(work: () => number): number {
  let sum = 0;
  for (let run = 0; run < REPEATS; run++) sum += work();
  return sum;
}

/** The peer takes part in the first rounds only; the scanner is compiled before them as it is in a page. */
function warmUp(text: string): void {
  for (let run = 0; run < 20; run++) repeat(() => scanFigures(text).length);
}

function compareTable(name: string, text: string, rounds: number, bound: number | undefined): boolean {
  const part = text.slice(0, PEER_LENGTH);
  warmUp(part);
  const result = measure(
    [
      { name: 'figures', work: () => scanFigures(text).length },
      { name: 'figures part', work: () => repeat(() => scanFigures(part).length) },
      { name: 'bare', work: () => bareLoop(text) },
      { name: 'peer', rounds: 3, work: () => runPeer(part) },
    ] satisfies Contender[],
    rounds,
  );
  const faster = scale(spreadOf(ratios(result, 'peer', 'figures part')), REPEATS);
  const count = scanFigures(text).length;
  console.log(`\n${name}: ${text.length} code units, ${count} figures; median (10 %–90 %)`);
  console.log(`  scanFigures      ${format(spreadOf(timesOf(result, 'figures')))} ms`);
  console.log(`  bare loop        ${format(spreadOf(timesOf(result, 'bare')), 3)} ms`);
  console.log(`  over a bare loop ${format(spreadOf(ratios(result, 'figures', 'bare')), 0)}×`);
  console.log(`  peer, ${part.length} units ${format(spreadOf(timesOf(result, 'peer')), 0)} ms`);
  return check(`  faster than it   ${format(faster, 0)}×`, faster.median, bound, 'least');
}

function growthTable(news: string): boolean {
  const short = news.slice(0, news.length / 10);
  const result = measure(
    [
      { name: 'short', work: () => scanFigures(short).length },
      { name: 'long', work: () => scanFigures(news).length },
    ],
    15,
  );
  const growth = spreadOf(ratios(result, 'long', 'short'));
  console.log('\ngrowth, median (10 %–90 %)');
  return check(`  ten times longer  ${format(growth)}×`, growth.median, LINEAR_BOUND, 'most');
}

/** Ten megabytes each of what a page could hold to make a scanner look again and again. */
function hostileTable(news: string): boolean {
  console.log(
    '\nhostile texts of 10 million code units: time per unit over that of the news, median (10 %–90 %)',
  );
  let met = true;
  for (const unit of ['0123456789', '一', '百分之', '—', '-', '1.', '1a', '超', '分之一']) {
    const hostile = unit.repeat(10_000_000 / unit.length);
    const result = measure(
      [
        { name: 'news', work: () => scanFigures(news).length },
        { name: 'hostile', work: () => scanFigures(hostile).length },
      ],
      5,
    );
    const perUnit = scale(spreadOf(ratios(result, 'hostile', 'news')), news.length / hostile.length);
    met = check(`  ${unit.padEnd(12)} ${format(perUnit)}×`, perUnit.median, HOSTILE_BOUND, 'most') && met;
  }
  return met;
}

function scale({ low, median, high }: Spread, by: number): Spread {
  return { low: low * by, median: median * by, high: high * by };
}

function check(line: string, value: number, bound: number | undefined, sense: 'least' | 'most'): boolean {
  if (bound === undefined) {
    console.log(line);
    return true;
  }
  const met = sense === 'least' ? value >= bound : value <= bound;
  console.log(`${line}   bound ${sense === 'least' ? '≥' : '≤'} ${bound}${met ? '' : '   MISSED'}`);
  return met;
}

function runPeer(text: string): number {
  return PEER.reduce((sum, recognise) => sum + recognise(text, CHINESE).length, 0);
}

function bareLoop(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}

function articleText(): string {
  const file = new URL('article/article.txt', SHARED);
  return existsSync(file) ? readFileSync(file, 'utf8') : generated(3500);
}

/** A megabyte in UTF-8 is a third of that in code units; the bound is for the larger text. */
function newsText(bytes: number): string {
  const file = new URL('text/cctv_202510.txt', SHARED);
  if (!existsSync(file)) return generated(bytes / 3);
  const text = readFileSync(file, 'utf8');
  return text.repeat(Math.ceil(bytes / 3 / text.length)).slice(0, bytes / 3);
}

const SENTENCES = [
  '近年来，各地区各部门深入贯彻落实党中央、国务院决策部署，推动经济社会高质量发展取得新成效。',
  '前三季度，规模以上工业增加值同比增长#.#%，比上半年加快0.#个百分点。',
  '截至目前，全国已建成#万余家基础级、#00余家先进级智能工厂，带动就业超过#0万人。',
  '会议指出，要进一步全面深化改革，统筹推进各项重点任务，确保各项政策措施落到实处、见到实效。',
  '到20#5年，新一代智能终端应用普及率超#0%，培育100家以上龙头企业。',
  '项目总投资约#.#亿元，建成后每年可节约标准煤#万吨，惠及周边群众。',
];

function generated(length: number): string {
  let text = '';
  for (let at = 0; text.length < length; at++)
    text += (SENTENCES[at % SENTENCES.length] ?? '').replaceAll('#', () => String(1 + ((at * 7) % 9)));
  return text;
}

/** Rows of a statistical table: nothing but numbers, units and line ends. */
function tableText(length: number): string {
  const rows: string[] = [];
  for (let at = 1; rows.length * 40 < length; at++)
    rows.push(
      `${2000 + (at % 26)}年\t${at * 37}\t${(at % 100) / 10}%\t${at},${String(at % 1000).padStart(3, '0')}.5万吨\t+0.${at % 10}`,
    );
  return rows.join('\n').slice(0, length);
}
