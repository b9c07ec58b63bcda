import { describe, expect, it } from 'vitest';
import { createTranslator, preferredLocale, resolveLocale } from '../../../utils/i18n.ts';

const t = createTranslator(
  {
    plain: 'plain',
    named: 'on {host}, {host}',
    counted: { one: '{count} term', other: '{count} terms' },
    partial: { one: 'one' },
  },
  'en',
);

describe('a translation', () => {
  it.each([
    ['plain', {}, 'plain'],
    ['named', { host: 'a.cn' }, 'on a.cn, a.cn'],
    ['counted', { count: 1 }, '1 term'],
    ['counted', { count: 0 }, '0 terms'],
    ['counted', { count: 12_345 }, '12,345 terms'],
    ['named', { host: '{host}' }, 'on {host}, {host}'],
  ])('of %s with %j', (key, values, text) => {
    expect(t(key, values as Record<string, string | number>)).toBe(text);
  });

  it.each([
    ['an unknown key', 'none', {}],
    ['a value that is not given', 'named', {}],
    ['a number without its form', 'partial', { count: 2 }],
  ])('does NOT pass over %s', (_, key, values) => {
    expect(() => t(key, values as Record<string, string | number>)).toThrow();
  });
});

describe('the language', () => {
  it.each([
    [['zh-CN'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['zh-SG'], 'zh-CN'],
    [['zh-Hans-HK'], 'zh-CN'],
    [['zh-TW'], 'zh-TW'],
    [['zh-HK'], 'zh-TW'],
    [['zh-Hant-CN'], 'zh-TW'],
    [['ZH-mo'], 'zh-TW'],
    [['en-GB'], 'en'],
    [['en', 'zh-CN'], 'en'],
    [['en-GB', 'zh-TW'], 'en'],
    [['enm', 'zh-TW'], 'zh-TW'],
    [['fr', 'zh-TW', 'en'], 'zh-TW'],
    [['fr'], 'en'],
    [[], 'en'],
  ] as const)('for %j is %s', (languages, locale) => {
    expect(preferredLocale(languages)).toBe(locale);
  });

  it('is the reader’s choice before the browser’s', () => {
    expect(resolveLocale('zh-TW', ['en'])).toBe('zh-TW');
    expect(resolveLocale('auto', ['en'])).toBe('en');
  });
});
