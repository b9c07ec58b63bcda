import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { type Change, changed } from '../../utils/settings/changes.ts';
import { DEFAULTS, type Settings } from '../../utils/settings/schema.ts';
import { changeSettings, readSettings, watchSettings } from '../../utils/settings/store.ts';

export interface SettingsHere {
  /** The settings, followed as they change in any window; null until they are read. */
  readonly settings: Settings | null;
  /**
   * Stores a change. It shows at once: a browser takes up to a fifth of a second to tell of it, and a switch that is
   * drawn anew meanwhile would jump back under the reader's finger.
   * @throws Error as changeSettings does; the settings are then shown as they are stored.
   */
  choose(change: Change): Promise<void>;
}

/** The settings of a page of the extension, and the way to change them. */
export function useSettings(): SettingsHere {
  const [stored, setStored] = useState<Settings | null>(null);
  const [underWay, setUnderWay] = useState<readonly Change[]>([]);
  // Asked for before the first frame: nothing can be shown without them.
  useLayoutEffect(() => {
    // A surface that cannot read the settings still works with the defaults.
    readSettings().then(
      (reading) => setStored(reading.settings),
      (error: unknown) => {
        console.error(error);
        setStored(DEFAULTS);
      },
    );
    return watchSettings(setStored);
  }, []);
  const choose = useCallback(async (change: Change): Promise<void> => {
    setUnderWay((changes) => [...changes, change]);
    try {
      await changeSettings(change);
      // Not left to the browser's event: it may come only after the change has ceased to be under way.
      setStored((await readSettings()).settings);
    } finally {
      setUnderWay((changes) => changes.filter((other) => other !== change));
    }
  }, []);
  const settings = useMemo(() => stored && underWay.reduce(changed, stored), [stored, underWay]);
  return { settings, choose };
}
