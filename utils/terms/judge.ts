import { foldedUnit } from '../text/folding.ts';
import { BOUNDARY_CHECKS, boundaryFault } from './boundaries.ts';
import { standsForOther } from './capitals.ts';
import { isInOtherCompany } from './company.ts';
import { createEdgeMemory, isRemembered, remember, wordOf } from './edge-memory.ts';
import { type Edges, REACH } from './edges.ts';
import type { Rejection } from './explain.ts';
import { isName } from './names.ts';
import { unitAfter, unitBefore } from './neighbours.ts';
import {
  BARE,
  EXACT_CASE,
  GENERAL,
  type Patterns,
  patternsOf,
  QUOTED,
  SAME_SENTENCE,
  SHORT_TITLE,
  TERM,
} from './patterns.ts';
import { enclosingQuotes, pairQuotes, type QuotedSpan } from './quotes.ts';
import type { Sense } from './sense.ts';

/** What the rules know of the block that they judge in. */
export interface Scene {
  readonly text: string;
  readonly sense: Sense;
  /** Offset after the last term found. */
  readonly end: number;
  /** Terms that end before this are inside of a decoy. */
  readonly decoyEnd: number;
  readonly decoy: string;
  /** Capitals that the block has explained as something else, by number. */
  readonly others: ReadonlySet<number>;
  /** Whether one of these documents has been named on the page. */
  readonly isNamed: (documents: readonly string[]) => boolean;
}

/** Where a term is, quotation marks included, or why it is not. Reused: the next judgement overwrites it. */
export interface Ruling {
  start: number;
  end: number;
  /** Undefined for a term. */
  rejected: Rejection | undefined;
  /** What speaks against it. */
  by: string;
}

export interface Judge {
  /** Judges the pattern of a number that stands from `from` to `to`; whether it is a term there. */
  readonly accepts: (scene: Scene, number: number, from: number, to: number, quoted: boolean) => boolean;
  /** What {@link Judge.accepts} has found out. */
  readonly ruling: Ruling;
}

/**
 * The rules for one form at one place, cheapest first: decoys, quotation marks, boundaries, short titles, words over the
 * edge, names, sense.
 */
export function createJudge(patterns: Patterns, edges: Edges): Judge {
  const { forms, units, terms, introducedBy, checks: checksOf, folding, isForm } = patterns;
  const { table } = folding;
  const memoryBefore = createEdgeMemory(REACH);
  const memoryAfter = createEdgeMemory(REACH);
  /** What a general word may be short for, by its number, once that has been asked. */
  const shortFor = new Map<number, readonly number[]>();
  const ruling: Ruling = { start: 0, end: 0, rejected: undefined, by: '' };

  function reject(rejected: Rejection, by: string): false {
    ruling.rejected = rejected;
    ruling.by = by;
    return false;
  }

  /** The word that runs over an edge of the form, looked for only where the units on both sides may belong to one. */
  function crossingWord({ text, end }: Scene, from: number, to: number, number: number): string | undefined {
    // A term that ends here is a word that does: 数字人 + 大模型.
    if (from > end && edges.mayCut(unitBefore(text, from, table), foldedUnit(table, text.charCodeAt(from)))) {
      const word = crossingBefore(text, from, number);
      if (word !== undefined) return word;
    }
    return edges.mayCut(foldedUnit(table, text.charCodeAt(to - 1)), unitAfter(text, to, table))
      ? crossingAfter(text, to, number)
      : undefined;
  }

  function crossingBefore(text: string, from: number, number: number): string | undefined {
    if (isRemembered(memoryBefore, number, text, from - REACH)) return wordOf(memoryBefore, number);
    const word = edges.crossingBefore(text, from, number);
    remember(memoryBefore, number, text, from - REACH, word);
    return word;
  }

  function crossingAfter(text: string, to: number, number: number): string | undefined {
    if (isRemembered(memoryAfter, number, text, to)) return wordOf(memoryAfter, number);
    const word = edges.crossingAfter(text, to, number);
    remember(memoryAfter, number, text, to, word);
    return word;
  }

  /** The marks that belong to a form whose glossary has it in quotation marks. */
  function marksAround(scene: Scene, start: number, end: number): QuotedSpan | undefined {
    const span = enclosingQuotes(scene.text, start, end);
    return span && span.start >= scene.end ? span : undefined;
  }

  /** The checks that few patterns have. */
  function passes(scene: Scene, number: number, from: number, to: number, checks: number): boolean {
    if (checks & QUOTED) {
      const span = marksAround(scene, ruling.start, ruling.end);
      if (span) ({ start: ruling.start, end: ruling.end } = span);
      else if (!(checks & BARE)) return reject('boundary', 'quotes');
    }
    if (checks & BOUNDARY_CHECKS) {
      const form = forms[number] ?? '';
      const fault = boundaryFault(scene.text, from, to, checks, form, table);
      if (fault) return reject('boundary', fault);
      if (checks & EXACT_CASE && isOther(scene, number, from, to)) return reject('boundary', 'capitals');
    }
    if (checks & SHORT_TITLE) {
      const documents = introducedBy.get(number) ?? [];
      if (!scene.isNamed(documents)) return reject('short-title', documents[0] ?? '');
    }
    return true;
  }

  /** Whether capitals are short for something else here, or have been explained as that before. */
  function isOther({ text, others }: Scene, number: number, from: number, to: number): boolean {
    return (
      others.has(number) ||
      standsForOther(text, from, to, forms[number] ?? '', (phrase) => isForm(folding.unitsOf(phrase)))
    );
  }

  /** Whether a general word is short for a term that its sentence has in full: 机器人 for 人形机器人. */
  function isSaidInFull(sense: Sense, number: number): boolean {
    const fullForms = fullFormsOf(number);
    return fullForms.length > 0 && sense.isSaidInFull(ruling.start, fullForms);
  }

  function fullFormsOf(short: number): readonly number[] {
    const known = shortFor.get(short);
    if (known) return known;
    const isFull = (number: number): boolean =>
      number !== short &&
      ((checksOf[number] ?? 0) & GENERAL) === 0 &&
      (units[number] ?? '').endsWith(units[short] ?? '');
    const found = patternsOf(patterns, TERM).filter(isFull);
    shortFor.set(short, found);
    return found;
  }

  /** Whether a general word has its sense of AI here. */
  function isMeant(
    { text, sense }: Scene,
    number: number,
    from: number,
    to: number,
    checks: number,
  ): boolean {
    const isNarrow = (checks & SAME_SENTENCE) !== 0;
    const isSaid =
      sense.isAboutAi(ruling.start, isNarrow ? 0 : 1) || (!isNarrow && isSaidInFull(sense, number));
    if (!isSaid) return reject('sense', isNarrow ? 'sentence' : 'neighbours');
    return checks & BOUNDARY_CHECKS && isInOtherCompany(text, from, to, forms[number] ?? '')
      ? reject('sense', 'company')
      : true;
  }

  function accepts(scene: Scene, number: number, from: number, to: number, quoted: boolean): boolean {
    const { text } = scene;
    const checks = checksOf[number] ?? 0;
    if (to <= scene.decoyEnd) return reject('decoy', scene.decoy);
    ruling.start = from;
    ruling.end = to;
    if (quoted) {
      const span = pairQuotes(text, from, to);
      if (!span || span.start < scene.end) return reject('boundary', 'quotes');
      ({ start: ruling.start, end: ruling.end } = span);
    }
    if (checks & RARE_CHECKS && !passes(scene, number, from, to, checks)) return false;
    const word = crossingWord(scene, from, to, number);
    if (word !== undefined) return reject('boundary', word);
    // What a reader's own glossary has, such as a book, is meant.
    if (isName(text, from, to, units[number] ?? '') && !terms[number]?.startsWith('own:'))
      return reject('boundary', 'name');
    if (checks & GENERAL && !isMeant(scene, number, from, to, checks)) return false;
    ruling.rejected = undefined;
    return true;
  }

  return { accepts, ruling };
}

const RARE_CHECKS = QUOTED | BOUNDARY_CHECKS | SHORT_TITLE;
