import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createKnowledgeStore } from '../../../entrypoints/content/page-knowledge.ts';
import type { Annotation } from '../../../utils/annotation.ts';

const TERM: Annotation = { kind: 'term', start: 0, end: 2, text: '算力', term: 'suan-li' };
const ANSWER = { terms: { 'suan-li': {} }, figures: {}, sources: {}, items: {}, documents: {} };

/** Answers messages one after the other; `null` is a message that is lost. */
function answerWith(...answers: readonly (object | null)[]) {
  let asked = 0;
  const send = vi.fn(async () => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    if (answer === null) throw new Error('Could not establish connection. Receiving end does not exist.');
    return answer;
  });
  fakeBrowser.runtime.sendMessage = send as never;
  return send;
}

describe('what a page asks the background', () => {
  beforeEach(() => fakeBrowser.reset());

  it('is asked again after the question was lost, and then is known', async () => {
    const send = answerWith(null, ANSWER);
    const onLearned = vi.fn();
    const store = createKnowledgeStore(onLearned);
    await expect(store.learn([TERM], 'en')).rejects.toThrow('Could not establish connection');
    expect(onLearned).not.toHaveBeenCalled();
    await store.learn([TERM], 'en');
    expect(store.knowledge.terms).toHaveProperty('suan-li');
    expect(send).toHaveBeenCalledTimes(2);
    expect(onLearned).toHaveBeenCalledTimes(1);
  });

  it('is asked once, however often it is wanted meanwhile', async () => {
    const send = answerWith(ANSWER);
    const store = createKnowledgeStore(() => {});
    await Promise.all([
      store.learn([TERM], 'en'),
      store.learn([TERM, TERM], 'en'),
      store.learnTerm('suan-li'),
    ]);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('is asked for the rest alone where a part is known', async () => {
    const send = answerWith(ANSWER);
    const store = createKnowledgeStore(() => {});
    await store.learn([TERM], 'en');
    await store.learn([TERM, { ...TERM, term: 'zhi-neng-ti' }], 'en');
    expect(send).toHaveBeenLastCalledWith(
      expect.objectContaining({ params: { terms: ['zhi-neng-ti'], figures: [] } }),
    );
  });
});
