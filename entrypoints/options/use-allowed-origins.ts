import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** The match patterns that the browser allows, followed as they change. */
export function useAllowedOrigins(): readonly string[] {
  const [origins, setOrigins] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const all = await browser.permissions.getAll();
      setOrigins(all.origins ?? []);
    };
    const onChange = (): void => void read();
    onChange();
    browser.permissions.onAdded.addListener(onChange);
    browser.permissions.onRemoved.addListener(onChange);
    return () => {
      browser.permissions.onAdded.removeListener(onChange);
      browser.permissions.onRemoved.removeListener(onChange);
    };
  }, []);
  return origins;
}
