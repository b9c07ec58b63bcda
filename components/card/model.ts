import type { FigureReading } from '../../utils/figures/reading.ts';
import type { Category } from '../../utils/terms/types.ts';

/** What a card shows, in one language; plain data. `build.ts` makes it from the knowledge of a page. */
export type CardModel = TermCard | FigureCard;

/** What the card leads to inside itself. */
export interface Lead {
  readonly kind: 'term' | 'figure';
  readonly id: string;
  readonly label: string;
}

/** A place in the outline: the document by its short name, the item by number and title. */
export interface Place {
  readonly item: string;
  readonly document: string;
  readonly label: string;
}

export interface CitedSource {
  readonly title: string;
  readonly publisher: string;
  /** Written out in the language of the card; empty where unknown. */
  readonly date: string;
  readonly url: string | null;
}

/** A document of the outline with the item that the card leads to first. */
export interface CitedDocument extends CitedSource {
  /** As 国发〔2025〕11号; empty where it has none. */
  readonly number: string;
  /** Number and title of the item. */
  readonly item: string;
}

interface Common {
  /** Headword in the script of the language (Chinese in the English interface as well). */
  readonly title: string;
  readonly titleLang: 'zh-CN' | 'zh-TW';
  readonly places: readonly Place[];
  /** The document of the first place: what a citation names first; null where there is no place. */
  readonly document: CitedDocument | null;
  readonly sources: readonly CitedSource[];
  /** Terms to look up from here; on a figure card the terms it is about. */
  readonly related: readonly Lead[];
  /** Figures that the marked text contains and that the painter does not paint of their own. */
  readonly inner: readonly Lead[];
}

export interface TermCard extends Common {
  readonly kind: 'term';
  readonly id: string;
  readonly category: Category;
  readonly pinyin: string;
  readonly english: string;
  readonly officialEnglish: boolean;
  /** Words that only Taiwan uses for it. */
  readonly taiwan: readonly string[];
  /** Other English names. */
  readonly otherEnglish: readonly string[];
  readonly definition: string;
  readonly importance: string;
  /** First known appearance: document and date; empty where unknown. */
  readonly first: string;
  /** Set on a term of the reader's own glossary, with the reader's note (may be empty). */
  readonly own: { readonly note: string } | null;
}

export interface FigureCard extends Common {
  readonly kind: 'figure';
  readonly reading: FigureReading;
  readonly known: KnownReading | null;
}

export interface KnownReading {
  readonly id: string;
  readonly measures: string;
  readonly explanation: string;
  readonly year: string;
  readonly scope: string;
  readonly origin: string;
  readonly comparison: string;
  readonly caveats: readonly string[];
  /** Whether the figure was found in official material (WCAG: said in words, not by colour). */
  readonly verification: string;
  readonly series: Series | null;
}

export interface Series {
  readonly label: string;
  readonly unit: string;
  readonly points: readonly {
    readonly label: string;
    readonly value: number;
    readonly kind: 'reported' | 'target' | 'derived';
    readonly current: boolean;
  }[];
}

export const CITATION_FORMATS = ['text', 'markdown', 'reference'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** What the reader asks of the card. The owner of the card does it. */
export type CardAction =
  | { readonly do: 'pin' }
  | { readonly do: 'close' }
  | { readonly do: 'back' }
  | { readonly do: 'look'; readonly lead: Lead }
  | { readonly do: 'outline'; readonly item: string }
  | { readonly do: 'hide'; readonly term: string }
  | { readonly do: 'settings' };
