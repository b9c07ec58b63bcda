import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import {
  type NoticeParams,
  noticeMessages,
  type TabMessage,
  type TabParams,
  tabMessages,
} from './protocol.ts';
import type { TabResults } from './results.ts';

export type Sender = Browser.runtime.MessageSender;

type TabHandlers = { readonly [N in TabMessage]: (params: TabParams<N>) => Promise<TabResults[N]> };

const envelopeSchema = z.object({
  aiplus: z.enum(['background', 'tab', 'notice']),
  name: z.string(),
  params: z.unknown(),
});

/**
 * Handles one incoming message: returns the answer's promise, or undefined for a message that is not for `room`,
 * not ours, from another extension or a page, unknown, or with parameters that do not fit. Those are dropped.
 */
export function routeMessage(
  room: 'background' | 'tab' | 'notice',
  schemas: Readonly<Record<string, z.ZodMiniType>>,
  handlers: Readonly<Record<string, ((params: never, sender: Sender) => Promise<unknown>) | undefined>>,
  message: unknown,
  sender: Sender,
): Promise<unknown> | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const envelope = z.safeParse(envelopeSchema, message);
  if (!envelope.success || envelope.data.aiplus !== room || !Object.hasOwn(schemas, envelope.data.name))
    return undefined;
  const { name, params } = envelope.data;
  const handler = handlers[name];
  const schema = schemas[name];
  if (!handler || !schema) return undefined;
  const valid = z.safeParse(schema, params);
  if (!valid.success) return undefined;
  return handler(valid.data as never, sender);
}

/** Answers the messages to this tab's content script. Returns the function that ends it. */
export function answerInTab(handlers: TabHandlers): () => void {
  return listen((message, sender) => routeMessage('tab', tabMessages, handlers, message, sender));
}

/** Hears what tabs tell about themselves. Returns the function that ends it. */
export function hearTabs(listener: (tabId: number, params: NoticeParams<'pageChanged'>) => void): () => void {
  const handlers = {
    pageChanged: async (params: NoticeParams<'pageChanged'>, sender: Sender) => {
      if (sender.tab?.id !== undefined) listener(sender.tab.id, params);
    },
  };
  // A notice has no answer: returning a promise would compete with the one who answers.
  return listen((message, sender) => void routeMessage('notice', noticeMessages, handlers, message, sender));
}

/** Listens to messages; `handle` returns the answer's promise, or undefined for what is not its own. */
export function listen(
  handle: (message: unknown, sender: Sender) => Promise<unknown> | undefined,
): () => void {
  const listener = (message: unknown, sender: Sender) => handle(message, sender);
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}
