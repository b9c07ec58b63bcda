import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDictionary } from '../../../utils/terms/dictionary.ts';

describe('the numbers of keys', () => {
  it('are those of a Map, however many keys come, and however few were expected', () => {
    const keys = fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 400 });
    fc.assert(
      fc.property(keys, fc.nat(100), (given, expected) => {
        const dictionary = createDictionary(expected);
        const numbers = new Map<string, number>();
        for (const key of given) {
          const number = numbers.get(key) ?? numbers.size + 1;
          numbers.set(key, number);
          expect(dictionary.add(key)).toBe(number);
        }
        expect(dictionary.keys).toEqual(['', ...numbers.keys()]);
        for (const [key, number] of numbers) expect(dictionary.find(key)).toBe(number);
      }),
    );
  });

  it('are 0 for what never came', () => {
    const dictionary = createDictionary(1);
    for (const key of ['智能', '模型', 'AI']) dictionary.add(key);
    for (const key of ['智', '智能体', '能智', 'ai']) expect(dictionary.find(key)).toBe(0);
  });
});
