import { describe, expect, it } from 'vitest';
import {
  buildOwnLexicon,
  findConflicts,
  type OwnLexicon,
  patchLexicon,
} from '../../../utils/glossary/merge.ts';
import type { OwnTerm } from '../../../utils/glossary/schema.ts';
import { allScriptPairs } from '../../../utils/knowledge/script.ts';
import type { Lexicon } from '../../../utils/terms/types.ts';
import { mergedLexicon } from '../../support/merged-lexicon.ts';

const PAIRS = allScriptPairs();
const own = (id: string, ...forms: string[]): OwnTerm => ({
  id: `own:${id}`,
  forms,
  category: 'economy',
  definition: 'd',
});
const lexiconOf = (...terms: OwnTerm[]) => buildOwnLexicon(terms, PAIRS);

const builtIn: Lexicon = {
  terms: [
    { id: 'agent', category: 'technology', forms: ['智能体', 'agent', '显著'], contextForms: ['agent'] },
    { id: 'data', category: 'data-compute', forms: ['数据'] },
  ],
  decoys: ['数据线', '链主'],
  exceptions: [],
  words: [],
  signals: ['AI'],
  sameSentence: ['agent'],
  units: [],
  shortTitles: [{ form: '《意见》', term: 'agent', introducedBy: ['行动'] }],
  scriptPairs: '體体數数據据',
};

const merge = (lexicon: OwnLexicon, ...builtInFirst: readonly string[]): Lexicon =>
  mergedLexicon(
    builtIn,
    patchLexicon(builtIn, lexicon, (id) => !builtInFirst.includes(id)),
  );

describe('patchLexicon', () => {
  it('changes nothing without own terms', () => {
    expect(merge(lexiconOf())).toBe(builtIn);
  });

  it('own first: a form that both have is the own term’s, the built-in term keeps its others', () => {
    const merged = merge(lexiconOf(own('a', '智能体', 'AGENT')));
    expect(merged.sameSentence).toStrictEqual([]);
    expect(merged.terms).toStrictEqual([
      { id: 'agent', category: 'technology', forms: ['显著'] },
      { id: 'data', category: 'data-compute', forms: ['数据'] },
      { id: 'own:a', category: 'economy', forms: ['智能体', 'AGENT'] },
    ]);
  });

  it('built-in first: the own term keeps what is its alone', () => {
    const merged = merge(lexiconOf(own('a', '智能體', '智能代理'), own('b', '数据')), 'own:a', 'own:b');
    expect(merged.terms).toStrictEqual([
      ...builtIn.terms,
      { id: 'own:a', category: 'economy', forms: ['智能代理'] },
    ]);
  });

  it('own first: a built-in term that loses all its forms is left out, and so is a decoy that is an own form', () => {
    const merged = merge(lexiconOf(own('a', '數據'), own('b', '链主')));
    expect(merged.terms.map(({ id }) => id)).toStrictEqual(['agent', 'own:a', 'own:b']);
    expect(merged.decoys).toStrictEqual(['数据线']);
  });

  it('each own term by itself: what yields to the built-in term takes nothing from another that does not', () => {
    const merged = merge(lexiconOf(own('a', '智能体', '甲方'), own('b', '智能體', '数据')), 'own:a');
    expect(merged.terms).toStrictEqual([
      { id: 'agent', category: 'technology', forms: ['agent', '显著'], contextForms: ['agent'] },
      { id: 'own:a', category: 'economy', forms: ['甲方'] },
      { id: 'own:b', category: 'economy', forms: ['智能体', '数据'] },
    ]);
  });

  it('of two own terms with one form the first has it', () => {
    const merged = merge(lexiconOf(own('a', '链主企业'), own('b', '鏈主企業', '链主')));
    expect(merged.terms.slice(2)).toMatchObject([
      { id: 'own:a', forms: ['链主企业'] },
      { id: 'own:b', forms: ['链主'] },
    ]);
  });

  it('own forms in either script are folded as the page is', () => {
    const merged = merge(lexiconOf(own('a', '鏈主企業')));
    expect(merged.terms.at(-1)?.forms).toStrictEqual(['链主企业']);
    expect(merged.scriptPairs.startsWith(builtIn.scriptPairs)).toBe(true);
    expect(merged.scriptPairs).toContain('鏈链');
    expect(merged.scriptPairs).toContain('業业');
  });

  it('no own pair folds a character that built-in forms are written with', () => {
    // 著 may stand for 着; the built-in 显著 must still be found.
    const merged = merge(lexiconOf(own('a', '沿着', '卓著')));
    expect(merged.scriptPairs).not.toContain('著着');
    expect(merged.terms.at(-1)?.forms).toStrictEqual(['沿着', '卓著']);
  });
});

describe('findConflicts', () => {
  it('finds forms of both in any script, width and case', () => {
    expect(findConflicts(builtIn, lexiconOf(own('a', '智能體', 'Ａgent'), own('b', '链主')))).toStrictEqual([
      { own: 'own:a', form: '智能體', builtIn: 'agent' },
      { own: 'own:a', form: 'Ａgent', builtIn: 'agent' },
    ]);
  });
});
