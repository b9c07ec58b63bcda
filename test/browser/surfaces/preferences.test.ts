import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GallerySession, openGallery } from '../../support/gallery.ts';

/** One scene of every surface, and the ones with switches off and on. */
const SCENES = [
  'card-term',
  'card-figure',
  'popup-read',
  'popup-kinds-off',
  'options-strong',
  'outline-arrived',
];

/** What cannot be seen where the system sets the colours. Runs in the page. */
function unseen(): string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const found: string[] = [];
  const name = (element: Element): string =>
    `${element.localName}.${element.getAttribute('class')} “${element.textContent?.trim().slice(0, 20)}”`;
  const read = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = [...text.matchAll(/[\d.]+/g)].map(Number);
    return [red, green, blue, alpha];
  };
  const luminance = ([red, green, blue]: Colour): number => {
    const linear = (part: number): number =>
      part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const contrast = (one: Colour, two: Colour): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = (element: Element | null): Colour => {
    for (let at = element; at; at = at.parentElement) {
      const colour = read(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0) return colour;
    }
    return [255, 255, 255, 1];
  };
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && !element.closest('.visually-hidden') && element.checkVisibility();
  };
  for (const mark of document.querySelectorAll('[data-scene] .mark')) {
    if (!isShown(mark)) continue;
    const { textDecorationLine, textDecorationColor } = getComputedStyle(mark);
    if (textDecorationLine === 'none') found.push(`no line: ${name(mark)}`);
    else if (contrast(read(textDecorationColor), ground(mark)) < 3)
      found.push(`a line not seen: ${name(mark)}`);
  }
  for (const control of document.querySelectorAll('[data-scene] :is(button, a, summary, select, .switch)')) {
    if (!isShown(control)) continue;
    const { color, borderTopColor, borderTopStyle } = getComputedStyle(control);
    const around = ground(control.parentElement);
    // A word or an icon in its own colour, or an edge.
    const inside = control.matches('.switch') ? 0 : contrast(read(color), ground(control));
    const edge = borderTopStyle === 'none' ? 0 : contrast(read(borderTopColor), around);
    if (Math.max(inside / 1.5, edge) < 3) found.push(`a control not seen: ${name(control)}`);
  }
  for (const icon of document.querySelectorAll('[data-scene] :is(button, a, summary) svg')) {
    const { stroke, fill, color } = getComputedStyle(icon);
    const ink = [stroke, fill].find((paint) => paint !== 'none') ?? color;
    if (isShown(icon) && contrast(read(ink), ground(icon)) < 3)
      found.push(`an icon not seen: ${name(icon.parentElement ?? icon)}`);
  }
  // What is on looks unlike what is off, by more than a colour that the system takes away.
  const looks = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].filter(isShown).map((element) => {
      const { backgroundColor, borderTopColor, outlineStyle, outlineColor, fontWeight } =
        getComputedStyle(element);
      return [backgroundColor, borderTopColor, outlineStyle, outlineColor, fontWeight].join(' ');
    });
  for (const [on, off] of [
    ['.chip[aria-pressed=true]', '.chip[aria-pressed=false]'],
    ['.segments label:has(:checked)', '.segments label:has(:not(:checked))'],
    ['.switch:checked', '.switch:not(:checked)'],
    ['.button[aria-pressed=true]', '.button[aria-pressed=false]'],
    ['.tree a[aria-current]', '.tree a:not([aria-current])'],
    ['.options-nav a[aria-current]', '.options-nav a:not([aria-current])'],
  ] as const) {
    const others = new Set(looks(`[data-scene] ${off}`));
    if (looks(`[data-scene] ${on}`).some((look) => others.has(look))) found.push(`looks like off: ${on}`);
  }
  return found;
}

/** What moves or would move by itself, in words. Runs in the page. */
function moving(): string[] {
  const found = document
    .getAnimations()
    .map((animation) => `moves: ${(animation as CSSAnimation).animationName ?? animation.id}`);
  for (const element of document.querySelectorAll('[data-scene], [data-scene] *')) {
    for (const pseudo of [null, '::before', '::after']) {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element, pseudo);
      const seconds = [
        ...(animationName === 'none' ? [] : [animationDuration]),
        ...transitionDuration.split(','),
      ].map(Number.parseFloat);
      if (seconds.some((time) => time > 0))
        found.push(`would move: ${element.localName}.${element.className}`);
    }
  }
  return found;
}

describe.each(['chromium', 'firefox'] as const)('in %s, for a reader who', (kind) => {
  let gallery: GallerySession;
  beforeAll(async () => {
    gallery = await openGallery(kind, ['forced-colors', 'prefers-reduced-motion']);
  });
  afterAll(() => gallery?.close());

  it.each(SCENES)('has colours of their own, all of %s is seen', async (name) => {
    await gallery.show({ name, locale: 'en', theme: 'light' });
    expect(await gallery.page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    expect(await gallery.page.evaluate(unseen)).toEqual([]);
  });

  it.each(SCENES)('wants less motion, nothing in %s moves', async (name) => {
    await gallery.show({ name, locale: 'en', theme: 'light' });
    expect(await gallery.page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(
      true,
    );
    expect(await gallery.page.evaluate(moving)).toEqual([]);
  });
});

describe('in chromium, for a reader who', () => {
  let gallery: GallerySession;
  beforeAll(async () => {
    gallery = await openGallery('chromium', ['prefers-contrast']);
  });
  afterAll(() => gallery?.close());

  it('has said nothing of motion, a card fades in', async () => {
    await gallery.show({ name: 'card-term', locale: 'en', theme: 'light' });
    expect(await gallery.page.evaluate(moving)).toContain('moves: card-in');
  });

  it.each(SCENES.flatMap((name) => ['light', 'dark'].map((theme) => ({ name, theme }))))(
    'wants more contrast, all text of $name has 7 to 1 in the $theme theme',
    async ({ name, theme }) => {
      await gallery.show({ name, locale: 'en', theme });
      // The card is there when it has faded in.
      await gallery.page.evaluate(() =>
        Promise.all(document.getAnimations().map((animation) => animation.finished)),
      );
      expect(await gallery.findings('high contrast')).toEqual([]);
    },
  );
});
