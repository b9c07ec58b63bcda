import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { figuresToCsv, itemsToCsv, termsToCsv } from '../../../utils/knowledge/outline-csv.ts';
import {
  type ExportWords,
  outlineToJson,
  outlineToMarkdown,
} from '../../../utils/knowledge/outline-export.ts';
import { assembled, sample, sampleTerm, text } from './sample.ts';

const WORDS: ExportWords = {
  credit: 'Credit',
  terms: 'Terms',
  figures: 'Figures',
  links: 'See also',
  official: 'Official text',
  unchecked: 'Not checked',
  glossary: 'Glossary',
  sources: 'Sources',
};

/** Reads RFC 4180 back, as a spreadsheet would. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const body = csv.slice(1);
  for (const [, quoted, plain, end] of body.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function termRow(title: string): readonly string[] {
  const parts = sample();
  parts.terms.push(sampleTerm('x', title, 'x', { title: { hans: title, hant: title, en: 'x' } }));
  const [head, ...rows] = readCsv(termsToCsv(assembled(parts)));
  const row = rows.find(([id]) => id === 'x');
  return row?.[head?.indexOf('title_hans') ?? -1] === undefined ? [] : row;
}
const titleOf = (title: string) => termRow(title)[2];

describe('the tables', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['-12.5', '-12.5'],
    ['算力', '算力'],
    ['a"b', 'a"b'],
    ['a,b\nc', 'a,b\nc'],
  ])('%j reaches a spreadsheet as %j', (written, read) => {
    expect(titleOf(written)).toBe(read);
  });
  it('no cell is ever a formula, and every text comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        const cell = titleOf(title) ?? '';
        expect([title, `'${title}`]).toContain(cell);
        if (!/^[+-]?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
  it('begin with the byte order mark that Excel needs, and have the same width in each row', () => {
    const knowledge = loadKnowledge();
    for (const csv of [itemsToCsv(knowledge), figuresToCsv(knowledge), termsToCsv(knowledge)]) {
      expect(csv.startsWith('\uFEFF')).toBe(true);
      const widths = new Set(readCsv(csv).map((row) => row.length));
      expect(widths.size).toBe(1);
    }
  });
  it('name the sources with date and address', () => {
    const [head = [], row = []] = readCsv(termsToCsv(assembled()));
    expect(row[head.indexOf('sources')]).toBe('意见, 国务院, 2025-08-26, https://www.gov.cn/a.htm');
  });
  it('hold every item, target, figure and term', () => {
    const knowledge = loadKnowledge();
    const targets = [...knowledge.items.values()].flatMap((item) => item.targets ?? []).length;
    expect(readCsv(itemsToCsv(knowledge))).toHaveLength(1 + knowledge.items.size + targets);
    expect(readCsv(figuresToCsv(knowledge))).toHaveLength(1 + knowledge.figures.size);
    expect(readCsv(termsToCsv(knowledge))).toHaveLength(1 + knowledge.terms.size);
  });
});

describe('the JSON', () => {
  it('resolves what stands only on the other side of a link', () => {
    const parts = sample();
    const knowledge = assembled(parts);
    const read = JSON.parse(outlineToJson(knowledge));
    expect(read.version).toBe(1);
    expect(read.outlines[0].items[1]).toMatchObject({ id: 'op-3-9', figures: ['fig-compute'] });
    expect(read.outlines[1].items[0].links).toEqual(['op-3-9']);
    expect(read.terms).toHaveLength(2);
  });
});

describe('the Markdown', () => {
  it('has the tree as headings, and everything below them', () => {
    const parts = sample();
    parts.outlines[0]!.items[1]!.basis = 'recall';
    const lines = outlineToMarkdown(assembled(parts), 'zh-CN', WORDS).split('\n');
    expect(lines).toContain('## 一 强化基础支撑能力 (Title)');
    expect(lines).toContain('### （九） 强化智能算力统筹 (Title)');
    expect(lines).toContain('*Not checked*');
    expect(lines).toContain('Terms: 算力, 算力网');
    expect(lines).toContain('Figures: 280EFLOPS');
    expect(lines).toContain('See also: 为什么');
    expect(lines.at(-2)).toBe('Credit');
  });
  it('links a source to its page, and names one that has none', () => {
    const parts = sample();
    const [source] = parts.sources;
    parts.sources.push({ ...source!, key: 'book', title: '手册', url: null });
    const lines = outlineToMarkdown(assembled(parts), 'zh-CN', WORDS).split('\n');
    expect(lines).toContain('- [意见, 国务院, 2025-08-26](<https://www.gov.cn/a.htm>)');
    expect(lines).toContain('- 手册, 国务院, 2025-08-26');
  });
  it('follows the language', () => {
    const markdown = outlineToMarkdown(assembled(), 'en', WORDS);
    expect(markdown).toContain('Connect computing into a network.');
    expect(markdown).not.toContain('把计算资源连成网');
  });
  it('does NOT let a text become markup', () => {
    const parts = sample();
    parts.outlines[0]!.summary = text('*强调*_[x](y)', '<b>');
    expect(outlineToMarkdown(assembled(parts), 'zh-CN', WORDS)).toContain('\\*强调\\*\\_\\[x\\](y)');
  });
});
