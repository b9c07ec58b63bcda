import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paintedCounts } from '../../scripts/drive.ts';
import { bare, highlighted, KINDS, openStage, type Stage } from './support.ts';

/** What the extension's page uses of the browser here. */
interface Tabs {
  query(filter: object): Promise<readonly { readonly id: number }[]>;
  sendMessage(id: number, message: object, options: object): Promise<unknown>;
}

describe.each(KINDS)('a permission that is taken back in %s', (kind) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage?.close());

  it('ends the reading of the pages it was for, and of no others', async () => {
    const page = await stage.open('/');
    await highlighted(page);
    const options = await stage.openOwn('options.html');
    // As the background tells it; the browsers let no program take back a permission of a trial copy.
    const tell = (revoked: string[]) =>
      options.evaluate(async (hosts) => {
        const { tabs } = Reflect.get(globalThis, 'chrome') as { tabs: Tabs };
        const message = { aiplus: 'tab', name: 'leave', params: { revoked: hosts, remaining: [] } };
        for (const { id } of await tabs.query({}))
          await tabs.sendMessage(id, message, { frameId: 0 }).catch(() => undefined);
      }, revoked);
    await tell(['news.cn']);
    await page.bringToFront();
    expect(Object.keys(await paintedCounts(page))).not.toStrictEqual([]);
    await tell(['127.0.0.1']);
    await bare(page);
    const host = await page.evaluate(() => document.documentElement.children.length);
    expect(host).toBe(2);
  });
});
