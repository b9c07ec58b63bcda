import type { KnownFigure } from '../../utils/knowledge/figure-schema.ts';
import type { Term } from '../../utils/knowledge/schema.ts';
import type { Localised } from '../../utils/locale.ts';
import type { HighlightKind } from '../../utils/terms/types.ts';
import { useLanguage } from '../i18n.tsx';
import { Mark } from '../mark.tsx';
import { useOutline } from './context.ts';
import { Text, useChinese } from './text.tsx';

/** The terms and figures of an item; each opens its card. */
export function Chips({
  terms,
  figures,
}: {
  readonly terms: readonly Term[];
  readonly figures: readonly KnownFigure[];
}) {
  const { t } = useLanguage();
  if (terms.length + figures.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('outline.chips')}>
      {terms.map(({ id, category, title }) => (
        <Chip key={id} look="term" id={id} kind={category} title={title} />
      ))}
      {figures.map(({ id, display }) => (
        <Chip key={id} look="figure" id={id} kind="figure" title={display} />
      ))}
    </ul>
  );
}

function Chip({
  look,
  id,
  kind,
  title,
}: {
  readonly look: 'term' | 'figure';
  readonly id: string;
  readonly kind: HighlightKind;
  readonly title: Localised;
}) {
  const { t } = useLanguage();
  const { onLook, present, reading } = useOutline();
  const chinese = useChinese()(title);
  const here = present.has(id);
  return (
    <li>
      <button
        type="button"
        class="chip"
        aria-haspopup="dialog"
        data-here={here || undefined}
        onClick={(event) => onLook(look, id, event.currentTarget)}
      >
        <Mark kind={kind} lang={reading === 'en' ? 'en' : chinese.lang}>
          <Text>{reading === 'en' ? title.en : chinese.text}</Text>
        </Mark>
        {here && <span class="visually-hidden">{t('outline.inArticle')}</span>}
      </button>
    </li>
  );
}
