// The smallest change that would help somebody without a mentor: each one is tried, and so is everything that is not named.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, remediesOf } from '../../../../src/mentoring/matching/engine/index.ts';
import type { Aims, Market } from '../../../../src/mentoring/matching/engine/market.ts';
import { solve } from '../../../../src/mentoring/matching/engine/stages.ts';
import { bestByForce, everyMatching, someMarket } from '../../../support/brute-matching.ts';
import { largeMarket } from '../../../support/large-market.ts';

const PLAIN: Aims = { spread: false, floor: false, dial: 'total', keep: 0 };

function count(market: Market): number {
  return bestByForce(market, PLAIN).partner.filter((mentor) => mentor >= 0).length;
}

function withPlace(market: Market, mentor: number): Market {
  return { ...market, capacity: market.capacity.map((places, j) => places + (j === mentor ? 1 : 0)) };
}

function withPair(market: Market, mentee: number, mentor: number): Market {
  const rows = Array.from({ length: market.mentees }, (_, i) => [...market.mentor.subarray(market.first[i], market.first[i + 1])]);
  rows[mentee]?.push(mentor);
  rows[mentee]?.sort((a, b) => a - b);
  const first = [0];
  for (const row of rows) first.push((first.at(-1) ?? 0) + row.length);
  const pairs = rows.flat().length;
  return { ...market, first: Int32Array.from(first), mentor: Int32Array.from(rows.flat()), score: new Int32Array(pairs), open: new Uint8Array(pairs) };
}

describe('remedies', () => {
  it('are exactly the places and the rules that would let one more be matched', () => {
    fc.assert(
      fc.property(someMarket(4), (market) => {
        const { partner } = solve(market, PLAIN);
        const now = count(market);
        for (const [mentee, mentor] of partner.entries()) {
          const mine = [...market.mentor.subarray(market.first[mentee], market.first[mentee + 1])];
          const barred = Array.from({ length: market.mentors }, (_, j) => ({ mentor: j, rule: `rule ${j}` })).filter((rule) => !mine.includes(rule.mentor));
          const found = remediesOf(market, partner, mentee, barred);
          if (mentor >= 0) {
            expect(found).toEqual([]);
            continue;
          }
          const places = Array.from({ length: market.mentors }, (_, j) => j).filter((j) => count(withPlace(market, j)) > now);
          // A place helps this mentee only if the search from her gets there; the others help somebody else who is left.
          const hers = places.filter((j) => possible(withPlace(market, j), (all) => keeps(partner, all) && all[mentee] !== -1));
          expect(found.flatMap((remedy) => (remedy.by === 'place' ? remedy.mentor : [])).sort()).toEqual(hers);
          const rules = barred.filter((rule) => count(withPair(market, mentee, rule.mentor)) > now);
          expect(found.flatMap((remedy) => (remedy.by === 'rule' ? remedy.rule : [])).sort()).toEqual(rules.map(({ rule }) => rule));
          expect(found.map(({ moves }) => moves)).toEqual(found.map(({ moves }) => moves).sort((a, b) => a - b));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('count who would have to move: along a chain one more at each step', () => {
    // Mentees 0 to 3 may have the mentor of their number and the next one; mentor 3 is the last, so one is left.
    const market = chain(4);
    const partner = Int32Array.from([-1, 0, 1, 2]);
    expect(remediesOf(market, partner, 0, [])).toEqual([0, 1, 2].map((mentor) => ({ by: 'place', mentor, moves: mentor })));
  });

  it('do not name a mentor whom two rules bar, for dropping one would not help', () => {
    const market: Market = { ...largeMarket({ mentees: 1, mentors: 2, each: 0, places: 1, seed: 1 }) };
    const line = { mentor: 0, rule: 'same line' };
    expect(remediesOf(market, Int32Array.of(-1), 0, [line])).toEqual([{ by: 'rule', moves: 0, ...line }]);
    expect(remediesOf(market, Int32Array.of(-1), 0, [line, { mentor: 0, rule: 'language' }])).toEqual([]);
  });
});

describe('the changes between two matchings', () => {
  it('name who has another mentor, found one, or lost one', () => {
    expect(changesBetween(Int32Array.of(0, 1, -1, 2, -1), Int32Array.of(0, 2, 1, -1, -1))).toEqual([
      [1, 1, 2],
      [2, -1, 1],
      [3, 2, -1],
    ]);
  });
});

function possible(market: Market, may: (partner: readonly number[]) => boolean): boolean {
  for (const partner of everyMatching(market)) if (may(partner)) return true;
  return false;
}

/** Everybody who has a mentor keeps having one. */
function keeps(partner: Int32Array, all: readonly number[]): boolean {
  return partner.every((mentor, i) => mentor < 0 || (all[i] as number) >= 0);
}

/** `n` mentees in a row, one mentor fewer; mentee `i` may have mentors `i - 1` and `i`. */
function chain(n: number): Market {
  const rows = Array.from({ length: n }, (_, i) => [i - 1, i].filter((j) => j >= 0 && j < n - 1));
  const first = [0];
  for (const row of rows) first.push((first.at(-1) ?? 0) + row.length);
  const pairs = rows.flat().length;
  return {
    ...largeMarket({ mentees: n, mentors: n - 1, each: 0, places: 1, seed: 1 }),
    ...{ first: Int32Array.from(first), mentor: Int32Array.from(rows.flat()), score: new Int32Array(pairs).fill(500), open: new Uint8Array(pairs) },
  };
}
