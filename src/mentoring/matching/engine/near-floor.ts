// The highest floor again, where it is likely to be what it was: asked there first, then ever farther above, then by halves.

import type { Flow } from './flow.ts';
import { distinct, type Floor } from './floor.ts';
import type { Market } from './market.ts';
import { cheapest } from './paths.ts';
import { atLeast } from './warm.ts';

/** `flow`: an answer for count and spread without any floor. */
export function nearFloor(market: Market, flow: Flow, guess: number, scores = distinct(market, flow.question.cost)): Floor {
  const worst = (taken: Int32Array) => scores.indexOf(taken.reduce((least, e) => (e < 0 ? least : Math.min(least, market.score[e] as number)), Infinity));
  let best = flow;
  let beyond: Flow | null = null;
  let low = worst(flow.taken);
  if (low < 0) return { flow, floor: 0, beyond };
  let high = scores.length;
  let probe = Math.max(
    low + 1,
    scores.findLastIndex((score) => score <= guess),
  );
  for (let step = 1; high - low > 1; ) {
    const found = cheapest({ ...flow.question, cost: atLeast(market, flow.question.cost, scores[probe] as number) }, { from: best, known: true });
    if (found.value > flow.value) {
      beyond = found;
      high = probe;
      probe = (low + high) >> 1;
    } else {
      best = found;
      low = worst(found.taken);
      probe = high === scores.length ? Math.min(low + step, high - 1) : (low + high) >> 1;
      step *= 2;
    }
  }
  return { flow: best, floor: scores[low] as number, beyond };
}
