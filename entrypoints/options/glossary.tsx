import { useEffect, useState } from 'preact/hooks';
import { Glossary } from '../../components/glossary/glossary.tsx';
import type {
  ConflictView,
  GlossaryAction,
  GlossaryNotice,
  GlossaryView,
} from '../../components/glossary/model.ts';
import { useLanguage } from '../../components/i18n.tsx';
import { writeTemplate } from '../../utils/glossary/csv.ts';
import { GlossaryStoreError } from '../../utils/glossary/database.ts';
import { FILE_KINDS, writeGlossaryFile } from '../../utils/glossary/file.ts';
import type { Conflict } from '../../utils/glossary/merge.ts';
import { preferenceFor, preferenceForAll } from '../../utils/glossary/preference.ts';
import type { GlossaryFormat } from '../../utils/glossary/report.ts';
import { watchGlossary } from '../../utils/glossary/revision.ts';
import type { OwnTerm } from '../../utils/glossary/schema.ts';
import {
  editGlossary,
  importGlossary,
  preferDefinition,
  readGlossary,
  type StoredGlossary,
  undoImport,
} from '../../utils/glossary/store.ts';
import type { Translate } from '../../utils/i18n.ts';
import { askBackground } from '../../utils/messages/send.ts';
import { reasonOf } from '../../utils/settings/full.ts';
import { inSlices } from '../surface/run-in-slices.ts';
import { saveFile } from '../surface/save-file.ts';
import { writeProblems } from './glossary-problems.ts';
import { useImport } from './use-import.ts';

/** What the reader changes is changed to its end, whatever comes next. */
const run = inSlices(new AbortController().signal);

/** The section of the reader's own glossary with the store behind it. */
export function GlossarySection({
  ownFirst,
  onOwnFirst,
  titleOfBuiltIn,
}: {
  readonly ownFirst: boolean;
  onOwnFirst(on: boolean): Promise<void>;
  readonly titleOfBuiltIn: (id: string) => string;
}) {
  const { t } = useLanguage();
  const [stored, setStored] = useState<StoredGlossary | 'loading' | 'unavailable'>('loading');
  const [notice, setNotice] = useState<GlossaryNotice | null>(null);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [newTerm] = useState(() => new URLSearchParams(location.search).get('term') ?? '');

  useEffect(() => {
    // Loading the page anew is no second wish for the same entry.
    history.replaceState(null, '', location.pathname + location.hash);
    let reading = new AbortController();
    const load = (): void => {
      reading.abort();
      reading = new AbortController();
      const { signal } = reading;
      readGlossary(inSlices(signal)).then(setStored, () => {
        if (!signal.aborted) setStored('unavailable');
      });
      // The background has them at hand; until it answers there is no list.
      askBackground('conflicts', {}).then(setConflicts, () => setConflicts([]));
    };
    load();
    const end = watchGlossary(load);
    return () => {
      end();
      reading.abort();
    };
  }, []);
  const fail = (error: unknown): void => setNotice({ ok: false, text: failureText(error, t) });
  const { view: importing, ...imports } = useImport(termsOf(stored), fail);

  const act = async (action: GlossaryAction): Promise<GlossaryNotice | null> => {
    switch (action.do) {
      case 'choose':
        imports.choose(action.file);
        return null;
      case 'plan':
        imports.change(action);
        return null;
      case 'cancel':
        imports.cancel();
        return null;
      case 'import': {
        if (typeof stored === 'string') return null;
        const revision = stored.state === 'ready' ? stored.revision : null;
        const count = await imports.confirm((terms, inSteps) => importGlossary(terms, revision, inSteps));
        return count === undefined ? null : { ok: true, text: t('glossary.done.imported', { count }) };
      }
      case 'undo':
        await undoImport(run);
        return { ok: true, text: t('glossary.done.undone') };
      case 'save': {
        const { term } = action;
        await editGlossary((terms) => withTerm(terms, term), run);
        return { ok: true, text: t('glossary.done.saved', { title: titleOf(term) }) };
      }
      case 'delete': {
        const { term } = action;
        await editGlossary((terms) => terms.filter(({ id }) => id !== term.id), run);
        return { ok: true, text: t('glossary.done.deleted', { title: titleOf(term) }), deleted: term };
      }
      case 'prefer':
        // The choice that the setting makes anyway is none.
        await preferDefinition(
          action.id,
          action.first === preferenceForAll(ownFirst) ? null : action.first,
          run,
        );
        return null;
      case 'ownFirst':
        await onOwnFirst(action.on);
        return null;
      case 'export':
        return exported(saveGlossary(termsOf(stored), action.format, t), t);
      case 'template': {
        const name = 'aiplus-glossary-template.csv';
        saveFile({ name, type: FILE_KINDS.csv.type, content: writeTemplate(exampleOf(t)) });
        return exported(name, t);
      }
      case 'saveProblems': {
        if (importing?.state !== 'preview') return null;
        const name = `${importing.file.replace(/\.[^.]*$/u, '')}-problems.csv`;
        saveFile({ name, type: FILE_KINDS.csv.type, content: writeProblems(importing.reading, t) });
        return exported(name, t);
      }
      case 'saveDamaged': {
        if (typeof stored === 'string' || stored.state !== 'damaged') return null;
        const name = 'aiplus-glossary-damaged.json';
        saveFile({ name, type: FILE_KINDS.json.type, content: stored.raw });
        return exported(name, t);
      }
    }
  };
  return (
    <Glossary
      glossary={viewOf(stored)}
      importing={importing}
      notice={notice}
      ownFirst={ownFirst}
      conflicts={conflictViews(conflicts, stored, ownFirst, titleOfBuiltIn)}
      newTerm={newTerm}
      onAction={(action) => {
        act(action).then((done) => {
          // Choosing how to import says nothing; what was said of the last action stays.
          if (done || action.do === 'choose') setNotice(done);
        }, fail);
      }}
    />
  );
}

function viewOf(stored: StoredGlossary | 'loading' | 'unavailable'): GlossaryView {
  return typeof stored === 'string' ? { state: stored } : stored;
}

/** One list for none, so that what follows from it is not worked out again. */
const NO_TERMS: readonly OwnTerm[] = [];

function termsOf(stored: StoredGlossary | 'loading' | 'unavailable'): readonly OwnTerm[] {
  return typeof stored !== 'string' && stored.state === 'ready' ? stored.terms : NO_TERMS;
}

/** One entry per own term, in the order of the glossary. */
function conflictViews(
  conflicts: readonly Conflict[],
  stored: StoredGlossary | 'loading' | 'unavailable',
  ownFirst: boolean,
  titleOfBuiltIn: (id: string) => string,
): readonly ConflictView[] {
  if (typeof stored === 'string' || stored.state !== 'ready' || conflicts.length === 0) return [];
  const byTerm = Map.groupBy(conflicts, ({ own }) => own);
  return stored.terms.flatMap((term) => {
    const found = byTerm.get(term.id);
    if (!found) return [];
    return {
      id: term.id,
      title: titleOf(term),
      builtIn: [...new Set(found.map(({ builtIn }) => titleOfBuiltIn(builtIn)))],
      forms: found.map(({ form }) => form),
      first: preferenceFor(term.id, stored.preferences, ownFirst),
    };
  });
}

/** The terms with one in the place of that with its id, or behind the others. */
function withTerm(terms: readonly OwnTerm[], term: OwnTerm): readonly OwnTerm[] {
  return terms.some(({ id }) => id === term.id)
    ? terms.map((other) => (other.id === term.id ? term : other))
    : [...terms, term];
}

/** Saves the glossary as a file. Returns its name. */
function saveGlossary(terms: readonly OwnTerm[], format: GlossaryFormat, t: Translate): string {
  const { ending, type } = FILE_KINDS[format];
  const name = `aiplus-glossary-${new Date().toISOString().slice(0, 10)}.${ending}`;
  saveFile({ name, type, content: writeGlossaryFile(terms, format, t('glossary.title')) });
  return name;
}

function exported(file: string, t: Translate): GlossaryNotice {
  return { ok: true, text: t('glossary.done.exported', { file }) };
}

function exampleOf(t: Translate): OwnTerm {
  return {
    id: 'own:example',
    forms: [t('glossary.example.term'), t('glossary.example.alias')],
    category: 'data-compute',
    definition: t('glossary.example.definition'),
    english: t('glossary.example.english'),
    note: t('glossary.example.note'),
  };
}

function titleOf(term: OwnTerm): string {
  return term.forms[0] ?? term.id;
}

function failureText(error: unknown, t: Translate): string {
  if (error instanceof GlossaryStoreError) return t(`glossary.store.${error.reason}`);
  return t('surfaces.failed', { reason: reasonOf(error, t) });
}
