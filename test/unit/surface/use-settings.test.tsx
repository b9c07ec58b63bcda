// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type SettingsHere, useSettings } from '../../../entrypoints/surface/use-settings.ts';

let here: SettingsHere;

function Switch() {
  here = useSettings();
  return <p>{here.settings?.enabled ? 'on' : 'off'}</p>;
}

const shows = (text: string) => vi.waitFor(() => expect(document.body.textContent).toBe(text));
/** Long enough for anything that is under way to be drawn. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Nothing is stored until the test says what becomes of it. */
function slowStorage() {
  const storing = Promise.withResolvers<undefined>();
  vi.spyOn(fakeBrowser.storage.sync, 'set').mockReturnValue(
    storing.promise as unknown as Promise<void> & undefined,
  );
  return storing;
}

beforeEach(async () => {
  fakeBrowser.reset();
  render(<Switch />, document.body);
  await shows('on');
});
afterEach(() => {
  vi.restoreAllMocks();
  render(null, document.body);
});

describe('a choice made on a page of the extension', () => {
  it('shows before the browser has stored it, whatever is drawn meanwhile', async () => {
    const { resolve: store } = slowStorage();
    const choosing = here.choose({ enabled: false });
    await shows('off');
    render(<Switch />, document.body);
    await aMoment();
    await shows('off');
    store(undefined);
    await choosing;
  });

  it('shows when it is stored and the browser has not told of it', async () => {
    vi.spyOn(fakeBrowser.storage.onChanged, 'trigger').mockResolvedValue([]);
    await here.choose({ enabled: false });
    await aMoment();
    await shows('off');
  });

  it('is taken back on the page when it cannot be stored, and the failure is told', async () => {
    const { reject: refuse } = slowStorage();
    const choosing = here.choose({ enabled: false });
    await shows('off');
    refuse(new Error('no room'));
    await expect(choosing).rejects.toThrow('no room');
    await shows('on');
  });

  it('gives way to what another window chooses later', async () => {
    await here.choose({ enabled: false });
    await fakeBrowser.storage.sync.set({ 'choice.enabled': true });
    await shows('on');
  });
});
