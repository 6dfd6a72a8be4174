// Ways that have nothing in common but the question come to the same cost: sparse, dense, auction, best candidates, and `munkres`.

import { munkres } from 'munkres';
import { describe, expect, it } from 'vitest';
import { type Grid, marketOfGrid, rowsOfGrid } from '../../../../bench/matching/grid.ts';
import { CHEAPEST } from '../../../../bench/matching/instance.ts';
import { auction } from '../../../../src/mentoring/matching/engine/auction.ts';
import { violation } from '../../../../src/mentoring/matching/engine/certificate.ts';
import { assignDense } from '../../../../src/mentoring/matching/engine/dense.ts';
import type { Flow } from '../../../../src/mentoring/matching/engine/flow.ts';
import { solve, solveRows } from '../../../../src/mentoring/matching/engine/index.ts';
import { cheapest } from '../../../../src/mentoring/matching/engine/paths.ts';
import { cheapestQuestion, orLibrary, peer, someGrid, withoutCost } from '../../../support/instances.ts';

/** Each way's sum of costs; whoever stays without counts as a forbidden pair. */
function costsOf(grid: Grid): Readonly<Record<string, number>> {
  const rows = grid.mentees.length;
  const columns = grid.mentors.length;
  const without = withoutCost({ mentees: rows, top: grid.top });
  const costs = Int32Array.from(grid.scores, (score) => (score < 0 ? without : grid.top - score));
  const table = Array.from({ length: rows }, (_, i) => [...costs.subarray(i * columns, (i + 1) * columns)]);
  const question = cheapestQuestion(marketOfGrid(grid));
  const paths = cheapest(question);
  const bids = cheapest(question, { from: auction(question) });
  const dense = assignDense(rows, columns, costs);
  expect([violation(paths), violation(bids), breach(grid, dense, costs)]).toEqual([0, 0, 0]);
  const partnerCost = (partner: Int32Array) => partner.reduce((sum, j, i) => sum + (j < 0 ? without : (costs[i * columns + j] as number)), 0);
  return {
    munkres: munkres(table).reduce((sum, [i, j]) => sum + (table[i]?.[j] ?? 0), 0),
    dense: dense.value,
    paths: valueOf(paths),
    auction: valueOf(bids),
    solve: partnerCost(solve(marketOfGrid(grid), CHEAPEST).partner),
    candidates: partnerCost(solveRows(rowsOfGrid(grid), CHEAPEST).partner),
  };
}

function valueOf({ question, taken }: Flow): number {
  return taken.reduce((sum, e, i) => sum + ((e < 0 ? question.without[i] : question.cost[e]) as number), 0);
}

/** How far the dense prices are from a proof. */
function breach({ mentees, mentors }: Grid, { column, rowPrice, columnPrice, value }: ReturnType<typeof assignDense>, costs: Int32Array): number {
  let worst = new Set(column).size === mentees.length ? 0 : Infinity;
  for (let i = 0; i < mentees.length; i++) {
    for (let j = 0; j < mentors.length; j++) {
      worst = Math.max(worst, (rowPrice[i] as number) - (columnPrice[j] as number) - (costs[i * mentors.length + j] as number));
    }
  }
  const prices = rowPrice.reduce((sum, price) => sum + price, 0) - columnPrice.reduce((sum, price) => sum + price, 0);
  return Math.max(worst, Math.abs(value - prices), ...columnPrice.map((price) => -price));
}

function expectAgreement(grid: Grid): void {
  const costs = costsOf(grid);
  expect(new Set(Object.values(costs)).size, JSON.stringify(costs)).toBe(1);
}

describe('the ways to an answer', () => {
  it('agree on many small problems by chance', () => {
    for (let seed = 0; seed < 300; seed++) {
      const mentees = 1 + (seed % 9);
      expectAgreement(someGrid(seed, { mentees, mentors: mentees + (seed % 4), top: [3, 20, 1000][seed % 3] as number, forbidden: (seed % 5) * 0.2 }));
    }
  });

  it('agree where the best candidates are not all pairs', () => {
    for (const [seed, forbidden] of [0, 0.4, 0.95].entries()) {
      expectAgreement(someGrid(seed, { mentees: 120, mentors: 130, top: 1000, forbidden }));
      expectAgreement(someGrid(seed, { mentees: 150, mentors: 150, top: 5, forbidden }));
    }
  });

  it('agree where all scores are equal, and where every pair is forbidden', () => {
    expectAgreement(someGrid(1, { mentees: 70, mentors: 90, top: 0 }));
    expectAgreement(someGrid(1, { mentees: 70, mentors: 90, top: 1000, forbidden: 1 }));
  });

  it('agree on known problems', () => {
    for (const grid of [orLibrary('assign100'), orLibrary('assign500'), peer('small'), peer('large')]) expectAgreement(grid);
  });
});
