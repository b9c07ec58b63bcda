import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../../utils/settings/schema.ts';
import {
  hostOf,
  isRevoked,
  listSites,
  originFor,
  readsHost,
  siteChoice,
} from '../../../utils/settings/sites.ts';

const BUILT_IN = ['*://*.people.com.cn/*'];

describe('the choice for a site', () => {
  it.each([
    ['people.com.cn', 'people.com.cn', 'off'],
    ['a subdomain', 'paper.people.com.cn', 'off'],
    ['a subdomain with a choice of its own', 'opinion.people.com.cn', 'on'],
    ['below that', 'a.opinion.people.com.cn', 'on'],
    ['a host that only ends alike', 'notpeople.com.cn', undefined],
    ['the domain above', 'com.cn', undefined],
    ['nothing', '', undefined],
    ['a property of every object', 'constructor', undefined],
  ])('for %s is the nearest one', (_, host, choice) => {
    expect(siteChoice({ 'people.com.cn': 'off', 'opinion.people.com.cn': 'on' }, host)).toBe(choice);
  });

  it('is off everywhere when the master switch is off', () => {
    expect(readsHost({ ...DEFAULTS, enabled: false, sites: { 'a.cn': 'on' } }, 'a.cn')).toBe(false);
  });

  it('is on where nothing was chosen', () => {
    expect(readsHost(DEFAULTS, 'a.cn')).toBe(true);
  });
});

describe('the list of sites', () => {
  it('has the built-in ones first, then those allowed and those chosen, by name', () => {
    const sites = listSites(
      { 'news.cn': 'off', 'cctv.com': 'on', 'people.com.cn': 'off' },
      [...BUILT_IN, '*://*.news.cn/*', 'https://www.gov.cn/*', 'http://www.gov.cn/*'],
      BUILT_IN,
    );
    expect(sites).toEqual([
      { host: 'people.com.cn', origins: [], builtIn: true, allowed: true, on: false },
      { host: 'cctv.com', origins: [], builtIn: false, allowed: false, on: true },
      { host: 'news.cn', origins: ['*://*.news.cn/*'], builtIn: false, allowed: true, on: false },
      {
        host: 'www.gov.cn',
        origins: ['https://www.gov.cn/*', 'http://www.gov.cn/*'],
        builtIn: false,
        allowed: true,
        on: true,
      },
    ]);
  });

  it.each(['<all_urls>', '*://*/*'])('shows %s as every site', (pattern) => {
    expect(listSites({}, [pattern], []).map(({ host }) => host)).toEqual(['*']);
  });
});

describe('a site that is typed in', () => {
  it.each([
    ['news.cn', '*://*.news.cn/*'],
    ['  www.news.cn/politics?x=1 ', '*://*.www.news.cn/*'],
    ['https://news.cn:8080/', '*://*.news.cn/*'],
    ['NEWS.cn', '*://*.news.cn/*'],
    ['127.0.0.1', '*://127.0.0.1/*'],
    ['http://localhost:3000', '*://localhost/*'],
    ['新华网.中国', '*://*.xn--xkr4o05x1kk.xn--fiqs8s/*'],
  ])('%s becomes %s', (input, origin) => {
    const found = originFor(input);
    if (input.startsWith('新')) expect(found).toMatch(/^\*:\/\/\*\.xn--[^/]+\/\*$/);
    else expect(found).toBe(origin);
  });

  it.each([
    '',
    '   ',
    'news',
    'two words',
    'ftp://news.cn',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '*',
  ])('does NOT become a pattern: “%s”', (input) => {
    expect(originFor(input)).toBeUndefined();
  });

  it('leads back to its host', () => {
    expect(hostOf(originFor('gov.cn') ?? '')).toBe('gov.cn');
  });
});

describe('a permission that was taken back', () => {
  it.each([
    ['its host', 'news.cn', ['news.cn'], [], true],
    ['a subdomain', 'www.news.cn', ['news.cn'], [], true],
    ['a host that only ends alike', 'badnews.cn', ['news.cn'], [], false],
    ['another host', 'gmw.cn', ['news.cn'], [], false],
    ['all sites', 'gmw.cn', ['*'], [], true],
    ['a host that another permission still covers', 'www.news.cn', ['www.news.cn'], ['news.cn'], false],
    ['one site, where all sites remain allowed', 'news.cn', ['news.cn'], ['*'], false],
    ['nothing', 'news.cn', [], [], false],
  ])('%s', (_, hostname, revoked, remaining, expected) => {
    expect(isRevoked(hostname, revoked, remaining)).toBe(expected);
  });
});
