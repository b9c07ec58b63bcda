import '../../assets/styles/highlights.css';
import figureCues from 'virtual:figure-cues';
import lexicon from 'virtual:lexicon';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAnnotator } from '../../utils/annotate.ts';
import type { Annotation } from '../../utils/annotation.ts';
import { answerInTab } from '../../utils/messages/receive.ts';
import { PEOPLES_DAILY_MATCHES } from '../../utils/page/sites.ts';
import { readSettings, watchSettings } from '../../utils/settings/store.ts';
import type { Category, HighlightKind } from '../../utils/terms/types.ts';
import { createSession } from './session.ts';

/** Set by the background in the world of the content scripts before it injects them to explain a selection only. */
declare global {
  var aiplusQuiet: boolean | undefined;
}

export default defineContentScript({
  matches: [...PEOPLES_DAILY_MATCHES],
  runAt: 'document_end',
  async main(ctx) {
    if (!(document.documentElement instanceof HTMLElement)) return;
    const { settings } = await readSettings();
    if (ctx.isInvalid) return;
    const categories = new Map<string, Category>(lexicon.terms.map(({ id, category }) => [id, category]));
    const session = createSession({
      annotator: createAnnotator(lexicon, figureCues),
      kindOf: (annotation) => kindOf(annotation, categories),
      quiet: globalThis.aiplusQuiet === true,
      settings,
      isAlive: () => ctx.isValid,
    });
    const ends = [
      watchSettings(session.apply),
      answerInTab({
        report: async () => session.report(),
        reveal: async ({ index }) => session.reveal(index),
        step: async ({ direction }) => session.step(direction),
        explainSelection: async () => session.explainSelection(),
      }),
    ];
    // A page that comes back from the browser's cache has not heard of changes meanwhile.
    ctx.addEventListener(window, 'pageshow', (event) => {
      if (event.persisted) void readSettings().then((reading) => session.apply(reading.settings));
    });
    ctx.onInvalidated(() => {
      session.dispose();
      for (const end of ends) end();
    });
  },
});

function kindOf(annotation: Annotation, categories: ReadonlyMap<string, Category>): HighlightKind {
  if (annotation.kind === 'figure') return 'figure';
  const category = categories.get(annotation.term);
  if (!category) throw new Error(`The term ${annotation.term} has no category.`);
  return category;
}
