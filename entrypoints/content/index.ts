import '../../assets/styles/highlights.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { glossaryRevision, watchGlossary } from '../../utils/glossary/revision.ts';
import { answerInTab } from '../../utils/messages/receive.ts';
import { PEOPLES_DAILY_MATCHES } from '../../utils/page/sites.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { isRevoked } from '../../utils/settings/sites.ts';
import { readSettings, watchSettings } from '../../utils/settings/store.ts';
import { loadRecogniser, type Recogniser } from './recogniser.ts';
import { createSession, type Session } from './session.ts';

/** Set by the background in the world of the content scripts before it injects them to explain a selection only. */
declare global {
  var aiplusQuiet: boolean | undefined;
}

export default defineContentScript({
  matches: [...PEOPLES_DAILY_MATCHES],
  runAt: 'document_end',
  async main(ctx) {
    if (!(document.documentElement instanceof HTMLElement)) return;
    let [{ settings }, recogniser] = await Promise.all([readSettings(), loadRecogniser()]);
    if (ctx.isInvalid) return;
    const begin = (current: Settings, { annotator, kindOf }: Recogniser): Session =>
      createSession({
        annotator,
        kindOf,
        quiet: globalThis.aiplusQuiet === true,
        settings: current,
        isAlive: () => ctx.isValid,
      });
    let session = begin(settings, recogniser);
    let renewals = 0;
    /** The permission for this page was taken back, or the extension is gone. */
    let hasStopped = false;
    /** The reader's glossary is another one, or comes first now: the page is read anew. */
    const renew = async (): Promise<void> => {
      const renewal = ++renewals;
      const next = await loadRecogniser();
      // Another change has come meanwhile; its answer counts, not this one.
      if (hasStopped || renewal !== renewals) return;
      recogniser = next;
      session.dispose();
      session = begin(settings, recogniser);
    };
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
        explainSelection: async () => session.explainSelection(),
        leave: async ({ revoked, remaining }) => {
          if (isRevoked(location.hostname, revoked, remaining)) stop();
          return null;
        },
      }),
    ];
    // A page that comes back from the browser's cache has not heard of changes meanwhile.
    ctx.addEventListener(window, 'pageshow', (event) => {
      if (hasStopped || !event.persisted) return;
      void readSettings().then((reading) => apply(reading.settings));
      void glossaryRevision().then((revision) => {
        if (revision !== recogniser.revision) void renew();
      });
    });
    const stop = (): void => {
      hasStopped = true;
      session.dispose();
      for (const end of ends) end();
    };
    ctx.onInvalidated(stop);
  },
});
