import builtInLexicon from 'virtual:lexicon';
import scriptPairs from 'virtual:script-pairs';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportView, ImportWork } from '../../components/glossary/model.ts';
import { readingSteps } from '../../utils/glossary/file.ts';
import { type ImportMode, type ImportPlan, planSteps } from '../../utils/glossary/plan.ts';
import { type FileProblem, GlossaryFileError, type GlossaryReading } from '../../utils/glossary/report.ts';
import { LIMITS, type OwnTerm } from '../../utils/glossary/schema.ts';
import type { RunSteps } from '../../utils/glossary/steps.ts';
import type { Category } from '../../utils/terms/types.ts';
import { inSlices } from '../surface/run-in-slices.ts';

/** A file that was chosen, and how it is to be imported. */
interface ChosenFile {
  readonly file: File;
  readonly mode: ImportMode;
  readonly fallback: Category;
}
/** What a file holds where entries without a category get this one. */
interface FileReading extends Pick<ChosenFile, 'file' | 'fallback'> {
  readonly content: GlossaryReading | FileProblem;
}
/** What an import would make of a glossary. */
interface Planned {
  readonly file: File;
  readonly content: GlossaryReading;
  readonly mode: ImportMode;
  readonly current: readonly OwnTerm[];
  readonly plan: ImportPlan | FileProblem;
}

/** An import from the choice of a file to the reader's consent. */
export interface Import {
  /** Null where no file is chosen. */
  readonly view: ImportView | null;
  choose(file: File): void;
  change(how: Pick<ChosenFile, 'mode' | 'fallback'>): void;
  /** Calls off whatever is under way; nothing of the file stays. */
  cancel(): void;
  /**
   * Stores by `store`, which gets the terms and what is to run its work, and ends the import.
   * @returns how many terms were stored; undefined where there was nothing to store, or the reader called it off.
   */
  confirm(store: (terms: readonly OwnTerm[], run: RunSteps) => Promise<void>): Promise<number | undefined>;
}

/**
 * Reads a chosen file and plans its import, in slices. What the import would do follows from `current`, the terms of
 * the glossary, which another window may change.
 * @param onFailure hears what nobody expected; what is wrong with the file is in the view.
 */
export function useImport(current: readonly OwnTerm[], onFailure: (error: unknown) => void): Import {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [reading, setReading] = useState<FileReading | null>(null);
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [work, setWork] = useState<ImportWork | null>(null);
  const storing = useRef<AbortController | null>(null);
  const { file, mode, fallback } = chosen ?? {};

  /** Starts work that the effect's end calls off. */
  const start = (step: ImportWork['step'], make: (run: RunSteps) => Promise<void>): (() => void) => {
    const controller = new AbortController();
    const { signal } = controller;
    make(inSlices(signal, (share) => setWork({ step, share }))).catch((error: unknown) => {
      if (signal.aborted) return;
      setChosen(null);
      onFailure(error);
    });
    // What was shown last stays until the next step has something to show.
    return () => {
      controller.abort();
      setWork(null);
    };
  };

  useEffect(() => {
    if (!file || !fallback) return;
    return start('read', async (run) => {
      // A file that is too large is not even read; one byte more than the limit says the same.
      const bytes = new Uint8Array(await file.slice(0, LIMITS.bytes + 1).arrayBuffer());
      const content = await problemOr(() => run(readingSteps(bytes, fallback)));
      setReading({ file, fallback, content });
    });
  }, [file, fallback]);

  const content =
    reading && !('reason' in reading.content) && reading.file === file && reading.fallback === fallback
      ? reading.content
      : null;
  useEffect(() => {
    if (!content || !mode || !file) return;
    return start('plan', async (run) => {
      const builtIn = { lexicon: builtInLexicon(), scriptPairs };
      const plan = await problemOr(() => run(planSteps(content, current, mode, builtIn)));
      setPlanned({ file, content, mode, current, plan });
    });
  }, [content, mode, current]);

  const ready = planned?.content === content && planned?.mode === mode && planned?.current === current;
  const cancel = (): void => {
    storing.current?.abort();
    setChosen(null);
  };
  return {
    view: chosen && viewOf(chosen, reading, planned, work, ready),
    choose(next) {
      cancel();
      setChosen({ file: next, mode: 'add', fallback: 'policy' });
    },
    change(how) {
      // What is being stored is what the reader agreed to.
      if (!storing.current) setChosen((before) => before && { ...before, ...how });
    },
    cancel,
    async confirm(store) {
      if (!planned || !ready || 'reason' in planned.plan || storing.current) return undefined;
      const { terms } = planned.plan;
      const controller = new AbortController();
      storing.current = controller;
      setWork({ step: 'store', share: 0 });
      try {
        await store(
          terms,
          inSlices(controller.signal, (share) => setWork({ step: 'store', share })),
        );
      } catch (error) {
        if (controller.signal.aborted) return undefined;
        throw error;
      } finally {
        storing.current = null;
        setWork(null);
      }
      setChosen(null);
      return terms.length;
    },
  };
}

function viewOf(
  chosen: ChosenFile,
  reading: FileReading | null,
  planned: Planned | null,
  work: ImportWork | null,
  ready: boolean,
): ImportView | null {
  const { file, mode, fallback } = chosen;
  const { name } = file;
  if (reading && reading.file === file && reading.fallback === fallback && 'reason' in reading.content)
    return { state: 'failed', file: name, problem: reading.content };
  if (planned?.file === file) {
    const { content, plan } = planned;
    const shown = ready && work?.step !== 'store' ? null : work;
    return { state: 'preview', file: name, reading: content, mode, fallback, plan, ready, work: shown };
  }
  // What is done within a slice shows no progress.
  return work && { state: 'working', file: name, work };
}

/** What `work` gives, or why the file or its import is refused. */
async function problemOr<T>(work: () => T | Promise<T>): Promise<T | FileProblem> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GlossaryFileError) return error.problem;
    throw error;
  }
}
