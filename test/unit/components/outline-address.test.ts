import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READINGS, readAddress, resolvePlace, writeAddress } from '../../../components/outline/address.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';

const page = (rest: string) => new URL(`chrome-extension://x/outline.html${rest}`);

describe('the address of the outline page', () => {
  it.each([
    ['', { tab: null, from: null, reading: 'both', place: '' }],
    ['#op-3-8', { tab: null, from: null, reading: 'both', place: 'op-3-8' }],
    ['?tab=7&from=0&reading=en#fig-zb', { tab: 7, from: 0, reading: 'en', place: 'fig-zb' }],
    ['?tab=-1&from=x&reading=xx#<b>', { tab: null, from: null, reading: 'both', place: '' }],
  ])('%s', (rest, address) => {
    expect(readAddress(page(rest))).toEqual(address);
  });
  it('comes back as it was written', () => {
    const address = fc.record({
      tab: fc.option(fc.nat(9_999_999)),
      from: fc.option(fc.nat(9_999_999)),
      reading: fc.constantFrom(...READINGS),
      place: fc.constantFrom('', 'op-3-8', 'term-suan-li', 'glossary'),
    });
    fc.assert(
      fc.property(address, (written) => {
        expect(readAddress(page(writeAddress(written)))).toEqual(written);
      }),
    );
  });
});

describe('resolvePlace', () => {
  const knowledge = loadKnowledge();
  const [opinions, article] = knowledge.outlines.map(({ id }) => id);
  it.each([
    ['', opinions, null, true],
    ['op-3-8', opinions, 'op-3-8', true],
    ['op-1-2027', opinions, 'op-1-2027', true],
    ['art-2-1', article, 'art-2-1', true],
    [article ?? '', article, null, true],
    ['glossary', 'glossary', null, true],
    ['term-zhi-neng-ti', 'glossary', 'term-zhi-neng-ti', true],
    ['kind-figure', 'glossary', 'kind-figure', true],
    ['fig-zb', 'glossary', 'fig-zb', true],
    ['op-9-9', opinions, null, false],
    ['zhi-neng-ti', opinions, null, false],
  ])('#%s', (place, view, element, known) => {
    expect(resolvePlace(knowledge, place)).toEqual({ view, element, known });
  });
});
