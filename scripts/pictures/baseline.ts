import type { BrowserKind } from '../build.ts';
import type { Scene } from './take.ts';

/**
 * The scenes whose pictures are kept with the tests: every surface, every language, light and dark. With text in
 * boxes they are the same on every machine; they change with the design, and are then made anew by
 * `npm run screenshots -- --baseline`.
 */
export const BASELINE_SCENES: readonly Scene[] = [
  { name: 'card-term', locale: 'zh-CN', theme: 'light' },
  { name: 'card-figure', locale: 'en', theme: 'dark' },
  { name: 'card-nested', locale: 'zh-TW', theme: 'light' },
  { name: 'popup-read', locale: 'zh-CN', theme: 'light' },
  { name: 'popup-read', locale: 'en', theme: 'dark' },
  { name: 'popup-ask', locale: 'zh-TW', theme: 'light' },
  { name: 'panel-read', locale: 'zh-TW', theme: 'light' },
  { name: 'panel-off', locale: 'en', theme: 'dark' },
  { name: 'options-strong', locale: 'en', theme: 'light' },
  { name: 'options', locale: 'zh-CN', theme: 'dark' },
  { name: 'glossary-form', locale: 'zh-CN', theme: 'light' },
  { name: 'outline', locale: 'zh-CN', theme: 'light' },
  { name: 'outline-arrived', locale: 'en', theme: 'dark' },
  { name: 'outline-card', locale: 'zh-TW', theme: 'light' },
  { name: 'welcome', locale: 'en', theme: 'light' },
];

/** The file of a scene's picture. */
export function pictureFile(kind: BrowserKind, { name, locale, theme }: Scene): URL {
  return new URL(
    `../../test/browser/surfaces/pictures/${kind}/${name}-${locale}-${theme}.png`,
    import.meta.url,
  );
}
