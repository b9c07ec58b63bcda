import { articleRoots } from './article.ts';
import { blocksIn, hasLayout } from './collect.ts';
import { densestElement } from './density.ts';
import { createRoles } from './elements.ts';
import type { Block } from './run.ts';
import type { SiteProfile } from './sites.ts';

/**
 * The blocks of a page's article, headline included. Works without layout (jsdom): then tags and attributes decide
 * what is a block and what is hidden.
 * @param profile the site's profile; without it the site is recognised.
 */
export function articleBlocks(document: Document, profile?: SiteProfile): Block[] {
  const { roots, leaveOut, guarded } = articleRoots(document, profile);
  const roles = createRoles({ leaveOut, guarded, layout: hasLayout(document) });
  const blocks = roots.flatMap((root) => [...blocksIn(root, roles)]);
  return guarded ? blocks.filter(densestElement(document, blocks)) : blocks;
}
