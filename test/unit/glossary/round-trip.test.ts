import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGlossaryFile, writeGlossaryFile } from '../../../utils/glossary/file.ts';
import type { GlossaryFormat } from '../../../utils/glossary/report.ts';
import type { OwnTerm } from '../../../utils/glossary/schema.ts';
import { glossary } from './arbitrary.ts';

const write = (terms: readonly OwnTerm[], format: GlossaryFormat) =>
  new TextEncoder().encode([...writeGlossaryFile(terms, format, '词表 <"&">')].join(''));
const read = (bytes: Uint8Array) => readGlossaryFile(bytes, 'policy');
const some = glossary.filter((terms) => terms.length > 0);

describe('what was exported is imported again unchanged', () => {
  it.each(['json', 'csv', 'tbx'] as const)('%s: every term, every field, the order', (format) => {
    fc.assert(
      fc.property(some, (terms) => {
        const reading = read(write(terms, format));
        expect(reading).toMatchObject({ format, rows: terms.length, problems: [], notes: [] });
        expect(reading.terms).toStrictEqual(terms);
      }),
      { numRuns: 300 },
    );
  });

  it('list: import → export → import is identical, whatever the glossary was', () => {
    fc.assert(
      fc.property(some, (terms) => {
        const first = read(write(terms, 'list'));
        expect(first.problems).toStrictEqual([]);
        expect(first.terms.map((term) => term.forms[0])).toStrictEqual(terms.map((term) => term.forms[0]));
        expect(read(write(first.terms, 'list'))).toStrictEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['json', 'csv', 'tbx', 'list'] as const)(
    '%s: a foreign file, once imported, survives export and import',
    (format) => {
      const foreign = new TextEncoder().encode(
        '术语\t释义\n数据信托\t把数据交给受托人管理。\n數據信託\t又一条。\n 数据信托 \t第二次说。\n',
      );
      const { terms } = read(foreign);
      expect(terms.map(({ forms }) => forms[0])).toStrictEqual(['数据信托', '數據信託']);
      expect(read(write(terms, format)).terms).toStrictEqual(terms);
    },
  );

  it('an empty glossary is a JSON file without terms', () => {
    expect(read(write([], 'json')).terms).toStrictEqual([]);
  });
});
