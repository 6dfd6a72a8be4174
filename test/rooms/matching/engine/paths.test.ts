// The kernel: the cheapest answer to one question, with its proof, from nothing and from anything.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { violation } from '../../../../src/mentoring/matching/engine/certificate.ts';
import type { Flow, Question } from '../../../../src/mentoring/matching/engine/flow.ts';
import { marketOf, solve } from '../../../../src/mentoring/matching/engine/index.ts';
import { cheapest } from '../../../../src/mentoring/matching/engine/paths.ts';
import { peerPairs } from './peer50.ts';

const MOST = 5;
const price = fc.integer({ min: -3, max: 9 });
const pairCost = fc.oneof({ weight: 8, arbitrary: price }, { weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant(Infinity) });

/** Places may cost less than nothing; one before the first may be a place that must be taken. */
const questions = fc
  .record({
    without: fc.array(fc.integer({ min: -3, max: 30 }), { maxLength: MOST }),
    places: fc.array(fc.array(price, { maxLength: 3 }), { maxLength: MOST }),
    cells: fc.array(pairCost, { minLength: MOST * MOST, maxLength: MOST * MOST }),
  })
  .map(({ without, places, cells }) => questionFrom(without, places, cells));

function questionFrom(without: readonly number[], places: readonly (readonly number[])[], cells: readonly (number | null)[]): Question {
  const first = [0];
  const pairs: { readonly mentor: number; readonly cost: number }[] = [];
  without.forEach((_, i) => {
    places.forEach((_, j) => {
      const cost = cells[i * MOST + j];
      if (typeof cost === 'number') pairs.push({ mentor: j, cost });
    });
    first.push(pairs.length);
  });
  const ends = places.reduce<number[]>((all, own) => [...all, (all.at(-1) ?? 0) + own.length], [0]);
  return {
    ...{ mentees: without.length, mentors: places.length },
    first: Int32Array.from(first),
    mentor: Int32Array.from(pairs, ({ mentor }) => mentor),
    cost: Float64Array.from(pairs, ({ cost }) => cost),
    without: Float64Array.from(without),
    place: Int32Array.from(ends),
    placeCost: Float64Array.from(places.flatMap((own) => [...own].sort((a, b) => a - b))),
  };
}

/** `Infinity` where there is no answer: somebody must be matched, or some place taken, and cannot. */
function byForce(question: Question): number {
  const { mentees, mentors, first, mentor, cost, without, place, placeCost } = question;
  const load = new Int32Array(mentors);
  const from = (i: number): number => {
    if (i === mentees) return load.some((count, j) => placeCost.subarray((place[j] as number) + count, place[j + 1]).includes(-Infinity)) ? Infinity : 0;
    let best = (without[i] as number) + from(i + 1);
    for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
      const j = mentor[e] as number;
      const at = (place[j] as number) + (load[j] as number);
      if (at >= (place[j + 1] as number) || cost[e] === Infinity) continue;
      load[j] = (load[j] as number) + 1;
      best = Math.min(best, (cost[e] as number) + (placeCost[at] === -Infinity ? 0 : (placeCost[at] as number)) + from(i + 1));
      load[j] = load[j] - 1;
    }
    return best;
  };
  return from(0);
}

function expectBest(flow: Flow): void {
  expect(violation(flow)).toBe(0);
  expect(flow.value).toBe(byForce(flow.question));
}

describe('shortest paths', () => {
  it('find the cheapest answer and prove it', () => {
    fc.assert(
      fc.property(questions, (question) => expectBest(cheapest(question))),
      { numRuns: 1500 },
    );
  });

  it('go on from the answer to another question, and from any prices at all', () => {
    fc.assert(
      fc.property(
        questions,
        fc.array(pairCost, { minLength: 25, maxLength: 25 }),
        fc.array(price, { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (question, costs, prices, any) => {
          const before = cheapest(question);
          const changed = { ...question, cost: question.cost.map((old, e) => costs[e] ?? old) };
          const mentorPrice = any ? Float64Array.from(prices.slice(0, question.mentors)) : before.mentorPrice;
          expectBest(cheapest(changed, { from: { taken: before.taken, mentorPrice } }));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('match who must be matched and take the places that must be taken, or say that it cannot be', () => {
    const musts = fc.array(fc.boolean(), { minLength: 2 * MOST, maxLength: 2 * MOST });
    fc.assert(
      fc.property(questions, musts, (some, must) => {
        const placeCost = some.placeCost.slice();
        for (let j = 0; j < some.mentors; j++)
          if (must[MOST + j] && (some.place[j] as number) < (some.place[j + 1] as number)) placeCost[some.place[j] as number] = -Infinity;
        const question = { ...some, without: some.without.map((own, i) => (must[i] ? Infinity : own)), placeCost };
        if (byForce(question) < Infinity) expectBest(cheapest(question));
        else expect(() => cheapest(question)).toThrow('without any answer');
      }),
      { numRuns: 1000 },
    );
  });

  it('pass the place that a forbidden pair leaves on to whoever can use it', () => {
    const question = questionFrom([100, 100, 100], [[0], [0], [0]], [1, 4, null, null, null, null, 1, 3, null, null, 2, null, 1, null, null]);
    const before = cheapest(question);
    expect([...before.taken]).toEqual([0, 2, 5]);
    const after = cheapest({ ...question, cost: question.cost.with(0, Infinity) }, { from: before });
    expect([...after.taken]).toEqual([1, 3, 4]);
    expect(violation(after)).toBe(0);
  });

  it('do not fall into the trap of passing over a mentee without a path: she may have to take the place of another', () => {
    const ids = (letter: string) => Array.from({ length: 50 }, (_, at) => ({ id: `${letter}${at}`, capacity: 1 }));
    const market = marketOf({ mentees: ids('e'), mentors: ids('m'), pairs: peerPairs, top: 28 });
    const { partner } = solve(market, { spread: false, floor: false, dial: 'total', keep: 0 });
    const scores = [...partner].flatMap((j, i) => {
      const e = market.mentor.subarray(market.first[i], market.first[i + 1]).indexOf(j);
      return e < 0 ? [] : [market.score[(market.first[i] as number) + e] as number];
    });
    // An engine that passes over found 718.
    expect([scores.length, scores.reduce((sum, score) => sum + score, 0), Math.min(...scores)]).toEqual([35, 750, 12]);
  });

  it('refuse what would not stay exact', () => {
    const question = questionFrom([2 ** 40, 2 ** 40], [[0]], [5, null, null, null, null, 2 ** 40]);
    expect(cheapest(question).value).toBe(2 ** 40 + 5);
    expect(() => cheapest({ ...question, without: Float64Array.of(2 ** 52, 1) })).toThrow('too large to be exact');
    expect(() => cheapest({ ...question, cost: Float64Array.of(5, 2 ** 52) })).toThrow('too large to be exact');
    // Each price alone would do; the sum of all would not.
    const many = questionFrom(
      Array.from({ length: 12 }, () => 2 ** 50),
      [],
      [],
    );
    expect(() => cheapest(many)).toThrow('sum is too large');
  });
});
