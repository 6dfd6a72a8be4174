// The worst score that can be had without leaving anybody more out: by halving the range of scores, each time going on from
// the last answer.

import type { Flow } from './flow.ts';
import type { Market, Watch } from './market.ts';
import { openingPrices } from './network.ts';
import { cheapest } from './paths.ts';
import { atLeast } from './warm.ts';

export interface Floor {
  /** As good as before, and no pair below `floor`. */
  readonly flow: Flow;
  readonly floor: number;
  /** The best answer with no pair even at `floor`: worse than `flow`, which proves the floor. `null` where there is no higher score. */
  readonly beyond: Flow | null;
}

/**
 * `flow`: an answer in which a pair costs 0 or, where forbidden, `Infinity`. `guess`: where the floor is likely to be; by itself
 * it is looked for where the scores of each mentee's best pair say that it can be at most.
 */
export function highestFloor(market: Market, flow: Flow, watch?: Watch, guess = atMost(market, flow)): Floor {
  const { score } = market;
  const { question, value } = flow;
  const scores = distinct(market, question.cost);
  let best = flow;
  let low = scores.indexOf(worst(score, flow.taken));
  if (low < 0) return { flow, floor: 0, beyond: null };
  let high = scores.length;
  let beyond: Flow | null = null;
  let probe = Math.max(
    low + 1,
    scores.findLastIndex((own) => own <= guess),
  );
  for (let step = 0; high - low > 1; step++) {
    const limit = scores[probe] as number;
    watch?.progress('floor', step, step + Math.ceil(Math.log2(high - low)));
    // Pairs stay as far as they may, prices do not: with those of before, every place that was left would have to be refilled.
    const from = { taken: best.taken, mentorPrice: openingPrices(question) };
    const found = cheapest({ ...question, cost: atLeast(market, question.cost, limit) }, { from, watch, stage: 'floor', known: true });
    if (found.value > value) {
      high = probe;
      beyond = found;
    } else {
      best = found;
      low = scores.indexOf(worst(score, found.taken));
    }
    probe = step === 0 && beyond === null ? low + 1 : (low + high) >> 1;
  }
  const floor = scores[low] as number;
  return { flow: { ...best, question: { ...question, cost: atLeast(market, question.cost, floor) } }, floor, beyond };
}

/** Of each mentee's best score the one that so many reach as are matched. */
function atMost({ mentees, first, score }: Market, { question, taken }: Flow): number {
  const bests = new Int32Array(mentees).fill(-1);
  for (let i = 0; i < mentees; i++) {
    for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
      if (question.cost[e] === 0 && (score[e] as number) > (bests[i] as number)) bests[i] = score[e] as number;
    }
  }
  return bests.sort()[taken.reduce((count, e) => count + (e < 0 ? 1 : 0), 0)] ?? 0;
}

/** The scores of the allowed pairs, rising. */
export function distinct({ score, top }: Market, cost: Float64Array): readonly number[] {
  const seen = new Uint8Array(top + 1);
  for (let e = 0; e < score.length; e++) if (cost[e] === 0) seen[score[e] as number] = 1;
  return [...seen.keys()].filter((s) => seen[s] === 1);
}

function worst(score: Int32Array, taken: Int32Array): number {
  let least = Infinity;
  for (const e of taken) if (e >= 0 && (score[e] as number) < least) least = score[e] as number;
  return least;
}
