import { Converter, type ConverterFunction } from 'opencc-js';

const toTaiwanCharacters: ConverterFunction = Converter({ from: 'cn', to: 'tw' });

/**
 * Simplified → traditional: characters and quotation marks change, the wording of the policy does not
 * (人工智能 stays; 人工智慧 is a `taiwan` word of the term). Of several printed variants the one that both
 * Hong Kong and Taiwan readers use is taken: 說 not 説, 群 not 羣, 台 not 臺, 公布 not 公佈, 污 not 汙.
 */
export function toTraditional(text: string): string {
  return toTaiwanCharacters(text)
    .replace(/[臺佈汙]/gu, (character) => COMMON_VARIANTS[character] ?? character)
    .replace(/[“”‘’]/gu, (mark) => QUOTATION_MARKS[mark] ?? mark);
}

const COMMON_VARIANTS: Readonly<Record<string, string>> = { 臺: '台', 佈: '布', 汙: '污' };
const QUOTATION_MARKS: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };

const simplify: ConverterFunction = Converter({ from: 't', to: 'cn' });
const regional: readonly ConverterFunction[] = [
  Converter({ from: 'tw', to: 'cn' }),
  Converter({ from: 'hk', to: 'cn' }),
];

/**
 * Traditional → simplified, character by character: no phrase is translated, so that a form keeps its length
 * and the recogniser, which also folds characters one by one, sees the same.
 */
export function simplifyCharacters(text: string): string {
  return Array.from(text, (character) => simplified.get(character) ?? character).join('');
}

const FIRST = 0x4e00;
const LAST = 0x9fff;

const simplified: ReadonlyMap<string, string> = new Map(
  Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCharCode(FIRST + index)).flatMap(
    (character) => {
      const simple = simplify(character);
      return simple === character || simple.length !== 1 ? [] : [[character, simple] as const];
    },
  ),
);

/**
 * Pairs `traditional simplified` for every character of the basic plane whose simplified form is in `needed`,
 * regional variants (衞, 檯, 著) included. A character that is itself needed is left alone: a form is written with it.
 */
export function scriptPairsFor(needed: ReadonlySet<string>): string {
  return pairsOf(
    (traditional) => !needed.has(traditional),
    (simple) => needed.has(simple),
  );
}

/** All pairs `traditional simplified` of the basic plane: what own glossaries choose theirs from. */
export function allScriptPairs(): string {
  return pairsOf(
    () => true,
    () => true,
  );
}

function pairsOf(folds: (traditional: string) => boolean, wanted: (simple: string) => boolean): string {
  let pairs = '';
  for (let code = FIRST; code <= LAST; code++) {
    const traditional = String.fromCharCode(code);
    if (!folds(traditional)) continue;
    const simple = [simplified.get(traditional), ...regional.map((convert) => convert(traditional))].find(
      (candidate) => candidate !== undefined && candidate !== traditional && wanted(candidate),
    );
    if (simple !== undefined) pairs += traditional + simple;
  }
  return pairs;
}
