import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../../utils/locale.ts';
import { type GallerySession, openGallery, type Rules } from '../../support/gallery.ts';

/** All states are looked at in one go: a quarter of a minute. */
const LONG = 120_000;

let gallery: GallerySession;
beforeAll(async () => {
  gallery = await openGallery('chromium');
});
afterAll(() => gallery.close());

async function findAll(locale: string, theme: string, rules: Rules) {
  const found: Record<string, readonly string[]> = {};
  for (const name of gallery.names) {
    // A long list has the rows of a short one, hundreds of them; in one language axe looks at every one.
    if (name.endsWith('-long') && locale !== 'zh-CN') continue;
    await gallery.show({ name, locale, theme });
    const findings = await gallery.findings(rules);
    if (findings.length > 0) found[name] = findings;
  }
  return found;
}

describe('every state of every surface', () => {
  it.each(LOCALES)('has nothing that axe finds fault with in %s', { timeout: LONG }, async (locale) => {
    expect(await findAll(locale, 'light', 'all but contrast')).toEqual({});
  });

  // Colours are the same in every language, and all else is the same in the dark. English runs longest.
  it.each(['light', 'dark'])('has contrast enough in the %s theme', { timeout: LONG }, async (theme) => {
    expect(await findAll('en', theme, 'contrast')).toEqual({});
  });
});
