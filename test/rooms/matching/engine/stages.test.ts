// Every stage against every way there is, on small groups; and both ways to ask for the fit.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketOf } from '../../../../src/mentoring/matching/engine/build.ts';
import { violation } from '../../../../src/mentoring/matching/engine/certificate.ts';
import { takenBy } from '../../../../src/mentoring/matching/engine/face.ts';
import { inSteps } from '../../../../src/mentoring/matching/engine/fit.ts';
import type { Market } from '../../../../src/mentoring/matching/engine/market.ts';
import { cheapest } from '../../../../src/mentoring/matching/engine/paths.ts';
import { countWeights, questionOf } from '../../../../src/mentoring/matching/engine/question.ts';
import { solve } from '../../../../src/mentoring/matching/engine/stages.ts';
import { rankOf, valueOf } from '../../../../src/mentoring/matching/engine/values.ts';
import { bestByForce, someAims, someMarket, worthOf } from '../../../support/brute-matching.ts';

/** For each mentee the pair, or -1. */
function pairsOf(market: Market, partner: Int32Array): Int32Array {
  return partner.map((j, i) => (j < 0 ? -1 : (market.first[i] as number) + market.mentor.subarray(market.first[i], market.first[i + 1]).indexOf(j)));
}

describe('the stages', () => {
  it('find the one best matching there is, and prove it', () => {
    fc.assert(
      fc.property(someMarket(), someAims, (market, aims) => {
        const solved = solve(market, aims);
        const best = bestByForce(market, aims);
        expect(worthOf(market, aims, [...solved.partner])).toEqual(best.worth);
        expect(solved.certificate).toEqual({ violation: 0, pairs: market.mentor.length, over: 'all' });
        expect(solved.stopped).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  it('say of the fit what the answer has that was chosen, where an open proposal makes two equally good', () => {
    const people = {
      mentees: [{ id: 'alma' }, { id: 'bo' }],
      mentors: [
        { id: 'xi', capacity: 2 },
        { id: 'yara', capacity: 1 },
      ],
    };
    const scores = [100, 100, 900, 950];
    const pairs = scores.map((score, at) => ({ mentee: at < 2 ? 'alma' : 'bo', mentor: at % 2 === 0 ? 'xi' : 'yara', score, open: at === 2 }));
    const market = marketOf({ ...people, pairs });
    const aims = { spread: false, floor: false, dial: 'total', keep: 50 } as const;
    const { stages, partner } = solve(market, aims);
    expect(stages.find(({ name }) => name === 'fit')?.value).toBe(900 + (partner[1] === 0 ? 100 : 50));
  });

  it('say what each reached, in their order', () => {
    fc.assert(
      fc.property(someMarket(4), someAims, (market, aims) => {
        const { stages, partner } = solve(market, aims);
        const taken = pairsOf(market, partner);
        const names = ['count', ...(aims.spread ? ['spread'] : []), ...(aims.floor ? ['floor'] : []), 'fit', 'tie'];
        expect(stages.map(({ name }) => name)).toEqual(names);
        for (const { name, value } of stages) expect(value).toBe(valueOf(market, aims, taken, name));
      }),
      { numRuns: 200 },
    );
  });

  it('keep one question of all stages, with the answer and prices that prove it', () => {
    fc.assert(
      fc.property(someMarket(), someAims, (market, aims) => {
        const { kept, partner } = solve(market, aims);
        expect(kept === null).toBe(aims.dial === 'leximin');
        if (!kept) return;
        expect(violation(kept.flow)).toBe(0);
        expect(kept.flow.taken).toEqual(pairsOf(market, partner));
      }),
      { numRuns: 300 },
    );
  });

  it('agree whether asked at once with great weights or one on the face of the other', () => {
    fc.assert(
      fc.property(someMarket(6), someAims, (market, aims) => {
        const plain = { ...aims, floor: false };
        const allowed = Float64Array.from(market.mentor, (j) => ((market.capacity[j] as number) > 0 ? 0 : Infinity));
        const count = cheapest(questionOf(market, allowed, countWeights(market, aims.spread)));
        const stepwise = inSteps(market, plain, count, (flow) => expect(violation(flow)).toBe(0));
        // All but the tie, which is not broken yet.
        const rank = (taken: Int32Array) => rankOf(market, plain, taken).slice(0, -1);
        expect(rank(stepwise.taken)).toEqual(rank(pairsOf(market, solve(market, plain).partner)));
        const any = takenBy(stepwise.face, cheapest(stepwise.face.question).taken);
        expect(rank(any)).toEqual(rank(stepwise.taken));
      }),
      { numRuns: 500 },
    );
  });
});
