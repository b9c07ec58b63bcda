import { outlineItemsOf, relatedOf } from '../../utils/knowledge/lookup.ts';
import type { Term } from '../../utils/knowledge/schema.ts';
import { localise } from '../../utils/locale.ts';
import { writeDate } from '../date.ts';
import { useLanguage } from '../i18n.tsx';
import { termPlace } from './address.ts';
import { useOutline } from './context.ts';
import { Entry } from './entry.tsx';
import { EntryLine } from './entry-line.tsx';
import { ItemLinks } from './item-links.tsx';
import { SourceList } from './source-list.tsx';
import { Bilingual, Text, useChinese } from './text.tsx';

/** A term of the index with all its texts. */
export function TermEntry({
  term,
  ...frame
}: {
  readonly term: Term;
  readonly here: boolean;
  readonly turn: number;
}) {
  return (
    <Entry place={termPlace(term.id)} {...frame}>
      <TermTexts term={term} />
    </Entry>
  );
}

function TermTexts({ term }: { readonly term: Term }) {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  const chinese = useChinese()(term.title);
  const place = termPlace(term.id);
  const chineseForms = locale === 'zh-TW' ? [...term.forms.hant, ...(term.taiwan ?? [])] : term.forms.hans;
  const forms = [...new Set([...chineseForms, ...term.forms.en, ...term.english.others])].filter(
    (form) => form !== chinese.text && form !== term.title.en,
  );
  const related = relatedOf(knowledge, term.id);
  const sources = [term.english.source, term.first?.source, ...term.sources].filter(
    (key) => key !== undefined,
  );
  return (
    <>
      <h3 id={`${place}-title`}>
        <span lang={chinese.lang}>
          <Text>{chinese.text}</Text>
        </span>{' '}
        <span class="entry-english" lang="en">
          <Text>{term.title.en}</Text>
        </span>
      </h3>
      <p class="entry-meta">
        <span lang="zh-Latn">{term.pinyin}</span>
        {term.english.official && <span>{t('card.officialEnglish')}</span>}
      </p>
      <Bilingual text={term.definition} class="entry-text" />
      <p class="entry-label">{t('card.why')}</p>
      <Bilingual text={term.importance} class="entry-text" />
      {forms.length > 0 && (
        <EntryLine label={t('outline.forms')}>
          <Text>{forms.join(locale === 'en' ? ', ' : '、')}</Text>
        </EntryLine>
      )}
      {term.first && (
        <EntryLine label={t('card.first')}>
          {`${localise(term.first.document, locale)} · ${writeDate(term.first.date, locale)}`}
        </EntryLine>
      )}
      {related.length > 0 && (
        <EntryLine label={t('card.related')}>
          {related.map(({ id, title }) => (
            <a key={id} href={`#${termPlace(id)}`}>
              {localise(title, locale)}
            </a>
          ))}
        </EntryLine>
      )}
      <ItemLinks ids={outlineItemsOf(knowledge, term).map(({ id }) => id)} />
      <SourceList keys={[...new Set(sources)]} />
    </>
  );
}
