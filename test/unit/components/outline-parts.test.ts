import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_MESSAGES } from '../../../assets/messages/pages.ts';
import { writeDerivation } from '../../../components/outline/arithmetic.ts';
import { chartsOf } from '../../../components/outline/charts.ts';
import { EXPORT_FORMS, exportFile } from '../../../components/outline/export-file.ts';
import { glossaryKind } from '../../../components/outline/glossary.tsx';
import { piecesOf } from '../../../components/outline/pieces.ts';
import { sortedTerms } from '../../../components/outline/sorted-terms.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { LOCALES, type Locale } from '../../../utils/locale.ts';
import { HIGHLIGHT_KINDS } from '../../../utils/terms/types.ts';

const knowledge = loadKnowledge();
const language = (locale: Locale) => ({ locale, t: createTranslator(PAGE_MESSAGES[locale], locale) });

describe('piecesOf', () => {
  const none = new Map<string, string>();
  it.each([
    ['“人工智能+”行动', '', ['“', '[人工智能+]', '”行动']],
    ['“人工智慧＋”', '', ['“', '[人工智慧＋]', '”']],
    ['加强数据供给', '数据', ['加强', '<数据>', '供给']],
    ['人工智能+制造', '智能+制', ['[人工]', '[<智能+>]', '<制>', '造']],
    ['数据', '数据', ['<数据>']],
    ['', '数据', []],
  ])('%s, searched for “%s”', (text, query, pieces) => {
    const written = piecesOf(text, query, none).map((piece) => {
      const inner = piece.found ? `<${piece.text}>` : piece.text;
      return piece.together ? `[${inner}]` : inner;
    });
    expect(written).toEqual(pieces);
  });
  it('joined they are the text, and none is empty', () => {
    const text = fc.string({ unit: fc.constantFrom('人', '工', '智', '能', '+', ' ', 'a') });
    fc.assert(
      fc.property(text, fc.string({ unit: fc.constantFrom('能', '+', 'a') }), (whole, query) => {
        const pieces = piecesOf(whole, query, none);
        expect(pieces.map((piece) => piece.text).join('')).toBe(whole);
        expect(pieces.some((piece) => piece.text === '')).toBe(false);
      }),
    );
  });
});

describe('writeDerivation', () => {
  it.each([
    ['6 + 8', 14, '项', '6 + 8 = 14 项'],
    ['25 - 22.44', 2.56, null, '25 − 22.44 = 2.56'],
    ['90 / 280', 0.321, null, '90 ÷ 280 ≈ 0.321'],
    ['41.06 * 1024^3 / 1408280000', 31.31, 'TB', '41.06 × 1024³ ÷ 1408280000 ≈ 31.31 TB'],
    ['10^21 / 10^12', 1_000_000_000, 'TB', '10²¹ ÷ 10¹² = 1,000,000,000 TB'],
  ])('%s', (expression, result, unit, written) => {
    expect(writeDerivation({ expression, result, unit }, 'en')).toBe(written);
  });
});

describe('chartsOf', () => {
  it.each(LOCALES)(
    'has the targets, the data output and the shares, with words for each, in %s',
    (locale) => {
      const charts = chartsOf(knowledge, locale, language(locale).t);
      expect(charts.map(({ id, shape }) => `${shape} ${id}`)).toEqual([
        'columns fig-target-2027-penetration',
        'bars fig-data-volume-2024',
        'share fig-data-global-share-2024',
        'bars fig-ai-data-growth-2024',
        'bars fig-intelligent-compute-2024',
        'share fig-models-1509',
        'share fig-products-first',
      ]);
      for (const { points, alternative } of charts) {
        for (const { written, label } of points) {
          expect(alternative).toContain(written);
          expect(alternative).toContain(label);
        }
      }
    },
  );
  it('writes a target above 70 % as such, and says that it is a target', () => {
    const [targets] = chartsOf(knowledge, 'en', language('en').t);
    expect(targets?.points.map(({ written }) => written)).toEqual(['> 70%', '> 90%']);
    expect(targets?.alternative).toContain('(target)');
  });
});

describe('the index', () => {
  it.each(LOCALES)('has every term and figure exactly once, in %s', (locale) => {
    const listed = HIGHLIGHT_KINDS.flatMap((kind) =>
      kind === 'figure' ? [] : sortedTerms(knowledge, kind, locale).map(({ id }) => id),
    );
    expect([...listed].sort()).toEqual([...knowledge.terms.keys()].sort());
  });
  it('is in the order of a dictionary', () => {
    const titles = sortedTerms(knowledge, 'policy', 'en').map(({ title }) => title.en);
    expect(titles).toEqual([...titles].sort(new Intl.Collator('en', { numeric: true }).compare));
  });
  it.each([
    [null, 'policy'],
    ['kind-society', 'society'],
    ['term-zhi-neng-ti', 'technology'],
    ['fig-zb', 'figure'],
  ])('shows the kind that %s belongs to', (place, kind) => {
    expect(glossaryKind(knowledge, place)).toBe(kind);
  });
});

describe('exportFile', () => {
  it.each(EXPORT_FORMS)('%s is not empty in any language', (form) => {
    for (const locale of LOCALES) {
      const { name, type, content } = exportFile(form, knowledge, language(locale));
      expect(name).toMatch(/^ai-plus-[a-z]+\.(md|json|csv)$/);
      expect(type).toMatch(/^(text|application)\//);
      expect(content.length).toBeGreaterThan(10_000);
    }
  });
});
