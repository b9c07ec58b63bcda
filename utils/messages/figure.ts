import * as z from 'zod/mini';
import type { Figure, FigureType } from '../figures/types.ts';

const TYPES = [
  'count',
  'measure',
  'money',
  'percent',
  'permille',
  'pp',
  'multiple',
  'fraction',
  'rank',
  'ordinal',
  'date',
  'daterange',
  'period',
  'duration',
  'enumeration',
  'document',
  'step',
  'number',
] as const satisfies readonly FigureType[];

const text = z.string().check(z.maxLength(500));
const offset = z.int().check(z.gte(0));
const span = z.readonly(z.tuple([offset, offset]));
const end = z.nullable(z.number());

/** A figure as a page sends it to be explained: see utils/figures/types.ts. */
export const figureSchema: z.ZodMiniType<Figure> = z.object({
  start: offset,
  end: offset,
  text,
  core: span,
  num: span,
  type: z.enum(TYPES),
  value: z.union([z.number(), z.readonly(z.tuple([end, end])), text, z.null()]),
  unit: z.nullable(text),
  approx: z.exactOptional(
    z.enum(['over', 'more', 'min', 'max', 'under', 'about', 'nearly', 'reach', 'vague']),
  ),
  scope: z.exactOptional(text),
  around: z.exactOptional(z.object({ before: text, after: text, taken: offset })),
});
