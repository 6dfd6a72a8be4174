// What if she had another mentor: what is foretold for everybody is what comes out when that pair is decided.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alternative, alternativesOf, changesBetween } from '../../../../src/mentoring/matching/engine/index.ts';
import type { Aims, Market, Solved } from '../../../../src/mentoring/matching/engine/market.ts';
import { withLock } from '../../../../src/mentoring/matching/engine/rematch.ts';
import { solve } from '../../../../src/mentoring/matching/engine/stages.ts';
import { valueOf } from '../../../../src/mentoring/matching/engine/values.ts';
import { bestByForce, someAims, someMarket } from '../../../support/brute-matching.ts';
import { largeMarket } from '../../../support/large-market.ts';

/** The market in which a pair is decided, written down by hand: nobody may have the mentee, and the mentor has a place less and remembers it. */
function decided(market: Market, mentee: number, mentor: number): Market {
  const pairs = [...market.mentor.keys()].filter((e) => menteeOf(market, e) !== mentee);
  const first = Int32Array.from({ length: market.mentees + 1 }, (_, i) => pairs.filter((e) => e < (market.first[i] as number)).length);
  return {
    ...{ ...market, first },
    mentor: Int32Array.from(pairs, (e) => market.mentor[e] as number),
    score: Int32Array.from(pairs, (e) => market.score[e] as number),
    open: Uint8Array.from(pairs, (e) => market.open[e] as number),
    capacity: market.capacity.map((places, j) => places - (j === mentor ? 1 : 0)),
    held: market.held.map((places, j) => places + (j === mentor ? 1 : 0)),
  };
}

function menteeOf({ first }: Market, e: number): number {
  return first.findLastIndex((from) => from <= e);
}

function taken({ first, mentor }: Market, partner: Int32Array): Int32Array {
  return partner.map((j, i) => (j < 0 ? -1 : mentor.findIndex((other, e) => other === j && e >= (first[i] as number) && e < (first[i + 1] as number))));
}

function worth(market: Market, aims: Aims, partner: Int32Array) {
  const pairs = taken(market, partner);
  const value = (name: 'count' | 'spread' | 'floor' | 'fit') => valueOf(market, aims, pairs, name);
  const sum = pairs.reduce((total, e) => total + (e < 0 ? 0 : (market.score[e] as number)), 0);
  return { count: value('count'), spread: value('spread'), floor: value('floor'), sum, fit: value('fit') };
}

function expectTrue(solved: Solved, market: Market, aims: Aims, mentee: number, alternative: Alternative, rest: readonly number[]): void {
  const partner = Int32Array.from(rest, (mentor, i) => (i === mentee ? alternative.mentor : mentor));
  const [now, then] = [worth(market, aims, solved.partner), worth(market, aims, partner)];
  const { count, spread, floor, sum, fit, displaced } = alternative;
  expect({ count, spread, floor, sum, fit }).toEqual({
    count: then.count - now.count,
    spread: then.spread - now.spread,
    floor: then.floor - now.floor,
    sum: then.sum - now.sum,
    fit: then.fit - now.fit,
  });
  expect(displaced).toEqual(changesBetween(solved.partner, partner).filter(([who]) => who !== mentee));
}

describe('the alternatives of a mentee', () => {
  it('are one for each other mentor she may have, and as if each pair had been decided', () => {
    fc.assert(
      fc.property(told(), someAims, (market, aims) => {
        const solved = solve(market, aims);
        for (let mentee = 0; mentee < market.mentees; mentee++) {
          const found = alternativesOf(solved, market, aims, mentee);
          const allowed = [...market.mentor.subarray(market.first[mentee], market.first[mentee + 1])];
          expect(found.map(({ mentor }) => mentor)).toEqual(allowed.filter((j) => (market.capacity[j] as number) > 0 && j !== solved.partner[mentee]));
          for (const alternative of found) {
            expectTrue(solved, market, aims, mentee, alternative, bestByForce(decided(market, mentee, alternative.mentor), aims).partner);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('say of the spread, too, what a lock brings about', () => {
    fc.assert(
      fc.property(told(), someAims, (market, some) => {
        const aims = { ...some, spread: true };
        const solved = solve(market, aims);
        const spread = (found: Solved) => found.stages.find(({ name }) => name === 'spread')?.value ?? 0;
        for (let mentee = 0; mentee < market.mentees; mentee++) {
          for (const alternative of alternativesOf(solved, market, aims, mentee)) {
            const locked = withLock(solved, market, aims, mentee, alternative.mentor).solved;
            expect(spread(solved) + alternative.spread).toBe(spread(locked) + (market.held[alternative.mentor] as number));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    { spread: true, floor: true, dial: 'balanced', keep: 50, mentors: 37, places: 2 },
    { spread: true, floor: true, dial: 'total', keep: 0, mentors: 58, places: 1 },
    { spread: false, floor: true, dial: 'even', keep: 0, mentors: 25, places: 1 },
    { spread: true, floor: false, dial: 'balanced', keep: 0, mentors: 25, places: 3 },
  ] as const)('agree with a new start in larger groups: %j', ({ mentors, places, ...aims }) => {
    const market = largeMarket({ mentees: 50, mentors, each: 6, places, seed: 17 });
    const solved = solve(market, aims);
    const floors = new Set<number>();
    for (let mentee = 0; mentee < market.mentees; mentee += 9) {
      for (const alternative of alternativesOf(solved, market, aims, mentee)) {
        const rest = solve(decided(market, mentee, alternative.mentor), aims).partner;
        expectTrue(solved, market, aims, mentee, alternative, [...rest]);
        floors.add(Math.sign(alternative.floor));
      }
    }
    expect(floors.has(-1) && floors.has(0)).toBe(true);
  });

  it('are none for somebody who may have nobody else', () => {
    const market = largeMarket({ mentees: 3, mentors: 1, each: 1, places: 3, seed: 1 });
    const aims: Aims = { spread: true, floor: true, dial: 'total', keep: 0 };
    const solved = solve(market, aims);
    const mentee = solved.partner.indexOf(0);
    expect(alternativesOf(solved, market, aims, mentee)).toEqual([]);
  });
});

/** Two people with one key could not be told apart by any hash. */
function told(): fc.Arbitrary<Market> {
  return someMarket(4).map((market) => ({
    ...market,
    menteeKey: Uint32Array.from({ length: market.mentees }, (_, i) => 1000 + i),
    mentorKey: Uint32Array.from({ length: market.mentors }, (_, j) => 2000 + j),
  }));
}
