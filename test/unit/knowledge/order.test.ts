import { describe, expect, it } from 'vitest';
import { readKnowledgeFiles } from '../../../scripts/knowledge-files.ts';
import { assembleKnowledge } from '../../../utils/knowledge/assemble.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';

describe('the order of the knowledge base', () => {
  it('is that of the surfaces and does NOT depend on the order of the files', () => {
    const files = readKnowledgeFiles();
    for (const order of [files, [...files].reverse()]) {
      const { outlines, terms } = assembleKnowledge(order);
      expect(outlines.map(({ id }) => id)).toEqual(loadKnowledge().outlines.map(({ id }) => id));
      expect(outlines[0]?.kind).toBe('policy-document');
      expect([...new Set([...terms.values()].map(({ category }) => category))]).toEqual([
        ...new Set([...loadKnowledge().terms.values()].map(({ category }) => category)),
      ]);
    }
  });
});
