import { useState } from 'preact/hooks';
import { useLanguage } from '../i18n.tsx';
import { Segments } from '../segments.tsx';
import type { ConflictView, GlossaryAction } from './model.ts';

/** Conflicts shown at once, and how many more at a time. */
const STEP = 20;

/** The own terms that are built in as well, and whose definition comes first for each. */
export function ConflictList({
  conflicts,
  onAction,
}: {
  readonly conflicts: readonly ConflictView[];
  readonly onAction: (action: GlossaryAction) => void;
}) {
  const { t } = useLanguage();
  const [shown, setShown] = useState(STEP);
  return (
    <section class="conflicts" aria-label={t('glossary.conflicts', { count: conflicts.length })}>
      <h4>{t('glossary.conflicts', { count: conflicts.length })}</h4>
      <p class="box-lead">
        <small>{t('glossary.conflicts.lead')}</small>
      </p>
      <ul class="box-rows">
        {conflicts.slice(0, shown).map(({ id, title, builtIn, forms, first }) => (
          <li key={id} class="box-row">
            <span class="box-row-label stacked">
              <span>{title}</span>
              <small>
                {t('glossary.conflicts.with', {
                  builtIn: builtIn.join(t('glossary.conflicts.comma')),
                  forms: forms.join(t('glossary.conflicts.comma')),
                })}
              </small>
            </span>
            <Segments
              name={`first ${id}`}
              label={t('glossary.conflicts.choose', { title })}
              value={first}
              options={(['own', 'builtIn'] as const).map((value) => ({
                value,
                label: t(`glossary.conflicts.${value}`),
              }))}
              onChange={(value) => onAction({ do: 'prefer', id, first: value })}
            />
          </li>
        ))}
      </ul>
      {conflicts.length > shown && (
        <button type="button" class="button" onClick={() => setShown(shown + STEP * 2)}>
          {t('glossary.more', { count: Math.min(conflicts.length - shown, STEP * 2) })}
        </button>
      )}
    </section>
  );
}
