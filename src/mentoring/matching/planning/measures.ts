// How good a plan is, and what it would be if only the total counted.

import { measuresOf, solveApart, spreadOf, type Watch } from '../engine/index.ts';
import type { Measures } from '../solving.ts';
import type { Solution } from './solution.ts';

/** Locked pairs count among the scores, but nobody's choice: they were decided before. */
export function measuresFor(solution: Solution): Measures {
  const { solved, market } = solution;
  const found = measuresOf(market, solved.partner);
  const decided = decidedScores(solution);
  const { matched, mean, worst, best, gini } = spreadOf(Int32Array.from([...foundScores(solution), ...decided]));
  return {
    ...{ matched, worst, best, gini, mean: Math.round(mean) },
    possible: (solved.stages.find(({ name }) => name === 'count')?.value ?? found.matched) + decided.length,
    first: found.menteeFirst,
    topThree: found.menteeTop3,
    blocking: found.blocking,
  };
}

/** Of the pairs that were locked before anything was solved. */
export function decidedScores({ locked, fits }: Pick<Solution, 'locked' | 'fits'>): readonly number[] {
  return locked.map((two) => fits.between(two).score);
}

/** Of the pairs that the engine found. */
export function foundScores({ market, solved }: Pick<Solution, 'market' | 'solved'>): readonly number[] {
  const scores: number[] = [];
  for (let row = 0; row < market.mentees; row++) {
    const own = market.mentor.subarray(market.first[row], market.first[row + 1]).indexOf(solved.partner[row] ?? -1);
    if (own >= 0) scores.push(market.score[(market.first[row] ?? 0) + own] ?? 0);
  }
  return scores;
}

/** With as many matched, but without floor or dial: what the best total alone would give. */
export function plainMeasures(solution: Solution, watch?: Watch): Measures {
  const { aims, solved, market } = solution;
  if (solved.stopped || (aims.dial === 'total' && !aims.floor)) return measuresFor(solution);
  const self = Int32Array.from(solution.mentees, ({ id }) => solution.columnOf.get(id) ?? -1);
  const plain = solveApart(market, { ...aims, dial: 'total', floor: false }, self, watch);
  return measuresFor({ ...solution, solved: plain.solved });
}
