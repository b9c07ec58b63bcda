import type { Figure } from '../figures/types.ts';

type CueValue = number | readonly [number | null, number | null];

/** How one known figure is recognised; small enough for a page. All strings are folded by {@link foldCue}. */
export interface FigureCue {
  readonly figure: string;
  /** The whole figure reads like this (6g, 国发〔2025〕11号): enough without a cue. */
  readonly exact: readonly string[];
  readonly cases: readonly {
    readonly value: CueValue;
    readonly units: readonly (string | null)[];
    readonly cues: readonly string[];
    readonly not: readonly string[];
  }[];
}

/** Width, case and white space do not matter to a cue. */
export function foldCue(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/**
 * The id of the known figure that a figure of a text is, or `undefined`. Value and unit must be those of the
 * knowledge base and a cue must stand in the clause: 41个 is the number of industrial divisions only beside 大类.
 * Of several that fit, the one whose longest cue in the clause is longest wins, then the first.
 */
export function matchKnownFigure(
  cues: readonly FigureCue[],
  figure: Figure,
  clause: string,
): string | undefined {
  const text = foldCue(figure.text);
  const exact = cues.find((cue) => cue.exact.includes(text));
  if (exact) return exact.figure;
  const folded = foldCue(clause);
  let best: string | undefined;
  let strength = 0;
  for (const { figure: id, cases } of cues) {
    for (const { value, units, cues: words, not } of cases) {
      if (!sameValue(value, figure.value) || !units.includes(figure.unit)) continue;
      if (not.some((word) => folded.includes(word))) continue;
      for (const word of words) {
        if (word.length > strength && folded.includes(word)) {
          best = id;
          strength = word.length;
        }
      }
    }
  }
  return best;
}

function sameValue(known: CueValue, found: Figure['value']): boolean {
  if (typeof known === 'number')
    return typeof found === 'number'
      ? sameNumber(known, found)
      : Number(found) === known && typeof found === 'string';
  return typeof found === 'object' && found !== null && known[0] === found[0] && known[1] === found[1];
}

/** 1.2 × 10^12 may come out of the scanner a rounding error away from 1200000000000. */
function sameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
