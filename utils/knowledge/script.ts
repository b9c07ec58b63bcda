import { Converter, type ConverterFunction } from 'opencc-js';

const toTaiwanCharacters: ConverterFunction = Converter({ from: 'cn', to: 'tw' });

/**
 * Simplified → traditional: characters and quotation marks change, the wording of the policy does not
 * (人工智能 stays; 人工智慧 is a `taiwan` word of the term). Of several printed variants the one that both
 * Hong Kong and Taiwan readers use is taken: 說 not 説, 群 not 羣, 台 not 臺.
 */
export function toTraditional(text: string): string {
  return toTaiwanCharacters(text)
    .replaceAll('臺', '台')
    .replace(/[“”‘’]/gu, (mark) => QUOTATION_MARKS[mark] ?? mark);
}

const QUOTATION_MARKS: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };

const simplifiers: readonly ConverterFunction[] = [
  Converter({ from: 't', to: 'cn' }),
  Converter({ from: 'hk', to: 'cn' }),
  Converter({ from: 'tw', to: 'cn' }),
];

const simplified = new Map<string, string>();

/**
 * Traditional → simplified, character by character: no phrase is translated, so that a form keeps its length
 * and the recogniser, which also folds characters one by one, sees the same.
 */
export function simplifyCharacters(text: string): string {
  return Array.from(text, simplifyCharacter).join('');
}

function simplifyCharacter(character: string): string {
  if (!isHan(character)) return character;
  const known = simplified.get(character);
  if (known !== undefined) return known;
  let simple = character;
  for (const simplify of simplifiers) {
    simple = simplify(character);
    if (simple !== character && simple.length === character.length) break;
  }
  simplified.set(character, simple);
  return simple;
}

function isHan(character: string): boolean {
  return character >= '㐀' && character <= '鿿';
}

/**
 * Pairs `traditional simplified` for every character of the basic plane whose simplified form is in `needed`.
 * A character that is itself needed is left alone: a form is written with it.
 */
export function scriptPairsFor(needed: ReadonlySet<string>): string {
  let pairs = '';
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const traditional = String.fromCharCode(code);
    if (needed.has(traditional)) continue;
    const simplified = simplifyCharacter(traditional);
    if (simplified !== traditional && needed.has(simplified)) pairs += traditional + simplified;
  }
  return pairs;
}
