import type { Page } from 'puppeteer-core';

/** What is painted on a page: the number of ranges per highlight name without its prefix. */
export type PaintedCounts = Readonly<Record<string, number>>;

const PREFIX = 'aiplus-';

/** Counts the painted ranges of a page. The registry is shared with the page, so the page's own world can see it. */
export function paintedCounts(page: Page): Promise<PaintedCounts> {
  return page.evaluate((prefix) => {
    const counts: Record<string, number> = {};
    CSS.highlights.forEach((highlight, name) => {
      if (name.startsWith(prefix) && highlight.size > 0) counts[name.slice(prefix.length)] = highlight.size;
    });
    return counts;
  }, PREFIX);
}

/** The texts painted under one highlight name, in order. */
export function paintedTexts(page: Page, name: string): Promise<string[]> {
  return page.evaluate((full) => {
    const texts: string[] = [];
    CSS.highlights.get(full)?.forEach((painted) => {
      const range = new Range();
      range.setStart(painted.startContainer, painted.startOffset);
      range.setEnd(painted.endContainer, painted.endOffset);
      texts.push(range.toString());
    });
    return texts;
  }, PREFIX + name);
}

/**
 * Scrolls the first painted range of one of `names` whose text passes into view. Returns its text and a place on it in
 * CSS pixels of the viewport, or null where there is none.
 */
export function placeOfPainted(
  page: Page,
  names: readonly string[],
  text?: string,
): Promise<{ readonly text: string; readonly x: number; readonly y: number } | null> {
  return page.evaluate(
    (fullNames, wanted) => {
      for (const name of fullNames) {
        for (const painted of CSS.highlights.get(name) ?? []) {
          const range = new Range();
          range.setStart(painted.startContainer, painted.startOffset);
          range.setEnd(painted.endContainer, painted.endOffset);
          if (wanted !== null && range.toString() !== wanted) continue;
          painted.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const rect = range.getClientRects()[0];
          if (!rect || rect.width === 0) continue;
          return {
            text: range.toString(),
            x: rect.x + Math.min(rect.width / 2, 12),
            y: rect.y + rect.height / 2,
          };
        }
      }
      return null;
    },
    names.map((name) => PREFIX + name),
    text ?? null,
  );
}

/**
 * Scrolls the first painted range of one of `names` whose text passes into view and rests the pointer on it.
 * Returns its text, or undefined where there is none.
 */
export async function hoverPainted(
  page: Page,
  names: readonly string[],
  text?: string,
): Promise<string | undefined> {
  const found = await placeOfPainted(page, names, text);
  if (!found) return undefined;
  await page.mouse.move(found.x - 1, found.y);
  await page.mouse.move(found.x, found.y);
  return found.text;
}
