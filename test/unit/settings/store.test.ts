import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { switchKind } from '../../../utils/settings/changes.ts';
import { isSettingsFull } from '../../../utils/settings/full.ts';
import { SETTINGS_VERSION } from '../../../utils/settings/migrations.ts';
import { DEFAULTS } from '../../../utils/settings/schema.ts';
import {
  changeSettings,
  migrateSettings,
  readSettings,
  replaceChoices,
  storedChoices,
  watchSettings,
} from '../../../utils/settings/store.ts';

const stored = () => fakeBrowser.storage.sync.get(null);

/** A browser's storage takes a while to write; the one of the tests takes none. */
function writeSlowly(): void {
  const set = fakeBrowser.storage.sync.set.bind(fakeBrowser.storage.sync);
  vi.spyOn(fakeBrowser.storage.sync, 'set').mockImplementation(async (items: Record<string, unknown>) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await set(items);
  });
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('the settings', () => {
  it('are the defaults where nothing was chosen', async () => {
    await expect(readSettings()).resolves.toEqual({ settings: DEFAULTS, damaged: [] });
  });

  it('store what was chosen and nothing else, so that a better default reaches everybody', async () => {
    await changeSettings({ density: 'page' });
    expect(await stored()).toEqual({ 'choice.density': 'page', 'choices.version': SETTINGS_VERSION });
  });

  it('take a choice back to the default', async () => {
    await changeSettings({ density: 'page', style: 'strong' });
    await changeSettings({ density: undefined });
    const { settings } = await readSettings();
    expect([settings.density, settings.style]).toEqual([DEFAULTS.density, 'strong']);
    expect(await stored()).not.toHaveProperty(['choice.density']);
  });

  it('refuse a value that is not valid and change nothing', async () => {
    await expect(changeSettings({ density: 'page', dwell: -1 })).rejects.toThrow();
    expect(await stored()).toEqual({});
  });

  it('keep the choices of two windows that change different things at once', async () => {
    vi.resetModules();
    const otherWindow = await import('../../../utils/settings/store.ts');
    await Promise.all([changeSettings({ density: 'page' }), otherWindow.changeSettings({ style: 'lines' })]);
    const { settings } = await readSettings();
    expect([settings.density, settings.style]).toEqual(['page', 'lines']);
  });

  it('end as the last of several changes asked for at once, also where that is how they began', async () => {
    writeSlowly();
    await changeSettings({ enabled: true });
    await Promise.all([changeSettings({ enabled: false }), changeSettings({ enabled: true })]);
    await expect(readSettings()).resolves.toMatchObject({ settings: { enabled: true } });
  });

  it('keep every one of several changes to one list asked for at once', async () => {
    writeSlowly();
    await Promise.all([
      changeSettings(switchKind('figure', false)),
      changeSettings(switchKind('policy', false)),
    ]);
    await expect(readSettings()).resolves.toMatchObject({ settings: { kindsOff: ['figure', 'policy'] } });
  });

  it('are changed further after a change that failed', async () => {
    const failing = changeSettings({ dwell: -1 });
    const next = changeSettings({ dwell: 300 });
    await expect(failing).rejects.toThrow();
    await next;
    await expect(readSettings()).resolves.toMatchObject({ settings: { dwell: 300 } });
  });

  it('pass on that the browser has no room', async () => {
    vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES'));
    await expect(changeSettings({ enabled: false })).rejects.toThrow('QUOTA_BYTES');
  });
});

describe('a damaged item', () => {
  beforeEach(async () => {
    await fakeBrowser.storage.sync.set({
      'choice.density': 'sometimes',
      'choice.style': 'strong',
      'choice.colour': 'red',
      'choices.version': SETTINGS_VERSION,
    });
  });

  it('counts as not chosen and is named; the others hold', async () => {
    const { settings, damaged } = await readSettings();
    expect(damaged).toEqual(['density']);
    expect(settings).toEqual({ ...DEFAULTS, style: 'strong' });
  });

  it('stays stored as it is, and so does a choice of a newer version', async () => {
    await changeSettings({ enabled: false });
    expect(await stored()).toMatchObject({ 'choice.density': 'sometimes', 'choice.colour': 'red' });
  });

  it('is mended by a new choice', async () => {
    await changeSettings({ density: 'section' });
    expect((await readSettings()).damaged).toEqual([]);
  });
});

describe('choices of an earlier version', () => {
  const old = { 'choice.categories': { policy: true, society: false }, 'choice.style': 'lines' };

  it('are understood before they are migrated', async () => {
    await fakeBrowser.storage.sync.set(old);
    const { settings } = await readSettings();
    expect([settings.kindsOff, settings.style]).toEqual([['society'], 'lines']);
  });

  it('are rewritten once, and the obsolete items are removed', async () => {
    await fakeBrowser.storage.sync.set(old);
    await migrateSettings();
    const migrated = {
      'choice.kindsOff': ['society'],
      'choice.style': 'lines',
      'choices.version': SETTINGS_VERSION,
    };
    expect(await stored()).toEqual(migrated);
    await migrateSettings();
    expect(await stored()).toEqual(migrated);
  });

  it('are NOT lost when a setting is changed before they are migrated', async () => {
    await fakeBrowser.storage.sync.set(old);
    await changeSettings({ density: 'page' });
    const { settings } = await readSettings();
    expect([settings.kindsOff, settings.density]).toEqual([['society'], 'page']);
  });

  it('are NOT removed before the new ones are written', async () => {
    await fakeBrowser.storage.sync.set(old);
    vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES'));
    await expect(migrateSettings()).rejects.toThrow();
    expect(await stored()).toEqual(old);
  });
});

describe('choices of a newer version, from another computer', () => {
  const newer = { 'choice.style': 'lines', 'choices.version': SETTINGS_VERSION + 1 };

  it('are used as far as they are understood and left as they are', async () => {
    await fakeBrowser.storage.sync.set(newer);
    await migrateSettings();
    expect((await readSettings()).settings.style).toBe('lines');
    expect(await stored()).toEqual(newer);
  });

  it('keep their version when a setting is changed', async () => {
    await fakeBrowser.storage.sync.set(newer);
    await changeSettings({ density: 'page' });
    expect(await stored()).toEqual({ ...newer, 'choice.density': 'page' });
  });
});

describe('lists that grow', () => {
  /** What the browsers allow, in bytes. */
  const LIMITS = { item: 8192, all: 102_400 };
  const terms = Array.from({ length: 3000 }, (_, index) => `shu-ju-yao-su-${index}`);

  /** Refuses what the browsers refuse. */
  function keepQuota(): void {
    const set = fakeBrowser.storage.sync.set.bind(fakeBrowser.storage.sync);
    vi.spyOn(fakeBrowser.storage.sync, 'set').mockImplementation(async (items) => {
      const sizes = Object.entries({ ...(await stored()), ...items }).map(
        ([key, value]) => key.length + new TextEncoder().encode(JSON.stringify(value)).length,
      );
      if (sizes.some((size) => size > LIMITS.item)) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      if (sizes.reduce((sum, size) => sum + size, 0) > LIMITS.all)
        throw new Error('QUOTA_BYTES quota exceeded');
      await set(items);
    });
  }

  it('hold ten times what one item holds, and one site more writes one part', async () => {
    keepQuota();
    const sites = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`www.${index}.example.cn`, 'off' as const]),
    );
    await changeSettings({ hiddenTerms: terms, sites });
    const { settings } = await readSettings();
    expect([...settings.hiddenTerms].sort()).toEqual([...terms].sort());
    expect(settings.sites).toEqual(sites);
    vi.mocked(fakeBrowser.storage.sync.set).mockClear();
    await changeSettings({ sites: { ...settings.sites, 'news.cn': 'on' } });
    const [written = {}] = vi.mocked(fakeBrowser.storage.sync.set).mock.calls[0] ?? [];
    expect(Object.keys(written).sort()).toEqual(['choice.sites/14', 'choices.version']);
    expect((await readSettings()).settings.sites).toEqual({ ...sites, 'news.cn': 'on' });
  });

  it('say that the storage is full, and keep what was there', async () => {
    keepQuota();
    await changeSettings({ hiddenTerms: terms });
    const before = await stored();
    const more = [...terms, ...terms.map((id) => `another-${id}`)];
    await expect(changeSettings({ hiddenTerms: more })).rejects.toSatisfy(isSettingsFull);
    expect(await stored()).toEqual(before);
  });

  it('shrink again, and go back to the default', async () => {
    await changeSettings({ hiddenTerms: ['a', 'b', 'c'], sites: { 'news.cn': 'on' } });
    await changeSettings({ hiddenTerms: ['b'] });
    expect((await readSettings()).settings.hiddenTerms).toEqual(['b']);
    await changeSettings({ hiddenTerms: undefined, sites: undefined });
    expect(await stored()).toEqual({ 'choices.version': SETTINGS_VERSION });
  });

  it('are migrated from one item each, and lose nothing where that is interrupted between the two steps', async () => {
    const old = {
      'choice.sites': { 'news.cn': 'off' },
      'choice.hiddenTerms': ['a', 'b'],
      'choices.version': 1,
    };
    await fakeBrowser.storage.sync.set(old);
    vi.spyOn(fakeBrowser.storage.sync, 'remove').mockRejectedValueOnce(new Error('closed'));
    await expect(migrateSettings()).rejects.toThrow('closed');
    const meanwhile = (await readSettings()).settings;
    expect([meanwhile.sites, [...meanwhile.hiddenTerms].sort()]).toEqual([{ 'news.cn': 'off' }, ['a', 'b']]);
    // The next change clears up what is left of the old form, and of the change itself nothing comes back.
    await changeSettings({ hiddenTerms: ['a'] });
    const { settings } = await readSettings();
    expect([settings.sites, settings.hiddenTerms]).toEqual([{ 'news.cn': 'off' }, ['a']]);
    expect(await stored()).not.toHaveProperty(['choice.hiddenTerms']);
  });

  it('name a part that is damaged; the others hold', async () => {
    await changeSettings({ sites: { 'news.cn': 'off' } });
    await fakeBrowser.storage.sync.set({ 'choice.sites/3': 'broken' });
    expect(await readSettings()).toMatchObject({
      settings: { sites: { 'news.cn': 'off' } },
      damaged: ['sites/3'],
    });
  });
});

describe('watching the settings', () => {
  it('tells each change, wherever it was made, until it ends', async () => {
    const listener = vi.fn();
    const stop = watchSettings(listener);
    await changeSettings({ enabled: false });
    await vi.waitFor(() => expect(listener).toHaveBeenCalled());
    expect(listener.mock.lastCall?.[0]).toMatchObject({ enabled: false });
    stop();
    listener.mockClear();
    await changeSettings({ enabled: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(listener).not.toHaveBeenCalled();
  });

  it('does NOT wake up for what is no setting', async () => {
    const listener = vi.fn();
    watchSettings(listener);
    await fakeBrowser.storage.sync.set({ other: 1 });
    await fakeBrowser.storage.local.set({ 'choice.enabled': false });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('putting back what was stored', () => {
  it('restores also what is not understood', async () => {
    await fakeBrowser.storage.sync.set({ 'choice.density': 'sometimes', 'choice.colour': 'red' });
    await migrateSettings();
    const before = await stored();
    const backup = await storedChoices();
    await replaceChoices({ style: 'lines' }, SETTINGS_VERSION);
    expect(await stored()).toEqual({ 'choice.style': 'lines', 'choices.version': SETTINGS_VERSION });
    await replaceChoices(backup.choices, backup.version);
    expect(await stored()).toEqual(before);
  });
});
