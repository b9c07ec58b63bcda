import { type Browser, browser } from 'wxt/browser';
import { isOneOf, isString, readShape, type Shape } from '../guards.ts';
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

const ENVELOPE = { aiplus: isOneOf(['background', 'tab', 'notice']), name: isString };

/** Reads the parameters of messages, by their names: undefined for parameters that do not fit. */
export type ParameterReaders = Readonly<Record<string, (params: unknown) => object | undefined>>;

/**
 * Handles one incoming message: returns the answer's promise, or undefined for a message that is not for `room`,
 * not ours, from another extension or a page, unknown, or with parameters that do not fit. Those are dropped.
 */
export function routeMessage(
  room: 'background' | 'tab' | 'notice',
  readers: ParameterReaders,
  handlers: Readonly<Record<string, ((params: never, sender: Sender) => Promise<unknown>) | undefined>>,
  message: unknown,
  sender: Sender,
): Promise<unknown> | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const envelope = readShape(ENVELOPE, message);
  if (envelope?.aiplus !== room || !Object.hasOwn(readers, envelope.name)) return undefined;
  const handler = handlers[envelope.name];
  const params = readers[envelope.name]?.((message as { params?: unknown }).params);
  if (!handler || !params) return undefined;
  return handler(params as never, sender);
}

/** Reads the messages of a room as their shapes say. */
export function readersOf(shapes: Readonly<Record<string, Shape>>): ParameterReaders {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, (params: unknown) => readShape(shape, params)]),
  );
}

/** Answers the messages to this tab's content script. Returns the function that ends it. */
export function answerInTab(handlers: TabHandlers): () => void {
  const readers = readersOf(tabMessages);
  return listen((message, sender) => routeMessage('tab', readers, handlers, message, sender));
}

/** Hears what tabs tell about themselves. Returns the function that ends it. */
export function hearTabs(listener: (tabId: number, params: NoticeParams<'pageChanged'>) => void): () => void {
  const handlers = {
    pageChanged: async (params: NoticeParams<'pageChanged'>, sender: Sender) => {
      if (sender.tab?.id !== undefined) listener(sender.tab.id, params);
    },
  };
  const readers = readersOf(noticeMessages);
  // A notice has no answer: returning a promise would compete with the one who answers.
  return listen((message, sender) => void routeMessage('notice', readers, handlers, message, sender));
}

/** Listens to messages; `handle` returns the answer's promise, or undefined for what is not its own. */
export function listen(
  handle: (message: unknown, sender: Sender) => Promise<unknown> | undefined,
): () => void {
  const listener = (message: unknown, sender: Sender) => handle(message, sender);
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}
