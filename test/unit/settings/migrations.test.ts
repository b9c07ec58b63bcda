import { describe, expect, it } from 'vitest';
import { migrateChoices, SETTINGS_VERSION } from '../../../utils/settings/migrations.ts';

/** An example of every version that there was, with what it means today. A new version adds its line here. */
const EXAMPLES: readonly (readonly [version: number, stored: object, today: object])[] = [
  [
    0,
    { categories: { policy: false, figure: false, economy: true }, language: 'en' },
    { kindsOff: ['policy', 'figure'], language: 'en' },
  ],
  [0, { categories: 'broken', enabled: false }, { enabled: false }],
  [0, {}, {}],
  [1, { kindsOff: ['policy'], density: 'page' }, { kindsOff: ['policy'], density: 'page' }],
  [
    1,
    { sites: { 'news.cn': 'off', 'gov.cn': 'on' }, hiddenTerms: ['ren-gong-zhi-neng-jia', 'own:数据信托'] },
    {
      'sites/14': { 'news.cn': 'off' },
      'sites/11': { 'gov.cn': 'on' },
      'hiddenTerms/6': ['ren-gong-zhi-neng-jia'],
      'hiddenTerms/4': ['own:数据信托'],
    },
  ],
  [1, { sites: 'broken', hiddenTerms: [1] }, { sites: 'broken', hiddenTerms: [1] }],
  [2, { 'sites/14': { 'news.cn': 'off' } }, { 'sites/14': { 'news.cn': 'off' } }],
];

describe('migration', () => {
  it.each(EXAMPLES)('brings version %i to the present: %j', (version, stored, today) => {
    expect(migrateChoices({ ...stored }, version)).toEqual(today);
  });

  it('has an example of every version', () => {
    const versions = new Set(EXAMPLES.map(([version]) => version));
    expect([...versions].sort()).toEqual(Array.from({ length: SETTINGS_VERSION + 1 }, (_, index) => index));
  });

  it('does NOT guess at a newer version', () => {
    expect(() => migrateChoices({}, SETTINGS_VERSION + 1)).toThrow(/version/);
  });

  it('does NOT guess at a version that never was', () => {
    expect(() => migrateChoices({}, -1)).toThrow(/migration/);
  });
});
