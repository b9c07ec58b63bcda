import { useMemo } from 'preact/hooks';
import { childrenOf } from '../../utils/knowledge/lookup.ts';
import type { Outline } from '../../utils/knowledge/outline-schema.ts';
import { localise } from '../../utils/locale.ts';
import { writeDate } from '../date.ts';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { useOutline } from './context.ts';
import { Item, type ItemProps } from './item.tsx';
import { SourceList } from './source-list.tsx';
import { Bilingual, Text, useChinese } from './text.tsx';
import { ALL_AT_ONCE, turnsFrom } from './use-turn.ts';

/** One document: its head, and its parts with everything in them, item by item or `whole` at once. */
export function OutlineDocument({
  outline,
  whole = false,
  ...rest
}: { readonly outline: Outline; readonly whole?: boolean } & Pick<
  ItemProps,
  'place' | 'arrival' | 'onReturn'
>) {
  const { place } = rest;
  const turnOf = useMemo(() => {
    if (whole) return ALL_AT_ONCE;
    const start = outline.items.find(
      ({ id, targets }) => id === place || targets?.some((t) => t.id === place),
    );
    return turnsFrom(
      outline.items.map(({ id }) => id),
      start?.id ?? null,
    );
  }, [outline, whole, place]);
  return (
    <article class="outline-document" id={outline.id} aria-labelledby={`${outline.id}-title`}>
      <DocumentHead outline={outline} />
      {childrenOf(outline, null).map((part) => (
        <Item key={part.id} outline={outline} item={part} depth={1} turnOf={turnOf} {...rest} />
      ))}
    </article>
  );
}

function DocumentHead({ outline }: { readonly outline: Outline }) {
  const { t, locale } = useLanguage();
  const { reading } = useOutline();
  const chinese = useChinese()(outline.title);
  const links = [
    ...(outline.url === null ? [] : [{ name: new URL(outline.url).host, url: outline.url }]),
    ...outline.copies.map(({ publisher, url }) => ({ name: localise(publisher, locale), url })),
  ];
  const facts: readonly (readonly [label: string, text: string])[] = [
    [t('outline.fact.publisher'), localise(outline.publisher, locale)],
    ...(outline.documentNumber
      ? [[t('outline.fact.number'), localise(outline.documentNumber, locale)] as const]
      : []),
    ...(outline.indexNumber ? [[t('outline.fact.index'), outline.indexNumber] as const] : []),
    ...(outline.page === undefined
      ? []
      : [[t('outline.fact.page'), t('outline.page', { page: outline.page })] as const]),
    ...outline.dates.map(({ what, date }) => [localise(what, locale), writeDate(date, locale)] as const),
  ];
  return (
    <header class="document-head">
      <h1 id={`${outline.id}-title`} lang={reading === 'en' ? 'en' : chinese.lang}>
        {reading === 'en' ? (
          <Text>{outline.title.en}</Text>
        ) : (
          // A Chinese title has a space only where its lines part.
          chinese.text.split(' ').flatMap((part, index) => [
            index > 0 && ' ',
            <span key={part} class="title-part">
              <Text>{part}</Text>
            </span>,
          ])
        )}
      </h1>
      {reading === 'both' && (
        <p class="document-english" lang="en">
          {outline.title.en}
        </p>
      )}
      <dl class="document-facts">
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {links.length > 0 && (
          <div>
            <dt>{t('outline.fact.original')}</dt>
            <dd class="document-links">
              {links.map(({ name, url }) => (
                <a key={url} href={url} target="_blank" rel="noreferrer">
                  {name}
                </a>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <Bilingual text={outline.summary} class="document-summary" />
      <ul class="document-notes">
        {outline.notes.map((note) => (
          <li key={note.hans}>
            <Icon name="info" />
            <span>{localise(note, locale)}</span>
          </li>
        ))}
      </ul>
      <SourceList keys={outline.sources} />
    </header>
  );
}
