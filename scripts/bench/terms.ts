import { buildLexicon } from '../../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { createTermScanner } from '../../utils/terms/scanner.ts';

/** Measures the term recogniser beside a bare loop over the same text. */
export async function run(): Promise<boolean> {
  const lexicon = buildLexicon(loadKnowledge());
  const scanner = createTermScanner(lexicon);
  const forms = lexicon.terms.flatMap((term) => term.forms);
  const text = forms.join('，今天天气很好，大家都来了。').repeat(40);
  const timed = (work: () => number): number => {
    const started = performance.now();
    work();
    return performance.now() - started;
  };
  for (let round = 0; round < 5; round++) {
    const bare = timed(() => {
      let sum = 0;
      for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
      return sum;
    });
    const scan = timed(() => scanner.scan(text).length);
    console.log(`${text.length} units: bare loop ${bare.toFixed(1)} ms, scan ${scan.toFixed(1)} ms`);
  }
  return true;
}
