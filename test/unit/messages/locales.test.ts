import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namesIn, readJson } from '../../support/message-keys.ts';

/** Chromium's limits: beyond these the store refuses the extension. */
const LONGEST_NAME = 75;
const LONGEST_DESCRIPTION = 132;

const FOLDER = 'public/_locales';
const locales = namesIn(FOLDER);
type Entries = Readonly<Record<string, { readonly message: string }>>;
const entriesOf = (locale: string) => readJson(`${FOLDER}/${locale}/messages.json`) as Entries;

/** The keys that the manifest and the background name. */
const named = new Set(
  ['wxt.config.ts', 'entrypoints/background/index.ts'].flatMap((file) => {
    const source = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    return [...source.matchAll(/__MSG_(\w+)__|getMessage\('(\w+)'\)/g)].map(
      ([, manifest, background]) => manifest ?? background ?? '',
    );
  }),
);

describe('the texts of the manifest', () => {
  it('are in the three languages', () => {
    expect(locales).toEqual(['en', 'zh_CN', 'zh_TW']);
  });

  it.each(locales)('has in %s exactly what is named', (locale) => {
    expect(Object.keys(entriesOf(locale)).sort()).toEqual([...named].sort());
  });

  it.each(locales)('has in %s texts of a length that the stores take', (locale) => {
    const { extensionName, extensionDescription } = entriesOf(locale);
    expect(extensionName?.message.length).toBeLessThanOrEqual(LONGEST_NAME);
    expect(extensionDescription?.message.length).toBeLessThanOrEqual(LONGEST_DESCRIPTION);
  });
});
