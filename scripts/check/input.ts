import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { engine } from './engine.ts';
import officialTitles from './official-titles.json' with { type: 'json' };
import type { CheckInput } from './rule.ts';

/** Where the evaluation texts lie beside the project, if they are on this machine. */
const SHARED = fileURLToPath(new URL('../../../shared/eval/', import.meta.url));

/** Everything the rules look at. Without the evaluation texts `copyTexts` is empty. */
export function checkInput(knowledge: Knowledge, today: string): CheckInput {
  return { knowledge, today, officialTitles, copyTexts: copyTexts(), ...engine(knowledge) };
}

function copyTexts(): CheckInput['copyTexts'] {
  return ['article/', 'text/'].flatMap((folder) => {
    if (!existsSync(`${SHARED}${folder}`)) return [];
    return readdirSync(`${SHARED}${folder}`)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ name: `${folder}${name}`, text: readFileSync(`${SHARED}${folder}${name}`, 'utf8') }));
  });
}
