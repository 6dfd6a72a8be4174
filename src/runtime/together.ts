// Questions that are asked at the same moment are put together: one statement answers them all.

import DataLoader from 'dataloader';

/** At once, so that no statement grows without bound. */
const MOST = 500;

/** `ask` answers each question in its place. Whoever asks alone waits for nobody but those who ask before the next event. */
export function together<Q, A>(ask: (questions: readonly Q[]) => Promise<readonly A[]>): (question: Q) => Promise<A> {
  // Nothing is remembered: what is true may be another thing a moment later.
  const loader = new DataLoader<Q, A>(ask, { cache: false, maxBatchSize: MOST, batchScheduleFn: setImmediate });
  return (question) => loader.load(question);
}
