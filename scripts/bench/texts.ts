import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';

/** Official news by month, where the machine has it; it is never part of the project. */
const NEWS = new URL('../../../shared/eval/text/', import.meta.url);

export type Random = (below: number) => number;

/** Makes one flat string of that many megabytes in UTF-8. */
export type TextOf = (megabytes: number) => string;

/** Mulberry32: the same texts and terms in every run. */
export function createRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Ordinary official news without titles and addresses; undefined where it is not there. */
export function newsText(): TextOf | undefined {
  if (!existsSync(NEWS)) return undefined;
  const files = readdirSync(NEWS).filter((name) => /^cctv.*\.txt$/u.test(name));
  const paragraphs = files
    .flatMap((name) => readFileSync(new URL(name, NEWS), 'utf8').split('\n'))
    .filter((line) => line !== '' && !/^(?:###|https?:|\[查看)/u.test(line));
  return (megabytes) => filled(megabytes, (number) => `${paragraphs[number % paragraphs.length] ?? ''}\n`);
}

/** Our own sentences: the definitions of the glossary, far denser with its terms than anything a reader opens. */
export function denseText(knowledge: Knowledge, random: Random): TextOf {
  const sentences = [...knowledge.terms.values()]
    .flatMap(({ definition, importance }) => [definition.hans, importance.hans])
    .flatMap((text) => text.match(/[^。！？]+[。！？]?/gu) ?? []);
  return (megabytes) => filled(megabytes, () => sentences[random(sentences.length)] ?? '');
}

function filled(megabytes: number, piece: (number: number) => string): string {
  const wanted = Math.round((megabytes * 2 ** 20) / 3);
  const pieces: string[] = [];
  for (let length = 0, number = 0; length < wanted; number++) {
    const next = piece(number);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('').slice(0, wanted);
}
