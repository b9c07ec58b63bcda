import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD_FOLDER } from '../../scripts/build.ts';
import { paintedCounts } from '../../scripts/drive.ts';
import { tooNew } from '../../scripts/release/compatibility.ts';
import { readFolder } from '../../scripts/release/package-files.ts';
import { askArticle, eventually, KINDS, openStage, type Stage, textOf } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What is used although the oldest browser of the manifest lacks it, and why that is right. */
const FALLS_BACK: Readonly<Record<string, string>> = {
  'css.selectors.-webkit-search-cancel-button': 'Firefox puts no such button into a field',
  'api.Document.moveBefore': 'preact asks whether it is there',
  'css.properties.overscroll-behavior': 'came early and only for boxes that scroll; ours do',
  'css.properties.text-autospace': 'without it there is no gap between Chinese and Latin letters',
  'css.properties.text-autospace.normal': 'the same',
  'css.properties.text-spacing-trim': 'without it full stops keep their full width',
  'css.properties.text-spacing-trim.trim-start': 'the same',
  'css.properties.text-wrap.pretty': 'without it lines break as ever',
  'css.properties.orphans': 'print only: a page may break after one line',
  'css.properties.widows': 'the same',
  'css.properties.break-after.avoid': 'print only: a heading may end a page',
  'css.properties.break-before.avoid': 'print only: the last words of an item may begin a page',
  'css.selectors.highlight': 'Firefox: text-shadow came with 149, which we do not use; lines with 146',
};
/** Names of our own or of a package's objects, which the data knows as names of something new. */
const OTHER_THINGS: Readonly<Record<string, string>> = {
  'api.Blob.bytes': 'the size of an import',
  'api.EventTarget.when': 'a field of zod',
  'api.Scheduler.yield': 'of our own scheduler: utils/page/scheduler.ts',
  'api.CSS.number': 'a part of a key of messages',
  'api.CSS.percent': 'a unit of figures',
  'api.CSS.s': 'a letter of the minifier',
  'api.Performance.memory': 'a part of a key of messages',
  'javascript.builtins.Error.fileName': 'a field of saxes',
  'javascript.builtins.Error.stackTraceLimit': 'zod asks whether it is there',
  'javascript.builtins.Iterator.windows': 'an interface of extensions',
};
const KNOWN = { ...FALLS_BACK, ...OTHER_THINGS };

describe.each(KINDS)('the oldest browser that the manifest names for %s', (kind) => {
  const files = readFolder(ROOT + BUILD_FOLDER[kind]);
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '{}');
  const stated =
    manifest.minimum_chrome_version ?? manifest.browser_specific_settings.gecko.strict_min_version;
  const engine = kind === 'firefox' ? 'firefox' : 'chrome';

  it('has everything that the build uses, or the build does without it', () => {
    const unknown = tooNew(files, engine, Number.parseFloat(stated)).filter(
      ({ feature }) => !Object.hasOwn(KNOWN, feature),
    );
    expect(unknown).toEqual([]);
  });

  it('would be too old without the highlights, which nothing replaces', () => {
    const first = kind === 'firefox' ? 140 : 105;
    const features = (version: number) => tooNew(files, engine, version).map(({ feature }) => feature);
    expect(features(first - 1)).toContain('api.CSS.highlights');
    expect(features(first)).not.toContain('api.CSS.highlights');
  });
});

it('no exception is left over', () => {
  const used = KINDS.flatMap((kind) =>
    tooNew(
      readFolder(ROOT + BUILD_FOLDER[kind]),
      kind === 'firefox' ? 'firefox' : 'chrome',
      kind === 'firefox' ? 146 : 128,
    ),
  ).map(({ feature }) => feature);
  expect(Object.keys(KNOWN).filter((feature) => !used.includes(feature))).toEqual([]);
});

describe.each(KINDS)('without CSS.highlights in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind, {}, takeHighlightsAway);
  });
  afterAll(() => stage?.close());

  it('the page is left alone, and the popup says why and still looks terms up', async () => {
    const article = await stage.open('/');
    const errors: string[] = [];
    article.on('pageerror', (error) => errors.push(String(error)));
    const popup = await stage.openOwn('popup.html');
    const said = await eventually('the reason', async () => (await textOf(popup, '.empty')) || undefined);
    expect(said).toContain('This browser is too old');
    // The content script is there and answers; it has nothing to paint with.
    const report = await eventually('the answer of the page', () =>
      askArticle(popup, 'report', {}).catch(() => undefined),
    );
    expect(report).toMatchObject({ annotations: [] });
    await popup.keyboard.press('/');
    await popup.keyboard.type('gzlsjj');
    await eventually('the answer', async () =>
      (await textOf(popup, '.page-entry-name')).includes('高质量数据集'),
    );
    expect(await paintedCounts(article)).toEqual({});
    expect(errors).toEqual([]);
  });
});

/** Lets each script of a copy of the extension begin in a world like that of a browser before the highlights. */
async function takeHighlightsAway(folder: string): Promise<void> {
  const script = 'before-highlights.js';
  await writeFile(
    `${folder}/${script}`,
    `globalThis.CSS = { escape: CSS.escape.bind(CSS), supports: CSS.supports.bind(CSS) };
     globalThis.Highlight = undefined;`,
  );
  const manifest = JSON.parse(await readFile(`${folder}/manifest.json`, 'utf8'));
  for (const each of manifest.content_scripts) each.js.unshift(script);
  await writeFile(`${folder}/manifest.json`, JSON.stringify(manifest));
  const popup = await readFile(`${folder}/popup.html`, 'utf8');
  await writeFile(
    `${folder}/popup.html`,
    popup.replace('<script', `<script src="/${script}"></script><script`),
  );
}
