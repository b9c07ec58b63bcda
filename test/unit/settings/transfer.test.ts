import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SETTINGS_VERSION } from '../../../utils/settings/migrations.ts';
import type { Choices } from '../../../utils/settings/schema.ts';
import { readSettingsFile, writeSettingsFile } from '../../../utils/settings/transfer.ts';
import { HIGHLIGHT_KINDS } from '../../../utils/terms/types.ts';

const NOW = new Date('2025-11-24T08:00:00Z');
const file = (choices: object, version = SETTINGS_VERSION) => writeSettingsFile({ ...choices }, version, NOW);
const problems = (text: string) => {
  const reading = readSettingsFile(text);
  return reading.ok ? [] : reading.problems;
};

/** Any settings that a reader can have. */
const choices: fc.Arbitrary<Choices> = fc.record(
  {
    enabled: fc.boolean(),
    language: fc.constantFrom('auto' as const, 'zh-CN' as const, 'zh-TW' as const, 'en' as const),
    kindsOff: fc.subarray([...HIGHLIGHT_KINDS]),
    density: fc.constantFrom('all' as const, 'section' as const, 'page' as const),
    style: fc.constantFrom('subtle' as const, 'strong' as const, 'lines' as const),
    print: fc.boolean(),
    sites: fc.dictionary(fc.domain(), fc.constantFrom('on' as const, 'off' as const)),
    hiddenTerms: fc.uniqueArray(fc.string()),
    dwell: fc.integer({ min: 0, max: 2000 }),
    cardKeys: fc.boolean(),
    ownFirst: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('a settings file', () => {
  it('brings back every setting as it was', () => {
    fc.assert(
      fc.property(choices, (original) => {
        expect(readSettingsFile(file(original))).toEqual({ ok: true, choices: original });
      }),
    );
  });

  it('has also what this version does not understand: nothing is lost in an export', () => {
    expect(JSON.parse(file({ colour: 'red', density: 'sometimes' })).choices).toEqual({
      colour: 'red',
      density: 'sometimes',
    });
  });

  it('of an earlier version is migrated', () => {
    expect(readSettingsFile(file({ categories: { society: false } }, 0))).toEqual({
      ok: true,
      choices: { kindsOff: ['society'] },
    });
  });

  it('may begin with a byte order mark', () => {
    expect(readSettingsFile(`\uFEFF${file({ enabled: false })}`).ok).toBe(true);
  });

  it.each([
    ['no JSON', 'density: page', [{ kind: 'unreadable' }]],
    ['an empty file', '', [{ kind: 'unreadable' }]],
    ['other JSON', '{"terms":[]}', [{ kind: 'foreign' }]],
    ['a list', '[]', [{ kind: 'foreign' }]],
    ['choices that are no record', file({}).replace('"choices": {}', '"choices": 1'), [{ kind: 'foreign' }]],
    ['a version that never was', file({}, -1), [{ kind: 'foreign' }]],
    ['a newer version', file({}, SETTINGS_VERSION + 1), [{ kind: 'newer' }]],
    [
      'values that are not valid, each named',
      file({ density: 'sometimes', dwell: 5000, style: 'strong' }),
      [
        { kind: 'value', key: 'density' },
        { kind: 'value', key: 'dwell' },
      ],
    ],
    ['settings that there are not', file({ colour: 'red' }), [{ kind: 'unknown', key: 'colour' }]],
    [
      'settings named like a property of every object',
      file({ constructor: 1 }),
      [{ kind: 'unknown', key: 'constructor' }],
    ],
  ])('is refused as a whole: %s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});
