import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASELINE_SCENES, pictureFile } from '../../../scripts/pictures/baseline.ts';
import { comparePictures } from '../../../scripts/pictures/compare.ts';
import { openStudio, type Studio } from '../../../scripts/pictures/take.ts';

/** Where what differs is left, for whoever has to look at it. */
const FOLDER = new URL('../../../.output/pictures/', import.meta.url);
/**
 * Points of a picture that may differ: versions of a browser smooth edges a little differently. A line that moves by
 * one pixel has hundreds, a padding that grows by one has thousands.
 */
const TOLERANCE = 150;

describe.each(['chromium', 'firefox'] as const)('with text in boxes, in %s,', (kind) => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await openStudio(kind, { boxes: true });
    await rm(new URL(`${kind}/`, FOLDER), { recursive: true, force: true });
  });
  afterAll(() => studio?.close());

  it.each(BASELINE_SCENES)('$name in $locale and $theme looks as it did', async (scene) => {
    const file = pictureFile(kind, scene);
    const before = await readFile(file);
    const now = await studio.take(scene, 'window');
    const { points, says, picture } = comparePictures(before, now);
    if (points > TOLERANCE) {
      const name = `${kind}/${scene.name}-${scene.locale}-${scene.theme}`;
      await mkdir(new URL(`${kind}/`, FOLDER), { recursive: true });
      await writeFile(new URL(`${name}.now.png`, FOLDER), now);
      await writeFile(new URL(`${name}.difference.png`, FOLDER), picture);
      expect.fail(
        `It differs: ${says}; see .output/pictures/${name}.difference.png. Where that is meant, ` +
          '`npm run screenshots -- --baseline` makes the pictures anew: look at them, and commit them.',
      );
    }
  });
});
