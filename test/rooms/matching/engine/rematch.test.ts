// One thing changes after another: always what a new start would have found, pair for pair, and moved as little as asked for.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../../src/mentoring/matching/engine/index.ts';
import type { Aims, Market, Solved } from '../../../../src/mentoring/matching/engine/market.ts';
import { type Rematched, withLock, withoutMentee, withoutMentor, withoutPair, withPlace } from '../../../../src/mentoring/matching/engine/rematch.ts';
import { solve } from '../../../../src/mentoring/matching/engine/stages.ts';
import { bestByForce, someAims, someMarket, worthOf } from '../../../support/brute-matching.ts';
import { largeMarket } from '../../../support/large-market.ts';

const KINDS = ['decline', 'decline', 'lock', 'place', 'mentor', 'mentee'] as const;
type Kind = (typeof KINDS)[number];

const someChange = fc.record({ kind: fc.constantFrom(...KINDS), who: fc.nat(1000) });

/** Something that happens to a pair that is there, or to anybody where there is none. */
function happen(kind: Kind, who: number, solved: Solved, market: Market, aims: Aims): Rematched {
  const matched = [...solved.partner.keys()].filter((i) => (solved.partner[i] as number) >= 0);
  const mentee = matched[who % Math.max(1, matched.length)] ?? who % Math.max(1, market.mentees);
  const mentor = solved.partner[mentee] ?? -1;
  const anyone = mentor >= 0 ? mentor : who % Math.max(1, market.mentors);
  if (kind === 'decline') return withoutPair(solved, market, aims, mentee, mentor);
  if (kind === 'lock' && mentor >= 0) return withLock(solved, market, aims, mentee, mentor);
  if (kind === 'mentee') return withoutMentee(solved, market, aims, mentee);
  return kind === 'mentor' ? withoutMentor(solved, market, aims, anyone) : withPlace(solved, market, aims, anyone);
}

function values(solved: Solved) {
  return solved.stages.map(({ name, value }) => [name, value]);
}

describe('a re-match', () => {
  it('is the best there is, whatever happened in a row', () => {
    fc.assert(
      fc.property(someMarket(4), someAims, fc.array(someChange, { maxLength: 5 }), (begin, aims, changes) => {
        let market = begin;
        let solved = solve(market, aims);
        for (const { kind, who } of changes) {
          if (market.mentees === 0 || market.mentors === 0) return;
          ({ market, solved } = happen(kind, who, solved, market, aims));
          expect(worthOf(market, aims, [...solved.partner])).toEqual(bestByForce(market, aims).worth);
          expect(solved.certificate?.violation).toBe(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    { spread: true, floor: true, dial: 'balanced', keep: 50 },
    { spread: false, floor: true, dial: 'even', keep: 0 },
    { spread: true, floor: false, dial: 'total', keep: Infinity },
  ] as const)('equals a new start after each of fifty changes, in pairs too: %j', (aims) => {
    let market = largeMarket({ mentees: 60, mentors: 50, each: 8, places: 2, seed: 7 });
    let solved = solve(market, aims);
    for (let step = 0; step < 50; step++) {
      ({ market, solved } = happen(KINDS[(step * 7) % KINDS.length] as Kind, step * 13, solved, market, aims));
      const anew = solve(market, aims);
      expect([...solved.partner]).toEqual([...anew.partner]);
      expect(values(solved)).toEqual(values(anew));
      expect(solved.kept?.floor).toBe(anew.kept?.floor);
    }
  });

  it('finds a floor that falls when the last good pair goes, and one that rises when the worst-off leaves', () => {
    const market = largeMarket({ mentees: 30, mentors: 30, each: 3, places: 1, seed: 4 });
    const aims: Aims = { spread: true, floor: true, dial: 'balanced', keep: 0 };
    const solved = solve(market, aims);
    const floors = new Set<number>();
    solved.partner.forEach((mentor, mentee) => {
      if (mentor < 0) return;
      const declined = withoutPair(solved, market, aims, mentee, mentor);
      const left = withoutMentee(solved, market, aims, mentee);
      for (const { market: after, solved: found } of [declined, left]) {
        expect(found.kept?.floor).toBe(solve(after, aims).kept?.floor);
        floors.add(Math.sign((found.kept?.floor ?? 0) - (solved.kept?.floor ?? 0)));
      }
    });
    expect([...floors].sort()).toEqual([-1, 0, 1]);
  });

  it('finds a better answer when there is a place more', () => {
    const market = largeMarket({ mentees: 30, mentors: 20, each: 5, places: 1, seed: 3 });
    const aims: Aims = { spread: true, floor: true, dial: 'balanced', keep: 0 };
    const solved = solve(market, aims);
    const more = withPlace(solved, market, aims, 4);
    expect(more.solved.stages[0]?.value).toBeGreaterThan(solved.stages[0]?.value ?? 0);
    expect([...more.solved.partner]).toEqual([...solve(more.market, aims).partner]);
  });

  it('keeps prices where sums are exact, though all fits were alike and are no more', () => {
    const market: Market = {
      ...{ mentees: 4, mentors: 3, top: 1000, capacity: Int32Array.of(2, 0, 1), held: new Int32Array(3), first: Int32Array.of(0, 3, 6, 9, 12) },
      mentor: Int32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2),
      score: Int32Array.of(100, 100, 100, 102, 100, 100, 102, 100, 102, 100, 100, 899),
      ...{ open: new Uint8Array(12), priority: new Uint8Array(4), menteeKey: new Uint32Array(4), mentorKey: new Uint32Array(3) },
    };
    const aims: Aims = { spread: true, floor: true, dial: 'even', keep: 0 };
    expect(withoutPair(solve(market, aims), market, aims, 1, 0).solved.certificate?.violation).toBe(0);
  });

  it('starts anew where nothing was kept, for the worst-off first', () => {
    const market = largeMarket({ mentees: 20, mentors: 20, each: 5, places: 1, seed: 5 });
    const aims: Aims = { spread: true, floor: true, dial: 'leximin', keep: 0 };
    const { market: after, solved } = withoutPair(solve(market, aims), market, aims, 3, market.mentor[market.first[3] as number] as number);
    expect([...solved.partner]).toEqual([...solve(after, aims).partner]);
  });
});

describe('open proposals, after twenty declines in a row', () => {
  const begin = largeMarket({ mentees: 150, mentors: 140, each: 12, places: 1, seed: 21 });

  function moved(keep: number): number {
    const aims: Aims = { spread: true, floor: true, dial: 'balanced', keep };
    let market = begin;
    let solved = solve(market, aims);
    let moves = 0;
    for (let step = 0; step < 20; step++) {
      market = proposed(market, solved);
      const mentee = [...solved.partner.keys()].filter((i) => (solved.partner[i] as number) >= 0)[(step * 37) % 100] as number;
      const before = solved.partner;
      ({ market, solved } = withoutPair(solve(market, aims), market, aims, mentee, before[mentee] as number));
      moves += changesBetween(before, solved.partner).filter(([who, from]) => who !== mentee && from >= 0).length;
    }
    return moves;
  }

  /** Everybody is asked whether they want the pair found for them. */
  function proposed(market: Market, { partner }: Solved): Market {
    const open = market.open.slice();
    for (let i = 0; i < market.mentees; i++) {
      for (let e = market.first[i] as number; e < (market.first[i + 1] as number); e++) open[e] = market.mentor[e] === partner[i] ? 1 : 0;
    }
    return { ...market, open };
  }

  it('move only for the count, the spread or the floor, or for a much better fit too, or for any, as asked for', () => {
    const [patch, gentle, full] = [moved(Infinity), moved(50), moved(0)];
    expect(patch).toBeLessThan(gentle);
    expect(gentle).toBeLessThan(full / 2);
  });

  it('that are decided stay without exception, and their mentors take no more than they have places', () => {
    const aims: Aims = { spread: true, floor: true, dial: 'balanced', keep: 50 };
    let market = begin;
    let solved = solve(market, aims);
    const before = solved.partner;
    const decided = [...before.keys()].filter((i) => i % 3 > 0 && (before[i] as number) >= 0);
    for (const mentee of decided) ({ market, solved } = withLock(solved, market, aims, mentee, before[mentee] as number));
    const mentors = [...decided.map((mentee) => before[mentee] as number), ...solved.partner.filter((mentor) => mentor >= 0)];
    expect(decided.every((mentee) => solved.partner[mentee] === -1)).toBe(true);
    expect(mentors).toHaveLength(before.filter((mentor) => mentor >= 0).length);
    expect([...begin.capacity.keys()].every((j) => mentors.filter((mentor) => mentor === j).length <= (begin.capacity[j] as number))).toBe(true);
  });
});
