import { useLayoutEffect, useState } from 'preact/hooks';
import { DEFAULTS, type Settings } from '../../utils/settings/schema.ts';
import { readSettings, watchSettings } from '../../utils/settings/store.ts';

/** The settings, followed as they change in any window; null until they are read. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  // Asked for before the first frame: nothing can be shown without them.
  useLayoutEffect(() => {
    // A surface that cannot read the settings still works with the defaults.
    readSettings().then(
      (reading) => setSettings(reading.settings),
      () => setSettings(DEFAULTS),
    );
    return watchSettings(setSettings);
  }, []);
  return settings;
}
