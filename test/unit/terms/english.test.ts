import { describe, it } from 'vitest';
import { expectMarked } from './marked.ts';

/** English sentences by what they may be mistaken for; the terms stand in ⟦ ⟧. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  'what one learns in school and in models': [
    "The school's new curriculum promotes deep learning and critical thinking.",
    'Positive reinforcement learning helps toddlers form habits.',
    'The dog trainer uses reinforcement learning with treats.',
    '⟦Deep learning⟧ models such as transformers need graphics cards.',
    'A ⟦deep-learning⟧ network reads X-rays.',
    "DeepSeek's R1 relies on ⟦reinforcement learning⟧.",
    'The lab used ⟦reinforcement learning⟧ to train its ⟦large language model⟧.',
  ],
  'people who act for somebody': [
    'Border agents use ⟦AI⟧ cameras.',
    "⟦AI⟧ recruits sports stars' agents as clients.",
    'Purchasing agents and ⟦AI⟧ tools compare prices.',
    'Human agents handle the calls that the ⟦AI⟧ cannot.',
    'Insurance agents use ⟦AI⟧ tools.',
    'Companies are deploying ⟦agents⟧ built on ⟦large language models⟧.',
  ],
  'what is caused and what is written': [
    '⟦AI⟧ will prompt layoffs, economists say.',
    'The ⟦AI⟧ rules could prompt a review.',
    'She typed a ⟦prompt⟧ into the ⟦AI⟧ tool.',
    "The ⟦AI⟧ minister praised firefighters' prompt action.",
  ],
  'chips, tokens and boxes beside AI': [
    'The stadium used ⟦AI⟧ and sold fish and chips.',
    '⟦AI⟧ firms chip in for flood relief.',
    'Investors chip away at ⟦AI⟧ valuations.',
    'The ban on ⟦chips⟧ hurt ⟦AI⟧ firms.',
    'By the same token, ⟦AI⟧ raises questions.',
    'The ⟦AI⟧ model processed 30 trillion ⟦tokens⟧ a day.',
    'Daily ⟦token consumption⟧ stood at 100 billion.',
    "⟦AI⟧ helped decode the flight's black box recorder.",
    '⟦AI⟧ is a ⟦black box⟧ to regulators.',
  ],
  'companies, people and flights': [
    'Kling AI makes videos.',
    'Perplexity AI raised money.',
    'Figure AI builds ⟦humanoid robots⟧.',
    'Moonshot AI and Mistral AI, both startups',
    'Families of the AI 171 crash victims',
    'Air India flight AI 101 landed safely.',
    "Ai Weiwei's lawyer spoke.",
    'C3.ai shares fell, xAI raised money.',
    'MAIN STREET and AIS data were used.',
    'Amnesty International (AI) condemned the verdict.',
  ],
  'names of the policy': [
    'The ⟦“AI Plus” initiative⟧ was launched.',
    'The ⟦"AI+" initiative⟧ speeds up.',
    'The ⟦AI-Plus initiative⟧ is a policy.',
    'the ⟦Artificial Intelligence (AI) Plus Initiative⟧',
    '⟦Opinions on Deepening the Implementation of the "AI Plus" Initiative⟧ were issued.',
    'Subscribe to AI Plus for $10.',
    '⟦East Data, West Computing⟧, or ⟦East Data West Computing⟧',
    '⟦next-generation smart terminals⟧',
    '⟦AI⟧ became a ⟦growth driver⟧.',
    'Exports were a growth driver.',
    '⟦AI computing power⟧ accounts for half.',
  ],
  'headlines and hyphens': [
    '⟦AI GOVERNANCE⟧ TOPS AGENDA',
    'MAIN AIM: SAID THE CHAIR',
    '⟦Humanoid Robots⟧ Steal Show at Beijing Games',
    '⟦human–machine collaboration⟧ grows',
    '⟦low\u2011altitude economy⟧',
    'the ⟦AI⟧—and the ⟦large models⟧—grow',
    'Anti-⟦AI⟧ protests against ⟦AI⟧-generated content',
  ],
};

for (const [kind, sentences] of Object.entries(SENTENCES)) {
  describe(`in English: ${kind}`, () => {
    it.each(sentences)('%s', (sentence) => {
      expectMarked(sentence);
    });
  });
}
