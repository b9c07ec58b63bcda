import markStyles from '../../assets/styles/highlights.css?inline';
import type { Annotator } from '../../utils/annotate.ts';
import type { Annotation } from '../../utils/annotation.ts';
import { resolveLocale } from '../../utils/i18n.ts';
import type { Locale } from '../../utils/locale.ts';
import type { PageReport } from '../../utils/messages/protocol.ts';
import { askBackground } from '../../utils/messages/send.ts';
import { articleDate, articleTitle } from '../../utils/page/article.ts';
import { createReader } from '../../utils/page/reader.ts';
import type { Hit, Reader } from '../../utils/page/reader-types.ts';
import { hideTerm } from '../../utils/settings/changes.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { readsHost } from '../../utils/settings/sites.ts';
import { changeSettings } from '../../utils/settings/store.ts';
import type { HighlightKind } from '../../utils/terms/types.ts';
import { listenToKeys } from './keyboard.ts';
import { createNotices } from './notices.ts';
import { createPageCard } from './page-card.ts';
import { createKnowledgeStore } from './page-knowledge.ts';
import { markTarget, selectionTarget } from './target.ts';

interface SessionOptions {
  readonly annotate: Annotator['annotateBlock'];
  readonly survey: Annotator['survey'];
  kindOf(annotation: Annotation): HighlightKind;
  /** Only a selection is to be explained: nothing is marked. */
  readonly quiet: boolean;
  readonly settings: Settings;
  /** Whether the extension is still there. */
  isAlive(): boolean;
}

/** The extension on one page, from its start to its end. */
export interface Session {
  /** The settings have changed. */
  apply(settings: Settings): void;
  report(): PageReport;
  reveal(mark: number): boolean;
  step(direction: 'next' | 'previous'): number | null;
  explainSelection(): boolean;
  dispose(): void;
}

export function createSession(options: SessionOptions): Session {
  const { annotate, survey, isAlive } = options;
  let { settings } = options;
  let reader: Reader | undefined;
  /** Where the keyboard has gone; Enter opens the card there. */
  let cursor: Hit | undefined;
  const abort = new AbortController();

  const store = createKnowledgeStore(() => card.refresh());
  const notices = createNotices(() => reader?.current() ?? null, isAlive);
  const card = createPageCard({
    store,
    locale,
    settings: () => settings,
    openOutline: (item, mark) =>
      askBackground('openOutline', mark === null ? { item } : { item, from: mark }),
    openOptions: () => askBackground('openOptions', {}),
    setHidden: (term, hidden) => changeSettings(hideTerm(term, hidden)),
    onMark: (mark) => reader?.setOpen(mark),
    isAlive,
  });

  function locale(): Locale {
    return resolveLocale(settings.language, navigator.languages);
  }

  function start(): void {
    if (!CSS.highlights) return;
    reader = createReader(document, {
      annotate,
      survey,
      kindOf: options.kindOf,
      settings,
      frameStyle: markStyles,
      isAlive,
      // For whoever looks for the reason why a page has no marks; the page itself cannot hear it.
      onFailure: (error) => console.error('AI+ 导读', error),
      onAnnotations(list) {
        notices.annotationsChanged(list);
        const found = list.flatMap(({ annotation, inner }) => [annotation, ...inner]);
        // Where the background cannot be reached now, the card asks again when it opens.
        if (isAlive()) store.learn(found, locale()).catch(() => undefined);
      },
      onPoint: (hit) => card.point(hit && markTarget(hit)),
      onActivate: (hit, by) => card.open(markTarget(hit), by),
    });
    reader.start();
  }

  function stop(): void {
    card.close();
    cursor = undefined;
    reader?.stop();
    reader = undefined;
    notices.annotationsChanged([]);
  }

  function apply(changed: Settings): void {
    const languageChanged = changed.language !== settings.language;
    settings = changed;
    const wanted = readsHost(settings, location.hostname) && !options.quiet;
    if (!wanted) {
      if (reader) stop();
    } else if (reader) reader.update(settings);
    else start();
    if (languageChanged) card.close();
  }

  function step(direction: 'next' | 'previous'): number | null {
    const hit = direction === 'next' ? reader?.next() : reader?.previous();
    if (!hit) return null;
    cursor = hit;
    const list = reader?.annotations() ?? [];
    card.announce({
      title: hit.annotation.text,
      kind: hit.kind,
      index: list.findIndex(({ id }) => id === hit.id) + 1,
      count: list.length,
    });
    return hit.id;
  }

  function explainSelection(): boolean {
    const selection = getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return false;
    const range = selection.getRangeAt(0).cloneRange();
    // The reader has chosen these words on this page: what surrounds them gives them their sense.
    const found = annotate(selection.toString(), {
      before: range.commonAncestorContainer.textContent ?? '',
      after: '',
      facts: new Set(survey(document.body?.textContent ?? '')),
    });
    const target = selectionTarget(range, found);
    if (!target) card.tellNothing();
    else card.open(target, 'keyboard');
    return target !== undefined;
  }

  /** The first movement of a pointer on a page with marks: the card may be wanted soon. */
  function noticeReader(event: PointerEvent): void {
    if (!event.isTrusted || !reader) return;
    window.removeEventListener('pointermove', noticeReader, { capture: true });
    card.prepare();
  }

  listenToKeys({
    signal: abort.signal,
    isInCard: card.contains,
    onEscape() {
      // The first Esc closes the card; Enter opens it there again, until another one gives the place up.
      if (card.isOpen()) card.close();
      else cursor = undefined;
    },
    onEnter() {
      if (!cursor || card.isOpen()) return false;
      card.open(markTarget(cursor), 'keyboard');
      return true;
    },
    onPressOutside() {
      cursor = undefined;
      if (card.closesOnClick()) card.close();
    },
  });
  window.addEventListener('pointermove', noticeReader, {
    passive: true,
    capture: true,
    signal: abort.signal,
  });
  window.addEventListener('scroll', notices.positionChanged, {
    passive: true,
    capture: true,
    signal: abort.signal,
  });
  window.addEventListener('pageshow', notices.tellAgain, { signal: abort.signal });
  document.addEventListener('prerenderingchange', notices.tellAgain, { signal: abort.signal });
  apply(settings);

  return {
    apply,
    report() {
      notices.follow();
      return {
        title: articleTitle(document),
        url: location.href,
        date: articleDate(document),
        active: reader !== undefined,
        annotations: (reader?.annotations() ?? []).map(({ id, kind, annotation }) => ({
          index: id,
          kind,
          subject: annotation.kind === 'term' ? annotation.term : (annotation.known ?? null),
          text: annotation.text,
        })),
        off: [...(reader?.countsOff() ?? [])],
        current: reader?.current() ?? null,
      };
    },
    reveal: (mark) => reader?.reveal(mark) !== undefined,
    step,
    explainSelection,
    dispose() {
      abort.abort();
      notices.dispose();
      reader?.stop();
      reader = undefined;
      card.dispose();
    },
  };
}
