import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Knowledge } from '../utils/knowledge/assemble.ts';
import { buildLexicon } from '../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../utils/knowledge/load.ts';
import { officialLink, outlineItemsOf, outlineOf, relatedOf } from '../utils/knowledge/lookup.ts';
import { type SearchHit, searchKnowledge } from '../utils/knowledge/search.ts';
import { createTermScanner } from '../utils/terms/scanner.ts';
import { readArguments, runCommand, UsageError } from './command-line.ts';
import { refreshTraditional } from './hant.ts';
import { unknownCandidates } from './knowledge/candidates.ts';
import { decoyCandidates } from './knowledge/decoy-candidates.ts';
import { statisticsOf } from './knowledge/statistics.ts';

const USAGE = `Usage: npm run --silent knowledge -- COMMAND
  show ID             a term, figure, outline item or source as it is, with what it leads to
  find WORD…          terms, figures and items by Chinese, English, pinyin or initials
  stats               how much there is, and what is thin
  lint-article FILE   frequent words of a text that no term covers: what the glossary may lack (- is standard input)
  decoys              terms in ../shared/eval/text whose edges cut a word: what may need a decoy
  hant [PATH…]        writes the traditional texts anew from the simplified ones (below assets/knowledge)`;

await runCommand(async () => {
  const [command, ...rest] = readArguments({}, USAGE, { takesWords: true }).positionals;
  if (command === 'show' && rest[0] !== undefined) show(loadKnowledge(), rest[0]);
  else if (command === 'find' && rest.length > 0) find(loadKnowledge(), rest.join(' '));
  else if (command === 'stats') for (const line of statisticsOf(loadKnowledge())) print(line);
  else if (command === 'lint-article' && rest[0] !== undefined) lintArticle(rest[0]);
  else if (command === 'decoys') proposeDecoys();
  else if (command === 'hant') refresh(rest);
  else throw new UsageError(USAGE);
});

function show(knowledge: Knowledge, id: string): void {
  const term = knowledge.terms.get(id);
  const item = knowledge.items.get(id);
  const entry = term ?? item ?? knowledge.figures.get(id) ?? knowledge.sources.get(id);
  if (!entry)
    throw new UsageError(`“${id}” is no term, figure, outline item or source. Try: knowledge -- find ${id}`);
  print(JSON.stringify(entry, null, 2));
  if (term) {
    print(
      `related (both ways): ${relatedOf(knowledge, id)
        .map((other) => other.title.hans)
        .join('、')}`,
    );
    print(
      `in the outlines: ${outlineItemsOf(knowledge, term)
        .map((found) => found.id)
        .join(', ')}`,
    );
  }
  const outline = item && outlineOf(knowledge, id);
  if (item && outline) print(`official text: ${officialLink(outline, item) ?? 'no page is known'}`);
}

function find(knowledge: Knowledge, query: string): void {
  const hits = searchKnowledge(knowledge, query);
  for (const hit of hits)
    print(`${hit.rank}  ${hit.kind.padEnd(6)}  ${hit.id.padEnd(34)}  ${nameOf(knowledge, hit)}`);
  if (hits.length === 0) process.exitCode = 1;
}

function nameOf(knowledge: Knowledge, { kind, id }: SearchHit): string {
  const title =
    kind === 'figure'
      ? knowledge.figures.get(id)?.display
      : (knowledge.terms.get(id) ?? knowledge.items.get(id))?.title;
  return title === undefined ? id : `${title.hans} · ${title.en}`;
}

function lintArticle(file: string): void {
  const text = readFileSync(file === '-' ? 0 : file, 'utf8');
  for (const { word, count } of unknownCandidates(loadKnowledge(), text))
    print(`${String(count).padStart(5)}  ${word}`);
}

function proposeDecoys(): void {
  const folder = new URL('../../shared/eval/text/', import.meta.url);
  if (!existsSync(folder)) {
    print('../shared/eval/text is not here: nothing to propose');
    return;
  }
  const scanner = createTermScanner(buildLexicon(loadKnowledge()));
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'));
  for (const { term, word, count, example } of decoyCandidates(texts, (text) => scanner.scan(text)))
    print(`${String(count).padStart(5)}  ${term}  ${word}  …${example}…`);
}

function refresh(paths: readonly string[]): void {
  const changes = refreshTraditional(paths);
  for (const [path, changed] of changes) print(`${path}: ${changed} texts`);
  if (changes.size === 0) print('nothing to change');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
