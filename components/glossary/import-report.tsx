import type { ComponentChildren } from 'preact';
import type { FileProblem } from '../../utils/glossary/report.ts';
import type { Category } from '../../utils/terms/types.ts';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { Segments } from '../segments.tsx';
import { CategorySelect } from './category-select.tsx';
import { Findings } from './findings.tsx';
import type { GlossaryAction, ImportView, ImportWork } from './model.ts';

/** A chosen file before it is imported: what is good, what is not, and the reader's consent. */
export function ImportReport({
  view,
  onAction,
}: {
  readonly view: ImportView;
  readonly onAction: (action: GlossaryAction) => void;
}) {
  const { t } = useLanguage();
  if (view.state === 'failed') {
    return (
      <Frame file={view.file} onAction={onAction}>
        <p class="import-line" role="alert">
          <Icon name="warning" />
          <FileReason problem={view.problem} />
        </p>
      </Frame>
    );
  }
  if (view.state === 'working') {
    return (
      <Frame busy file={view.file} onAction={onAction}>
        <WorkProgress work={view.work} />
      </Frame>
    );
  }
  const { file, reading, mode, fallback, plan, ready, work } = view;
  const bad = new Set(reading.problems.map(({ line }) => line)).size;
  const good = reading.terms.length;
  const change = (changes: { mode?: typeof mode; fallback?: Category }): void =>
    onAction({ do: 'plan', mode, fallback, ...changes });
  return (
    <section class="import" aria-label={file} aria-busy={work !== null}>
      <div class="import-head">
        <b>{file}</b>
        <small>{t('glossary.preview.rows', { count: reading.rows })}</small>
        <span class="import-counts" role="status">
          <span data-ok>
            <Icon name="check" />
            {t('glossary.preview.good', { count: good })}
          </span>
          {bad > 0 && (
            <span data-bad>
              <Icon name="warning" />
              {t('glossary.preview.bad', { count: bad })}
            </span>
          )}
        </span>
      </div>
      <Findings problems={reading.problems} notes={'reason' in plan ? reading.notes : plan.notes} />
      <div class="import-choices">
        <Segments
          name="import-mode"
          label={t('glossary.preview.mode')}
          value={mode}
          options={(['add', 'replace'] as const).map((value) => ({
            value,
            label: t(`glossary.preview.${value}`),
          }))}
          onChange={(value) => change({ mode: value })}
        />
        <CategorySelect
          label={t('glossary.preview.fallback')}
          value={fallback}
          onChange={(category) => change({ fallback: category })}
        />
      </div>
      {work && <WorkProgress work={work} />}
      <p class="import-line" role={'reason' in plan ? 'alert' : undefined}>
        {'reason' in plan ? (
          <>
            <Icon name="warning" />
            <FileReason problem={plan} />
          </>
        ) : good === 0 ? (
          t('glossary.preview.nothing')
        ) : (
          t('glossary.preview.plan', {
            added: plan.added,
            changed: plan.changed,
            total: plan.terms.length,
          })
        )}
      </p>
      <div class="import-foot">
        <button
          type="button"
          class="button primary"
          disabled={good === 0 || 'reason' in plan || !ready || work !== null}
          onClick={() => onAction({ do: 'import' })}
        >
          {t('glossary.preview.confirm', { count: good })}
        </button>
        {bad > 0 && (
          <button type="button" class="button" onClick={() => onAction({ do: 'saveProblems' })}>
            {t('glossary.preview.save', { count: bad })}
          </button>
        )}
        <button type="button" class="button quiet end" onClick={() => onAction({ do: 'cancel' })}>
          {t('glossary.preview.cancel')}
        </button>
      </div>
    </section>
  );
}

/** A file of which nothing more can be said yet, or any more, and the way out. */
function Frame({
  file,
  busy = false,
  onAction,
  children,
}: {
  readonly file: string;
  readonly busy?: boolean;
  readonly onAction: (action: GlossaryAction) => void;
  readonly children: ComponentChildren;
}) {
  const { t } = useLanguage();
  return (
    <section class="import" aria-label={file} aria-busy={busy || undefined}>
      <div class="import-head">
        <b>{file}</b>
      </div>
      {children}
      <div class="import-foot">
        <button type="button" class="button" onClick={() => onAction({ do: 'cancel' })}>
          {t('glossary.preview.cancel')}
        </button>
      </div>
    </section>
  );
}

/** What is under way, said once, and how far it is. */
function WorkProgress({ work }: { readonly work: ImportWork }) {
  const { t } = useLanguage();
  const label = t(`glossary.work.${work.step}`);
  return (
    <div class="import-work" data-step={work.step}>
      <span role="status">{label}</span>
      <progress aria-label={label} value={work.share} />
    </div>
  );
}

/** Why a file cannot be read, in a sentence. */
function FileReason({ problem }: { readonly problem: FileProblem }) {
  const { t, locale } = useLanguage();
  const { reason, line = 1, value = '' } = problem;
  const number = Number(value);
  const shown =
    value !== '' && Number.isFinite(number) ? new Intl.NumberFormat(locale).format(number) : value;
  return <span>{t(`glossary.file.${reason}`, { line, value: shown })}</span>;
}
