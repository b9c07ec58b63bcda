import { describe, expect, it } from 'vitest';
import { CARD_MESSAGES } from '../../../assets/messages/card.ts';
import { FAILURE_MESSAGES } from '../../../assets/messages/failure.ts';
import { PAGE_MESSAGES } from '../../../assets/messages/pages.ts';
import type { Message, MessageFile } from '../../../utils/i18n.ts';
import { LOCALES } from '../../../utils/locale.ts';
import { namesIn, readJson, usedKeys } from '../../support/message-keys.ts';

const FOLDER = 'assets/messages';
const SOURCES = ['components', 'entrypoints', 'utils'];
const files = namesIn(`${FOLDER}/zh-CN`);
const all = PAGE_MESSAGES['zh-CN'];
const groups = [...new Set(Object.keys(all).map((key) => key.split('.')[0] ?? ''))];
const used = usedKeys(SOURCES, groups);

function read(locale: string, file: string): MessageFile {
  return readJson(`${FOLDER}/${locale}/${file}`) as MessageFile;
}

function texts(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function places(message: Message): string[] {
  return [...new Set(texts(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();
}

describe.each(LOCALES)('the messages in %s', (locale) => {
  it('are in the same files as in zh-CN', () => {
    expect(namesIn(`${FOLDER}/${locale}`)).toEqual(files);
  });

  it.each(files)('%s has the keys of zh-CN, no more and no less', (file) => {
    expect(Object.keys(read(locale, file)).sort()).toEqual(Object.keys(read('zh-CN', file)).sort());
  });

  it.each(files)('%s names the same values as zh-CN', (file) => {
    const own = read(locale, file);
    const other = read('zh-CN', file);
    for (const key of Object.keys(other))
      expect([key, places(own[key]!)]).toEqual([key, places(other[key]!)]);
  });

  it('have no empty text and none that is not trimmed', () => {
    const bad = Object.entries(PAGE_MESSAGES[locale]).filter(([, message]) =>
      // What stands between two words may be a comma and a space.
      texts(message).some((text) => text === '' || (/\p{L}/u.test(text) && text !== text.trim())),
    );
    expect(bad).toEqual([]);
  });

  it('have exactly the plural forms of the language', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    for (const [key, message] of Object.entries(PAGE_MESSAGES[locale])) {
      if (typeof message !== 'string') expect([key, Object.keys(message).sort()]).toEqual([key, forms]);
    }
  });

  it('are all given to the pages', () => {
    const keys = files.flatMap((file) => Object.keys(read(locale, file)));
    expect(Object.keys(PAGE_MESSAGES[locale]).sort()).toEqual(keys.sort());
  });
});

describe('the keys of the messages', () => {
  it('are in one file each', () => {
    const keys = files.flatMap((file) => Object.keys(read('zh-CN', file)));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('are all used', () => {
    const unused = Object.keys(all).filter(
      (key) => !used.literal.has(key) && !used.patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('are there where the source names them', () => {
    expect([...used.literal].filter((key) => !Object.hasOwn(all, key))).toEqual([]);
  });

  it('are there for every key that is put together', () => {
    const empty = used.patterns.filter((pattern) => !Object.keys(all).some((key) => pattern.test(key)));
    expect(empty).toEqual([]);
  });

  it.each([
    ['the card', ['components/card', 'entrypoints/card'], CARD_MESSAGES.en],
    ['the content script', ['entrypoints/content'], FAILURE_MESSAGES.en],
  ])('that %s uses are those it carries', (_, folders, carried) => {
    const { literal, patterns } = usedKeys(folders, groups);
    expect(literal.size).toBeGreaterThan(0);
    expect([...literal].filter((key) => !Object.hasOwn(carried, key))).toEqual([]);
    const missing = patterns.filter((pattern) => !Object.keys(carried).some((key) => pattern.test(key)));
    expect(missing).toEqual([]);
  });
});
