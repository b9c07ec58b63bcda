import { type BackgroundMessage, type BackgroundParams, backgroundMessages } from './background-protocol.ts';
import { listen, routeMessage, type Sender } from './receive.ts';
import type { BackgroundResults } from './results.ts';

type BackgroundHandlers = {
  readonly [N in BackgroundMessage]: (
    params: BackgroundParams<N>,
    sender: Sender,
  ) => Promise<BackgroundResults[N]>;
};
/** Answers the messages to the background. Returns the function that ends it. */
export function answerInBackground(handlers: BackgroundHandlers): () => void {
  return listen((message, sender) =>
    routeMessage('background', backgroundMessages, handlers, message, sender),
  );
}
