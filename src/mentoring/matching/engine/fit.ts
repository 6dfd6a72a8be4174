// The fairness dial: of all matchings that are equally good by count, spread and floor, those that fit people best.

import { beginning } from './begin.ts';
import { costsOf, keepFirst } from './dial.ts';
import { costing, type Face, faceOf, numbersIn, takenBy } from './face.ts';
import type { Flow, Weights } from './flow.ts';
import { leximin } from './leximin.ts';
import { type Aims, HIGHEST, type Market, type Watch } from './market.ts';
import { cheapest } from './paths.ts';
import { countFirst, questionOf } from './question.ts';

export interface Fit {
  /** All that are best so far, and one of them in the market's numbers. */
  readonly face: Face;
  readonly taken: Int32Array;
  /** The answer to the one question that stands for all stages, where it could be asked. */
  readonly whole: { readonly flow: Flow; readonly weights: Weights } | null;
}

/** `before`: an answer to the stages before, in which a pair costs 0 or, where forbidden, `Infinity`. `check` sees every answer. */
export function fitOf(market: Market, aims: Aims, before: Flow, check: (flow: Flow) => void, watch?: Watch): Fit {
  if (aims.dial !== 'leximin') {
    const costs = costsOf(market, aims, before.question.cost);
    const first = aims.keep === Infinity ? keepFirst(market, costs) : costs;
    const weights = countFirst(market, first, aims.spread);
    const all = before.taken.every((e) => e >= 0);
    if (small(market, before, weights)) {
      const question = questionOf(market, first, weights);
      const flow = cheapest(question, { ...beginning(question, all, watch), watch });
      check(flow);
      return { face: faceOf(flow), taken: flow.taken, whole: { flow, weights } };
    }
  }
  return inSteps(market, aims, before, check, watch);
}

/** Whether sums stay exact, also when a few more go without or share a mentor later. */
function small({ mentees, held }: Market, { taken, load }: Flow, { step, without, priority }: Weights): boolean {
  const left = taken.reduce((count, e) => count + (e < 0 ? 1 : 0), 0);
  const shared = load.reduce((sum, count, j) => sum + count * ((held[j] as number) + (count - 1) / 2), 0);
  return (without + HIGHEST * priority) * (2 * left + 16) + step * (2 * shared + 16) + without * Math.log2(mentees + 2) < Number.MAX_SAFE_INTEGER / 2;
}

/** Stage by stage, each on the face of the one before: always possible, whatever the numbers. */
export function inSteps(market: Market, aims: Aims, before: Flow, check: (flow: Flow) => void, watch?: Watch): Fit {
  let face = faceOf(before);
  let taken = before.taken;
  const step = (cost: (pair: number) => number) => {
    const flow = cheapest(costing(face, cost), { watch });
    check(flow);
    taken = takenBy(face, flow.taken);
    face = faceOf(flow, face.pair);
  };
  if (aims.keep === Infinity) step((e) => 1 - (market.open[e] as number));
  if (aims.dial === 'leximin') {
    const chosen = leximin(market, aims, { face, taken: numbersIn(face, taken) }, check, watch);
    face = chosen.face;
    taken = takenBy(face, chosen.taken);
  }
  const costs = costsOf(market, aims, before.question.cost);
  step((e) => costs[e] as number);
  return { face, taken, whole: null };
}
