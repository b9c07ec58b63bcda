import { describe, expect, it } from 'vitest';
import { readGlossaryFile, writeGlossaryFile } from '../../../utils/glossary/file.ts';
import { GlossaryFileError } from '../../../utils/glossary/report.ts';
import { LIMITS, type OwnTerm } from '../../../utils/glossary/schema.ts';
import { gb18030, utf16 } from './encodings.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (file: string | Uint8Array) =>
  readGlossaryFile(typeof file === 'string' ? utf8(file) : file, 'policy');

function problemOf(file: string | Uint8Array) {
  try {
    read(file);
  } catch (error) {
    if (error instanceof GlossaryFileError) return error.problem;
    throw error;
  }
  throw new Error('The file was read.');
}

const entry = (id: string, form: string, more = '') =>
  `{"id":"${id}","forms":["${form}"],"category":"policy","definition":"d"${more}}`;
const json = (entries: string) => `{"format":"aiplus-glossary","version":1,"terms":[\n${entries}\n]}`;
const tbx = (body: string, before = '') =>
  `<?xml version="1.0"?>${before}\n<tbx type="TBX-Basic" style="dca" xml:lang="zh"><text><body>\n${body}\n</body></text></tbx>`;

describe('files that cannot be read at all, and the error each gives', () => {
  it.each<[string, string | Uint8Array, object]>([
    ['nothing', '', { reason: 'empty' }],
    ['white space and a mark', '\ufeff \r\n\t\n', { reason: 'empty' }],
    ['50 MB', new Uint8Array(50 * 1024 * 1024).fill(0x61), { reason: 'tooLarge', value: '32' }],
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
      { reason: 'encoding' },
    ],
    ['bytes of no encoding', Uint8Array.of(0xd6, 0xd0, 0xff, 0xff, 0x80, 0x80), { reason: 'encoding' }],
    ['half of a UTF-16 character', Uint8Array.of(0xff, 0xfe, 0x4e), { reason: 'encoding' }],
    [
      'UTF-8 declared, GB18030 written',
      gb18030('<?xml version="1.0" encoding="utf-8"?><tbx>数据</tbx>'),
      { reason: 'encoding' },
    ],
    ['a table without a term column', '甲,乙\n1,2\n', { reason: 'noTermColumn' }],
    ['an ordinary text', '从前有一个词表。\n它没有列。\n', { reason: 'noTermColumn' }],
    ['JSON cut off', '{"format":"aiplus-glossary",\n"version":1,"terms":[', { reason: 'json' }],
    ['JSON nested too deep', `[`.repeat(2_000_000), { reason: 'json' }],
    ['JSON of somebody else', '{"words":[]}', { reason: 'notGlossary' }],
    [
      'JSON that inherits its format',
      '{"__proto__":{"format":"aiplus-glossary","version":1,"terms":[]}}',
      { reason: 'notGlossary' },
    ],
    ['a list of JSON', '[1]', { reason: 'notGlossary' }],
    [
      'JSON of a newer extension',
      '{"format":"aiplus-glossary","version":2,"terms":[]}',
      { reason: 'newer', value: '2' },
    ],
    ['a page', '<!DOCTYPE html><html><body>词</body></html>', { reason: 'notTbx' }],
    ['XML that is not closed', tbx('<conceptEntry>').slice(0, -20), { reason: 'xml' }],
    ['XML with a wrong end', tbx('<conceptEntry></termEntry>'), { reason: 'xml', line: 3 }],
    [
      'an entity nobody defined',
      tbx('<conceptEntry><note>&nbsp;</note></conceptEntry>'),
      { reason: 'xml', line: 3 },
    ],
    [
      'a billion laughs',
      tbx(
        '<conceptEntry><note>&c;</note></conceptEntry>',
        '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
      ),
      { reason: 'entities', line: 1 },
    ],
    [
      'an entity that reads a file',
      tbx(
        '<conceptEntry><note>&f;</note></conceptEntry>',
        '<!DOCTYPE tbx [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
      ),
      { reason: 'entities', line: 1 },
    ],
    ['elements nested too deep', tbx('<a>'.repeat(1000)), { reason: 'tooDeep', line: 3 }],
    [
      'more terms than a glossary may have',
      `term,definition\n${Array.from({ length: LIMITS.terms + 1 }, (_, n) => `词${n},d`).join('\n')}`,
      { reason: 'tooManyTerms', value: '20000' },
    ],
    [
      'more text than a glossary may have',
      `term,definition\n${Array.from({ length: 4001 }, (_, n) => `词${n},${'x'.repeat(2000)}`).join('\n')}`,
      { reason: 'tooMuchText', value: '8000000' },
    ],
  ])('%s', (_, file, problem) => {
    expect(problemOf(file)).toMatchObject(problem);
  });
});

describe('rows that cannot be imported beside those that can', () => {
  const csv = (row: string) =>
    `term,aliases,definition,english,category,id\n好词,,好,,,\n${row}\n末词,,末,,,\n`;
  it.each<[string, string, { field: string; reason: string; value?: string; line?: number; term?: string }]>([
    ['no term', ',,有释义,,,', { field: 'term', reason: 'missing' }],
    [
      'a term that says nothing',
      '数据信托,,,,,',
      { field: 'definition', reason: 'nothingSaid', term: '数据信托' },
    ],
    [
      'a category that is none of the seven',
      '链主企业,,有,,产业,',
      { field: 'category', reason: 'category', value: '产业' },
    ],
    ['a form of one character', '数,,有,,,', { field: 'term', reason: 'tooShort', value: '数' }],
    [
      'a form of one character of two code units',
      '𠀀,,有,,,',
      { field: 'term', reason: 'tooShort', value: '𠀀' },
    ],
    ['a form of signs', '……,,有,,,', { field: 'term', reason: 'tooShort' }],
    [
      'a form that is a sentence',
      `${'长'.repeat(61)},,有,,,`,
      { field: 'term', reason: 'tooLong', value: '60' },
    ],
    [
      'too many forms',
      `词语,${Array.from({ length: 20 }, (_, n) => `词${n}号`).join('；')},有,,,`,
      { field: 'aliases', reason: 'tooMany', value: '20' },
    ],
    [
      'a definition that is a book',
      `词语,,${'长'.repeat(2001)},,,`,
      { field: 'definition', reason: 'tooLong', value: '2000' },
    ],
    [
      'an English name that is a text',
      `词语,,,${'a'.repeat(201)},,`,
      { field: 'english', reason: 'tooLong', value: '200' },
    ],
    ['a character that was lost', '词语,,丢\ufffd了,,,', { field: 'definition', reason: 'damaged' }],
    ['an id that is not ours', '词语,,有,,,ren-gong', { field: 'id', reason: 'id', value: 'ren-gong' }],
    [
      'an id that another term has',
      '词语,,有,,,own:好词',
      { field: 'id', reason: 'idTaken', value: 'own:好词' },
    ],
    ['more cells than columns', '词语,,有,,,,,多的', { field: 'row', reason: 'extraCells', value: '多的' }],
    [
      'a quotation mark nobody closes',
      '词语,,"有,,,',
      { field: 'row', reason: 'unclosedQuote', term: '词语' },
    ],
    ['text behind a quotation mark', '词语,,"有"吗,,,', { field: 'row', reason: 'strayQuote', term: '词语' }],
  ])('CSV: %s', (_, row, problem) => {
    const { terms, problems } = read(csv(row));
    expect(terms.map(({ forms }) => forms[0])).toStrictEqual(['好词', '末词']);
    expect(problems).toMatchObject([{ line: 3, ...problem }]);
  });

  it('names every bad row of a file in which every second quotation mark is missing', () => {
    const rows = Array.from({ length: 1000 }, (_, n) => `词语${n},"释义`).join('\n');
    const { terms, problems } = read(`term,definition\n${rows}`);
    expect(terms).toStrictEqual([]);
    expect(problems.map(({ line }) => line)).toStrictEqual(Array.from({ length: 1000 }, (_, n) => n + 2));
  });

  it.each<[string, string, object]>([
    ['no object', '7', { field: 'row', reason: 'wrongType' }],
    [
      'forms that are no list',
      '{"id":"own:a","forms":"词语","category":"policy"}',
      { field: 'term', reason: 'wrongType' },
    ],
    ['no forms', '{"id":"own:a","category":"policy","definition":"d"}', { field: 'term', reason: 'missing' }],
    [
      'a number for a text',
      '{"forms":["词语"],"definition":1}',
      { field: 'definition', reason: 'wrongType' },
    ],
    [
      'a field we do not know',
      entry('own:a', '词语', ',"html":"<b>"'),
      { field: 'row', reason: 'unknownField', value: 'html' },
    ],
    [
      '__proto__',
      entry('own:a', '词语', ',"__proto__":{"category":"x"}'),
      { field: 'row', reason: 'unknownField', value: '__proto__' },
    ],
    [
      'constructor',
      entry('own:a', '词语', ',"constructor":{"prototype":{}}'),
      { field: 'row', reason: 'unknownField', value: 'constructor' },
    ],
    [
      'toString as a category',
      '{"forms":["词语"],"category":"toString","definition":"d"}',
      { field: 'category', reason: 'category', value: 'toString' },
    ],
  ])('JSON: %s', (_, bad, problem) => {
    const { terms, problems } = read(json(`${entry('own:1', '好词')},\n${bad},\n${entry('own:2', '末词')}`));
    expect(terms.map(({ id }) => id)).toStrictEqual(['own:1', 'own:2']);
    expect(problems).toMatchObject([{ line: 3, ...problem }]);
    expect(Object.prototype).not.toHaveProperty('category');
  });

  it('list: a line without a tab is a term that says nothing', () => {
    expect(read('词语\t有\n没有\n').problems).toMatchObject([
      { line: 2, term: '没有', reason: 'nothingSaid' },
    ]);
  });
});

describe('what would be dangerous elsewhere is text here', () => {
  const attack = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const formula = '=HYPERLINK("http://example.com","词")';
  const terms: readonly OwnTerm[] = [
    {
      id: 'own:词语',
      forms: ['词语', '+号'],
      category: 'policy',
      definition: attack,
      english: formula,
      note: '@SUM(A1)',
    },
  ];
  const written = (format: 'csv' | 'tbx' | 'list') => [...writeGlossaryFile(terms, format, attack)].join('');

  it.each(['json', 'csv', 'tbx'] as const)('a script in a definition stays text through %s', (format) => {
    const file = [...writeGlossaryFile(terms, format, attack)].join('');
    expect(read(file).terms).toStrictEqual(terms);
  });

  it('TBX has no markup that was not ours', () => {
    expect(written('tbx')).not.toMatch(/<script|<img/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '\t=1', "'=1"])(
    'CSV: no cell begins a formula: %s',
    (text) => {
      const cells = [
        ...writeGlossaryFile(
          [{ id: 'own:词语', forms: ['词语'], category: 'policy', definition: text, note: text }],
          'csv',
          '',
        ),
      ]
        .join('')
        .split('\r\n')
        .slice(1)
        .flatMap((row) => row.split(','));
      expect(cells.filter((cell) => /^"?\s*[=+\-@＝＋－＠]/u.test(cell))).toStrictEqual([]);
    },
  );

  it('CSV: a guarded cell of ours is the same cell again', () => {
    expect(written('csv')).toContain(`"'=HYPERLINK`);
    expect(read(written('csv')).terms).toStrictEqual(terms);
  });
});

describe('files as programs write them', () => {
  const table = 'English,术语,释义,备注\r\nagent,智能体,"会“行动”的,\n两行",\r\n';
  const expected = [
    { forms: ['智能体'], english: 'agent', definition: '会“行动”的,\n两行', category: 'policy' },
  ];
  it.each<[string, string | Uint8Array]>([
    ['UTF-8', table],
    ['UTF-8 with a byte order mark (Excel)', `\ufeff${table}`],
    ['GB18030 (Excel in China)', gb18030(table)],
    [
      'UTF-16 with a mark, tabs (Excel “Unicode text”)',
      utf16(table.replaceAll(/,(?=[^\n])(?![^"]*",)/g, '\t'), true),
    ],
    ['UTF-16 without a mark', utf16(table, false)],
    [
      'semicolons and sep= (Excel in Europe)',
      `sep=;\r\n${table.replace('English,术语,释义,备注', 'English;术语;释义;备注').replace('agent,智能体,"', 'agent;智能体;"').replace('",\r', '";\r')}`,
    ],
    ['the name of the table above the header (Numbers)', `表格 1,,,\r\n${table},,,\r\n,,,\r\n`],
    [
      'names of columns in another case and width',
      table.replace('English', ' ＥＮＧＬＩＳＨ ').replace('备注', '备 注'),
    ],
    ['line ends of old Macs', table.replaceAll('\r\n', '\r')],
    [
      'traditional names of columns',
      table.replace('术语', '術語').replace('释义', '釋義').replace('备注', '備註'),
    ],
  ])('CSV: %s', (_, file) => {
    expect(read(file)).toMatchObject({ format: 'csv', problems: [], terms: expected });
  });

  it.each([
    [
      'TBX 2, martif, with its document type',
      '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">',
      'martif',
      'termEntry',
      'langSet',
      '<tig><term>数据信托</term></tig>',
      '<descrip type="definition">受托管理数据。</descrip>',
    ],
    [
      'TBX 3, style dca',
      '',
      'tbx',
      'conceptEntry',
      'langSec',
      '<termSec><term>数据信托</term></termSec>',
      '<descripGrp><descrip type="definition">受托管理数据。</descrip></descripGrp>',
    ],
    [
      'TBX 3, style dct',
      '',
      'tbx',
      'conceptEntry',
      'langSec',
      '<termSec><term>数据信托</term></termSec>',
      '<basic:definition xmlns:basic="http://www.tbxinfo.net/ns/basic">受托<hi>管理</hi>数据。</basic:definition>',
    ],
  ])('%s', (_, doctype, root, concept, section, term, definition) => {
    const file = `<?xml version='1.0' encoding='UTF-8'?>\n${doctype}\n<${root} type="TBX-Basic" xml:lang="en"><text><body>
      <${concept} id="c1"><descrip type="subjectField">公司法</descrip>
        <${section} xml:lang="en"><descrip type="definition">A trust for data.</descrip>${term.replace('数据信托', 'data trust')}</${section}>
        <${section} xml:lang="zh-CN">${definition}${term}</${section}>
        <${section} xml:lang="zh-TW">${term.replace('数据信托', '數據信託')}</${section}>
      </${concept}></body></text></${root}>`;
    expect(read(file)).toMatchObject({
      format: 'tbx',
      problems: [],
      terms: [
        {
          id: 'own:数据信托',
          forms: ['数据信托', '數據信託'],
          english: 'data trust',
          definition: '受托管理数据。',
          definitionEn: 'A trust for data.',
          category: 'policy',
        },
      ],
      notes: [{ line: 4, reason: 'subject', value: '公司法' }],
    });
  });

  it('rows with one headword become one term, which is said', () => {
    const { terms, notes } = read(
      'term,aliases,definition,english\n大模型,,甲,\n小模型,,乙,\n大 模型,大型模型,丙,large model\n',
    );
    expect(terms).toMatchObject([
      { forms: ['大模型', '大 模型', '大型模型'], definition: '甲 / 丙', english: 'large model' },
      { forms: ['小模型'] },
    ]);
    expect(notes).toMatchObject([{ line: 4, reason: 'merged', value: '2' }]);
  });
});
