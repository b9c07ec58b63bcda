import { useRef, useState } from 'preact/hooks';
import { GLOSSARY_FORMATS } from '../../utils/glossary/report.ts';
import type { OwnTerm } from '../../utils/glossary/schema.ts';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { SwitchRow } from '../options/section.tsx';
import { ConflictList } from './conflict-list.tsx';
import { EntryForm } from './entry-form.tsx';
import { EntryList } from './entry-list.tsx';
import { ImportReport } from './import-report.tsx';
import type { ConflictView, GlossaryAction, GlossaryNotice, GlossaryView, ImportView } from './model.ts';

export interface GlossaryProps {
  readonly glossary: GlossaryView;
  readonly importing: ImportView | null;
  readonly notice: GlossaryNotice | null;
  readonly ownFirst: boolean;
  /** The own terms that are built in as well. */
  readonly conflicts: readonly ConflictView[];
  /** A term that the reader brought along for a new entry; empty for none. */
  readonly newTerm: string;
  readonly onAction: (action: GlossaryAction) => void;
}

/** The reader's own glossary: entries to write, change and delete; import, export and undo. */
export function Glossary({
  glossary,
  importing,
  notice,
  ownFirst,
  conflicts,
  newTerm,
  onAction,
}: GlossaryProps) {
  const { t } = useLanguage();
  /** The entry in the form: an entry of the list, `new`, or none. */
  const [editing, setEditing] = useState<OwnTerm | 'new' | null>(newTerm === '' ? null : 'new');
  /** The term that was brought along is for one entry; the next new one begins empty. */
  const [brought, setBrought] = useState(newTerm);
  const close = (): void => {
    setEditing(null);
    setBrought('');
  };
  const terms = glossary.state === 'ready' ? glossary.terms : [];
  const entry = editing === 'new' || editing === null ? undefined : editing;
  return (
    <>
      <p class="box-lead">{t('glossary.lead')}</p>
      {glossary.state !== 'ready' && glossary.state !== 'loading' && (
        <div class="note" role="alert">
          <Icon name="warning" />
          <p>
            {t(`glossary.store.${glossary.state}`)}{' '}
            {glossary.state === 'damaged' && (
              <button type="button" class="button small" onClick={() => onAction({ do: 'saveDamaged' })}>
                {t('glossary.damaged.save')}
              </button>
            )}
          </p>
        </div>
      )}
      <Tools
        canEdit={glossary.state === 'ready'}
        canImport={glossary.state === 'ready' || glossary.state === 'damaged'}
        canExport={terms.length > 0}
        onNew={() => setEditing('new')}
        onAction={onAction}
      />
      <Notice notice={notice} onAction={onAction} />
      {importing && <ImportReport view={importing} onAction={onAction} />}
      {editing !== null && glossary.state === 'ready' && (
        <EntryForm
          key={entry?.id ?? 'new'}
          entry={entry}
          term={brought}
          others={terms.filter(({ id }) => id !== entry?.id)}
          onSave={(term) => {
            close();
            onAction({ do: 'save', term });
          }}
          onCancel={close}
        />
      )}
      {glossary.state === 'ready' && (
        <>
          <h3 class="glossary-count">
            {terms.length === 0 ? t('glossary.empty') : t('glossary.count', { count: terms.length })}
          </h3>
          {terms.length > 0 && (
            <>
              <EntryList
                terms={terms}
                onEdit={setEditing}
                onDelete={(term) => onAction({ do: 'delete', term })}
              />
              <div class="box-rows">
                <SwitchRow
                  label={t('glossary.ownFirst')}
                  hint={t('glossary.ownFirst.hint')}
                  checked={ownFirst}
                  onChange={(on) => onAction({ do: 'ownFirst', on })}
                />
              </div>
              {conflicts.length > 0 && <ConflictList conflicts={conflicts} onAction={onAction} />}
            </>
          )}
          {glossary.undo && (
            <div class="box-line glossary-undo">
              <button type="button" class="button" onClick={() => onAction({ do: 'undo' })}>
                <Icon name="back" />
                {t('glossary.undo')}
              </button>
              <small>
                {t('glossary.undo.back', { count: glossary.undo.terms })}
                {glossary.undo.edits > 0 && (
                  <>
                    <br />
                    {t('glossary.undo.edits', { count: glossary.undo.edits })}
                  </>
                )}
              </small>
            </div>
          )}
        </>
      )}
    </>
  );
}

function Tools({
  canEdit,
  canImport,
  canExport,
  onNew,
  onAction,
}: {
  readonly canEdit: boolean;
  readonly canImport: boolean;
  readonly canExport: boolean;
  readonly onNew: () => void;
  readonly onAction: (action: GlossaryAction) => void;
}) {
  const { t } = useLanguage();
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <div class="box-line">
        <button type="button" class="button" disabled={!canEdit} onClick={onNew}>
          <Icon name="plus" />
          {t('glossary.add')}
        </button>
        <button type="button" class="button" disabled={!canImport} onClick={() => file.current?.click()}>
          <Icon name="import" />
          {t('glossary.import')}
        </button>
        <input
          ref={file}
          class="visually-hidden"
          type="file"
          accept=".json,.csv,.tsv,.txt,.tbx,.xml"
          tabIndex={-1}
          aria-label={t('glossary.import')}
          data-role="glossary-file"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) onAction({ do: 'choose', file: chosen });
            event.currentTarget.value = '';
          }}
        />
        <button type="button" class="button quiet" onClick={() => onAction({ do: 'template' })}>
          {t('glossary.template')}
        </button>
      </div>
      <p class="box-lead">
        <small>{t('glossary.formats')}</small>
      </p>
      {canExport && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row everywhere
        <div class="box-line glossary-export" role="group" aria-label={t('glossary.export')}>
          <span>
            <Icon name="export" />
            {t('glossary.export')}
          </span>
          {GLOSSARY_FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              class="button small"
              onClick={() => onAction({ do: 'export', format })}
            >
              {t(`glossary.format.${format}`)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function Notice({
  notice,
  onAction,
}: {
  readonly notice: GlossaryNotice | null;
  readonly onAction: (action: GlossaryAction) => void;
}) {
  const { t } = useLanguage();
  const deleted = notice?.deleted;
  return (
    <div role="status">
      {notice && (
        <div class="outcome" data-ok={notice.ok || undefined}>
          <Icon name={notice.ok ? 'check' : 'warning'} />
          <div>{notice.text}</div>
          {deleted && (
            <button
              type="button"
              class="button small"
              onClick={() => onAction({ do: 'save', term: deleted })}
            >
              {t('glossary.undoDelete')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
