import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Outcome {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

const PROGRAM = new URL('../../../scripts/annotate.ts', import.meta.url).pathname;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aiplus-annotate-'));
  const file = (name: string, data: string | Uint8Array) => writeFile(join(folder, name), data);
  await file('plain.txt', '国务院推进“人工智能+”行动。\n到2027年，普及率超70%。\n');
  await file('wrapped.txt', '发展新质生产\n力。\n');
  await file('broken.txt', new Uint8Array([0x41, 0xff, 0xfe, 0x41]));
  // 人工智能 in GB2312, as People's Daily has its pages.
  const head = Buffer.from(
    '<html><head><meta charset="gb2312"><title>t</title></head><body><article><p>',
    'latin1',
  );
  const words = Buffer.from([0xc8, 0xcb, 0xb9, 0xa4, 0xd6, 0xc7, 0xc4, 0xdc]);
  const rest = Buffer.from('</p></article></body></html>', 'latin1');
  await file('page.html', Buffer.concat([head, words, rest]));
  await file('saved.html', Buffer.concat([head, Buffer.from('大模型'), rest]));
});
afterAll(() => rm(folder, { recursive: true }));

function annotate(...args: readonly string[]): Promise<Outcome> {
  return run(args, '');
}

function run(args: readonly string[], input: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output, errors }));
    child.stdin.end(input);
  });
}

describe('npm run annotate', () => {
  it('prints one line of JSON per file', async () => {
    const { status, output } = await annotate('--json', 'plain.txt', 'wrapped.txt');
    const lines = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(lines.map(({ file }) => file)).toEqual(['plain.txt', 'wrapped.txt']);
    expect(lines[0].annotations).toMatchObject([
      { kind: 'term', start: 5, end: 14, text: '“人工智能+”行动', term: 'ai-plus-initiative' },
      { kind: 'figure', text: '2027年', value: '2027' },
      { kind: 'figure', text: '超70%', value: 70, unit: '%', approx: 'over' },
    ]);
    expect(lines[1].annotations).toEqual([]);
  });

  it('takes newlines as soft with --wrapped', async () => {
    const { output } = await annotate('--json', '--wrapped', 'wrapped.txt');
    expect(JSON.parse(output).annotations).toMatchObject([{ text: '新质生产\n力' }]);
  });

  it('reads a page in the encoding it declares', async () => {
    const { output } = await annotate('--json', '--html', 'page.html');
    expect(JSON.parse(output)).toMatchObject({ text: '人工智能', annotations: [{ start: 0, end: 4 }] });
  });

  it('reads a page that was saved in UTF-8 but declares what it was', async () => {
    const { output } = await annotate('--json', '--html', 'saved.html');
    expect(JSON.parse(output)).toMatchObject({ text: '大模型' });
  });

  it('reads standard input', async () => {
    const { output } = await run(['--json', '-'], '发展大模型');
    expect(JSON.parse(output).annotations).toMatchObject([{ text: '大模型' }]);
  });

  it('streams with --ndjson the same as it annotates whole', async () => {
    const rows = ['发展大模型', '扩大模型规模', '从0到1'].map((text, id) => JSON.stringify({ id, text }));
    const { output } = await run(['--ndjson'], `${rows.join('\n')}\n`);
    const lines = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const whole = await run(['--json', '-'], '发展大模型');
    expect(lines.map(({ id }) => id)).toEqual([0, 1, 2]);
    expect(lines[0].annotations).toEqual(JSON.parse(whole.output).annotations);
    expect(lines[1].annotations).toEqual([]);
  });

  it.each([
    ['zh-CN', '国家'],
    ['zh-TW', '國家'],
    ['en', 'AI'],
  ])('prints a table with explanations in %s', async (language, word) => {
    const { status, output } = await annotate('--lang', language, 'plain.txt');
    expect(status).toBe(0);
    expect(output).toContain('1 term, 2 figures');
    expect(output).toContain(word);
  });

  it('explains with --explain', async () => {
    const { output } = await run(['--explain', '-'], '扩大模型规模');
    expect(output).toMatch(/大模型.*boundary.*扩大/u);
  });

  it.each([
    ['an unknown option', ['--nonsense', 'plain.txt'], 'nonsense'],
    ['no file', [], 'No file'],
    ['a missing file', ['--json', 'missing.txt'], 'missing.txt'],
    ['a folder', ['--json', '.'], 'folder'],
    ['broken encoding', ['--json', 'broken.txt'], 'iconv -f GB18030 -t UTF-8'],
    ['an unknown language', ['--lang', 'fr', 'plain.txt'], 'fr'],
    ['options that exclude each other', ['--ndjson', '--json'], 'ndjson'],
  ])('ends with 2 and a sentence for %s', async (_, args, word) => {
    const { status, errors } = await annotate(...args);
    expect(status).toBe(2);
    expect(errors).toContain(word);
    expect(errors).not.toContain(' at ');
  });
});
