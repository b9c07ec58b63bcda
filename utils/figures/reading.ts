/** One line of a reading, in the language of the reader: “单位 泽字节，10²¹ 字节”. */
export interface ReadingRow {
  readonly label: string;
  readonly text: string;
}

/** A figure as it is read from the text alone, in one language. */
export interface FigureReading {
  /** The numeral as a reader writes it, its qualifier as a sign: `41.06`, `> 70`, `1.2万亿`. */
  readonly headline: string;
  /** Unit behind the headline: `ZB`, `%`, `元`; empty for none. */
  readonly unit: string;
  readonly rows: readonly ReadingRow[];
}
