// Questions that are asked at the same moment are put together: one statement answers them all.

interface Asked<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/** At once, so that no statement grows without bound. */
const MOST = 500;

/** `ask` answers each question in its place. Whoever asks alone waits for nobody but those who ask before the next event. */
export function together<Q, A>(ask: (questions: readonly Q[]) => Promise<readonly A[]>): (question: Q) => Promise<A> {
  let waiting: Asked<Q, A>[] = [];

  function flush(): void {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += MOST) void answer(all.slice(from, from + MOST));
  }

  async function answer(some: readonly Asked<Q, A>[]): Promise<void> {
    try {
      const answers = await ask(some.map(({ question }) => question));
      for (const [index, { resolve }] of some.entries()) resolve(answers[index] as A);
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (waiting.length === 1) setImmediate(flush);
    });
}
