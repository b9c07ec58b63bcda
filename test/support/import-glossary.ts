import type { Page } from 'puppeteer-core';
import { eventually } from '../../scripts/eventually.ts';

// All of these take the options page, at its glossary.

/** Chooses a file and agrees to the report. */
export async function importFile(page: Page, name: string, content: string): Promise<void> {
  await choose(page, name, content);
  await eventually('the report', () => has(page, '.import-foot .primary:enabled'));
  await click(page, '.import-foot .primary');
  await eventually('the entries', async () => (await countOf(page)) > 0);
}

/** Puts a file into the field as a reader does; only the dialog of the browser is left out. */
export async function choose(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    (fileName, text) => {
      const input = document.querySelector<HTMLInputElement>('[data-role="glossary-file"]');
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName));
      if (!input) throw new Error('There is no field for a file.');
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    content,
  );
}

/** Whether the page has what a selector finds. */
export function has(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
}

/** Clicks the first that a selector finds, where there is one. */
export async function click(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
}

/** Rows of the list of entries. */
export function countOf(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('#glossary ul.box-rows > li').length);
}
