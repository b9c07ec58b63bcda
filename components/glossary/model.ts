import type { ImportMode, ImportPlan } from '../../utils/glossary/plan.ts';
import type { FileProblem, GlossaryFormat, GlossaryReading } from '../../utils/glossary/report.ts';
import type { OwnTerm } from '../../utils/glossary/schema.ts';
import type { Category } from '../../utils/terms/types.ts';

/** The stored glossary as the options show it. */
export type GlossaryView =
  | { readonly state: 'loading' }
  | {
      readonly state: 'ready';
      readonly terms: readonly OwnTerm[];
      /** The other state that an undo of the last import would bring back, or null where there is none. */
      readonly undo: { readonly terms: number; readonly edits: number } | null;
    }
  | { readonly state: 'newer' | 'damaged' | 'unavailable' };

/** Work that takes a moment and that the reader may call off. */
export interface ImportWork {
  readonly step: 'read' | 'plan' | 'store';
  /** How far it is, from 0 to 1. */
  readonly share: number;
}

/** A file that the reader has chosen, before anything is stored. */
export type ImportView =
  | { readonly state: 'working'; readonly file: string; readonly work: ImportWork }
  | { readonly state: 'failed'; readonly file: string; readonly problem: FileProblem }
  | {
      readonly state: 'preview';
      readonly file: string;
      readonly reading: GlossaryReading;
      readonly mode: ImportMode;
      /** The category of entries that name none. */
      readonly fallback: Category;
      /** What the import would make of the glossary, or why it may not. */
      readonly plan: ImportPlan | FileProblem;
      /** Whether the plan is that of `mode` and `fallback`, or is just worked out anew. */
      readonly ready: boolean;
      /** What is under way, where it takes a moment: the plan is worked out anew, or carried out. */
      readonly work: ImportWork | null;
    };

/** An own term and the built-in one that it has forms in common with. */
export interface ConflictView {
  /** Of the own term. */
  readonly id: string;
  readonly title: string;
  /** Titles of the built-in terms. */
  readonly builtIn: readonly string[];
  /** The forms in common. */
  readonly forms: readonly string[];
  /** Whose definition comes first. */
  readonly first: 'own' | 'builtIn';
}

/** What became of the last action, in one sentence. */
export interface GlossaryNotice {
  readonly ok: boolean;
  readonly text: string;
  /** An entry that was deleted a moment ago and can be put back. */
  readonly deleted?: OwnTerm;
}

export type GlossaryAction =
  | { readonly do: 'choose'; readonly file: File }
  | { readonly do: 'plan'; readonly mode: ImportMode; readonly fallback: Category }
  | { readonly do: 'export'; readonly format: GlossaryFormat }
  | { readonly do: 'ownFirst'; readonly on: boolean }
  /** Decides for one own term, by its id, whose definition comes first. */
  | { readonly do: 'prefer'; readonly id: string; readonly first: 'own' | 'builtIn' }
  /** Stores an entry in the place of the one with its id, or as a new one. */
  | { readonly do: 'save'; readonly term: OwnTerm }
  | { readonly do: 'delete'; readonly term: OwnTerm }
  | { readonly do: 'import' | 'cancel' | 'saveProblems' | 'saveDamaged' | 'template' | 'undo' };
