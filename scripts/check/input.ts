import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import officialTitles from './official-titles.json' with { type: 'json' };
import type { CheckInput } from './rule.ts';

/** Where the evaluation texts lie beside the project, if they are on this machine. */
const SHARED = fileURLToPath(new URL('../../../shared/eval/', import.meta.url));

/** Everything the rules look at. Without the evaluation texts `copyTexts` is empty. */
export async function checkInput(
  knowledge: Knowledge,
  today: string,
): Promise<CheckInput & { engineMissing: boolean }> {
  const found = await import('./engine.ts').then(
    ({ engine }) => engine(knowledge),
    () => undefined,
  );
  return {
    knowledge,
    today,
    officialTitles,
    copyTexts: copyTexts(),
    ...(found ?? { findTerms: () => [], findFigures: () => [] }),
    engineMissing: found === undefined,
  };
}

function copyTexts(): CheckInput['copyTexts'] {
  return ['article/', 'text/'].flatMap((folder) => {
    if (!existsSync(`${SHARED}${folder}`)) return [];
    return readdirSync(`${SHARED}${folder}`)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ name: `${folder}${name}`, text: readFileSync(`${SHARED}${folder}${name}`, 'utf8') }));
  });
}
