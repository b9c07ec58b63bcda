import { isHeading } from './elements.ts';
import type { Entry, Mark } from './marks.ts';

/** Which occurrences are painted: every one, the first of a section, the first of the page. */
export type Density = 'all' | 'section' | 'page';

/** Bold lines longer than this are text set in bold, in code units. */
const LONGEST_BOLD_HEADING = 40;

/** The first marks of each section or of the page, from the entries in reading order. Marks that are not shown never count as the first. */
export function* choose(entries: Iterable<Entry>, density: Exclude<Density, 'all'>): Generator<Mark> {
  const seen = new Set<string>();
  for (const entry of entries) {
    if (density === 'section' && startsSection(entry)) seen.clear();
    for (const mark of entry.marks) {
      if (!mark.shown) continue;
      const subject = subjectOf(mark);
      if (seen.has(subject)) continue;
      seen.add(subject);
      yield mark;
    }
  }
}

/** What an annotation is about: the same term in any spelling, the same figure in the same words. */
function subjectOf({ annotation }: Mark): string {
  return annotation.kind === 'term'
    ? `term ${annotation.term}`
    : `figure ${annotation.known ?? annotation.text}`;
}

/** A heading by its element, or a short line that is bold as a whole, as news pages set their subheadings. */
function startsSection({ block: { owner, nodes } }: Entry): boolean {
  if ('localName' in owner && isHeading(owner)) return true;
  let length = 0;
  for (const node of nodes) {
    const text = node.data.trim();
    length += text.length;
    if (length > LONGEST_BOLD_HEADING) return false;
    if (text !== '' && !node.parentElement?.closest('b, strong')) return false;
  }
  return true;
}
