import { describe, it } from 'vitest';
import { expectMarked } from './marked.ts';

/** Every sentence is about AI, so that general words are judged by the words around them alone. */
const near = { before: 'The talk was about AI.' };

describe('an agent is one of AI where nothing else stands before it', () => {
  it.each([
    ...['Pharmaceutical sales agents welcomed it.', 'Narcotics agents welcomed it.', 'Shin Bet agents knew.'],
    ...['Thickening agents were mixed.', 'A de-icing agent was sprayed.', 'Iranian agents were caught.'],
    ...[
      "The striker's agent knew.",
      'The gate agents checked passports.',
      'Agents from the revenue office came.',
    ],
    ...['An agent provocateur joined.', 'agents of chaos'],
    ...['The ⟦agents⟧ book tables.', 'It hands work to ⟦agents⟧.', 'They sell ⟦agents⟧, not chat.'],
    ...['Several ⟦agents⟧ share a memory.', 'Its voice ⟦agent⟧ answers calls.', 'Powered by other ⟦agents⟧'],
    ...['building ⟦agents⟧ for banks', 'GPT ⟦agents⟧ and others', '这些 ⟦agents⟧ 很有用', '1,000 ⟦agents⟧'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('a prompt is written, not a cause and not quick', () => {
  it.each([
    ...['The leak prompts Seoul to act.', 'Cheap rivals prompt cuts.', 'It prompts fresh doubts.'],
    ...['They owe us prompt replies.', 'A prompt refund followed.', 'A prompt and thorough check'],
    ...['Type a ⟦prompt⟧ of ten words.', 'Long ⟦prompts⟧ are dear.', 'It keeps every ⟦prompt⟧.'],
    ...['Save the text ⟦prompt⟧ and go.', 'the risk of ⟦prompt⟧ injection', 'share ⟦prompts⟧ with friends'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('tokens of a model are neither coins nor signs', () => {
  it.each([
    ...[
      'It was a token visit.',
      'They paid a token rent.',
      'as a token of goodwill',
      'Dogecoin and its token',
    ],
    ...['Its tokens trade on a blockchain.', 'New tokens and NFTs were sold.'],
    ...['A ⟦token⟧ is half a word.', 'It costs a dollar per million ⟦tokens⟧.', 'the ⟦token⟧ price'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('parameters are counted, or those of a model', () => {
  it.each([
    ...['the parameters of a truce', 'They set parameters.', 'Flight parameters were odd.'],
    ...[
      'a trillion ⟦parameters⟧',
      'It has 70B ⟦parameters⟧.',
      'with fewer ⟦parameters⟧',
      '⟦Parameters⟧ count.',
    ],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('chips, boxes, unicorns and fine tuning are told by what stands near them', () => {
  it.each([
    ...['He left his chips at the casino.', 'It slices a potato into chips.', 'a blue-chip index'],
    ...['⟦Chips⟧ for servers are dear.', "Samsung's ⟦chips⟧"],
    ...['Divers raised the black box of the jet.', '⟦AI⟧ is a ⟦black box⟧.'],
    ...['She drew a pink unicorn.', 'dragons and unicorns', 'The ⟦unicorn⟧ went public.'],
    ...[
      'He is fine-tuning the choir.',
      'Brussels fine-tuned its tax.',
      '⟦Fine-tuning⟧ a model is cheap.',
      '⟦Fine-tuning⟧',
    ],
  ])('%s', (marked) => expectMarked(marked, near));
});
