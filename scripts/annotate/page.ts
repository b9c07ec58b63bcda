import { JSDOM } from 'jsdom';
import type { Annotator } from '../../utils/annotate.ts';
import type { Annotation } from '../../utils/annotation.ts';
import { articleBlocks } from '../../utils/page/blocks.ts';

/**
 * Annotates the article of a saved page. Returns the article's text, a block a line, and annotations whose offsets
 * point into that text. Scripts of the page are not run and nothing is loaded.
 */
export function annotatePage(
  html: string,
  annotator: Annotator,
): { text: string; annotations: Annotation[] } {
  const { document } = new JSDOM(html).window;
  const blocks = articleBlocks(document).map((block) => block.text);
  return annotator.annotateBlocks(blocks);
}
