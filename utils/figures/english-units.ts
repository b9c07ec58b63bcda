import type { FigureType } from './types.ts';
import { unitAt } from './units.ts';

interface EnglishUnit {
  readonly type: FigureType;
  readonly unit: string;
  /** How many of the unit the word stands for: a decade is ten years. */
  readonly factor: number;
}

/** By type a line a unit: unit, factor where it is not 1, and the words, singular and American, `_` between words. */
const TABLES: readonly (readonly [FigureType, string])[] = [
  ['percent', '% percent per_cent pct'],
  ['pp', 'pp percentage_point\nbp basis_point'],
  [
    'money',
    `CNY yuan renminbi rmb
USD dollar us_dollar u.s._dollar
HKD hong_kong_dollar
EUR euro
GBP pound
JPY yen`,
  ],
  [
    'measure',
    `km km
km/h km/h kilometer_per_hour
km² square_kilometer sq_km
m² square_meter
m³ cubic_meter
mile mile
℃ degree_celsius
t tonne ton
ha hectare
亩 mu
岁 year_old
词元 token`,
  ],
  ['count', '参数 parameter'],
  [
    'duration',
    `年 year
年 10 decade
个月 month
周 week
天 day
小时 hour
分钟 minute
秒 second`,
  ],
  ['multiple', 'x times fold'],
];

const UNITS = new Map<string, EnglishUnit>();
for (const [type, lines] of TABLES) {
  for (const line of lines.split('\n')) {
    const [unit = '', ...words] = line.split(' ');
    const factor = Number(words[0]) || 1;
    for (const word of words) UNITS.set(word, { type, unit, factor });
  }
}

/** What is made of a prefix and a unit: the prefix's symbol and the unit's are the symbol of both. */
const PREFIXES: Readonly<Record<string, string>> = {
  kilo: 'k',
  mega: 'M',
  giga: 'G',
  tera: 'T',
  peta: 'P',
  exa: 'E',
  zetta: 'Z',
  milli: 'm',
  nano: 'n',
};
const BASES: Readonly<Record<string, string>> = {
  byte: 'B',
  meter: 'm',
  gram: 'g',
  watt: 'W',
  watt_hour: 'Wh',
  hertz: 'Hz',
  flop: 'FLOPS',
};
for (const [word, base] of Object.entries(BASES))
  for (const [prefix, letter] of Object.entries({ ...PREFIXES, '': '' }))
    UNITS.set(prefix + word, { type: 'measure', unit: letter + base, factor: 1 });

const WORD = /[ -](U\.S\.|[A-Za-z]+(?:\/[a-z]+)?)/uy;
const LONGEST = 3;

type UnitFound = EnglishUnit & { readonly end: number };

/** The unit that a blank or a hyphen joins to the number that ends at `at`: a word or a symbol. */
export function englishUnitAt(text: string, at: number): UnitFound | undefined {
  return unitWordAt(text, at) ?? symbolAt(text, at);
}

/** The longest name of a unit that stands at `at`, the blank or hyphen before it included. */
function unitWordAt(text: string, at: number): UnitFound | undefined {
  let name = '';
  let end = at;
  let longest: UnitFound | undefined;
  for (let words = 0; words < LONGEST; words++) {
    WORD.lastIndex = end;
    const word = WORD.exec(text)?.[1];
    if (word === undefined) break;
    end = WORD.lastIndex;
    name += (name && '_') + singular(word.toLowerCase());
    const unit = UNITS.get(name);
    if (unit) longest = { ...unit, end };
  }
  return longest;
}

/** 3,000 kWh, 1.2 trillion kWh: the symbols that Chinese texts have as well, two letters at least. */
function symbolAt(text: string, at: number): UnitFound | undefined {
  if (!/^[ -][A-Za-z]{2}/u.test(text.slice(at, at + 3))) return undefined;
  const symbol = unitAt(text, at + 1);
  if (!symbol || symbol.word.length < 2) return undefined;
  return { type: symbol.kind, unit: symbol.norm, factor: 1, end: at + 1 + symbol.word.length };
}

/** Singular and American: kilometres → kilometer. 5 times is a multiple, 5 time zones are none. */
function singular(word: string): string {
  return word.replace(/(?<!s|u|basi|time)s$/u, '').replace(/(met|lit)re$/u, '$1er');
}
