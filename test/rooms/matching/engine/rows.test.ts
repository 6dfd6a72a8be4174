// Large groups a row at a time: the same answer as with all pairs in memory, and proven over all pairs.

import { describe, expect, it } from 'vitest';
import { type Grid, marketOfGrid, rowsOfGrid } from '../../../../bench/matching/grid.ts';
import { solve, solveRows } from '../../../../src/mentoring/matching/engine/index.ts';
import type { Aims, Rows, Watch } from '../../../../src/mentoring/matching/engine/market.ts';
import { chanceOf } from '../../../../src/runtime/simulate/chance.ts';
import { someGrid } from '../../../support/instances.ts';

const PLAIN = { spread: false, floor: false, dial: 'total', keep: 0 } as const satisfies Aims;
/** The best score, and the share of pairs forbidden. */
const ROUNDS = [
  [1000, 0.3],
  [30, 0.6],
  [12, 0.5],
  [1000, 0.95],
  [1000, 0.8],
] as const;
const AIMS: readonly Aims[] = [
  PLAIN,
  { spread: true, floor: true, dial: 'balanced', keep: 50 },
  { spread: true, floor: false, dial: 'even', keep: 0 },
  { spread: false, floor: true, dial: 'total', keep: 0 },
];

/** So few to begin with that nearly all that matters must be found by the proof. */
const NARROW = { perMentee: 2, perMentor: 0 };

/** Places for some, none for others; some who come first, and mentors who have somebody already. */
function uneven(seed: number, top: number, forbidden: number): { readonly grid: Grid; readonly more: Pick<Rows, 'priority' | 'held'> } {
  const chance = chanceOf('uneven', seed);
  const grid = someGrid(seed, { mentees: 150, mentors: 80, top, forbidden });
  return {
    grid: { ...grid, capacity: grid.mentors.map(() => chance.whole(0, 3)) },
    more: {
      priority: Uint8Array.from(grid.mentees, () => (chance.yes(0.2) ? chance.whole(1, 2) : 0)),
      held: Int32Array.from(grid.mentors, () => (chance.yes(0.2) ? chance.whole(1, 2) : 0)),
    },
  };
}

function allowedIn({ mentors, capacity, scores }: Grid): number {
  return scores.reduce((count, score, at) => count + (score >= 0 && (capacity?.[at % mentors.length] ?? 1) > 0 ? 1 : 0), 0);
}

/** A watch that has enough the so-many-th time it is asked. */
function impatient(why: 'time' | 'cancelled', times: number): Watch & { told: number } {
  let asked = 0;
  return {
    told: 0,
    stop: () => (++asked > times ? why : null),
    progress() {
      this.told++;
    },
  };
}

describe('a matching a row at a time', () => {
  it.each(AIMS.map((aims) => [JSON.stringify(aims), aims] as const))('is the one with all pairs in memory, with %s', (_, aims) => {
    for (const [seed, [top, forbidden]] of ROUNDS.entries()) {
      const { grid, more } = uneven(seed, top, forbidden);
      const small = solve({ ...marketOfGrid(grid), ...more }, aims);
      const large = solveRows({ ...rowsOfGrid(grid), ...more }, aims, undefined, seed % 2 === 0 ? NARROW : undefined);
      expect([...large.partner]).toEqual([...small.partner]);
      expect(large.stages.map(({ name, value }) => [name, value])).toEqual(small.stages.map(({ name, value }) => [name, value]));
      expect(large.certificate).toEqual({ violation: 0, pairs: allowedIn(grid), over: 'all' });
      expect(large.stopped).toBeNull();
      expect(large.kept?.floor).toBe(small.kept?.floor);
    }
  });

  it('takes in what the likely pairs lack: a hundred mentees with the same two favourites', () => {
    const grid = someGrid(1, { mentees: 100, mentors: 110, top: 1000 });
    const scores = grid.scores.map((score, at) => (at % 110 < 2 ? 1000 : score >> 1));
    const answer = solveRows(rowsOfGrid({ ...grid, scores }), PLAIN, undefined, NARROW);
    expect(answer.stages[0]).toMatchObject({ name: 'count', value: 100 });
    expect([...answer.partner]).toEqual([...solve(marketOfGrid({ ...grid, scores }), PLAIN).partner]);
  });

  it('has an answer for nobody, for one side alone, and where everything is forbidden', () => {
    for (const [mentees, mentors, forbidden] of [
      [0, 0, 0],
      [0, 3, 0],
      [3, 0, 0],
      [60, 60, 1],
    ] as const) {
      for (const aims of AIMS) {
        const { partner, certificate } = solveRows(rowsOfGrid(someGrid(1, { mentees, mentors, top: 1000, forbidden })), aims);
        expect(partner).toEqual(new Int32Array(mentees).fill(-1));
        expect(certificate).toEqual({ violation: 0, pairs: 0, over: 'all' });
      }
    }
  });

  it('says where only candidates were looked at: leximin has no one question', () => {
    const rows = rowsOfGrid(someGrid(1, { mentees: 60, mentors: 60, top: 100 }));
    const { certificate, stages } = solveRows(rows, { ...PLAIN, dial: 'leximin' });
    expect(certificate).toMatchObject({ violation: 0, over: 'candidates' });
    expect(stages[0]).toMatchObject({ name: 'count', value: 60 });
  });

  it.each(['time', 'cancelled'] as const)('stops when told to: %s', (why) => {
    const rows = rowsOfGrid(someGrid(1, { mentees: 300, mentors: 300, top: 1000 }));
    const early = solveRows(rows, PLAIN, impatient(why, 2));
    expect(early).toMatchObject({ stopped: why, certificate: null, stages: [] });
    expect(early.partner).toEqual(new Int32Array(300).fill(-1));

    // Somewhere between the first answer and its proof.
    let late = early;
    for (let times = 3; late.certificate === null && late.stages.length === 0 && late.partner.every((j) => j < 0); times++) {
      late = solveRows(rows, PLAIN, impatient(why, times));
    }
    expect(late).toMatchObject({ stopped: why, certificate: null });
    expect(late.partner.filter((j) => j >= 0).length).toBe(300);
    const patient = impatient(why, Infinity);
    expect(solveRows(rows, PLAIN, patient).stopped).toBeNull();
    expect(patient.told).toBeGreaterThan(5);
  });

  it('refuses more people than memory is there for', () => {
    const rows: Rows = { ...rowsOfGrid(someGrid(1, { mentees: 1, mentors: 1, top: 1 })), mentees: 1_000_000, mentors: 1_000_000 };
    expect(() => solveRows(rows, PLAIN)).toThrow('too many people for one matching');
  });
});
