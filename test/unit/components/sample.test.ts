import { describe, expect, it } from 'vitest';
import { markedPieces, SAMPLE_FIGURE, sampleText } from '../../../components/sample/sample-text.ts';
import { scanFigures } from '../../../utils/figures/scan.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { LOCALES } from '../../../utils/locale.ts';
import { CATEGORIES } from '../../../utils/terms/types.ts';

const knowledge = loadKnowledge();

describe.each(LOCALES)('the sample article in %s', (locale) => {
  const sections = sampleText(locale);
  const marks = sections.flatMap(({ pieces }) => pieces.flatMap(({ mark }) => mark ?? []));

  it('has marks that the knowledge base explains, of the kind they are shown in', () => {
    for (const { kind, subject } of marks) {
      const found =
        kind === 'figure' ? knowledge.figures.has(subject) : knowledge.terms.get(subject)?.category;
      expect([subject, found]).toEqual([subject, kind === 'figure' ? true : kind]);
    }
  });

  it('shows every kind', () => {
    expect(new Set(marks.map(({ kind }) => kind))).toEqual(new Set([...CATEGORIES, 'figure']));
  });

  it('has no markup left in its text', () => {
    expect(sections.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')).not.toMatch(/[[\]:]/);
  });

  it.each([
    ['all', 10],
    ['section', 9],
    ['page', 8],
  ] as const)('shows the density “%s”', (density, count) => {
    expect(markedPieces(sections, density, []).size).toBe(count);
  });

  it('does NOT mark what is switched off', () => {
    expect(markedPieces(sections, 'all', ['technology']).size).toBe(7);
  });
});

describe('the figure of the sample', () => {
  it('is read from its sentence', () => {
    expect(scanFigures(SAMPLE_FIGURE).map(({ text }) => text)).toEqual(['超70%']);
  });
});
