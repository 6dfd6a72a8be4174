// How much a pair's distance to the best score counts, in whole numbers, and what an open proposal is worth beside it.

import type { Aims, Dial, Market } from './market.ts';

/** `leximin` has no sum of its own: where its levels leave a choice, the plain sum decides. */
const POWER = { total: 1, balanced: 2, even: 3, leximin: 1 } as const satisfies Record<Dial, number>;

export function distanceOf({ top }: Pick<Market, 'top'>, dial: Dial): (score: number) => number {
  const power = POWER[dial];
  return (score) => (top - score) ** power;
}

/** For each score. */
export function distancesOf(market: Pick<Market, 'top'>, dial: Dial): Float64Array {
  const distance = distanceOf(market, dial);
  return Float64Array.from({ length: market.top + 1 }, (_, score) => distance(score));
}

/** For each pair its distance, less the worth of an open proposal: `keep` points at the best end of the scale times what it was multiplied by. */
export function costsOf(market: Market, aims: Aims, allowed: Float64Array): Float64Array {
  const { score, open, top } = market;
  const distances = distancesOf(market, aims.dial);
  const worth = aims.keep === Infinity ? 0 : Math.round(aims.keep * top ** (POWER[aims.dial] - 1));
  const costs = new Float64Array(score.length);
  for (let e = 0; e < costs.length; e++)
    costs[e] = allowed[e] === Infinity ? Infinity : (distances[score[e] as number] as number) - (open[e] as number) * worth;
  return costs;
}

/** For each score what a pair costs at the least, as an open proposal. */
export function leastCosts(market: Market, aims: Aims): Float64Array {
  const worth = market.open.includes(1) ? aims.keep * market.top ** (POWER[aims.dial] - 1) + 1 : 0;
  return distancesOf(market, aims.dial).map((distance) => distance - worth);
}

/** Makes every open proposal worth more than all distances together. */
export function keepFirst(market: Market, costs: Float64Array): Float64Array {
  const { mentees, first, open } = market;
  let ranges = 0;
  for (let i = 0; i < mentees; i++) {
    let most = 0;
    for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
      const own = costs[e] as number;
      if (own !== Infinity && own > most) most = own;
    }
    ranges += most;
  }
  return costs.map((own, e) => own - (open[e] as number) * (ranges + 1));
}
