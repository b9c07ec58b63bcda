import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserKind } from './build.ts';
import { readArguments, runCommand, UsageError } from './command-line.ts';
import type { GalleryHandle } from './gallery.ts';
import { BASELINE_SCENES, pictureFile } from './pictures/baseline.ts';
import { comparePictures, packPicture } from './pictures/compare.ts';
import { openStudio, type Scene, type Studio } from './pictures/take.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = `${ROOT}.output/screenshots/`;
const THEMES = ['light', 'dark'] as const;

const USAGE = `Usage: npm run screenshots -- [--firefox] [WORD…]

Takes pictures of every state of every surface, light and dark, in three languages, into .output/screenshots;
with words, only of the scenes whose names contain them all.

  --against REF   takes the same pictures of another version too (a branch, a tag, a commit), and keeps only those
                  that differ: before, after, and the differing points in red
  --baseline      makes the pictures anew with which the tests compare (test/browser/surfaces/pictures)
  --firefox       in Firefox instead of Chromium`;

declare global {
  var gallery: GalleryHandle;
}

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      firefox: { type: 'boolean' },
      baseline: { type: 'boolean' },
      against: { type: 'string' },
    },
    USAGE,
    { takesWords: true },
  );
  if (values.baseline) return takeBaseline();
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const kind = values.firefox ? 'firefox' : 'chromium';
  const studio = await openStudio(kind);
  try {
    const scenes = scenesOf(studio, positionals);
    return typeof values.against === 'string'
      ? await takeDifferences(kind, studio, scenes, values.against)
      : await takeAll(studio, scenes);
  } finally {
    await studio.close();
  }
});

function scenesOf(studio: Studio, words: readonly string[]): Scene[] {
  return studio.names
    .filter((name) => words.every((word) => name.includes(word)))
    .flatMap((name) => studio.locales.flatMap((locale) => THEMES.map((theme) => ({ name, locale, theme }))));
}

async function takeAll(studio: Studio, scenes: readonly Scene[]): Promise<number> {
  for (const scene of scenes) await writeFile(`${FOLDER}${nameOf(scene)}.png`, await studio.take(scene));
  process.stdout.write(`${scenes.length} pictures in .output/screenshots\n`);
  return 0;
}

/** Both browsers, one after the other. */
async function takeBaseline(): Promise<number> {
  for (const kind of ['chromium', 'firefox'] as const) {
    const studio = await openStudio(kind, { boxes: true });
    try {
      for (const scene of BASELINE_SCENES) {
        const file = pictureFile(kind, scene);
        await mkdir(new URL('.', file), { recursive: true });
        await writeFile(file, packPicture(await studio.take(scene, 'window')));
      }
    } finally {
      await studio.close();
    }
  }
  process.stdout.write(
    `${BASELINE_SCENES.length} pictures for each browser in test/browser/surfaces/pictures\n`,
  );
  return 0;
}

/** Returns 1 where a scene looks different, 0 where none does. */
async function takeDifferences(
  kind: BrowserKind,
  studio: Studio,
  scenes: readonly Scene[],
  reference: string,
): Promise<number> {
  const before = await checkOut(reference);
  let other: Studio | undefined;
  const differing: string[] = [];
  try {
    other = await openStudio(kind, { root: `${before}/test/gallery/` });
    for (const scene of scenes) {
      if (!other.names.includes(scene.name)) {
        differing.push(`${nameOf(scene)}: new`);
        continue;
      }
      const [was, is] = [await other.take(scene), await studio.take(scene)];
      const { points, says, picture } = comparePictures(was, is);
      if (points === 0) continue;
      differing.push(`${nameOf(scene)}: ${says}`);
      const files = { before: was, after: is, difference: picture };
      for (const [which, data] of Object.entries(files))
        await writeFile(`${FOLDER}${nameOf(scene)}.${which}.png`, data);
    }
  } finally {
    await other?.close();
    git('worktree', 'remove', '--force', before);
    await rm(dirname(before), { recursive: true });
  }
  for (const line of differing) process.stdout.write(`${line}\n`);
  process.stdout.write(`${differing.length} of ${scenes.length} pictures differ from ${reference}\n`);
  return differing.length === 0 ? 0 : 1;
}

/** Puts another version into a folder of its own, with what is installed for this one. Returns the folder. */
async function checkOut(reference: string): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'aiplus-pictures-')), 'tree');
  try {
    git('worktree', 'add', '--detach', folder, reference);
  } catch {
    throw new UsageError(`Git has no version “${reference}”.`);
  }
  for (const made of ['node_modules', '.wxt']) await symlink(ROOT + made, `${folder}/${made}`);
  return folder;
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
}

function nameOf({ name, locale, theme }: Scene): string {
  return `${name}-${locale}-${theme}`;
}
