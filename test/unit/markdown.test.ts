import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../utils/markdown.ts';

/** Pieces of what Markdown may read as markup. */
const PIECES = [
  ...[
    '#',
    '##',
    '- ',
    '-',
    '---',
    '=',
    '===',
    '+ ',
    '1. ',
    '3) ',
    '12.',
    '> ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '  \n',
  ],
  ...[
    '*',
    '**',
    '_',
    '`',
    '```',
    '~~',
    '[',
    '](x)',
    '![a](b)',
    '[x]',
    '|',
    '\\',
    '<b>',
    '<!--',
    '&amp;',
    '&#35;',
    '&',
  ],
  ...['http://a.cn/b_c', 'www.x.cn', '人工智能', '“人工智能+”', '41.06', '!', '　', 'AT&T', 'x'],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })))
  .map((parts) => parts.join(''));

/** What a reader of CommonMark prints of a line without markup. */
function printed(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/gu, '$1');
}

describe('escapeMarkdown', () => {
  it('is printed as the text was, in one line', () => {
    fc.assert(
      fc.property(text, (written) => {
        const oneLine = written.replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/gu, ' ').trim();
        expect(printed(escapeMarkdown(written))).toBe(oneLine);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves nothing that is markup', () => {
    fc.assert(
      fc.property(text, (written) => {
        // An ideograph in the place of each character that a backslash keeps.
        const bare = escapeMarkdown(written).replace(/\\[!-/:-@[-`{-~]/gu, '字');
        expect(bare).not.toMatch(
          /[\\`*_[\]<>#|~]|&#?\w+;|^[-+](?: |$)|^[-=]+$|^\d+[.)](?: |$)|:\/\/|\bwww\./iu,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    // Numbers are what this is full of.
    ['41.06泽字节', '41.06泽字节'],
    ['-3%', '-3%'],
    ['3. 三', '3\\. 三'],
    ['3) 三', '3\\) 三'],
    ['- 三', '\\- 三'],
    ['---', '\\---'],
    ['===', '\\==='],
    [':--', '\\:--'],
    // No picture, no link, no entity, no element.
    ['![x](y)', '\\!\\[x\\](y)'],
    ['好!', '好!'],
    ['&lt;', '\\&lt;'],
    ['AT&T', 'AT&T'],
    ['<b>', '\\<b\\>'],
    // Some make links of addresses, and take the backslashes behind for a part of them.
    ['http://a.cn/b_c', 'http\\://a.cn/b\\_c'],
    ['www.a_b.cn', 'www\\.a\\_b.cn'],
    // Emphasis neither begins nor ends beside white space.
    [' 人工智能+　', '人工智能+'],
    ['a\n# b', 'a \\# b'],
  ])('writes %j as %j', (written, escaped) => {
    expect(escapeMarkdown(written)).toBe(escaped);
  });
});
