/** A run of inline text between two breaks, and the text nodes that it came from. */
export interface Block {
  /** The nearest element that makes a block of its own, or the root of a shadow tree. */
  readonly owner: Element | ShadowRoot;
  /** The text as the page has it, spaces and invisible characters included. */
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node starts in `text`, in code units. */
  readonly starts: readonly number[];
  /** Indices of the nodes that do not follow the one before immediately: something unread lies between. */
  readonly gaps: readonly number[];
}

/** A block while it grows. */
export interface Run extends Block {
  text: string;
  readonly nodes: Text[];
  readonly starts: number[];
  gaps: readonly number[];
}

/** Most blocks have none. */
const NO_GAPS: readonly number[] = [];

/** A run that begins with `lead` and a node, the text of which the caller adds. */
export function startRun(owner: Element | ShadowRoot, lead: string, node: Text): Run {
  return { owner, text: lead, nodes: [node], starts: [lead.length], gaps: NO_GAPS };
}

/** Adds a node, the text of which the caller adds. */
export function addNode(run: Run, node: Text, start: number, isAfterGap: boolean): void {
  if (isAfterGap) {
    if (run.gaps === NO_GAPS) run.gaps = [run.nodes.length];
    else (run.gaps as number[]).push(run.nodes.length);
  }
  run.nodes.push(node);
  run.starts.push(start);
}

/** Whether a part of a text has nothing but spaces. */
export function isBlank(text: string, start: number, end: number): boolean {
  if (start === end) return true;
  const first = text.charCodeAt(start);
  // Nothing between these is a space; most texts are settled by their first character.
  if ((first > 0x20 && first < 0x7f) || (first > 0x3000 && first < 0xd800)) return false;
  return !/\S/.test(text.slice(start, end));
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits that are raised, each in one code unit as before: 10²² is not 1022, nor is AI with a note AI2. */
export function superscript(text: string): string {
  return text.replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
}
