import * as z from 'zod/mini';
import { type BackgroundMessage, type BackgroundParams, backgroundMessages } from './background-protocol.ts';
import { listen, type ParameterReaders, routeMessage, type Sender } from './receive.ts';
import type { BackgroundResults } from './results.ts';

type BackgroundHandlers = {
  readonly [N in BackgroundMessage]: (
    params: BackgroundParams<N>,
    sender: Sender,
  ) => Promise<BackgroundResults[N]>;
};

/** Reads the messages to the background as their schemas say. */
export const backgroundReaders: ParameterReaders = Object.fromEntries(
  Object.entries(backgroundMessages).map(([name, schema]) => [
    name,
    (params: unknown) => z.safeParse(schema as z.ZodMiniType<object>, params).data,
  ]),
);

/** Answers the messages to the background. Returns the function that ends it. */
export function answerInBackground(handlers: BackgroundHandlers): () => void {
  return listen((message, sender) =>
    routeMessage('background', backgroundReaders, handlers, message, sender),
  );
}
