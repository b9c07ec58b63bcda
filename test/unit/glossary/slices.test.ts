import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import 'fake-indexeddb/auto';
import { inSlices } from '../../../entrypoints/surface/run-in-slices.ts';
import { readGlossaryFile, readingSteps, writeGlossaryFile } from '../../../utils/glossary/file.ts';
import { buildOwnLexicon, conflictSteps, patchSteps } from '../../../utils/glossary/merge.ts';
import { planSteps } from '../../../utils/glossary/plan.ts';
import { GLOSSARY_FORMATS } from '../../../utils/glossary/report.ts';
import type { OwnTerm } from '../../../utils/glossary/schema.ts';
import type { RunSteps, Steps } from '../../../utils/glossary/steps.ts';
import { editGlossary, importGlossary, readGlossary, undoImport } from '../../../utils/glossary/store.ts';
import type { LexiconEntry } from '../../../utils/terms/types.ts';

const TERMS: readonly OwnTerm[] = Array.from({ length: 500 }, (_, index) => ({
  id: `own:词语${index}`,
  forms: [`词语${index}`],
  category: 'policy',
  definition: '释义。',
}));
const BUILT_IN: Omit<LexiconEntry, 'id'> = { category: 'technology', forms: ['词语7'] };
const LEXICON = {
  ...{ terms: [], decoys: [], exceptions: [], words: [], signals: [], sameSentence: [], units: [] },
  shortTitles: [],
  scriptPairs: '',
};

function sharesOf<T>(steps: Steps<T>): { readonly shares: readonly number[]; readonly result: T } {
  const shares: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { shares, result: step.value };
    shares.push(step.value);
  }
}

function expectProgress(shares: readonly number[], atLeast: number): void {
  expect(shares.length).toBeGreaterThanOrEqual(atLeast);
  expect(shares).toStrictEqual([...shares].sort((a, b) => a - b));
  expect(shares[0]).toBeGreaterThanOrEqual(0);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
  expect(shares.at(-1)).toBeGreaterThan(0.9);
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
});

describe('work in steps', () => {
  it.each(GLOSSARY_FORMATS)('reads %s in many steps, none backwards, with the same result', (format) => {
    const bytes = new TextEncoder().encode([...writeGlossaryFile(TERMS, format, 't')].join(''));
    const { shares, result } = sharesOf(readingSteps(bytes, 'policy'));
    // A piece of XML has many entries in it.
    expectProgress(shares, format === 'tbx' ? 10 : TERMS.length);
    expect(result).toStrictEqual(readGlossaryFile(bytes, 'policy'));
    expect(result.terms).toHaveLength(TERMS.length);
  });

  it('plans an import in many steps, none backwards', () => {
    const bytes = new TextEncoder().encode([...writeGlossaryFile(TERMS, 'list', 't')].join(''));
    const reading = readGlossaryFile(bytes, 'policy');
    const builtIn = { lexicon: LEXICON, scriptPairs: '雲云' };
    expectProgress(sharesOf(planSteps(reading, TERMS, 'add', builtIn)).shares, TERMS.length);
  });

  it('compares with the built-in lexicon in steps of one term, on both sides', () => {
    const builtIn = {
      ...LEXICON,
      terms: [
        { ...BUILT_IN, id: 'a' },
        { ...BUILT_IN, id: 'b' },
      ],
    };
    const own = buildOwnLexicon(TERMS, '雲云');
    const sides = TERMS.length + builtIn.terms.length;
    expectProgress(sharesOf(conflictSteps(builtIn, own)).shares, sides);
    // Once more over the built-in forms, for those that an own term takes over.
    const patch = sharesOf(patchSteps(builtIn, own, () => true));
    expectProgress(patch.shares, sides + builtIn.terms.length);
    expect(patch.result.dropped).toStrictEqual(['词语7', '词语7']);
  });

  it('decodes characters that stand where one piece ends and the next begins', () => {
    // Three bytes each, and no piece is a multiple of three.
    const definition = '释义'.repeat(500);
    const rows = Array.from({ length: 300 }, (_, index) => `词语${index}\t${definition}\n`);
    const bytes = new TextEncoder().encode(rows.join(''));
    expect(bytes.length).toBeGreaterThan(3 * 2 ** 18);
    const definitions = readGlossaryFile(bytes, 'policy').terms.map((term) => term.definition);
    expect(definitions).toStrictEqual(rows.map(() => definition));
  });
});

describe('a change that is called off', () => {
  /** Throws before a step, as a runner does whose signal was aborted. */
  const stopsAt =
    (at: number): RunSteps =>
    (steps) => {
      let count = 0;
      for (;;) {
        if (count++ === at) throw new DOMException('called off', 'AbortError');
        const step = steps.next();
        if (step.done) return step.value;
      }
    };

  it('stores nothing, at whatever step', async () => {
    await importGlossary(TERMS.slice(0, 3), 0);
    const before = await readGlossary();
    await fc.assert(
      fc.asyncProperty(fc.nat(TERMS.length), async (at) => {
        await expect(importGlossary(TERMS, 1, stopsAt(at))).rejects.toThrow('called off');
        expect(await readGlossary()).toStrictEqual(before);
      }),
      { numRuns: 30 },
    );
    for (const at of [0, 1, 2, 3]) {
      await expect(editGlossary((terms) => [...terms, ...TERMS], stopsAt(at))).rejects.toThrow('called off');
      expect(await readGlossary()).toStrictEqual(before);
    }
    await expect(undoImport(stopsAt(0))).rejects.toThrow('called off');
    expect(await readGlossary()).toStrictEqual(before);
  });
});

describe('running in slices', () => {
  /** Steps that take about a millisecond each. */
  function* slowly(count: number): Steps<string> {
    for (let index = 1; index <= count; index++) {
      const end = performance.now() + 1;
      while (performance.now() < end);
      yield index / count;
    }
    return 'done';
  }

  it('lets others go first, and returns the result', async () => {
    const others = vi.fn();
    const timer = setInterval(others, 0);
    await expect(inSlices(new AbortController().signal)(slowly(60))).resolves.toBe('done');
    clearInterval(timer);
    expect(others.mock.calls.length).toBeGreaterThanOrEqual(3);
  });

  it('shows no progress of what is done within one slice', async () => {
    const onProgress = vi.fn();
    await inSlices(new AbortController().signal, onProgress)(slowly(1));
    expect(onProgress).not.toHaveBeenCalled();
  });

  it('ends with the reason of the signal, and does not go on with the work', async () => {
    const controller = new AbortController();
    const reason = new Error('called off');
    const steps = slowly(1000);
    const running = inSlices(controller.signal, () => controller.abort(reason))(steps);
    await expect(running).rejects.toBe(reason);
    expect(steps.next().value).toBeLessThan(0.5);
  });
});
