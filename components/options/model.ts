import type { Locale } from '../../utils/locale.ts';
import type { HighlightKind } from '../../utils/terms/types.ts';
import type { Density } from '../page-list/page-state.ts';

/** The sections of the options, in their order; each is an address: `options.html#style`. */
export const SECTIONS = [
  'sites',
  'style',
  'language',
  'card',
  'hidden',
  'glossary',
  'keys',
  'data',
  'privacy',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** The settings that the options show as they are. */
export interface ShownSettings {
  readonly enabled: boolean;
  readonly language: Locale | 'auto';
  readonly kindsOff: readonly HighlightKind[];
  readonly density: Density;
  readonly style: 'subtle' | 'strong' | 'lines';
  readonly print: boolean;
  readonly dwell: number;
  readonly cardKeys: boolean;
}

/** One line of the list of sites. */
export interface ShownSite {
  readonly host: string;
  readonly builtIn: boolean;
  /** False where the browser has not allowed it (any more): it asks. */
  readonly allowed: boolean;
  readonly on: boolean;
}

/** A site of the list of well-known ones that is not allowed yet. */
export interface SuggestedSite {
  readonly host: string;
  readonly name: string;
}

/** A term that the reader has hidden. `title` is the id where the glossary no longer has the term. */
export interface HiddenTermRow {
  readonly id: string;
  readonly title: string;
  readonly english: string;
  readonly kind: HighlightKind | null;
}

/** A command of the browser's own shortcuts. */
export interface Shortcut {
  readonly command: 'toggle-highlights' | 'next-term' | 'previous-term' | 'explain-selection';
  /** As the browser writes it; empty where none is set. */
  readonly keys: string;
}

/** What became of an export, an import or another action: a sentence of the messages with its values. */
export interface Outcome {
  readonly ok: boolean;
  readonly lines: readonly string[];
  /** Whether the settings from before can be put back. */
  readonly undo?: boolean;
}

export type OptionsAction =
  | { readonly do: 'set'; readonly changes: Partial<ShownSettings> }
  | { readonly do: 'site'; readonly host: string; readonly on: boolean }
  /** Asks the browser to allow sites. */
  | { readonly do: 'allow'; readonly hosts: readonly string[] }
  | { readonly do: 'add'; readonly input: string }
  | { readonly do: 'forget'; readonly host: string }
  | { readonly do: 'restore'; readonly terms: readonly string[] }
  | { readonly do: 'import'; readonly file: File }
  | { readonly do: 'export' | 'undo' | 'reset' | 'shortcuts' | 'outline' };
