// The measures of a matching, against their definitions counted out in full, and by hand on a small one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuresOf, spreadOf } from '../../../../src/mentoring/matching/engine/index.ts';
import type { Aims, Market } from '../../../../src/mentoring/matching/engine/market.ts';
import { solve } from '../../../../src/mentoring/matching/engine/stages.ts';
import { everyMatching, someMarket } from '../../../support/brute-matching.ts';
import { largeMarket } from '../../../support/large-market.ts';

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly score: number;
}

function allowed({ mentees, capacity, first, mentor, score }: Market): readonly Pair[] {
  return Array.from({ length: mentees }, (_, i) =>
    Array.from(mentor.subarray(first[i], first[i + 1]), (j, at) => ({ i, j, score: score[(first[i] as number) + at] as number })),
  )
    .flat()
    .filter(({ j }) => (capacity[j] as number) > 0);
}

/** Word for word what the measures say they are. */
function counted(market: Market, partner: readonly number[]) {
  const pairs = allowed(market);
  const taken = pairs.filter(({ i, j }) => partner[i] === j);
  const better = (pair: Pair, side: 'i' | 'j') => pairs.filter((other) => other[side] === pair[side] && other.score > pair.score).length;
  const ranked = (side: 'i' | 'j', most: number) => taken.filter((pair) => better(pair, side) <= most).length;
  const mine = (i: number) => taken.find((pair) => pair.i === i)?.score ?? -1;
  const theirs = (j: number) => {
    const scores = taken.filter((pair) => pair.j === j).map(({ score }) => score);
    return scores.length < (market.capacity[j] as number) ? -1 : Math.min(...scores);
  };
  const blocking = pairs.filter((pair) => !taken.includes(pair) && pair.score > mine(pair.i) && pair.score > theirs(pair.j));
  return {
    matched: taken.length,
    possible: new Set(pairs.map(({ i }) => i)).size,
    idle: [...market.capacity.keys()].filter((j) => (market.capacity[j] as number) > 0 && market.held[j] === 0 && !partner.includes(j)).length,
    ...{ menteeFirst: ranked('i', 0), menteeTop3: ranked('i', 2), mentorFirst: ranked('j', 0), mentorTop3: ranked('j', 2) },
    blocking: blocking.length,
    blockingGain: Math.max(0, ...blocking.map(({ i, j, score }) => score - Math.max(0, mine(i), theirs(j)))),
  };
}

describe('the measures', () => {
  it('are what they are defined to be, for every matching there is', () => {
    fc.assert(
      fc.property(someMarket(3), (market) => {
        for (const partner of everyMatching(market)) expect(measuresOf(market, Int32Array.from(partner))).toMatchObject(counted(market, partner));
      }),
      { numRuns: 150 },
    );
  });

  it('agree on a larger group, whose mentors have up to three places', () => {
    const market = largeMarket({ mentees: 60, mentors: 30, each: 9, places: 3, seed: 2 });
    const { partner } = solve(market, { spread: true, floor: true, dial: 'balanced', keep: 0 });
    expect(measuresOf(market, partner)).toMatchObject(counted(market, [...partner]));
  });

  it('say how scores lie: worst, nearest rank, mean, best', () => {
    const scores = Array.from({ length: 40 }, (_, at) => 1000 - at);
    expect(spreadOf(scores)).toMatchObject({ matched: 40, sum: 39220, mean: 980.5, worst: 961, p5: 962, median: 980, best: 1000 });
    expect(scores[0]).toBe(1000);
    expect(spreadOf([])).toEqual({ matched: 0, sum: 0, mean: 0, worst: 0, p5: 0, median: 0, best: 0, gini: 0 });
  });

  it('say how unequal scores are as the mean difference of any two against twice the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), (scores) => {
        const differences = scores.flatMap((a) => scores.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0);
        const sum = scores.reduce((a, b) => a + b, 0);
        expect(spreadOf(scores).gini).toBe(sum === 0 ? 0 : Math.round((1000 * differences) / (2 * scores.length * sum)));
      }),
    );
    expect(spreadOf([700, 700, 700]).gini).toBe(0);
    expect(spreadOf([0, 0, 0, 1000]).gini).toBe(750);
  });

  it('of a greedy matching show no blocking pair', () => {
    const market = largeMarket({ mentees: 40, mentors: 30, each: 8, places: 2, seed: 9 });
    const partner = new Int32Array(market.mentees).fill(-1);
    const load = new Int32Array(market.mentors);
    for (const { i, j } of [...allowed(market)].sort((a, b) => b.score - a.score)) {
      if (partner[i] !== -1 || (load[j] as number) >= (market.capacity[j] as number)) continue;
      partner[i] = j;
      load[j] = (load[j] as number) + 1;
    }
    expect(measuresOf(market, partner)).toMatchObject({ blocking: 0, blockingGain: 0 });
  });
});

describe('the price of fairness', () => {
  it('is what the worst-off gain and all together give up', () => {
    // The first mentor suits the first mentee best, but then the second mentee is left with somebody who hardly suits her.
    const market: Market = {
      ...largeMarket({ mentees: 2, mentors: 2, each: 2, places: 1, seed: 1 }),
      score: Int32Array.of(1000, 600, 550, 200),
    };
    const measured = (aims: Aims) => measuresOf(market, solve(market, aims).partner);
    const plain = measured({ spread: true, floor: false, dial: 'total', keep: 0 });
    const fair = measured({ spread: true, floor: true, dial: 'balanced', keep: 0 });
    expect(plain).toMatchObject({ matched: 2, sum: 1200, worst: 200, menteeFirst: 1, blocking: 0 });
    expect(fair).toMatchObject({ matched: 2, sum: 1150, worst: 550, best: 600, menteeFirst: 1, blocking: 1, blockingGain: 400 });
  });
});
