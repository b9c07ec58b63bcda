import * as z from 'zod/mini';
import { expandBraces } from '../terms/braces.ts';
import { CATEGORIES, type Lexicon, NO_RULES } from '../terms/types.ts';
import { figureSchema, type KnownFigure } from './figure-schema.ts';
import { indexKnowledge } from './index-knowledge.ts';
import { type Outline, type OutlineItem, outlineSchema } from './outline-schema.ts';
import { id, nonEmpty } from './primitives.ts';
import { type Source, sourceSchema, type Term, termSchema } from './schema.ts';

/** The knowledge base, looked up by id. Every map keeps the order of the files. */
export interface Knowledge {
  readonly terms: ReadonlyMap<string, Term>;
  readonly figures: ReadonlyMap<string, KnownFigure>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly outlines: readonly Outline[];
  /** Every item of every outline. */
  readonly items: ReadonlyMap<string, OutlineItem>;
  readonly decoys: Decoys;
}

/** What the recogniser must not take for a term, and what tells it that a sentence is about AI. */
type Decoys = Pick<
  Lexicon,
  'decoys' | 'exceptions' | 'words' | 'signals' | 'sameSentence' | 'units' | 'shortTitles'
>;

/** One JSON file of assets/knowledge, not yet looked at. */
export interface KnowledgeFile {
  /** Path inside assets/knowledge, such as `terms/policy.json`. */
  readonly path: string;
  readonly data: unknown;
}

/** A finding in a file: where, and what is wrong there. */
export interface Finding {
  readonly path: string;
  readonly reason: string;
}

/** Thrown where the files do not have the shape of the schemas; the message lists every place and reason. */
export class KnowledgeError extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(findings.map(({ path, reason }) => `${path}: ${reason}`).join('\n'));
    this.name = 'KnowledgeError';
    this.findings = findings;
  }
}

// A compiled parser needs `new Function`, which the policy of extension pages forbids; it is not even tried.
z.config({ jitless: true });

/** Strings that are there for one reason; `{a,b}c` stands for `ac` and `bc`. */
const reasoned = z.strictObject({ reason: nonEmpty, strings: z.array(nonEmpty) });

const decoysSchema = z.strictObject({
  decoys: z.array(reasoned),
  exceptions: z.array(reasoned),
  words: z.array(reasoned),
  signals: z.array(nonEmpty),
  sameSentence: z.array(nonEmpty),
  units: z.array(nonEmpty),
  shortTitles: z.array(z.strictObject({ form: nonEmpty, term: id, introducedBy: z.array(nonEmpty) })),
});

const files = {
  terms: z.array(termSchema),
  figures: z.array(figureSchema),
  sources: z.array(sourceSchema),
  outline: outlineSchema,
  decoys: decoysSchema,
};

/**
 * Validates files and puts them together.
 * @throws KnowledgeError with all findings: unknown files, wrong shapes, ids that occur twice.
 */
export function assembleKnowledge(input: readonly KnowledgeFile[]): Knowledge {
  const findings: Finding[] = [];
  const terms: Term[] = [];
  const figures: KnownFigure[] = [];
  const sources: Source[] = [];
  const outlines: Outline[] = [];
  let decoys: Decoys = NO_RULES;
  for (const { path, data } of input) {
    if (path.startsWith('terms/')) terms.push(...(parse(files.terms, path, data, findings) ?? []));
    else if (path.startsWith('figures')) figures.push(...(parse(files.figures, path, data, findings) ?? []));
    else if (path.startsWith('outlines/')) {
      const outline = parse(files.outline, path, data, findings);
      if (outline) outlines.push(outline);
    } else if (path === 'sources.json') sources.push(...(parse(files.sources, path, data, findings) ?? []));
    else if (path === 'decoys.json') {
      const parsed = parse(files.decoys, path, data, findings);
      if (parsed) decoys = expandDecoys(parsed);
    } else findings.push({ path, reason: 'no schema is known for this file' });
  }
  const items = outlines.flatMap((outline) => outline.items);
  findings.push(
    ...twice('term', terms, (term) => term.id),
    ...twice('figure', figures, (figure) => figure.id),
    ...twice('source', sources, (source) => source.key),
    ...twice('outline item', items, (item) => item.id),
  );
  if (findings.length > 0) throw new KnowledgeError(findings);
  // The order of the surfaces, whatever order the files came in: the document before what was written about it.
  outlines.sort((a, b) => firstDate(a).localeCompare(firstDate(b)));
  terms.sort((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category));
  return indexKnowledge({ terms, figures, sources, outlines, decoys });
}

function firstDate({ dates }: Outline): string {
  return dates.map(({ date }) => date).sort()[0] ?? '';
}

/** The decoys as the file writes them, with braces. */
export function decoyPatterns(input: readonly KnowledgeFile[]): readonly string[] {
  return decoyFile(input).decoys.flatMap(({ strings }) => strings);
}

/** The exceptions to them as they are written, braces and all. */
export function exceptionPatterns(input: readonly KnowledgeFile[]): readonly string[] {
  return decoyFile(input).exceptions.flatMap(({ strings }) => strings);
}

function decoyFile(input: readonly KnowledgeFile[]): z.infer<typeof decoysSchema> {
  return decoysSchema.parse(input.find(({ path }) => path === 'decoys.json')?.data);
}

function expandDecoys(file: z.infer<typeof decoysSchema>): Decoys {
  const expand = (groups: readonly z.infer<typeof reasoned>[]): readonly string[] =>
    groups.flatMap(({ strings }) => strings.flatMap(expandBraces));
  return {
    ...file,
    decoys: expand(file.decoys),
    exceptions: expand(file.exceptions),
    words: expand(file.words),
  };
}

function parse<T>(schema: z.ZodMiniType<T>, path: string, data: unknown, findings: Finding[]): T | undefined {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const { place, value } = follow(data, issue.path);
    findings.push({ path: `${path}${place}`, reason: reasonOf(issue, value) });
  }
  return undefined;
}

/** The value at a path, and the path with ids for positions, so that a maintainer finds it without counting. */
function follow(
  data: unknown,
  path: readonly PropertyKey[],
): { readonly place: string; readonly value: unknown } {
  let value = data;
  let place = '';
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    place += typeof key === 'number' ? `[${nameOf(value) ?? key}]` : `.${String(key)}`;
  }
  return { place, value };
}

function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const name: unknown = Reflect.get(entry, 'id') ?? Reflect.get(entry, 'key');
  return typeof name === 'string' ? name : undefined;
}

/** zod's mini build carries no sentences, only codes. */
function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? `is missing (expected ${issue.expected})` : `must be ${issue.expected}`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'must not be empty'
        : `must be at least ${issue.minimum} (${issue.origin})`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    case 'unrecognized_keys':
      return `has unknown keys: ${issue.keys.join(', ')}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `does not have the form of ${issue.format === 'regex' ? issue.pattern : issue.format}`;
    default:
      return issue.message ?? issue.code;
  }
}

function twice<T>(kind: string, list: readonly T[], keyOf: (entry: T) => string): Finding[] {
  const seen = new Set<string>();
  return list.map(keyOf).flatMap((key) => {
    if (seen.has(key)) return [{ path: key, reason: `two entries of kind ${kind} have this id` }];
    seen.add(key);
    return [];
  });
}
