/**
 * Copies a text. Most pages of People's Daily are served over http, where `navigator.clipboard` does not exist; there
 * the old command does it, which copies what is selected in the page.
 * @throws Error where neither works.
 */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  // On the window and in the capture phase: before any listener of the page that would write something else.
  window.addEventListener('copy', onCopy, { capture: true });
  try {
    if (!document.execCommand('copy')) throw new Error('The browser did not copy.');
  } finally {
    window.removeEventListener('copy', onCopy, { capture: true });
  }
}
