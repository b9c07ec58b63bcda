import { askBackground } from '../../utils/messages/send.ts';
import type { CreateCardView } from './card-view.ts';

/** Before the second try, in milliseconds: a background that is being ended needs a moment. */
const RETRY_DELAY = 150;

/** Kept for the sessions that follow on the same page. */
let loaded: CreateCardView | undefined;

/**
 * The script of the card, which the background injects here. A first failure is tried again: a background that was
 * just being ended takes the question with it.
 * @throws Error where it cannot be had, as when the extension was replaced.
 */
export async function loadCardScript(): Promise<CreateCardView> {
  loaded ??= await inject().catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY));
    return inject();
  });
  return loaded;
}

async function inject(): Promise<CreateCardView> {
  await askBackground('loadCard', {});
  const create = globalThis.aiplusCard;
  if (!create) throw new Error('The script of the card did not start.');
  return create;
}
