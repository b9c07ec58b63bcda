import { localise } from '../../utils/locale.ts';
import { useLanguage } from '../i18n.tsx';
import { useOutline } from './context.ts';

/** Places in the outline as links, for the entries of the index. */
export function ItemLinks({ ids }: { readonly ids: readonly string[] }) {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  const items = ids.flatMap((id) => knowledge.items.get(id) ?? []);
  if (items.length === 0) return null;
  return (
    <p class="entry-line">
      <span class="entry-label">{t('outline.places')}</span>
      {items.map(({ id, number, title }) => (
        <a key={id} href={`#${id}`}>{`${number}${localise(title, locale)}`}</a>
      ))}
    </p>
  );
}
