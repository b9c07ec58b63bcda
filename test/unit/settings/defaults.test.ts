import { describe, expect, it } from 'vitest';
import { choicesSchema, DEFAULTS, type SettingKey, withDefaults } from '../../../utils/settings/schema.ts';

describe('the defaults', () => {
  it('are there for every choice, and valid', () => {
    expect(Object.keys(DEFAULTS).sort()).toEqual(Object.keys(choicesSchema.shape).sort());
    expect(choicesSchema.parse(DEFAULTS)).toEqual(DEFAULTS);
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
