import { describe, expect, it } from 'vitest';
import { termCard } from '../../../components/card/build.ts';
import { cite } from '../../../components/card/citation.ts';
import { CITATION_FORMATS, type TermCard } from '../../../components/card/model.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { collectPageKnowledge } from '../../../utils/knowledge/page-knowledge.ts';
import type { Locale } from '../../../utils/locale.ts';

const TERM = 'gao-zhi-liang-shu-ju-ji';
const CREDIT = 'Explained by AI+ Reader';
const page = collectPageKnowledge(loadKnowledge(), [TERM], []);

function cardIn(locale: Locale): TermCard {
  const card = termCard(TERM, page, { locale, t: (key) => key });
  if (!card) throw new Error(`There is no term ${TERM}.`);
  return card;
}

describe('a citation', () => {
  const card = cardIn('en');

  it.each(CITATION_FORMATS)(
    'as %s has term, English, definition, the document with number, date and link, and whose words they are',
    (format) => {
      const text = cite(card, format, CREDIT).replaceAll('\\', '');
      for (const part of [
        '高质量数据集',
        'high-quality datasets',
        card.definition,
        'Opinions of the State Council',
        'Guofa [2025] No. 11',
        '26 August 2025',
        'https://www.gov.cn/zhengce/content/202508/content_7037861.htm',
        CREDIT,
      ])
        expect(text).toContain(part);
    },
  );

  it.each([
    ['zh-CN', '国发〔2025〕11号'],
    ['zh-TW', '國發〔2025〕11號'],
  ] as const)('is in the script of the reader (%s)', (locale, number) => {
    expect(cite(cardIn(locale), 'text', CREDIT)).toContain(number);
  });

  it('as text and as Markdown names every source in a line of its own', () => {
    for (const format of ['text', 'markdown'] as const) {
      const lines = cite(card, format, CREDIT).replaceAll('\\', '').split('\n');
      for (const { title } of card.sources)
        expect(lines.filter((line) => line.includes(title))).toHaveLength(1);
    }
  });

  it('as a reference is one line, with one document', () => {
    const text = cite(card, 'reference', CREDIT);
    expect(text.split('\n')).toHaveLength(1);
    expect(text.match(/https:/gu)).toHaveLength(1);
  });

  it('as a reference names the first source where the term has no place in a document', () => {
    const [source] = card.sources;
    expect(cite({ ...card, document: null }, 'reference', CREDIT)).toContain(source?.title);
  });

  it('as Markdown keeps what is written, whatever it is written with', () => {
    const text = cite({ ...card, definition: 'a *b* [c](d) <e> `f` | #g_' }, 'markdown', CREDIT);
    expect(text).toContain('a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\` \\| \\#g\\_');
  });
});
