import { useLanguage } from '../i18n.tsx';
import { Mark } from '../mark.tsx';
import type { HiddenTermRow, OptionsAction } from './model.ts';
import { Section } from './section.tsx';

/** The terms that are no longer marked, each to be restored. */
export function HiddenSection({
  terms,
  onAction,
}: {
  readonly terms: readonly HiddenTermRow[];
  readonly onAction: (action: OptionsAction) => void;
}) {
  const { t } = useLanguage();
  return (
    <Section id="hidden" lead={t(terms.length === 0 ? 'options.hidden.none' : 'options.hidden.lead')}>
      {terms.length > 0 && (
        <ul class="box-rows">
          {terms.map(({ id, title, english, kind }) => (
            <li key={id} class="box-row">
              <span class="box-row-label">
                {kind === null ? title : <Mark kind={kind}>{title}</Mark>}
                <small lang="en">{english}</small>
              </span>
              <button
                type="button"
                class="button small"
                aria-label={t('options.hidden.restoreTerm', { title })}
                onClick={() => onAction({ do: 'restore', terms: [id] })}
              >
                {t('options.hidden.restore')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {terms.length > 1 && (
        <button
          type="button"
          class="button"
          onClick={() => onAction({ do: 'restore', terms: terms.map(({ id }) => id) })}
        >
          {t('options.hidden.restoreAll', { count: terms.length })}
        </button>
      )}
    </Section>
  );
}
