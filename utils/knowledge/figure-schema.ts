import * as z from 'zod/mini';
import { id, localised, nonEmpty } from './primitives.ts';

/** What a known figure is; idioms, names and document numbers are never shown as statistics. */
const FIGURE_KINDS = [
  'statistic',
  'target',
  'rank',
  'structure',
  'unit',
  'document',
  'idiom',
  'name',
] as const;

/**
 * How a figure was checked: `verified` against the announcement or official reporting, `copies` on several
 * independent copies of the document, `secondary` quoted by a secondary source, `magnitude` the size is
 * supported but not the wording, `not-found` in no source but the text itself, `convention` nothing to check.
 */
const VERIFICATIONS = ['verified', 'copies', 'secondary', 'magnitude', 'not-found', 'convention'] as const;

const APPROXIMATORS = ['over', 'more', 'min', 'max', 'under', 'about', 'nearly', 'reach', 'vague'] as const;

/** Arithmetic a machine can repeat: `expression` evaluates to `result` when rounded to `decimals`. */
const derivation = z.strictObject({
  label: localised,
  expression: nonEmpty,
  result: z.number(),
  decimals: z.int().check(z.gte(0), z.lte(9)),
  unit: z.nullable(nonEmpty),
  note: z.optional(localised),
});

const series = z.strictObject({
  label: localised,
  unit: nonEmpty,
  points: z
    .array(
      z.strictObject({
        label: localised,
        value: z.number(),
        kind: z.enum(['reported', 'target', 'derived']),
        figure: z.optional(id),
        source: z.optional(id),
      }),
    )
    .check(z.minLength(2)),
});

/**
 * How the figure is recognised: value and unit as the figure scanner normalises them, at least one cue
 * in the clause and none of `not`. Cues are simplified Chinese or English; the other script is generated.
 */
const cue = z.strictObject({
  value: z.union([z.number(), z.tuple([z.nullable(z.number()), z.nullable(z.number())])]),
  units: z.array(z.nullable(nonEmpty)).check(z.minLength(1)),
  cues: z.array(nonEmpty).check(z.minLength(1)),
  not: z.optional(z.array(nonEmpty)),
});

export const figureSchema = z.strictObject({
  id,
  kind: z.enum(FIGURE_KINDS),
  display: localised,
  /** In `unit`, fully multiplied out (14亿 is 1400000000); `null` for an idiom. */
  value: z.nullable(z.number()),
  /** As the figure scanner normalises it: `%`, `ZB`, `CNY` or the classifier. */
  unit: z.nullable(nonEmpty),
  approx: z.optional(z.enum(APPROXIMATORS)),
  measures: localised,
  explanation: localised,
  year: z.nullable(z.int()),
  scope: z.optional(localised),
  origin: localised,
  comparison: z.optional(localised),
  derived: z.array(derivation),
  series: z.optional(series),
  caveats: z.array(localised),
  match: z.strictObject({ cues: z.array(cue), exact: z.array(nonEmpty) }),
  /** Strings that look like this figure and are not; each is also a test. */
  traps: z.array(nonEmpty),
  verification: z.enum(VERIFICATIONS),
  terms: z.array(id),
  outline: z.array(id),
  sources: z.array(id).check(z.minLength(1)),
});

export type KnownFigure = z.infer<typeof figureSchema>;
export type FigureDerivation = z.infer<typeof derivation>;
