import type { Finding, Knowledge } from '../../utils/knowledge/assemble.ts';

/** What a rule of check-knowledge looks at. */
export interface CheckInput {
  readonly knowledge: Knowledge;
  /** The day of the check, ISO; nothing in the knowledge base happens later. */
  readonly today: string;
  /** The terms that the recogniser finds in a text; `nearAi` puts a sentence about AI before it. */
  readonly findTerms: (text: string, nearAi: boolean) => readonly string[];
  /** The known figures that the recogniser finds in a text. */
  readonly findFigures: (text: string) => readonly string[];
  /** Official titles by outline item, as they were checked in once verified. */
  readonly officialTitles: Readonly<Record<string, string>>;
  /** Texts that no sentence may be copied from; empty where they are not on this machine. */
  readonly copyTexts: readonly { readonly name: string; readonly text: string }[];
}

/** A rule: a name a maintainer can look up, and the places that break it. */
export interface Rule {
  readonly name: string;
  readonly check: (input: CheckInput) => readonly Finding[];
}
