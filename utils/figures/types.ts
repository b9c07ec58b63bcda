/** What kind of figure it is. `number` is a bare numeral that the context makes a figure. */
export type FigureType =
  | 'count'
  | 'measure'
  | 'money'
  | 'percent'
  | 'permille'
  | 'pp'
  | 'multiple'
  | 'fraction'
  | 'rank'
  | 'ordinal'
  | 'date'
  | 'daterange'
  | 'period'
  | 'duration'
  | 'enumeration'
  | 'document'
  | 'step'
  | 'number';

/** How the text qualifies the numeral. `over` 超/逾, `more` 多/余, `min` 以上/不低于/至少, `max` 以内/不超过, `under` 不足/不到, `about` 约/左右, `nearly` 近, `reach` 达, `vague` 数/几/上. */
export type Approx = 'over' | 'more' | 'min' | 'max' | 'under' | 'about' | 'nearly' | 'reach' | 'vague';

/** Half-open span in UTF-16 code units of the input: start, end (exclusive). */
type Span = readonly [number, number];

/** Code units before and behind a figure that its context may stand in. */
export const REACH_BEFORE = 64;
export const REACH_AFTER = 48;

/** The folded text around a figure, as far as it tells of it. */
interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** How much of `before`, from its start, the figure before this one and what precedes it take. */
  readonly taken: number;
}

/** A figure found in a text. `num` ⊂ `core` ⊂ `start..end`. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly core: Span;
  readonly num: Span;
  readonly type: FigureType;
  /**
   * A number where a double holds it exactly as written; otherwise the exact decimal string. A range is a pair
   * with `null` for an open end; a date is an ISO string (`2025`, `2025-09`, `2025-09-12`, `2021/2025`).
   */
  readonly value: number | readonly [number | null, number | null] | string | null;
  /** The normalised unit: `%`, `pp`, `ZB`, `CNY`, or the classifier as written (个, 种, 人). */
  readonly unit: string | null;
  readonly approx?: Approx;
  /** What {@link comparison} and all that follows are read from, while they have not been. */
  readonly around?: Surroundings;
  /** 同比, 环比, 较上年 …, as written in the clause. */
  readonly comparison?: string;
  readonly direction?: 'up' | 'down' | 'flat';
  /** `growth` where the figure is the size of a change, `share` where it is a part of {@link base}. */
  readonly relation?: 'share' | 'growth' | 'contribution';
  /** The noun phrase that a share is a share of, or that a count counts. */
  readonly base?: string;
  readonly noun?: string;
  /** 由A提高到B: `from` A, `to` B; 降至B is `to` as well: a level that was reached, not the size of a change. */
  readonly role?: 'from' | 'to';
  readonly scope?: string;
  /** What the amount is of: a year (全年, 2024年), a month, a day (日均); not said of levels such as 余额. */
  readonly per?: 'year' | 'month' | 'day';
  /** The calendar year of {@link per}. */
  readonly year?: number;
}
