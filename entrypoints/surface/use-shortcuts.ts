import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/**
 * The browser's shortcuts by command, as the reader has set them (empty text for none); read again whenever the
 * reader comes back to the surface, perhaps from changing them. Empty until they are read.
 */
export function useShortcuts(): ReadonlyMap<string, string> {
  const [shortcuts, setShortcuts] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const read = async (): Promise<void> => {
      const commands = await browser.commands.getAll();
      setShortcuts(new Map(commands.map(({ name, shortcut }) => [name ?? '', shortcut ?? ''])));
    };
    const onFocus = (): void => void read();
    onFocus();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, []);
  return shortcuts;
}
