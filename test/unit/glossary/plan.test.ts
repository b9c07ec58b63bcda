import { describe, expect, it } from 'vitest';
import { readGlossaryFile } from '../../../utils/glossary/file.ts';
import { planImport } from '../../../utils/glossary/plan.ts';
import { GlossaryFileError } from '../../../utils/glossary/report.ts';
import { LIMITS, type OwnTerm } from '../../../utils/glossary/schema.ts';
import { NO_RULES } from '../../../utils/terms/types.ts';

const builtIn = {
  lexicon: {
    terms: [{ id: 'agent', category: 'technology' as const, forms: ['智能体'] }],
    ...NO_RULES,
    scriptPairs: '體体',
  },
  scriptPairs: '體体',
};
const own = (id: string, form: string, definition: string): OwnTerm => ({
  id,
  forms: [form],
  category: 'economy',
  definition,
});
const read = (text: string) => readGlossaryFile(new TextEncoder().encode(text), 'economy');
const file = read('智能体\t新\n链主企业\t不变\n数据信托\t加\n');
const current = [own('own:1', '链主企业', '不变'), own('own:2', '旧词', '旧'), own('own:3', '智能体', '旧')];

describe('planImport', () => {
  it('adds: a headword that is there takes the new content and keeps its id', () => {
    const plan = planImport(file, current, 'add', builtIn);
    expect(plan.terms).toStrictEqual([
      own('own:1', '链主企业', '不变'),
      own('own:2', '旧词', '旧'),
      own('own:3', '智能体', '新'),
      own('own:数据信托', '数据信托', '加'),
    ]);
    expect(plan).toMatchObject({ added: 1, changed: 1 });
  });

  it('replaces: nothing of the present glossary stays', () => {
    const plan = planImport(file, current, 'replace', builtIn);
    expect(plan.terms).toStrictEqual(file.terms);
    expect(plan).toMatchObject({ added: 3, changed: 0 });
  });

  it('says by line what is built in and what it changes', () => {
    expect(planImport(file, current, 'add', builtIn).notes).toMatchObject([
      { line: 1, reason: 'replaces' },
      { line: 1, reason: 'builtIn', value: '智能体' },
    ]);
  });

  it('does not take the id of another term', () => {
    const plan = planImport(read('旧词二\t新\n'), [own('own:旧词二', '别的', 'd')], 'add', builtIn);
    expect(plan.terms.map(({ id }) => id)).toStrictEqual(['own:旧词二', 'own:旧词二~2']);
  });

  it('refuses a result that no glossary may hold', () => {
    const full = Array.from({ length: LIMITS.terms }, (_, n) => own(`own:${n}`, `词语${n}`, 'd'));
    expect(() => planImport(file, full, 'add', builtIn)).toThrow(GlossaryFileError);
    expect(planImport(file, full, 'replace', builtIn).terms).toHaveLength(3);
  });
});
