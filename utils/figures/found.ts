import type { Approx, Figure, FigureType } from './types.ts';

/** A figure in offsets of the folded text, before its context is read. */
export interface Found {
  start: number;
  end: number;
  coreStart: number;
  coreEnd: number;
  numStart: number;
  numEnd: number;
  type: FigureType;
  value: Figure['value'];
  unit: string | null;
  approx?: Approx | undefined;
  scope?: string | undefined;
}

/** A figure whose three spans begin as one. */
export function found(
  type: FigureType,
  start: number,
  end: number,
  value: Figure['value'],
  unit: string | null = null,
  numEnd: number = end,
): Found {
  return { start, end, coreStart: start, coreEnd: end, numStart: start, numEnd, type, value, unit };
}
