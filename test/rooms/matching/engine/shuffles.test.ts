// The same people in another order are matched the same: not one pair differs.

import { describe, expect, it } from 'vitest';
import { type Grid, marketOfGrid, rowsOfGrid } from '../../../../bench/matching/grid.ts';
import { CHEAPEST } from '../../../../bench/matching/instance.ts';
import { solve, solveRows } from '../../../../src/mentoring/matching/engine/index.ts';
import type { Aims } from '../../../../src/mentoring/matching/engine/market.ts';
import { chanceOf } from '../../../../src/runtime/simulate/chance.ts';
import { byName, orLibrary, peer, residents, shuffled, someGrid } from '../../../support/instances.ts';

const SHUFFLES = 5;

const KNOWN: Readonly<Record<string, () => Grid>> = {
  assign100: () => orLibrary('assign100'),
  assign500: () => orLibrary('assign500'),
  ...Object.fromEntries([0, 1, 2, 3, 4].map((number) => [`hr${number}`, () => residents(number).grid])),
  'the peer’s small sample': () => peer('small'),
  'the peer’s large sample': () => peer('large'),
  'equal scores': () => someGrid(1, { mentees: 60, mentors: 50, top: 0 }),
};

/** The rows and columns lie in another order, not only the list of pairs: what is told apart is told apart by the ids. */
function differing(grid: Grid, answer: (grid: Grid) => Int32Array): number {
  const names = byName(grid, answer(grid));
  let differ = 0;
  for (let time = 0; time < SHUFFLES; time++) {
    const other = shuffled(grid, chanceOf('shuffle', time));
    expect(other.mentees).not.toEqual(grid.mentees);
    const theirs = new Set(byName(other, answer(other)));
    differ += names.filter((pair) => !theirs.has(pair)).length;
  }
  return differ;
}

describe('shuffled people', () => {
  it.each(Object.keys(KNOWN))('are paired the same: %s', (name) => {
    const grid = (KNOWN[name] as () => Grid)();
    const aims: Aims = name.startsWith('the peer') ? { ...CHEAPEST, floor: true } : CHEAPEST;
    expect(differing(grid, (order) => solve(marketOfGrid(order), aims).partner)).toBe(0);
  });

  it('are paired the same by their best candidates, and as by all pairs', () => {
    const grid = someGrid(3, { mentees: 200, mentors: 200, top: 40, forbidden: 0.5 });
    const candidates = (order: Grid) => solveRows(rowsOfGrid(order), CHEAPEST, undefined, { perMentee: 5, perMentor: 1 }).partner;
    expect(differing(grid, candidates)).toBe(0);
    expect(byName(grid, candidates(grid))).toEqual(byName(grid, solve(marketOfGrid(grid), CHEAPEST).partner));
  });
});
