// What must stand around a general English word for it to be one about AI: regular expressions of the text around, in which
// NUL stands for the word. They are lists of what is allowed where what else goes with a word has no end.

/** Directly before the word stands one of these words, or none. */
const before = (words: string): string => `(?:^|[^-\\w\\s'’]|(?<![\\w'’])(?:${words}))[\\s-]*\0`;
/** Directly after it. */
const after = (words: string): string => `\0[\\s-]*(?:$|[^-\\w\\s]|(?:${words})\\b)`;
/** None of these words is near. */
const without = (words: string): string => `^(?![^]*\\b(?:${words})s?\\b)`;

/** Words that go on after a noun, and stand neither before the object of a verb nor inside of a longer noun. */
const GOES_ON =
  'in|to|for|on|at|by|from|with|that|is|are|was|were|has|have|had|will|as|into|which|can|could|may|like|but|not|based|injection';

/** Sales agents, Mossad agents and bleaching agents act for somebody or on something; small words are articles and the like. */
const AGENTS = before(
  '(?-i:(?!gate|tax|free)[a-z\\d]{1,4})|the|an|these|their|other|several|multiple|using|build\\w*|deploy\\w*|autonomous|coding|voice|software|digital|based|driven|powered|llm|gpt',
);
const CHIPS = `${without('potato|fish|salsa|dip|poker|casino|eat|shoulder|shop|shot')}(?![^]*(?:wood|blue|bargaining|chocolate)[\\s-]\0)`;
/** Not of a car, a team or a policy; alone, as in a heading, or in Chinese it says enough. */
const FINE_TUNING = '^\0$|[一-龥]|\\b(?:\\w*models?|llms?|train\\w*|data\\w*|networks?)\\b';
const TOKENS = without('crypto\\w*|blockchain|\\w*coin|nft|subway');
const UNICORNS = without('horn|costume|cake|dragon|fairie|rainbow|magical|pink|stuffed');

const COMPANIES: Readonly<Record<string, string>> = {
  agent: AGENTS,
  agents: AGENTS,
  // What prompts a rush is a cause, and prompt answers are quick ones.
  prompts: after(`and|or|of|${GOES_ON}`),
  prompt: `(?:good|short|text|user) \0 and|${before('an?|the|this|each|every|good|short|text|user|its|of|with|ai')}${after(`or|of|${GOES_ON}`).slice(1)}`,
  // A token fine is a small one, and a token of thanks a sign.
  token: `${TOKENS}[^]*${after(`and|or|${GOES_ON}|consum\\w+|us(?:ag)?e|counts?|prices?|costs?|limits?`)}`,
  tokens: TOKENS,
  // Of a debate, a flight, an engine.
  parameters: before('\\d+\\w?|[bmtr]+illion|model|total|more|fewer|of|and|its'),
  chip: CHIPS,
  chips: CHIPS,
  'fine-tune': FINE_TUNING,
  'fine-tuning': FINE_TUNING,
  'fine-tuned': FINE_TUNING,
  unicorn: UNICORNS,
  unicorns: UNICORNS,
  'black box': without('\\w*jet|plane|flight|air\\w+|crash\\w*'),
};

/** How far is near, in code units: the next few words. */
const NEAR = 80;

/** Each is compiled when a text first has its word. */
const compiled = new Map<string, RegExp>();

/** Whether the words around a general form make another word of it; Chinese and marks beside it say nothing. */
export function isInOtherCompany(text: string, start: number, end: number, form: string): boolean {
  const key = form.toLowerCase();
  const company = COMPANIES[key];
  if (company === undefined) return false;
  const pattern = compiled.get(key) ?? new RegExp(company, 'iu');
  compiled.set(key, pattern);
  const around = `${text.slice(Math.max(0, start - NEAR), start)}\0${text.slice(end, end + NEAR)}`;
  return !pattern.test(around);
}
