/**
 * What the content script validates with: settings out of the storage and messages to a page. Everything else that
 * comes from outside goes through zod (`zod/mini`), which for these few shapes would be a sixteenth of all that a page
 * loads; test/unit/guards.test.ts holds the two to the same answers.
 */
export type Guard<T> = (value: unknown) => value is T;
export type Guarded<G> = G extends Guard<infer T> ? T : never;
/** Guards by the names of the properties that an object must have. */
export type Shape = Readonly<Record<string, Guard<unknown>>>;
export type Shaped<S extends Shape> = { readonly [K in keyof S]: Guarded<S[K]> };

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** NaN and the infinite are none. */
export function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

export function isBetween(least: number, most: number): Guard<number> {
  return (value): value is number => isNumber(value) && value >= least && value <= most;
}

export function isOneOf<const T extends string>(texts: readonly T[]): Guard<T> {
  return (value): value is T => (texts as readonly unknown[]).includes(value);
}

export function isNullOr<T>(isItem: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || isItem(value);
}

export function isListOf<T>(isItem: Guard<T>): Guard<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(isItem);
}

/** An object with any keys; not a list. */
export function isRecordOf<T>(isItem: Guard<T>): Guard<Record<string, T>> {
  return (value): value is Record<string, T> => isObject(value) && Object.values(value).every(isItem);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The properties of a shape, without any others; undefined where one is missing or is not what it must be. */
export function readShape<S extends Shape>(shape: S, value: unknown): Shaped<S> | undefined {
  if (!isObject(value)) return undefined;
  const read: Record<string, unknown> = {};
  for (const [key, isValid] of Object.entries(shape)) {
    if (!isValid(value[key])) return undefined;
    read[key] = value[key];
  }
  return read as Shaped<S>;
}
