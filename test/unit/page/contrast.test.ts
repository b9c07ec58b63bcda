import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(new URL('../../../assets/styles/highlights.css', import.meta.url), 'utf8');
const KINDS = [
  ...['policy', 'governance', 'technology', 'data-compute'],
  ...['economy', 'society', 'ecosystem', 'figure'],
];
/** The lightest and the darkest grounds that news pages have; between them the line only gains. */
const LIGHT = ['#ffffff', '#f3efe6', '#e9eef2'];
const DARK = ['#000000', '#16191c', '#262a2e'];
/** WCAG 2.2, 1.4.11: what is needed to understand a graphic. */
const LEAST_CONTRAST = 3;

type Rgb = readonly [number, number, number];

function parse(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [red, green, blue];
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Rgb, b: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour of a line that lets a part of its ground through. */
function over(colour: Rgb, ground: Rgb, alpha: number): Rgb {
  const [red = 0, green = 0, blue = 0] = colour.map(
    (value, index) => value * alpha + (ground[index] ?? 0) * (1 - alpha),
  );
  return [red, green, blue];
}

function custom(name: string): string {
  const value = new RegExp(`--aiplus-${name}:\\s*([^;]+);`).exec(CSS)?.[1];
  if (value === undefined) throw new Error(`highlights.css sets no --aiplus-${name}.`);
  return value;
}

describe.each(KINDS)('the line of %s', (kind) => {
  it.each([
    ...LIGHT.map((ground) => ['light', ground] as const),
    ...DARK.map((ground) => ['dark', ground] as const),
  ])('is seen on a %s ground (%s)', (tone, ground) => {
    const alpha = Number.parseFloat(custom('alpha')) / 100;
    const line = over(parse(custom(`${kind}-on-${tone}`)), parse(ground), alpha);
    expect(contrast(line, parse(ground))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });
});
