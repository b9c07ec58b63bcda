import { describe, expect, it } from 'vitest';
import {
  DEFAULTS,
  isChoice,
  isSetting,
  type SettingKey,
  withDefaults,
} from '../../../utils/settings/schema.ts';

describe('the defaults', () => {
  it.each(Object.entries(DEFAULTS))('are valid for “%s”', (key, value) => {
    expect(isSetting(key) && isChoice(key, value)).toBe(true);
  });

  it.each(Object.keys(DEFAULTS) as SettingKey[])('stand for “%s” where it is undefined', (key) => {
    expect(withDefaults({ [key]: undefined })[key]).toEqual(DEFAULTS[key]);
  });

  it('give way to a choice of false, zero or nothing', () => {
    expect(withDefaults({ enabled: false, dwell: 0, kindsOff: [] })).toMatchObject({
      enabled: false,
      dwell: 0,
      kindsOff: [],
    });
  });
});
