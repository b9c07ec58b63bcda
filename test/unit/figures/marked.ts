import type { Figure } from '../../../utils/figures/types.ts';

/**
 * One case: a text with its figures marked, and what each of them reads as. `{full «core ‹numeral›»}`; a mark that
 * would hold the same as the one inside it is left out: `‹第一›` alone is numeral, core and full span.
 * A reading is `type value unit approx`: `money 1200000000000 CNY about`; `-` for no unit.
 */
type FigureCase = readonly [marked: string, ...readings: string[]];
export type FigureCases = Readonly<Record<string, readonly FigureCase[]>>;

type Span = readonly [start: number, end: number];

interface Spans {
  readonly full: Span;
  readonly core: Span;
  readonly num: Span;
}

/** The text without the marks, and the spans that the marks give. */
export function readMarks(marked: string): { readonly text: string; readonly spans: readonly Spans[] } {
  let text = '';
  const spans: Spans[] = [];
  let open: { full: number | undefined; core: number | undefined; num: number } = closed();
  let num: Span = [0, 0];
  let core: Span = [0, 0];
  for (const character of marked) {
    const at = text.length;
    if (character === '{') open.full = at;
    else if (character === '«') open.core = at;
    else if (character === '‹') open.num = at;
    else if (character === '›') {
      num = [open.num, at];
      core = num;
      if (open.core === undefined && open.full === undefined) spans.push({ full: num, core, num });
    } else if (character === '»') {
      core = [open.core ?? at, at];
      if (open.full === undefined) spans.push({ full: core, core, num });
      open.core = undefined;
    } else if (character === '}') {
      spans.push({ full: [open.full ?? at, at], core, num });
      open = closed();
    } else text += character;
  }
  return { text, spans };
}

function closed(): { full: number | undefined; core: number | undefined; num: number } {
  return { full: undefined, core: undefined, num: 0 };
}

export function spansOf({ start, end, core, num }: Figure): Spans {
  return { full: [start, end], core, num };
}

/** `type value unit approx` of a figure. */
export function readingOf({ type, value, unit, approx }: Figure): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return [type, shown, unit ?? '-', ...(approx ? [approx] : [])].join(' ');
}
