import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  isBetween,
  isBoolean,
  isListOf,
  isNullOr,
  isNumber,
  isOneOf,
  isRecordOf,
  isString,
  readShape,
} from '../../utils/guards.ts';

/** Near misses as well as anything: what comes out of a storage or a message, and what could not. */
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    'on',
    'off',
    'ON',
    '',
    0,
    -0,
    2000,
    2000.5,
    -1,
    NaN,
    Infinity,
    null,
    undefined,
    true,
  ),
  fc.anything(),
);
const value = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'index', 'constructor'), leaf, { maxKeys: 3 }),
);
const parity = (guard: (input: unknown) => boolean, schema: z.ZodMiniType) =>
  fc.assert(
    fc.property(value, (input) => {
      expect(guard(input)).toBe(z.safeParse(schema, input).success);
    }),
    { numRuns: 2_000 },
  );
const onOff = z.enum(['on', 'off']);

it.each<readonly [string, (input: unknown) => boolean, z.ZodMiniType]>([
  ['a boolean', isBoolean, z.boolean()],
  ['a text', isString, z.string()],
  ['a number', isNumber, z.number()],
  ['a number within bounds', isBetween(0, 2000), z.number().check(z.minimum(0), z.maximum(2000))],
  ['one of some texts', isOneOf(['on', 'off']), onOff],
  ['a number or null', isNullOr(isNumber), z.nullable(z.number())],
  ['a list', isListOf(isOneOf(['on', 'off'])), z.array(onOff)],
])('takes %s for one exactly where zod does', (_, guard, schema) => parity(guard, schema));

it('takes plain data for a record exactly where zod does', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), leaf)), (input) => {
      expect(isRecordOf(isOneOf(['on', 'off']))(input)).toBe(
        z.safeParse(z.record(z.string(), onOff), input).success,
      );
    }),
    { numRuns: 2_000 },
  );
});

it('reads a shape exactly as zod does, without what it does not name', () => {
  const shape = { index: isNumber, a: isNullOr(isString) };
  const schema = z.object({ index: z.number(), a: z.nullable(z.string()) });
  const near = fc.record({ index: leaf, a: leaf, more: leaf }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.oneof(value, near), (input) => {
      expect(readShape(shape, input)).toEqual(z.safeParse(schema, input).data);
    }),
    { numRuns: 2_000 },
  );
});
