import { elementAround } from './shadow.ts';

/** How marks look: see assets/styles/highlights.css. */
export type MarkStyle = 'subtle' | 'strong' | 'lines';
export type Tone = 'light' | 'dark';

/** Tells the style sheet of the marks what to do. On the root element: nothing inside of `<body>` is changed. */
const ATTRIBUTE = 'data-aiplus';

export function setAppearance(
  document: Document,
  { style, tone, print }: { readonly style: MarkStyle; readonly tone: Tone; readonly print: boolean },
): void {
  const value = [
    ...(style === 'subtle' ? [] : [style]),
    ...(tone === 'light' ? [] : [tone]),
    ...(print ? ['print'] : []),
  ].join(' ');
  const root = document.documentElement;
  if (!root || (root.getAttribute(ATTRIBUTE) ?? '') === value) return;
  // Each change makes the browser compute all styles of the page again; what is usual needs no attribute.
  if (value === '') root.removeAttribute(ATTRIBUTE);
  else root.setAttribute(ATTRIBUTE, value);
}

export function clearAppearance(document: Document): void {
  if (document.documentElement?.hasAttribute(ATTRIBUTE)) document.documentElement.removeAttribute(ATTRIBUTE);
}

/** Below this luminance (WCAG) white has more contrast than black. */
const MIDDLE_LUMINANCE = 0.179;

/**
 * Whether the text of an element stands on a light or a dark ground: by the nearest background colour behind it, and
 * where that cannot be known (a picture, the browser's own canvas) by the opposite of the text's own colour.
 */
export function createToneReader(): (element: Element) => Tone {
  const known = new WeakMap<Element, Tone>();
  return function toneBehind(element: Element): Tone {
    const path: Element[] = [];
    let tone: Tone | undefined;
    for (let current: Element | null = element; current && !tone; current = elementAround(current)) {
      tone = known.get(current);
      if (tone) break;
      path.push(current);
      // Backgrounds of elements without any attribute are rare, and asking for every paragraph's is dear.
      const { body, documentElement } = current.ownerDocument;
      if (!current.hasAttributes() && current !== body && current !== documentElement) continue;
      const style = getComputedStyle(current);
      const background = parseColour(style.backgroundColor);
      if (background && background.alpha >= 0.5) tone = toneOf(background.luminance);
      else if (style.backgroundImage !== 'none') tone = toneByText(style);
    }
    tone ??= toneByText(getComputedStyle(element));
    for (const passed of path) known.set(passed, tone);
    return tone;
  };
}

function toneByText(style: CSSStyleDeclaration): Tone {
  const colour = parseColour(style.color);
  return colour && colour.luminance > MIDDLE_LUMINANCE * 2 ? 'dark' : 'light';
}

function toneOf(luminance: number): Tone {
  return luminance < MIDDLE_LUMINANCE ? 'dark' : 'light';
}

interface Colour {
  readonly luminance: number;
  readonly alpha: number;
}

/** Reads a computed colour; undefined where it is not in sRGB numbers. */
function parseColour(text: string): Colour | undefined {
  const match = /^rgba?\(([^)]+)\)$/.exec(text);
  if (!match) return parseModernColour(text);
  const [red = 0, green = 0, blue = 0, alpha = 1] = (match[1] ?? '').split(/[\s,/]+/).map(Number);
  return { luminance: luminanceOf([red / 255, green / 255, blue / 255]), alpha };
}

/** `color(srgb r g b / a)` and `oklch(L c h / a)`, as computed values of newer colour functions. */
function parseModernColour(text: string): Colour | undefined {
  const match = /^(color\(srgb|oklch\(|oklab\(|lab\(|lch\()\s*([^)]+)\)$/.exec(text);
  if (!match) return undefined;
  const [channels = '', alpha = '1'] = (match[2] ?? '').split('/');
  const numbers = channels.trim().split(/\s+/).map(Number);
  const [first = 0, second = 0, third = 0] = numbers;
  if (match[1] === 'color(srgb')
    return { luminance: luminanceOf([first, second, third]), alpha: Number(alpha) };
  // Lightness is close to the cube root of luminance in both families of spaces.
  const lightness = match[1]?.startsWith('ok') ? first : first / 100;
  return { luminance: lightness ** 3, alpha: Number(alpha) };
}

function luminanceOf(channels: readonly [number, number, number]): number {
  const [red, green, blue] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
