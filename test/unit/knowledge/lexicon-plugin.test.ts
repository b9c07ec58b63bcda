import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { lexiconPlugin } from '../../../scripts/lexicon-plugin.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';

async function bundle(source: string): Promise<string> {
  const entry = 'virtual:entry';
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      lexiconPlugin(),
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      rollupOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .map((chunk) => ('code' in chunk ? chunk.code : ''))
    .join('\n');
}

async function run(code: string): Promise<Record<string, unknown>> {
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

describe('lexiconPlugin', () => {
  it('gives a bundle the lexicon and the cues of the figures', async () => {
    const code = await bundle(
      `import builtInLexicon from 'virtual:lexicon'; import cues from 'virtual:figure-cues'; export { builtInLexicon, cues };`,
    );
    const { builtInLexicon, cues } = await run(code);
    const lexicon = (builtInLexicon as () => { terms: unknown[] })();
    const { terms, figures } = loadKnowledge();
    expect(lexicon).toMatchObject({
      terms: expect.any(Array),
      decoys: expect.any(Array),
      scriptPairs: expect.stringContaining('計计'),
    });
    expect(lexicon.terms).toHaveLength(terms.size);
    expect(cues).toHaveLength(figures.size);
  });

  it('keeps definitions and the script converter out of the bundle', async () => {
    const code = await bundle(`import lexicon from 'virtual:lexicon'; export { lexicon };`);
    for (const { definition } of loadKnowledge().terms.values()) {
      expect(code).not.toContain(definition.hans);
    }
    expect(code).not.toMatch(/opencc/i);
    // About 40 bytes a form; the converter alone would be a megabyte.
    expect(code.length).toBeLessThan(150_000);
  });
});
