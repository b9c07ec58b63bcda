import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ActiveTab, pageState } from '../../../entrypoints/surface/page-data.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';

const knowledge = loadKnowledge();
const tab = (address: string | undefined, more: Partial<ActiveTab> = {}): ActiveTab => ({
  id: 1,
  url: address === undefined ? undefined : new URL(address),
  allowed: false,
  mayReadFiles: true,
  report: undefined,
  content: undefined,
  ...more,
});

beforeEach(() => {
  vi.stubGlobal('CSS', { highlights: new Map() });
});

describe('what a surface says of a page that is not read', () => {
  it.each([
    ['a site that is not allowed', tab('https://news.example.cn/a.html'), 'ask'],
    ['a site that is allowed, opened before', tab('https://news.example.cn/', { allowed: true }), 'stale'],
    ['a page whose address it does not know', tab(undefined), 'unknown'],
    ['the browser’s own page', tab('chrome://settings'), 'unreadable'],
    ['a page of an extension', tab('moz-extension://0/options.html'), 'unreadable'],
    ['a file of this device', tab('file:///home/a/article.html'), 'file'],
    ['a file that the browser keeps from it', tab('file:///a.html', { mayReadFiles: false }), 'fileBarred'],
    ['a PDF of the web', tab('https://www.gov.cn/zhengce/a.PDF?x=1'), 'pdf'],
    ['a PDF of this device', tab('file:///home/a/article.pdf', { mayReadFiles: false }), 'pdf'],
    ['a PDF of an allowed site', tab('http://paper.people.com.cn/a.pdf', { allowed: true }), 'pdf'],
    ['a PDF whose address does not say so', tab('https://a.cn/paper', { content: 'application/pdf' }), 'pdf'],
    [
      'a page of an allowed site that the browser keeps from it',
      tab('https://a.cn/paper', { allowed: true, content: 'barred' }),
      'unreadable',
    ],
  ] as const)('%s', (_, active, state) => {
    expect(pageState(active, false, knowledge, [], 'en')).toMatchObject({ state });
  });
});
