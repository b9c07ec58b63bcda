import '../../assets/styles/highlights.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { glossaryRevision, watchGlossary } from '../../utils/glossary/revision.ts';
import { answerInTab } from '../../utils/messages/receive.ts';
import { leavePlace, takeOver } from '../../utils/page/instance.ts';
import { PEOPLES_DAILY_MATCHES } from '../../utils/page/sites.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { isRevoked } from '../../utils/settings/sites.ts';
import { readSettings, watchSettings } from '../../utils/settings/store.ts';
import { removeCardHosts } from './card-hosts.ts';
import { builtInRecogniser, loadRecogniser } from './recogniser.ts';
import { createSession, type Session } from './session.ts';

/** Set by the background in the world of the content scripts before it injects them to explain a selection only. */
declare global {
  var aiplusQuiet: boolean | undefined;
}

/** How often is looked whether the extension is still there, in milliseconds. */
const LIFE_INTERVAL = 1_000;

/** After an update or removal what is left in open pages has lost its extension, and nobody tells it. */
function hasExtension(): boolean {
  return browser.runtime?.id !== undefined;
}

export default defineContentScript({
  matches: [...PEOPLES_DAILY_MATCHES],
  runAt: 'document_end',
  // A message to the page that names us, for which there is no need.
  noScriptStartedPostMessage: true,
  // The framework's context is not used: it ends by an event of the document, which any page can send.
  async main() {
    if (!(document.documentElement instanceof HTMLElement)) return;
    // The frame that Chromium puts around a PDF: there is no text in it.
    if (document.contentType === 'application/pdf') return;
    // Compiled while the settings are on their way.
    const [reading, builtIn] = await Promise.all([readSettings(), builtInRecogniser()]);
    if (!hasExtension()) return;
    let { settings } = reading;
    let recogniser = builtIn;
    const begin = (): Session =>
      createSession({
        annotate: (text, context) => recogniser.annotator.annotateBlock(text, context),
        survey: (text) => recogniser.annotator.survey(text),
        kindOf: (annotation) => recogniser.kindOf(annotation),
        quiet: globalThis.aiplusQuiet === true,
        settings,
        isAlive: () => !hasStopped && hasExtension(),
      });
    /** The permission for this page was taken back, a newer instance has come, or the extension is gone. */
    let hasStopped = false;
    removeCardHosts();
    let session = begin();
    let renewals = 0;
    const abort = new AbortController();
    /** The reader's glossary is there, is another one, or comes first now: the page is read anew where that matters. */
    const renew = async (): Promise<void> => {
      const renewal = ++renewals;
      const revision = await glossaryRevision();
      const next = revision === undefined ? builtIn : await loadRecogniser(revision);
      // Another change has come meanwhile; its answer counts, not this one.
      if (hasStopped || renewal !== renewals) return;
      const changesMarks = recogniser.hasOwn() || next.hasOwn();
      recogniser = next;
      if (!changesMarks) return;
      session.dispose();
      session = begin();
    };
    // After the first marks: no page waits for the own terms.
    const ownTermsKnown = renew();
    const apply = (changed: Settings): void => {
      if (hasStopped) return;
      const ownTermsMoved = changed.ownFirst !== settings.ownFirst && recogniser.revision !== undefined;
      settings = changed;
      session.apply(changed);
      if (ownTermsMoved) void renew();
    };
    const ends = [
      watchSettings(apply),
      watchGlossary(() => void renew()),
      answerInTab({
        report: async () => session.report(),
        reveal: async ({ index }) => session.reveal(index),
        step: async ({ direction }) => session.step(direction),
        explainSelection: async () => {
          await ownTermsKnown;
          return session.explainSelection();
        },
        leave: async ({ revoked, remaining }) => {
          if (isRevoked(location.hostname, revoked, remaining)) stop();
          return null;
        },
      }),
    ];
    // A page that comes back from the browser's cache has not heard of changes meanwhile.
    const onPageShow = (event: PageTransitionEvent): void => {
      if (hasStopped || !event.persisted) return;
      void readSettings().then((reading) => apply(reading.settings));
      void glossaryRevision().then((revision) => {
        if (revision !== recogniser.revision) void renew();
      });
    };
    window.addEventListener('pageshow', onPageShow, { signal: abort.signal });
    const life = setInterval(() => {
      if (!hasExtension()) stop();
    }, LIFE_INTERVAL);
    const stop = (): void => {
      hasStopped = true;
      abort.abort();
      clearInterval(life);
      leavePlace(window, stop);
      session.dispose();
      // Of an extension that is gone nothing can be called, and nothing of it calls us.
      if (hasExtension()) for (const end of ends) end();
    };
    takeOver(window, stop);
  },
});
