import { describe, expect, it } from 'vitest';
import { traditionalOf } from '../../../scripts/hant.ts';
import { readKnowledgeFiles } from '../../../scripts/knowledge-files.ts';
import { assembleKnowledge, KnowledgeError, type KnowledgeFile } from '../../../utils/knowledge/assemble.ts';
import { buildLexicon } from '../../../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { simplifyCharacters, toTraditional } from '../../../utils/knowledge/script.ts';
import { NO_RULES } from '../../../utils/terms/types.ts';
import { assembled, sample, sampleTerm } from './sample.ts';

const files = (changes: Partial<Record<string, unknown>> = {}): KnowledgeFile[] => {
  const { terms, figures, sources, outlines } = sample();
  const data: Record<string, unknown> = {
    'terms/technology.json': terms,
    'figures.json': figures,
    'sources.json': sources,
    'outlines/a.json': outlines[0],
    'outlines/b.json': outlines[1],
    ...changes,
  };
  return Object.entries(data).map(([path, entry]) => ({ path, data: entry }));
};
const withTerm = (changes: object) =>
  files({ 'terms/technology.json': [{ ...sampleTerm('suan-li', '算力', 'compute'), ...changes }] });

describe('assembleKnowledge', () => {
  it('puts the files together in their order', () => {
    const knowledge = assembleKnowledge(files());
    expect([...knowledge.terms.keys()]).toEqual(['suan-li', 'suan-li-wang']);
    expect([...knowledge.items.keys()]).toEqual(['op-3', 'op-3-9', 'art-1']);
  });

  it.each([
    [
      'an empty text',
      withTerm({ definition: { hans: '', hant: '算', en: 'x' } }),
      'terms/technology.json[suan-li].definition.hans: must not be empty',
    ],
    [
      'a missing language',
      withTerm({ definition: { hans: '算', hant: '算' } }),
      'terms/technology.json[suan-li].definition.en: is missing',
    ],
    [
      'an unknown key',
      withTerm({ colour: 'red' }),
      'terms/technology.json[suan-li]: has unknown keys: colour',
    ],
    ['an unknown category', withTerm({ category: 'sport' }), '.category: must be one of policy'],
    ['an id that is not one', withTerm({ id: 'Suan Li' }), '.id: does not have the form'],
    ['no sources', withTerm({ sources: [] }), '.sources: must be at least 1'],
    [
      'a date that is words',
      withTerm({ first: { document: { hans: '报', hant: '報', en: 'r' }, date: 'last year' } }),
      '.first.date: does not have the form',
    ],
    [
      'a page that is no address',
      files({ 'sources.json': [{ ...sample().sources[0], url: 'gov' }] }),
      'sources.json[gov].url: does not have the form of url',
    ],
    [
      'two terms with one id',
      files({ 'terms/policy.json': [sample().terms[0]] }),
      'suan-li: two entries of kind term have this id',
    ],
    ['a file it does not know', files({ 'notes.json': [] }), 'notes.json: no schema is known for this file'],
    ['a list where an object belongs', files({ 'outlines/a.json': [] }), 'outlines/a.json: must be object'],
  ])('says where and why: %s', (_, input, message) => {
    expect(() => assembleKnowledge(input)).toThrow(KnowledgeError);
    expect(() => assembleKnowledge(input)).toThrow(message);
  });

  it('reports every finding, not only the first', () => {
    const broken = withTerm({ category: 'sport', sources: [] });
    expect(() => assembleKnowledge(broken)).toThrow(/category.*\n.*sources/);
  });
});

describe('loadKnowledge', () => {
  it('bundles every file of the folder', () => {
    const bundled = loadKnowledge();
    const onDisk = assembleKnowledge(readKnowledgeFiles());
    for (const part of ['terms', 'figures', 'items', 'sources'] as const) {
      expect(new Set(bundled[part].keys())).toEqual(new Set(onDisk[part].keys()));
    }
  });
  it('holds both documents', () => {
    const { outlines, items } = loadKnowledge();
    expect(outlines.map(({ id }) => id)).toEqual(['opinions-2025-11', 'article-rmrb-20250912']);
    const numbered = [...items.keys()].filter((id) => /^op-2-\d-\d$/.test(id));
    const supports = [...items.keys()].filter((id) => /^op-3-\d+$/.test(id));
    const points = [...items.keys()].filter((id) => /^art-\d-\d$/.test(id));
    expect([numbered.length, supports.length, points.length]).toEqual([17, 8, 14]);
    expect(items.get('op-1')?.targets?.map(({ year }) => year)).toEqual([2027, 2030, 2035]);
  });
});

describe('buildLexicon', () => {
  const parts = sample();
  parts.terms[0] = {
    ...parts.terms[0]!,
    forms: { hans: ['算力'], hant: ['算力', '計算力'], en: ['compute'] },
    taiwan: ['運算力'],
    contextForms: ['计算力'],
  };
  const lexicon = buildLexicon({
    ...assembled(parts),
    decoys: { ...NO_RULES, decoys: ['雲計算力'], signals: ['智能'] },
  });

  it('holds forms in simplified characters, each once, and no definitions', () => {
    expect(lexicon.terms[0]).toEqual({
      id: 'suan-li',
      category: 'technology',
      forms: ['算力', '计算力', '运算力', 'compute'],
      contextForms: ['计算力'],
    });
    expect(lexicon.decoys).toEqual(['云计算力']);
    expect(JSON.stringify(lexicon)).not.toContain(parts.terms[0]?.definition.hans);
  });
  it('pairs only characters that are needed, regional variants included', () => {
    const pairs = lexicon.scriptPairs.match(/../gu) ?? [];
    expect(pairs).toEqual(expect.arrayContaining(['計计', '運运', '網网', '雲云']));
    expect(pairs).not.toContain('發发');
  });
  it('does NOT pair a character that a form is written with', () => {
    const own = sample();
    own.terms[0]!.forms.hans.push('著力', '着力');
    expect(buildLexicon(assembled(own)).scriptPairs).not.toContain('著');
  });
});

describe('script', () => {
  it.each([
    ['“人工智能+”行动', '「人工智能+」行動'],
    ['智算集群的说明在里面', '智算集群的說明在裡面'],
    ['台湾、平台', '台灣、平台'],
    ['软件和网络', '軟件和網絡'],
    ['公布污染的分布', '公布污染的分布'],
  ])('%s in traditional characters is %s, in the same words', (hans, hant) =>
    expect(toTraditional(hans)).toBe(hant),
  );
  it('simplifies character by character and keeps the length', () => {
    expect(simplifyCharacters('軟體與資訊，乾淨')).toBe('软体与资讯，干净');
  });
});

describe('traditionalOf', () => {
  it.each([
    ['207个中类', '207個中類'],
    ['内生发展动力', '內生發展動力'],
    ['数据里约有27份', '數據裡約有27份'],
    ['不是只改造其中一点', '不是只改造其中一點'],
    ['统筹，并发布全国数据', '統籌，並發布全國數據'],
    ['市场准入', '市場准入'],
    ['了解和控制', '了解和控制'],
  ])('%s is %s, which the converter alone gets wrong', (hans, hant) => {
    expect(traditionalOf(hans)).toBe(hant);
    expect(toTraditional(hans)).not.toBe(hant);
  });
});
