import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
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
    await Promise.all([changeSettings({ density: 'page' }), changeSettings({ style: 'lines' })]);
    const { settings } = await readSettings();
    expect([settings.density, settings.style]).toEqual(['page', 'lines']);
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
