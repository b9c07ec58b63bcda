import { HIGHLIGHT_KINDS, type HighlightKind } from '../../utils/terms/types.ts';
import { useLanguage } from '../i18n.tsx';
import { Mark } from '../mark.tsx';

/** Switches of the kinds, each with its count on the page; the legend is the mark. */
export function KindChips({
  kindsOff,
  counts,
  onKind,
}: {
  readonly kindsOff: readonly HighlightKind[];
  readonly counts: ReadonlyMap<HighlightKind, number>;
  readonly onKind: (kind: HighlightKind, on: boolean) => void;
}) {
  const { t } = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row everywhere
    <div class="kind-chips" role="group" aria-label={t('popup.kinds')}>
      {HIGHLIGHT_KINDS.map((kind) => {
        const on = !kindsOff.includes(kind);
        return (
          <button key={kind} type="button" class="chip" aria-pressed={on} onClick={() => onKind(kind, !on)}>
            <Mark kind={kind}>{t(`common.kind.${kind}`)}</Mark>
            <span class="num">{counts.get(kind) ?? 0}</span>
          </button>
        );
      })}
    </div>
  );
}
