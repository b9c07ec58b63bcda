import type { Plugin } from 'vite';

const SETS_MARKUP = /\.innerHTML\s*=(?!=)/g;

/**
 * Takes from packages the ways to set markup: preact has one for `dangerouslySetInnerHTML` and d3 one for `html()`,
 * neither of which we use (the linter and the release check see to it). What would be parsed is shown as text instead;
 * no package that is updated can bring markup in, and the stores' linter has nothing to warn of.
 */
export function markupPlugin(): Plugin {
  return {
    name: 'aiplus-no-markup',
    transform(code, id) {
      if (!id.includes('/node_modules/') || code.search(SETS_MARKUP) < 0) return undefined;
      return { code: code.replace(SETS_MARKUP, '.textContent='), map: null };
    },
  };
}
