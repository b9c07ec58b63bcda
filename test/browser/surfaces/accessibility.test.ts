import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../../utils/locale.ts';
import { type GallerySession, openGallery } from '../../support/gallery.ts';

/** All states are looked at in one go per language and theme: half a minute in six parts. */
const LONG = 120_000;

let gallery: GallerySession;
beforeAll(async () => {
  gallery = await openGallery('chromium');
});
afterAll(() => gallery.close());

async function findAll(locale: string, theme: string, rule?: string) {
  const found: Record<string, readonly string[]> = {};
  for (const name of gallery.names) {
    await gallery.show({ name, locale, theme });
    const findings = await gallery.findings(rule);
    if (findings.length > 0) found[name] = findings;
  }
  return found;
}

describe.each(LOCALES)('every state of every surface in %s', (locale) => {
  it('has nothing that axe finds fault with', { timeout: LONG }, async () => {
    expect(await findAll(locale, 'light')).toEqual({});
  });

  // All else is the same in the dark.
  it('has contrast enough in the dark theme', { timeout: LONG }, async () => {
    expect(await findAll(locale, 'dark', 'color-contrast')).toEqual({});
  });
});
