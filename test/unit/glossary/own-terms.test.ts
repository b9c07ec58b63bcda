import { describe, expect, it } from 'vitest';
import { CARD_MESSAGES } from '../../../assets/messages/card.ts';
import { termCard } from '../../../components/card/build.ts';
import { listEntries } from '../../../components/page-list/entries.ts';
import { searchRows } from '../../../components/search/results.ts';
import type { OwnTerm } from '../../../utils/glossary/schema.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { withOwnTerms } from '../../../utils/knowledge/own-terms.ts';
import { collectPageKnowledge } from '../../../utils/knowledge/page-knowledge.ts';
import type { Locale } from '../../../utils/locale.ts';

const BUILT_IN = 'ren-gong-zhi-neng-jia';
const own: OwnTerm = {
  id: 'own:数据信托',
  forms: ['数据信托', '数据托管'],
  category: 'economy',
  definition: '受托管理数据。',
  note: '本组译法',
};
const builtIn = loadKnowledge();
const knowledge = withOwnTerms(builtIn, [own], [{ own: own.id, form: '数据信托', builtIn: BUILT_IN }]);
const page = collectPageKnowledge(knowledge, [own.id], []);
const languageOf = (locale: Locale) => ({ locale, t: createTranslator(CARD_MESSAGES[locale], locale) });

describe('withOwnTerms', () => {
  it('changes nothing without own terms', () => {
    expect(withOwnTerms(builtIn, [], [])).toBe(builtIn);
  });

  it('gives the card of an own term what the reader wrote, and says that it is the reader’s', () => {
    expect(termCard(own.id, page, languageOf('zh-CN'))).toMatchObject({
      title: '数据信托',
      category: 'economy',
      definition: '受托管理数据。',
      english: '',
      officialEnglish: false,
      own: { note: '本组译法' },
      sources: [],
    });
  });

  it('shows the other language where the reader wrote nothing in one', () => {
    expect(termCard(own.id, page, languageOf('en'))?.definition).toBe('受托管理数据。');
  });

  it('leads from an own term to the built-in one with the same form, and back', () => {
    expect(termCard(own.id, page, languageOf('zh-CN'))?.related).toMatchObject([{ id: BUILT_IN }]);
    const other = collectPageKnowledge(knowledge, [BUILT_IN], []);
    expect(termCard(BUILT_IN, other, languageOf('zh-CN'))?.related.map(({ id }) => id)).toContain(own.id);
  });

  it('says of no built-in term that it is the reader’s', () => {
    expect(
      termCard(BUILT_IN, collectPageKnowledge(knowledge, [BUILT_IN], []), languageOf('en'))?.own,
    ).toBeNull();
  });

  it('lists own terms of a page and finds them by search', () => {
    const occurrence = { index: 0, kind: 'economy' as const, subject: own.id, text: '数据托管' };
    expect(listEntries([occurrence], page, 'zh-CN')).toMatchObject([
      { title: '数据信托', definition: '受托管理数据。' },
    ]);
    expect(searchRows(knowledge, '数据托管', 'zh-CN')[0]).toMatchObject({ id: own.id });
  });
});
