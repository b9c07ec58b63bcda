import { CLASSES, CLOSING_QUOTE, OPENING_QUOTE, QUOTE } from '../text/characters.ts';
import { next, previous } from './neighbours.ts';

/** Where a term begins and ends once its quotation marks are settled. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Quotation marks inside of a term must be in pairs: of “人工智能+”行动 the opening one stands before it and is taken in,
 * 智能“体系” is refused. Undefined where a mark has no partner, and where one quotation ends and the next begins:
 * “人工智能”“大模型” are two.
 */
export function pairQuotes(text: string, start: number, end: number): QuotedSpan | undefined {
  let open = 0;
  let unopened = 0;
  for (let at = start; at < end; at++) {
    const bits = (CLASSES[text.charCodeAt(at)] ?? 0) & QUOTE;
    if (bits === 0) continue;
    if (bits & CLOSING_QUOTE && isQuoteAt(text, next(text, at + 1), OPENING_QUOTE)) return undefined;
    if (bits & CLOSING_QUOTE && (open > 0 || bits !== QUOTE)) {
      if (open > 0) open--;
      else unopened++;
    } else open++;
  }
  // One straight mark inside is the closing one where another stands right before the term.
  if (open === 1 && unopened === 0 && isQuoteAt(text, previous(text, start), QUOTE)) {
    const straight = straightInside(text, start, end);
    if (straight) return { start: previous(text, start), end };
  }
  let from = start;
  let to = end;
  for (; unopened > 0; unopened--) {
    const at = previous(text, from);
    if (!isQuoteAt(text, at, OPENING_QUOTE)) return undefined;
    from = at;
  }
  for (; open > 0; open--) {
    const at = next(text, to);
    if (!isQuoteAt(text, at, CLOSING_QUOTE)) return undefined;
    to = at + 1;
  }
  return { start: from, end: to };
}

/** The span with the pair of quotation marks around it, or undefined where there is no such pair. */
export function enclosingQuotes(text: string, start: number, end: number): QuotedSpan | undefined {
  const before = previous(text, start);
  const after = next(text, end);
  if (!isQuoteAt(text, before, OPENING_QUOTE) || !isQuoteAt(text, after, CLOSING_QUOTE)) return undefined;
  return { start: before, end: after + 1 };
}

function isQuoteAt(text: string, at: number, bits: number): boolean {
  return at >= 0 && ((CLASSES[text.charCodeAt(at)] ?? 0) & bits) === bits;
}

function straightInside(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isQuoteAt(text, at, QUOTE)) return true;
  return false;
}
