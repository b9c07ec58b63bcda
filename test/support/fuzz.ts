import { type Annotator, createAnnotator } from '../../utils/annotate.ts';
import { buildFigureCues } from '../../utils/knowledge/figure-cues.ts';
import { buildLexicon } from '../../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import type { Lab } from './lab.ts';
import { randomHtml } from './random-html.ts';

/** Longest time that reading, editing and reading again may take, in milliseconds; more is a hang. */
const HANG = 10_000;

let annotator: Annotator | undefined;

/**
 * Reads the random page of a seed, edits it at random, and reads it again. Returns what is wrong, or undefined:
 * an uncaught error, a range that is stale, detached or empty, a hang, a difference between what was followed and a
 * fresh reading, or an annotation of its text that is not where it says it is.
 */
export async function fuzzOnce(lab: Lab, seed: number): Promise<string | undefined> {
  const page = await lab.open(randomHtml(seed));
  const began = Date.now();
  const { wrong, text } = await page.evaluate(async (number) => {
    const found: string[] = [];
    const look = (when: string): string => {
      const bad = probe.painted().filter((piece) => /\((?:stale|detached)\)|^\S+ $/.test(piece));
      if (bad.length > 0) found.push(`${when}: ${bad.join(' | ')}`);
      return probe.paintedPlaces().join('\n');
    };
    await probe.start();
    look('first reading');
    await probe.editRandomly(document.querySelector('#ozoom') ?? document.documentElement, number, 10);
    await probe.settled();
    const followed = look('after edits');
    probe.stop();
    await probe.start();
    if (look('fresh reading') !== followed) found.push('what was followed differs from a fresh reading');
    probe.stop();
    found.push(...probe.takeErrors().filter((error) => !/ResizeObserver loop/.test(error)));
    return { wrong: found, text: document.documentElement.textContent ?? '' };
  }, seed);
  if (Date.now() - began > HANG) wrong.push(`took ${Date.now() - began} ms`);
  wrong.push(...misplaced(text));
  return wrong.length > 0 ? `seed ${seed}: ${wrong.join('; ')}` : undefined;
}

/** The annotations of the real recogniser that are empty, out of order, overlap, or are not the text at their place. */
function misplaced(text: string): readonly string[] {
  const knowledge = loadKnowledge();
  annotator ??= createAnnotator(buildLexicon(knowledge), buildFigureCues(knowledge));
  const wrong: string[] = [];
  let end = 0;
  for (const annotation of annotator.annotateText(text, { wrapped: true })) {
    if (
      annotation.start >= annotation.end ||
      text.slice(annotation.start, annotation.end) !== annotation.text
    )
      wrong.push(`“${annotation.text}” is not at ${annotation.start}–${annotation.end}`);
    if (annotation.start < end && annotation.end > end) wrong.push(`“${annotation.text}” overlaps`);
    end = Math.max(end, annotation.end);
  }
  return wrong;
}
