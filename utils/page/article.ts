import { profileById, profileFor, type SiteProfile } from './sites.ts';

/** What of a document is read. */
export interface ArticleRoots {
  /** In document order, none inside another. Without an article of its own, the body. */
  readonly roots: readonly Element[];
  readonly leaveOut: readonly string[];
  /** True where nothing but the body was found: then the article has to be told from what surrounds it. */
  readonly guarded: boolean;
  /** Whether the headline and the containers that were found are in the document and have text, as they had then. */
  readonly isIntact: () => boolean;
}

/** `Node.DOCUMENT_POSITION_FOLLOWING`; the global does not exist where jsdom documents are read. */
const FOLLOWING = 4;
/** `NodeFilter.SHOW_TEXT`. */
const SHOW_TEXT = 4;

/** A container with less text is an empty shell that a script will fill, in code units. */
const LEAST_TEXT = 20;

/**
 * Finds the headline and the text of an article by the site's profile.
 * @param profile the profile to use; without it, by the document's address or by containers that only one site has.
 */
export function articleRoots(document: Document, profile = recogniseSite(document)): ArticleRoots {
  const containers = profile ? firstWithText(document, profile.article) : [];
  if (profile && containers.length > 0) {
    const title = firstWithText(document, profile.title).slice(0, 1);
    return {
      roots: outermost([...new Set([...title, ...containers])]).filter(isNotEdited),
      leaveOut: profile.leaveOut,
      guarded: false,
      isIntact: () =>
        title.every((each) => holds(each, 1)) && containers.every((each) => holds(each, LEAST_TEXT)),
    };
  }
  return {
    roots: document.body ? [document.body].filter(isNotEdited) : [],
    leaveOut: profile?.leaveOut ?? [],
    guarded: true,
    isIntact: () => true,
  };
}

/** The site by its address; for copies of its pages by a canonical address or by containers that only it has. */
export function recogniseSite(document: Document): SiteProfile | undefined {
  for (const addressOf of ADDRESSES) {
    const address = addressOf(document);
    if (!address || !URL.canParse(address)) continue;
    const profile = profileFor(new URL(address));
    if (profile) return profile;
  }
  const sign = SIGNS.find(([selector]) => document.querySelector(selector) !== null);
  return sign && profileById(sign[1]);
}

/** Where a page says what its address is. Looked for in its head: going through a long page for it costs milliseconds. */
const ADDRESSES: readonly ((document: Document) => string | null | undefined)[] = [
  (document) => document.location?.href,
  (document) => document.head?.querySelector('link[rel="canonical" i]')?.getAttribute('href'),
  (document) => document.head?.querySelector('meta[property="og:url" i]')?.getAttribute('content'),
];

/**
 * Containers that name their site. One selector each, ids first: browsers have those at hand, while a class, or a list
 * of selectors, makes them go through the whole page.
 */
const SIGNS: readonly (readonly [selector: string, profile: string])[] = [
  ['#rm_txt_zw', 'people'],
  ['#rwb_zw', 'people'],
  ['#ozoom', 'people-paper'],
  ['#detailContent', 'xinhua'],
  ['#p-detail', 'xinhua'],
  ['#UCAP-CONTENT', 'government'],
  ['#article_inbox .u-mainText', 'guangming'],
  ['.rm_txt_con', 'people'],
  ['.w860.d2txtCon', 'people-english'],
];

/** The date of publication as an ISO date, from the page's own statement, else from its address, or null. */
export function articleDate(document: Document, profile = recogniseSite(document)): string | null {
  const stated = [
    document.querySelector('meta[name="publishdate" i]')?.getAttribute('content'),
    ...(profile?.date ?? []).map((selector) => document.querySelector(selector)?.textContent),
    document.querySelector('meta[property="article:published_time" i]')?.getAttribute('content'),
    document.querySelector('time[datetime]')?.getAttribute('datetime'),
    document.location?.pathname.match(/\/20\d\d[-/]?\d\d[-/]?\d\d(?=[/_])/)?.[0],
  ];
  for (const text of stated) {
    const date = text && (chineseDate(text) ?? englishDate(text));
    if (date) return date;
  }
  return null;
}

/** 2026年3月6日, 2026-03-06, 2026/0306, 20260306. */
function chineseDate(text: string): string | undefined {
  const found = /(20\d\d)\s*[-年/.]?\s*(\d{1,2})\s*[-月/.]?\s*(\d{1,2})(?!\d)/.exec(text);
  return found ? isoDate(found[1], Number(found[2]), Number(found[3])) : undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** March 6, 2026, 6 March 2026. */
function englishDate(text: string): string | undefined {
  const found =
    /([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(20\d\d)/i.exec(text) ??
    /(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(20\d\d)/i.exec(text);
  if (!found) return undefined;
  const [month, day] = /\d/.test(found[1] ?? '') ? [found[2], found[1]] : [found[1], found[2]];
  return isoDate(found[3], MONTHS.indexOf((month ?? '').toLowerCase()) + 1, Number(day));
}

/** Undefined where the numbers are no date. */
function isoDate(year: string | undefined, month: number, day: number): string | undefined {
  if (!year || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The headline as one line; the document's title where the article has none. */
export function articleTitle(document: Document, profile = recogniseSite(document)): string {
  const title = firstWithText(document, profile?.title ?? ['article h1', 'h1'])[0]?.textContent;
  return (title ?? document.title).replace(/\s+/g, ' ').trim();
}

function firstWithText(document: Document, selectors: readonly string[]): Element[] {
  for (const selector of selectors) {
    const least = selector.includes('h1') || selector.includes('title') ? 1 : LEAST_TEXT;
    const found = [...document.querySelectorAll(selector)].filter((element) => hasText(element, least));
    if (found.length > 0) return found;
  }
  return [];
}

/** An editor is a part of the page that can be edited, or a whole document, often in a frame. */
function isNotEdited(element: Element): boolean {
  // Not known without layout (jsdom).
  return (element as Partial<HTMLElement>).isContentEditable !== true;
}

/** Whether an element is still in its document and has this much text. */
function holds(element: Element, least: number): boolean {
  return element.isConnected && hasText(element, least);
}

/** Whether an element has this much text; does not put all of a long article together to find out. */
function hasText(element: Element, least: number): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node && length < least; node = walker.nextNode()) {
    length += (node as Text).data.trim().length;
  }
  return length >= least;
}

function outermost(elements: readonly Element[]): Element[] {
  return elements
    .filter((element) => !elements.some((other) => other !== element && other.contains(element)))
    .sort((a, b) => (a.compareDocumentPosition(b) & FOLLOWING ? -1 : 1));
}
