import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GallerySession, openGallery } from '../../support/gallery.ts';

describe.each(['chromium', 'firefox'] as const)('in %s', (kind) => {
  let gallery: GallerySession;
  beforeAll(async () => {
    gallery = await openGallery(kind);
  });
  afterAll(() => gallery.close());

  it.each([
    ['was copied', true, 'Copied'],
    ['could not be copied', false, 'Could not copy'],
  ])('the card says of a citation that it %s', { timeout: 30_000 }, async (_, works, says) => {
    const { page } = gallery;
    await gallery.show({ name: 'card-term', locale: 'en', theme: 'light' });
    await page.evaluate((isFine) => {
      navigator.clipboard.writeText = () => (isFine ? Promise.resolve() : Promise.reject(new Error('no')));
    }, works);
    await page.click('.card-foot [aria-expanded]');
    await page.click('.card-copies .button');
    await page.waitForFunction(() => document.querySelector('.card-status')?.textContent !== '');
    expect(await page.$eval('.card-status', ({ textContent }) => textContent)).toContain(says);
  });
});
