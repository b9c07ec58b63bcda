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
 * What is behind a text: the grey that is as bright, from 0 (black) to 1, in steps that look alike (sRGB). Undefined
 * where that cannot be known: a picture, the browser's own canvas.
 */
type Ground = number | undefined;

/**
 * Whether the text of an element stands on a light or a dark ground: by the background colours behind it, translucent
 * ones laid over each other, and where the ground cannot be known by the opposite of the colour of the block's text: a
 * few words may be in any colour.
 */
export function createToneReader(): (element: Element, block?: Element) => Tone {
  const tones = new WeakMap<Element, Tone>();
  const grounds = new WeakMap<Element, { readonly ground: Ground }>();
  /** Elements without attributes, by their parent and name: asking for the style of every paragraph is dear. */
  const plain = new WeakMap<Node, Map<string, Element>>();

  /** The element itself, or a sibling that looks the same. */
  function likenessOf(element: Element): Element {
    const { parentNode } = element;
    if (!parentNode || element.hasAttributes()) return element;
    const siblings = plain.get(parentNode) ?? new Map<string, Element>();
    plain.set(parentNode, siblings);
    const found = siblings.get(element.localName) ?? element;
    siblings.set(element.localName, found);
    return found;
  }

  function groundBehind(element: Element): Ground {
    const layers: { readonly element: Element; readonly colour: Colour }[] = [];
    let ground: Ground;
    for (let current: Element | null = element; current; current = elementAround(current)) {
      const known = grounds.get(current);
      const style = known ? undefined : getComputedStyle(current);
      const colour = style?.backgroundImage === 'none' ? parseColour(style.backgroundColor) : undefined;
      if (!colour) {
        ground = known?.ground;
        break;
      }
      layers.push({ element: current, colour });
      if (colour.alpha === 1) break;
    }
    for (const layer of layers.reverse()) {
      ground = layOver(ground, layer.colour);
      grounds.set(layer.element, { ground });
    }
    return ground;
  }

  function toneBehind(element: Element, block: Element): Tone {
    const ground = groundBehind(element);
    return ground === undefined ? toneByText(getComputedStyle(block)) : toneOf(luminanceOfGrey(ground));
  }

  return (element, block = element) => {
    let tone = tones.get(element);
    if (!tone) {
      const like = likenessOf(bearerOf(element));
      tone = tones.get(like) ?? toneBehind(like, block);
      tones.set(like, tone);
      tones.set(element, tone);
    }
    return tone;
  };
}

/** Elements inside of a line that stand on the ground of what is around them, unless something sets them apart. */
const IN_LINE = new Set('a b em font i nobr span strong u'.split(' '));

/** The nearest element that may have a ground of its own: asking for the style of every link is dear. */
function bearerOf(element: Element): Element {
  let bearer = element;
  while (
    IN_LINE.has(bearer.localName) &&
    !['class', 'style', 'id', 'bgcolor'].some((name) => bearer.hasAttribute(name))
  ) {
    const around = elementAround(bearer);
    if (!around) break;
    bearer = around;
  }
  return bearer;
}

/** A colour over what is behind it; where that is not known, a colour that hides most of it counts alone. */
function layOver(ground: Ground, { luminance, alpha }: Colour): Ground {
  if (alpha === 0) return ground;
  const grey = greyOf(luminance);
  if (ground === undefined) return alpha >= 0.5 ? grey : undefined;
  return grey * alpha + ground * (1 - alpha);
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

/** Reads a computed colour; undefined where it is in a notation that is not known. */
function parseColour(text: string): Colour | undefined {
  const match = /^rgba?\(([^)]+)\)$/.exec(text);
  if (!match) return parseModernColour(text);
  const [red = 0, green = 0, blue = 0, alpha = 1] = (match[1] ?? '').split(/[\s,/]+/).map(Number);
  return { luminance: luminanceOf([red / 255, green / 255, blue / 255]), alpha };
}

/** `color(srgb r g b / a)` and `oklch(L c h / a)`, as computed values of newer colour functions. */
function parseModernColour(text: string): Colour | undefined {
  const match = /^(color\((?:srgb|display-p3) |oklch\(|oklab\(|lab\(|lch\()\s*([^)]+)\)$/.exec(text);
  if (!match) return undefined;
  const [channels = '', alpha = '1'] = (match[2] ?? '').replaceAll('none', '0').split('/');
  const numbers = channels.trim().split(/\s+/).map(Number);
  const [first = 0, second = 0, third = 0] = numbers;
  if (match[1]?.startsWith('color'))
    return { luminance: luminanceOf([first, second, third]), alpha: Number(alpha) };
  // Lightness is close to the cube root of luminance in both families of spaces.
  const lightness = match[1]?.startsWith('ok') ? first : first / 100;
  return { luminance: lightness ** 3, alpha: Number(alpha) };
}

function luminanceOf([red, green, blue]: readonly [number, number, number]): number {
  return 0.2126 * luminanceOfGrey(red) + 0.7152 * luminanceOfGrey(green) + 0.0722 * luminanceOfGrey(blue);
}

function luminanceOfGrey(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function greyOf(luminance: number): number {
  return luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * luminance ** (1 / 2.4) - 0.055;
}
