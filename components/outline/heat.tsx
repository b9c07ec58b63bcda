import type { ItemMark } from '../coverage/item-marks.ts';
import { useLanguage } from '../i18n.tsx';

const CELLS = [1, 2, 3, 4, 5] as const;

/** Five cells, filled by a level of 0 to 5. Decorative: words beside it say the same. */
export function HeatCells({ level }: { readonly level: number }) {
  return (
    <span class="heat" aria-hidden="true">
      {CELLS.map((cell) => (
        <i key={cell} data-on={cell <= level || undefined} />
      ))}
    </span>
  );
}

/** What the article has of an item: drawn, and in words (`quiet` for those who listen only). */
export function Heat({ mark, quiet = false }: { readonly mark: ItemMark; readonly quiet?: boolean }) {
  const { t } = useLanguage();
  return (
    <span class="item-heat">
      <HeatCells level={mark.level} />
      <span class={quiet ? 'visually-hidden' : undefined}>{t('outline.hits', { count: mark.hits })}</span>
    </span>
  );
}
