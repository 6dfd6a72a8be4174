// People in both roles: never with themselves, never each other's mentor, and otherwise the best there is.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketOf, solveApart } from '../../../../src/mentoring/matching/engine/index.ts';
import { bestByForce, someAims, someMarket, worthOf } from '../../../support/brute-matching.ts';

const PLAIN = { spread: false, floor: false, dial: 'total', keep: 0 } as const;

/** Mentee `i` and mentor `i` are one person, as far as there are both, or nobody is. */
const groups = fc
  .tuple(someMarket(5), fc.constantFrom(true, true, false))
  .map(([market, both]) => ({ market, self: Int32Array.from({ length: market.mentees }, (_, i) => (both && i < market.mentors ? i : -1)) }));

function isApart(self: Int32Array, partner: readonly number[]): boolean {
  return partner.every((j, i) => j < 0 || (j !== self[i] && !self.some((own, k) => own === j && (partner[k] as number) >= 0 && partner[k] === self[i])));
}

describe('people in both roles', () => {
  it('get the best matching without swaps there is', () => {
    fc.assert(
      fc.property(groups, someAims, ({ market, self }, aims) => {
        const { solved, apart } = solveApart(market, aims, self);
        const best = bestByForce(market, aims, (partner) => isApart(self, partner));
        expect(worthOf(market, aims, [...solved.partner])).toEqual(best.worth);
        expect(solved.certificate?.violation).toBe(0);
        if (apart)
          expect(worthOf(market, aims, [...solved.partner])).toEqual(
            bestByForce(market, aims, (partner) => partner.every((j, i) => j < 0 || j !== self[i])).worth,
          );
      }),
      { numRuns: 400 },
    );
  });

  it('give up the lesser half of a swap', () => {
    const pairs = [
      { mentee: 'a', mentor: 'b', score: 900 },
      { mentee: 'b', mentor: 'a', score: 800 },
      { mentee: 'a', mentor: 'a', score: 1000 },
      { mentee: 'b', mentor: 'c', score: 100 },
    ];
    const market = marketOf({ mentees: [{ id: 'a' }, { id: 'b' }], mentors: ['a', 'b', 'c'].map((id) => ({ id, capacity: 1 })), pairs });
    const { solved, apart } = solveApart(market, PLAIN, Int32Array.of(0, 1));
    expect([...solved.partner]).toEqual([1, 2]);
    expect(apart).toBe(false);
  });

  it('are kept apart also where there are too many swaps to try every way', () => {
    const people = Array.from({ length: 60 }, (_, at) => `p${at}`).sort();
    const pairs = people.flatMap((mentee, i) => people.map((mentor, j) => ({ mentee, mentor, score: i >> 1 === j >> 1 ? 1000 : (i * 7 + j * 13) % 500 })));
    const market = marketOf({ mentees: people.map((id) => ({ id })), mentors: people.map((id) => ({ id, capacity: 1 })), pairs });
    const self = Int32Array.from(people.keys());
    const { solved } = solveApart(market, PLAIN, self);
    expect(isApart(self, [...solved.partner])).toBe(true);
    expect(solved.partner.every((j) => j >= 0)).toBe(true);
    expect(solved.certificate).toBeNull();
  });
});
