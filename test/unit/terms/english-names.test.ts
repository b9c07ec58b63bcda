import { describe, it } from 'vitest';
import { expectMarked } from './marked.ts';

/** Every sentence is about AI, so that general words count. */
const near = { before: 'The talk was about AI.' };

describe('capitals stand for what they are explained with', () => {
  it.each([
    ...['Adequate Intake (AI) of zinc', 'All India (AI) and others', 'an AI (accidental injury) claim'],
    ...['National Liberal Party (NLP)', 'Community Arts Council (CAC)', 'AGI (adjusted gross income)'],
    ...['Anguilla Industries (AI) fell. AI fell again.', 'artificial insemination (AI) of cows'],
    ...[
      '⟦artificial intelligence⟧ (⟦AI⟧)',
      'for ⟦Artificial Intelligence⟧ (⟦AI⟧) is',
      '⟦AI⟧ (⟦artificial intelligence⟧)',
    ],
    ...['⟦large language models⟧ (⟦LLM⟧)', '⟦natural-language processing⟧ (⟦NLP⟧)', 'as it (⟦AI⟧) grows'],
    ...['⟦AI⟧ (and its rivals)', '⟦NDRC⟧ (⟦National Development and Reform Commission⟧)', '艺术 (⟦AI⟧)'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('a small “plus” adds up, unless the name of the policy is quoted or told', () => {
  it.each([
    ...[
      '⟦AI⟧ plus biotech is his fund.',
      'He loves ⟦AI⟧ plus tennis.',
      '⟦Artificial intelligence⟧ plus sensors',
    ],
    ...['The internet plus a phone', '⟦AI⟧ plus three more', 'lessons in ⟦AI⟧ plus energy bars'],
    ...['the ⟦AI plus⟧ campaign', 'an ⟦AI plus action⟧', 'the “⟦AI plus⟧” plan', 'an ⟦AI-plus⟧ fund'],
    ...['“⟦Internet plus⟧”', '⟦AI Plus⟧ biotech', '⟦AI PLUS⟧ BIOTECH', "'⟦AI plus⟧'"],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('names of files, folders, accounts and tags are no text', () => {
  it.each([
    ...[
      'ai-plus@post.example',
      'artificial-intelligence.html',
      'AI-plan.docx',
      'agents.py',
      'D:\\AI\\agents\\a',
    ],
    ...['@agents', '#AI', '#AI is loved', 'git@host.example:x/big-data.git', 'ai.agents', 'The A.I.M. fund'],
    ...[
      '#⟦AI⟧#',
      '#⟦AI⟧课堂#',
      '1.⟦AI⟧课堂',
      '（12.⟦AI⟧）',
      '01.AI',
      'V3.AI',
      'The ⟦A.I.⟧ fund',
      '⟦AI⟧. Then',
    ],
    ...['⟦big data⟧.', 'It has ⟦agents⟧.They act.'],
  ])('%s', (marked) => expectMarked(marked, near));
});
