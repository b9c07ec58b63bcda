import { NOTES_FORMATS, type NotesFormat } from '../../utils/notes/write.ts';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';

/** The page's terms and figures as a file: below the list, where a reader arrives who has seen it. */
export function TakeAlong({ onTake }: { readonly onTake: (format: NotesFormat) => void }) {
  const { t } = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row everywhere
    <div class="take-along" role="group" aria-label={t('notes.takeAlong')}>
      <span>
        <Icon name="export" />
        {t('notes.takeAlong')}
      </span>
      {NOTES_FORMATS.map((format) => (
        <button key={format} type="button" class="button small" onClick={() => onTake(format)}>
          {t(`notes.format.${format}`)}
        </button>
      ))}
    </div>
  );
}
