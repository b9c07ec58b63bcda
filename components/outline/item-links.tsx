import { useLanguage } from '../i18n.tsx';
import { numberedTitle } from '../outline-label.ts';
import { useOutline } from './context.ts';
import { EntryLine } from './entry-line.tsx';

/** Places in the outline as links, for the entries of the index. */
export function ItemLinks({ ids }: { readonly ids: readonly string[] }) {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  const items = ids.flatMap((id) => knowledge.items.get(id) ?? []);
  if (items.length === 0) return null;
  return (
    <EntryLine label={t('outline.places')}>
      {items.map(({ id, number, title }) => (
        <a key={id} href={`#${id}`}>
          {numberedTitle(number, title, locale)}
        </a>
      ))}
    </EntryLine>
  );
}
