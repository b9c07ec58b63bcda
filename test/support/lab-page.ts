import Mark from 'mark.js';
import { articleDate, articleTitle, recogniseSite } from '../../utils/page/article.ts';
import { articleBlocks } from '../../utils/page/blocks.ts';
import { createReader } from '../../utils/page/reader.ts';
import type { Hit, PageAnnotation, Reader, ReaderSettings } from '../../utils/page/reader-types.ts';
import { profileById, type SiteProfile } from '../../utils/page/sites.ts';
import { annotateByWordList, kindByWordList, surveyByWordList } from './word-list.ts';

/** What runs in the page of a test: a reader with the word list, and eyes on what is painted. */
const DEFAULTS: ReaderSettings = {
  kindsOff: [],
  hiddenTerms: [],
  density: 'all',
  style: 'subtle',
  print: false,
};

let reader: Reader | undefined;
let settings = DEFAULTS;
const points: (string | null)[] = [];
const activations: string[] = [];
let reports = 0;
let annotated = 0;
let list: readonly PageAnnotation[] = [];
const errors: string[] = [];
addEventListener('error', (event) => errors.push(String(event.message)));
addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));

/** Starts a reader, or another one in its place, and waits until it has read the page. */
export async function start(
  changes: Partial<ReaderSettings> = {},
  options: { readonly profile?: string; readonly wait?: boolean; readonly frames?: boolean } = {},
): Promise<void> {
  settings = { ...DEFAULTS, ...changes };
  const profile = profileNamed(options.profile);
  reader = createReader(document, {
    annotate(text, context) {
      annotated++;
      return annotateByWordList(text, context);
    },
    survey: surveyByWordList,
    kindOf: kindByWordList,
    settings,
    hearsForged: true,
    onFailure: (error) => errors.push(String(error)),
    ...(profile ? { profile } : {}),
    ...(options.frames ? { frameStyle: '' } : {}),
    onAnnotations(found) {
      reports++;
      list = found;
    },
    onPoint: (hit) => points.push(hit?.annotation.text ?? null),
    onActivate: (hit, by) => activations.push(`${by} ${hit.annotation.text}`),
  });
  reader.start();
  if (options.wait !== false) await settled();
}

/** Describes no container on any page, so that the article has to be found without a profile. */
const NO_PROFILE: SiteProfile = {
  id: 'none',
  hosts: [],
  article: [],
  title: [],
  date: [],
  leaveOut: [],
};

function profileNamed(id: string | undefined): SiteProfile | undefined {
  if (id === 'none') return NO_PROFILE;
  return id === undefined ? undefined : profileById(id);
}

/** What the page says about itself, as the content script reads it. */
export function site(): { readonly id: string | null; readonly title: string; readonly date: string | null } {
  return {
    id: recogniseSite(document)?.id ?? null,
    title: articleTitle(document),
    date: articleDate(document),
  };
}

/** The texts of the article's blocks, white space removed. */
export function articleTexts(profile?: string): string[] {
  return articleBlocks(document, profileNamed(profile)).map(({ text }) => text.replace(/\s+/g, ''));
}

export function stop(): void {
  reader?.stop();
  reader = undefined;
}

/** Everything is read, and what the browser tells of it in tasks of its own has been heard. */
export async function settled(): Promise<void> {
  await reader?.settled();
  await new Promise((resolve) => setTimeout(resolve, 0));
  await reader?.settled();
}

export async function update(changes: Partial<ReaderSettings>): Promise<void> {
  settings = { ...settings, ...changes };
  reader?.update(settings);
  await settled();
}

interface Piece {
  readonly kind: string;
  readonly text: string;
  /** Paths and offsets of both ends. */
  readonly place: string;
  readonly range: Range;
  readonly painted: AbstractRange;
}

/** What is painted: `kind text`, in reading order. A highlight over something unread is several pieces. */
export function painted(root: Document = document): string[] {
  return paintedPieces(root).map(({ kind, text }) => `${kind} ${text}`);
}

/** The terms alone, without their kinds. */
export function paintedTerms(): string[] {
  return paintedPieces(document).flatMap(({ kind, text }) => (kind.startsWith('figure') ? [] : [text]));
}

/** The same with the exact place of each piece, to compare two readings of one page. */
export function paintedPlaces(): string[] {
  return paintedPieces(document)
    .map(({ kind, text, place }) => `${kind} ${text} ${place}`)
    .sort();
}

function paintedPieces(root: Document): Piece[] {
  const view = root.defaultView as Window & typeof globalThis;
  const pieces: Piece[] = [];
  view.CSS.highlights.forEach((highlight, name) => {
    if (!name.startsWith('aiplus-')) return;
    highlight.forEach((painted) => {
      const range = root.createRange();
      let text = '(stale)';
      try {
        range.setStart(painted.startContainer, painted.startOffset);
        range.setEnd(painted.endContainer, painted.endOffset);
        text = range.toString();
        if (!painted.startContainer.isConnected) text += '(detached)';
      } catch {}
      const place = `${pathOf(painted.startContainer)}:${painted.startOffset}-${pathOf(painted.endContainer)}:${painted.endOffset}`;
      pieces.push({ kind: name.slice('aiplus-'.length), text, place, range, painted });
    });
  });
  return pieces.sort((a, b) => comparePieces(a.painted, b.painted));
}

function comparePieces(a: AbstractRange, b: AbstractRange): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  return a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING
    ? -1
    : 1;
}

function pathOf(node: Node): string {
  const steps: number[] = [];
  let current = node;
  for (; current.parentNode; current = current.parentNode) {
    steps.push([...current.parentNode.childNodes].indexOf(current as ChildNode));
  }
  const host = (current as Partial<ShadowRoot>).host;
  return `${host ? `${pathOf(host)}#` : ''}${steps.reverse().join('.')}`;
}

/** How many of the painted pieces are on screen. */
export function paintedTextsInViewport(): number {
  return paintedPieces(document).filter(({ range }) => {
    const rect = range.getBoundingClientRect();
    return rect.height > 0 && rect.bottom > 0 && rect.top < innerHeight;
  }).length;
}

/** The list as the reader gives it: `kind text`. */
export function listed(): string[] {
  return (reader?.annotations() ?? []).map(({ kind, annotation }) => `${kind} ${annotation.text}`);
}

/** The terms of the list, without their kinds. */
export function listedTerms(): string[] {
  return (reader?.annotations() ?? []).flatMap(({ annotation }) =>
    annotation.kind === 'term' ? [annotation.text] : [],
  );
}

export function inner(): string[][] {
  return (reader?.annotations() ?? []).map((found) => found.inner.map(({ text }) => text));
}

/** What was reported, and how often. */
export function reported(): { reports: number; texts: string[] } {
  return { reports, texts: list.map(({ annotation }) => annotation.text) };
}

/** What the pointer has met since the last call; null where it left a mark. */
export function takePoints(): (string | null)[] {
  return points.splice(0);
}

export function takeActivations(): string[] {
  return activations.splice(0);
}

/** How many blocks have been annotated since the last call. */
export function takeAnnotated(): number {
  const count = annotated;
  annotated = 0;
  return count;
}

export function takeErrors(): string[] {
  return errors.splice(0);
}

export function hitTest(x: number, y: number): string | null {
  return reader?.hitTest({ x, y })?.annotation.text ?? null;
}

/** The middle of the first rectangle of the nth mark with a text; whole pixels, between which Chromium selects nothing. */
export function middleOf(text: string, nth = 0): { x: number; y: number } | null {
  const found = reader?.annotations().filter(({ annotation }) => annotation.text === text)[nth];
  const rect = found && reader?.rectsOf(found.id)[0];
  return rect ? { x: Math.round(rect.x + rect.width / 2), y: Math.round(rect.y + rect.height / 2) } : null;
}

function summary(hit: Hit | undefined): string | null {
  return hit ? hit.annotation.text : null;
}

export function next(): string | null {
  return summary(reader?.next());
}

export function previous(): string | null {
  return summary(reader?.previous());
}

export function reveal(index: number): string | null {
  const found = reader?.annotations()[index];
  return found ? summary(reader?.reveal(found.id)) : null;
}

export function current(): string | null {
  const id = reader?.current();
  return reader?.annotations().find((found) => found.id === id)?.annotation.text ?? null;
}

export { editRandomly, resetArticle } from './random-edits.ts';

export function rootAttribute(): string | null {
  return document.documentElement.getAttribute('data-aiplus');
}

/** What the hit test says at the middle of each character of the nth mark with a text, line breaks left out. */
export function hitsOnCharacters(text: string, nth = 0): (string | null)[] {
  return characterRects(text, nth).map((rect) => hitTest(rect.x + rect.width / 2, rect.y + rect.height / 2));
}

/** The rectangle of each character of the nth mark with a text, measured by itself and not by the reader. */
export function characterRects(text: string, nth = 0): DOMRect[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let skip = nth;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let at = data.indexOf(text); at >= 0; at = data.indexOf(text, at + 1)) {
      if (skip-- > 0) continue;
      return [...text].map((_, index) => {
        const range = document.createRange();
        range.setStart(node, at + index);
        range.setEnd(node, at + index + 1);
        return range.getBoundingClientRect();
      });
    }
  }
  return [];
}

export function identities(): number[] {
  return (reader?.annotations() ?? []).map(({ id }) => id);
}

/** The texts that mark.js wraps in the article when it is asked for these words, in reading order. */
export function markedByLibrary(words: readonly string[]): string[] {
  const article = document.querySelector('#ozoom') as HTMLElement;
  new Mark(article).mark([...words], { acrossElements: true, separateWordSearch: false });
  return [...article.querySelectorAll('mark')].map((element) => element.textContent ?? '');
}
