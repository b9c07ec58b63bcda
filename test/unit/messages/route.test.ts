import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { isString, readShape } from '../../../utils/guards.ts';
import { backgroundMessages } from '../../../utils/messages/background-protocol.ts';
import { tabMessages } from '../../../utils/messages/protocol.ts';
import { readersOf, routeMessage } from '../../../utils/messages/receive.ts';
import { askTab } from '../../../utils/messages/send.ts';

const readers = readersOf({ greet: { name: isString } });
const greet = vi.fn(async ({ name }: { name: string }) => `hello ${name}`);
const handlers = { greet: greet as never };
const ours = { id: fakeBrowser.runtime.id };
const message = { aiplus: 'background', name: 'greet', params: { name: 'reader' } };

function route(incoming: unknown, sender: { id?: string } = ours) {
  return routeMessage('background', readers, handlers, incoming, sender);
}

beforeEach(() => {
  greet.mockClear();
});

describe('a message', () => {
  it('is answered by its handler', async () => {
    await expect(route(message)).resolves.toBe('hello reader');
  });

  it.each([
    ['is for another room', { ...message, aiplus: 'tab' }, ours],
    ['is unknown', { ...message, name: 'part' }, ours],
    ['is named like a property of every object', { ...message, name: 'constructor' }, ours],
    ['has parameters that do not fit', { ...message, params: { name: 7 } }, ours],
    ['has no parameters', { ...message, params: undefined }, ours],
    ['is not one of ours', { type: 'greet', name: 'reader' }, ours],
    ['is a text', 'greet', ours],
    ['is nothing', null, ours],
    ['comes from another extension', message, { id: 'somebody-else' }],
    ['comes from a page', message, {}],
  ])('is dropped when it %s', (_, incoming, sender) => {
    expect(route(incoming, sender)).toBeUndefined();
    expect(greet).not.toHaveBeenCalled();
  });

  it('reaches its handler without what the schema does not name', async () => {
    await route({ ...message, params: { name: 'reader', more: 1 } });
    expect(greet.mock.calls[0]?.[0]).toEqual({ name: 'reader' });
  });

  it('has its handler’s failure as its answer', async () => {
    greet.mockRejectedValueOnce(new Error('no'));
    await expect(route(message)).rejects.toThrow('no');
  });
});

describe('the protocol', () => {
  it.each([
    ['an item that is no id of the outline', { item: '../x' }],
    ['an item with capitals', { item: 'OP-1' }],
  ])('does NOT open the outline at %s', (_, params) => {
    expect(z.safeParse(backgroundMessages.openOutline, params).success).toBe(false);
  });

  it('does NOT open the options at an address of its own', () => {
    expect(z.safeParse(backgroundMessages.openOptions, { section: 'a?b' }).success).toBe(false);
  });

  it('does NOT describe more terms than a page can have', () => {
    const terms = Array.from({ length: 20_001 }, (_, index) => `t${index}`);
    expect(z.safeParse(backgroundMessages.describe, { terms, figures: [] }).success).toBe(false);
  });

  it('steps only forwards or backwards', () => {
    expect(readShape(tabMessages.step, { direction: 'sideways' })).toBeUndefined();
  });
});

describe('asking a tab', () => {
  it.each(['Could not establish connection. Receiving end does not exist.', 'Receiving end does not exist'])(
    'has no answer where nobody listens: %s',
    async (words) => {
      vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValueOnce(new Error(words));
      await expect(askTab(1, 'report', {})).resolves.toBeUndefined();
    },
  );

  it('does NOT hide another failure', async () => {
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValueOnce(new Error('out of memory'));
    await expect(askTab(1, 'report', {})).rejects.toThrow('out of memory');
  });
});
