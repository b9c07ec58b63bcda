/** Marks the host element of the card and of notices, so that a later instance of the extension finds what is left. */
export const HOST_ATTRIBUTE = 'data-aiplus-card';

/**
 * Takes away what an earlier instance has left on the page. Firefox ends the scripts of an extension with it, so that
 * none can clean up: its card would stay open, and nothing would close it.
 */
export function removeCardHosts(): void {
  for (const left of document.querySelectorAll(`[${HOST_ATTRIBUTE}]`)) left.remove();
}
