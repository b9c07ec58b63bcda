import type { FigureReading } from '../figures/reading.ts';
import type { Conflict } from '../glossary/merge.ts';
import type { LexiconPatch } from '../glossary/patch.ts';
import type { PageKnowledge } from '../knowledge/page-knowledge.ts';
import type { PageReport } from './protocol.ts';

export interface BackgroundResults {
  readonly describe: PageKnowledge;
  readonly explain: readonly FigureReading[];
  readonly loadCard: null;
  readonly counted: null;
  readonly openOutline: null;
  readonly ownTerms: LexiconPatch;
  readonly conflicts: readonly Conflict[];
  readonly readOnce: null;
  readonly openOptions: null;
}

export interface TabResults {
  readonly report: PageReport;
  readonly reveal: boolean;
  readonly step: number | null;
  readonly explainSelection: boolean;
  readonly leave: null;
}
