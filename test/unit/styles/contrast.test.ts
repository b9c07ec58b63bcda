import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../../utils/terms/types.ts';

/** WCAG 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const GRAPHICS = 3;
/** WCAG 1.4.6, for a reader who wants more contrast. */
const MORE = 7;

const source = readFileSync(new URL('../../../assets/styles/tokens.css', import.meta.url), 'utf8');
/** The colours of the tokens, light and dark. */
const tokens = new Map(
  [...source.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(name: string, ground: string, theme: 'light' | 'dark'): number {
  const [a, b] = [name, ground].map((token) => luminance(tokens.get(token)![theme])) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const GROUNDS = ['bg', 'surface', 'raised', 'sunken'];
const PAIRS: readonly (readonly [token: string, ground: string, least: number])[] = [
  ...['ink', 'ink-2', 'ink-3', 'accent'].flatMap((token) =>
    GROUNDS.map((ground) => [token, ground, TEXT] as const),
  ),
  ...['ink', 'ink-2', 'accent'].map((token) => [token, 'accent-soft', TEXT] as const),
  ['on-accent', 'accent', TEXT],
  ...[...GROUNDS, 'accent-soft', 'mark-soft'].map((ground) => ['accent-strong', ground, MORE] as const),
  ...['bg', 'surface', 'warn-soft'].map((ground) => ['warn-strong', ground, MORE] as const),
  ['ink', 'mark-soft', TEXT],
  ['ink', 'warn-soft', TEXT],
  ['danger', 'surface', TEXT],
  ['ok', 'surface', TEXT],
  ['warn', 'warn-soft', GRAPHICS],
  ...['bg', 'surface', 'raised'].map((ground) => ['line-strong', ground, GRAPHICS] as const),
  ...['bg', 'surface', 'raised', 'sunken', 'accent-soft'].map(
    (ground) => ['focus', ground, GRAPHICS] as const,
  ),
  ...[...CATEGORIES, 'figure'].flatMap((kind) =>
    ['bg', 'surface', 'raised', 'accent-soft'].map((ground) => [`kind-${kind}`, ground, GRAPHICS] as const),
  ),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(PAIRS)('%s on %s has a contrast of at least %d', (token, ground, least) => {
    expect(contrast(token, ground, theme)).toBeGreaterThanOrEqual(least);
  });
});
