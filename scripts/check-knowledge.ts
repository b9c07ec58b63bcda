import { assembleKnowledge, type Finding, KnowledgeError } from '../utils/knowledge/assemble.ts';
import { checkInput } from './check/input.ts';
import { RULES } from './check/rules.ts';
import { readArguments, runCommand } from './command-line.ts';
import { readKnowledgeFiles } from './knowledge-files.ts';

/**
 * Checks the knowledge base as `npm run check:knowledge` does: shape first, then every rule. Prints one line a
 * finding, `rule  place: reason`, and returns 1 where there is any, else 0.
 */
function check(): number {
  const started = performance.now();
  const findings = new Map<string, readonly Finding[]>();
  let counts = '';
  try {
    const knowledge = assembleKnowledge(readKnowledgeFiles());
    const input = checkInput(knowledge, new Date().toISOString().slice(0, 10));
    if (input.copyTexts.length === 0) console.log('own-words: skipped, ../shared/eval is not here');
    for (const rule of RULES) findings.set(rule.name, rule.check(input));
    counts = `${knowledge.terms.size} terms, ${knowledge.items.size} outline items, ${knowledge.figures.size} figures, ${knowledge.sources.size} sources`;
  } catch (error) {
    if (error instanceof KnowledgeError) findings.set('schema', error.findings);
    else if (error instanceof SyntaxError)
      findings.set('json', [{ path: 'assets/knowledge', reason: error.message }]);
    else throw error;
  }
  const lines = [...findings].flatMap(([rule, list]) =>
    list.map(({ path, reason }) => `${rule}  ${path}: ${reason}`),
  );
  for (const line of lines) console.error(line);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${counts === '' ? 'shape' : `${counts}, ${RULES.length} rules`}: ${lines.length} ${lines.length === 1 ? 'finding' : 'findings'} in ${seconds} s`,
  );
  return lines.length > 0 ? 1 : 0;
}

await runCommand(async () => {
  readArguments({}, 'Usage: npm run check:knowledge   (checks assets/knowledge)');
  return check();
});
