import { type ArticleRoots, articleRoots, recogniseSite } from './article.ts';
import { createRoles, type Roles } from './elements.ts';
import type { SiteProfile } from './sites.ts';

/** What of a document is read, and how its elements are read. */
export interface Scope {
  readonly article: ArticleRoots;
  readonly roles: Roles;
  /** Looks for the article again. Returns whether it is another one than before. */
  refresh(): boolean;
  /** Whether changes can have given the document another article. */
  mayHaveMoved(records: readonly MutationRecord[]): boolean;
  /** Whether the document has become an editor, or has ceased to be one, since the last look: no record tells. */
  hasSwitchedEditing(): boolean;
}

export function createScope(document: Document, profile: SiteProfile | undefined): Scope {
  let article: ArticleRoots = { roots: [], leaveOut: [], guarded: true, isIntact: () => true };
  let roles = rolesFor(article);
  let { designMode } = document;
  return {
    get article() {
      return article;
    },
    get roles() {
      return roles;
    },
    refresh() {
      ({ designMode } = document);
      const found = articleRoots(document, profile ?? recogniseSite(document));
      const same = isSame(found, article);
      article = found;
      if (same) return false;
      roles = rolesFor(article);
      return true;
    },
    mayHaveMoved(records) {
      if (article.guarded || !article.isIntact()) return true;
      return records.some(
        ({ type, target, addedNodes, attributeName }) =>
          attributeName === 'contenteditable' ||
          (type === 'childList' &&
            addedNodes.length > 0 &&
            !article.roots.some((root) => root.contains(target)) &&
            target.getRootNode() === document),
      );
    },
    hasSwitchedEditing: () => document.designMode !== designMode,
  };
}

function rolesFor({ leaveOut, guarded }: ArticleRoots): Roles {
  return createRoles({ leaveOut, guarded, layout: true });
}

function isSame(a: ArticleRoots, b: ArticleRoots): boolean {
  return (
    a.guarded === b.guarded &&
    a.roots.length === b.roots.length &&
    a.roots.every((root, index) => root === b.roots[index]) &&
    a.leaveOut.join() === b.leaveOut.join()
  );
}
