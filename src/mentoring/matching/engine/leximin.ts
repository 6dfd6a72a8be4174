// The worst-off first: as few pairs as possible at the lowest level, then as few at the next, and so on. Each level is a question
// with costs 0 and 1 on the face of the level before.

import { costing, type Face, faceOf, numbersIn, takenBy } from './face.ts';
import type { Flow } from './flow.ts';
import { levelOf } from './levels.ts';
import type { Aims, Market, Watch } from './market.ts';
import { cheapest } from './paths.ts';

/** All answers to choose from, and one of them in the numbers of the face's own question. */
interface Choice {
  readonly face: Face;
  readonly taken: Int32Array;
}

/** `check` sees the answer of each level. */
export function leximin(market: Market, aims: Aims, begin: Choice, check: (flow: Flow) => void, watch?: Watch): Choice {
  const level = levelOf(market, aims);
  let { face, taken } = begin;
  const highest = face.pair.reduce((most, e) => Math.max(most, level(e)), -1);
  for (let done = -1; done < highest; ) {
    watch?.progress('fit', done + 1, highest + 1);
    const { pair } = face;
    // Nobody is at a level between, so nobody needs to be.
    let here = Infinity;
    for (const k of taken) {
      const at = k < 0 ? -1 : level(pair[k] as number);
      if (at > done && at < here) here = at;
    }
    if (here === Infinity) break;
    const question = costing(face, (e) => {
      const at = level(e);
      if (at === here) return 1;
      return at > done && at < here ? Infinity : 0;
    });
    const flow = cheapest(question, { from: { taken, mentorPrice: new Float64Array(market.mentors) }, watch });
    check(flow);
    const next = faceOf(flow, pair);
    taken = numbersIn(next, takenBy(face, flow.taken));
    face = next;
    done = here;
  }
  return { face, taken };
}
