import { describe, expect, it } from 'vitest';
import {
  countKinds,
  entriesAhead,
  listEntries,
  type Occurrence,
} from '../../../components/page-list/entries.ts';

const nothing = { terms: {}, figures: {}, sources: {}, items: {}, documents: {} };
/** Indexes are names: a paragraph that came later has later ones wherever it stands. */
const occurrences: readonly Occurrence[] = [
  { index: 5, kind: 'policy', subject: 'a', text: 'A' },
  { index: 0, kind: 'figure', subject: null, text: '3%' },
  { index: 1, kind: 'technology', subject: 'b', text: 'B' },
  { index: 9, kind: 'policy', subject: 'a', text: 'A' },
  { index: 2, kind: 'figure', subject: null, text: '3%' },
  { index: 3, kind: 'society', subject: 'c', text: 'C' },
];
const entries = listEntries(occurrences, nothing, 'zh-CN');
const order = occurrences.map(({ index }) => index);
const titles = (list: typeof entries) => list.map(({ title }) => title);

describe('the list of a page', () => {
  it('has each term and figure once, in the order of the page, with its occurrences', () => {
    expect(entries.map(({ title, occurrences: found }) => [title, found])).toEqual([
      ['A', [5, 9]],
      ['3%', [0, 2]],
      ['B', [1]],
      ['C', [3]],
    ]);
  });

  it('counts occurrences by kind', () => {
    expect([...countKinds(occurrences)]).toEqual([
      ['policy', 2],
      ['figure', 2],
      ['technology', 1],
      ['society', 1],
    ]);
  });
});

describe('what lies ahead', () => {
  it.each([
    ['the start where the position is not known', null, ['A', '3%', 'B', 'C']],
    ['the start where the position is gone', 77, ['A', '3%', 'B', 'C']],
    ['the reading position', 1, ['B', 'A', '3%', 'C']],
    ['the last occurrence', 3, ['C']],
  ])('begins at %s', (_, current, expected) => {
    expect(titles(entriesAhead(entries, order, current, 10))).toEqual(expected);
  });

  it('is no more than asked for', () => {
    expect(titles(entriesAhead(entries, order, null, 2))).toEqual(['A', '3%']);
  });

  it('passes over what is not listed', () => {
    const shown = entries.filter(({ kind }) => kind !== 'figure');
    expect(titles(entriesAhead(shown, order, 0, 10))).toEqual(['B', 'A', 'C']);
  });
});
