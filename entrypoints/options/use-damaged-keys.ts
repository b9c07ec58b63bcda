import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../utils/settings/schema.ts';
import { readSettings } from '../../utils/settings/store.ts';

/** The names of the stored choices that cannot be understood, looked for again whenever the settings change. */
export function useDamagedKeys(settings: Settings | null): readonly string[] {
  const [damaged, setDamaged] = useState<readonly string[]>([]);
  useEffect(() => {
    void readSettings().then((reading) => setDamaged(reading.damaged));
  }, [settings]);
  return damaged;
}
