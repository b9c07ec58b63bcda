import { describe, expect, it } from 'vitest';
import { PAGE_MESSAGES } from '../../../assets/messages/pages.ts';
import { readTable, unguarded } from '../../../utils/glossary/table.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { coverageOfSubjects } from '../../../utils/knowledge/coverage.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { withOwnTerms } from '../../../utils/knowledge/own-terms.ts';
import { LOCALES, type Locale } from '../../../utils/locale.ts';
import { collectNotes, type ReportedArticle } from '../../../utils/notes/collect.ts';
import { NOTES_FORMATS, writeNotes } from '../../../utils/notes/write.ts';

const ATTACK = '<script>alert(1)</script> [x](javascript:1) **b**\n# 标题';
const knowledge = withOwnTerms(
  loadKnowledge(),
  [{ id: 'own:a', forms: ['=数据信托'], category: 'economy', definition: ATTACK, english: '"#trust"' }],
  [],
);
const article: ReportedArticle = {
  title: '一篇 *文章*',
  url: 'http://paper.people.com.cn/a b<c>.html',
  date: '2025-08-26',
  annotations: [
    { kind: 'policy', subject: 'ren-gong-zhi-neng-jia', text: '人工智能+' },
    { kind: 'figure', subject: 'fig-data-volume-2024', text: '41.06泽字节（ZB）' },
    { kind: 'policy', subject: 'ren-gong-zhi-neng-jia', text: '“人工智能＋”' },
    { kind: 'figure', subject: null, text: '超过30%' },
    { kind: 'economy', subject: 'own:a', text: '=数据信托' },
    { kind: 'economy', subject: 'own:gone', text: '删了的词' },
  ],
};
const languageOf = (locale: Locale) => ({ locale, t: createTranslator(PAGE_MESSAGES[locale], locale) });
const notesIn = (locale: Locale) => collectNotes(article, knowledge, languageOf(locale));
const write = (format: (typeof NOTES_FORMATS)[number], locale: Locale = 'zh-CN') =>
  writeNotes(notesIn(locale), format, languageOf(locale).t);

describe('collectNotes', () => {
  it('has each term and figure once, in the order of the article, with its number of occurrences', () => {
    const { terms, figures } = notesIn('zh-CN');
    expect(terms.map(({ id, occurrences, own }) => [id, occurrences, own])).toStrictEqual([
      ['ren-gong-zhi-neng-jia', 2, false],
      ['own:a', 1, true],
    ]);
    expect(figures.map(({ id, text }) => [id, text])).toStrictEqual([
      ['fig-data-volume-2024', '41.06泽字节（ZB）'],
      [null, '超过30%'],
    ]);
  });

  it('explains known figures by the knowledge base and others by themselves', () => {
    const [known, other] = notesIn('zh-CN').figures;
    expect(known?.explanation).toContain(knowledge.figures.get('fig-data-volume-2024')?.measures.hans);
    expect(other?.explanation).not.toBe('');
  });

  it('says what of each document the article touches', () => {
    for (const { of, touched, chapters } of notesIn('en').coverage) {
      expect(touched).toBeLessThanOrEqual(of);
      expect(chapters).toHaveLength(touched);
    }
    expect(notesIn('en').coverage).toHaveLength(knowledge.outlines.length);
  });
});

describe('writeNotes', () => {
  it.each(LOCALES.flatMap((locale) => NOTES_FORMATS.map((format) => [format, locale] as const)))(
    'writes %s in %s with title, address and both terms',
    (format, locale) => {
      const text = write(format, locale);
      expect(text).toContain('人工智能+');
      expect(text).toContain('数据信托');
      expect(text).toContain('people.com.cn');
      expect(text).not.toMatch(/\{\w+\}/);
    },
  );

  it.each([
    ['41.06泽字节', '41.06泽字节'],
    ['3. 三', '3\\. 三'],
    ['3) 三', '3\\) 三'],
    ['- 三', '\\- 三'],
    ['-3%', '-3%'],
  ])('Markdown: a number stays a number and begins no list (%s)', (text, written) => {
    const annotations = [{ kind: 'figure', subject: null, text }] as const;
    const notes = collectNotes({ ...article, annotations }, knowledge, languageOf('en'));
    expect(writeNotes(notes, 'markdown', languageOf('en').t)).toContain(`**${written}**`);
  });

  it('Markdown: nothing of the page or the glossary becomes markup', () => {
    const text = write('markdown');
    expect(text).toContain('# 一篇 \\*文章\\*');
    expect(text).toContain('<http://paper.people.com.cn/a%20b%3Cc%3E.html>');
    expect(text).not.toMatch(/(?<!\\)<script/);
    expect(text).not.toMatch(/(?<!\\)\[x/);
    expect(text).not.toMatch(/^# 标题/m);
  });

  it('CSV: no cell begins a formula', () => {
    expect(write('csv')).toContain(",'=数据信托,");
  });

  it.each(LOCALES)('CSV in %s: a table that is read back has all that the notes have', (locale) => {
    const { terms, figures, coverage, title, url, date } = notesIn(locale);
    const { t } = languageOf(locale);
    const [head, ...rows] = [...readTable(write('csv', locale), ',')].flatMap((row) =>
      'cells' in row ? [row.cells.map(unguarded)] : [],
    );
    expect(head).toHaveLength(9);
    const article = [title, url, date];
    expect(rows.slice(0, -coverage.length)).toStrictEqual([
      ...terms.map(({ category, title: name, english, definition, own, occurrences }) => [
        ...[t(`common.kind.${category}`), name, english, definition],
        ...[t(own ? 'notes.origin.own' : 'notes.origin.builtIn'), String(occurrences), ...article],
      ]),
      ...figures.map(({ text, explanation, occurrences }) => [
        ...[t('common.kind.figure'), text, '', explanation],
        ...[t('notes.origin.builtIn'), String(occurrences), ...article],
      ]),
    ]);
    expect(coverage.length).toBeGreaterThan(0);
    for (const [index, { document, chapters }] of coverage.entries()) {
      const [kind, name, , explanation = ''] = rows.slice(-coverage.length)[index] ?? [];
      expect([kind, name]).toStrictEqual([t('notes.coverage'), document]);
      for (const chapter of chapters) expect(explanation).toContain(chapter);
    }
  });

  it('CSV and Anki: mark own terms, and no other', () => {
    const own = languageOf('zh-CN').t('notes.origin.own');
    const marked = (format: 'csv' | 'anki') =>
      write(format)
        .split(format === 'csv' ? '\r\n' : '\n')
        .filter((line) => line.includes(own));
    for (const lines of [marked('csv'), marked('anki')]) {
      expect(lines).toHaveLength(1);
      // The definition of two lines ends with the row that has the mark.
      expect(lines[0]).toMatch(/数据信托|标题/u);
    }
  });

  it('JSON: is versioned and is the notes', () => {
    expect(JSON.parse(write('json'))).toStrictEqual({
      format: 'aiplus-notes',
      version: 1,
      ...notesIn('zh-CN'),
    });
  });

  it('Anki and CSV: say which chapters of which document the article touches', () => {
    // A term of one chapter at least, whatever the knowledge base is about today.
    const subject = [...knowledge.terms.keys()].find((id) =>
      coverageOfSubjects(knowledge, new Set([id])).some(({ touched }) => touched > 0),
    );
    const annotations = [{ kind: 'policy', subject: subject ?? null, text: '词' }] as const;
    const { t } = languageOf('zh-CN');
    const notes = collectNotes({ ...article, annotations }, knowledge, languageOf('zh-CN'));
    const touched = notes.coverage.filter(({ chapters }) => chapters.length > 0);
    expect(touched.length).toBeGreaterThan(0);
    for (const format of ['anki', 'csv'] as const) {
      const lines = writeNotes(notes, format, t).split('\n');
      for (const { document, chapters } of touched) {
        const line = lines.find(
          (candidate) => candidate.includes(t('notes.coverage')) && candidate.includes(document),
        );
        for (const chapter of chapters) expect(line).toContain(chapter);
      }
    }
  });

  it('Anki: every card has a front and a back on one line, and is text', () => {
    const lines = write('anki').trimEnd().split('\n');
    expect(lines.slice(0, 4)).toStrictEqual([
      '#separator:tab',
      '#html:false',
      '#deck:AI+ 导读',
      '#columns:Front\tBack',
    ]);
    const cards = lines.slice(4);
    // This article touches no chapter: no card is made of that.
    expect(cards).toHaveLength(4);
    for (const card of cards) {
      expect(card.split('\t')).toHaveLength(2);
      expect(card).not.toMatch(/^#/);
    }
    expect(cards[1]).toBe(
      `=数据信托\t"""#trust"" — ${ATTACK.replace('\n', ' ')} — 自定义词表 — 一篇 *文章* http://paper.people.com.cn/a b<c>.html"`,
    );
  });
});
