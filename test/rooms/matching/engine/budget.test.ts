// Told to stop at any moment, the engine gives what the last finished stage found.

import { describe, expect, it } from 'vitest';
import { type Aims, marketOf, solve, solveApart, type Watch } from '../../../../src/mentoring/matching/engine/index.ts';

const people = Array.from({ length: 40 }, (_, at) => `p${10 + at}`);
const marketWith = (score: (i: number, j: number) => number) =>
  marketOf({
    mentees: people.map((id) => ({ id })),
    mentors: people.slice(0, 25).map((id) => ({ id, capacity: 2 })),
    pairs: people.flatMap((mentee, i) => people.slice(0, 25).map((mentor, j) => ({ mentee, mentor, score: score(i, j) }))),
  });
const scoreOf = (i: number, j: number) => (i * 37 + j * 101) % 997;
const market = marketWith(scoreOf);
const AIMS: Aims = { spread: true, floor: true, dial: 'balanced', keep: 50 };
const NAMES = ['count', 'spread', 'floor', 'fit', 'tie'];

/** Goes on for so many looks at the clock, and notes what it was told meanwhile. */
function watchOf(looks: number, why: 'time' | 'cancelled' = 'time') {
  const told: string[] = [];
  let asked = 0;
  const watch: Watch = {
    stop: () => (asked++ < looks ? null : why),
    progress: (stage, done, of) => {
      expect(done).toBeGreaterThanOrEqual(0);
      expect(done).toBeLessThanOrEqual(of);
      told.push(stage);
    },
  };
  return { watch, told, asked: () => asked };
}

function expectPossible(partner: Int32Array): void {
  const load = new Map<number, number>();
  for (const j of partner) if (j >= 0) load.set(j, (load.get(j) ?? 0) + 1);
  for (const [j, count] of load) expect(count).toBeLessThanOrEqual(market.capacity[j] as number);
}

describe('a budget', () => {
  const { watch, told } = watchOf(Infinity);
  const whole = solve(market, AIMS, watch);

  it('that suffices changes nothing, and says how far it is', () => {
    expect({ ...whole, stages: null }).toEqual({ ...solve(market, AIMS), stages: null });
    expect(new Set(told)).toEqual(new Set(['count', 'floor', 'fit', 'tie']));
    expect(whole.stopped).toBeNull();
  });

  it.each(['balanced', 'leximin'] as const)('that ends at any moment leaves the last finished stage (%s)', (dial) => {
    const aims = { ...AIMS, dial };
    const seen = new Set<number>();
    const best = solve(market, aims);
    for (let looks = 0; ; looks++) {
      const { partner, stages, stopped, certificate } = solve(market, aims, watchOf(looks).watch);
      expectPossible(partner);
      seen.add(stages.length);
      const finished = stages.map(({ name }) => name);
      expect(finished).toEqual(NAMES.slice(0, finished.length));
      for (const { name, value } of stages) if (name !== 'tie') expect(value).toBe(best.stages.find((stage) => stage.name === name)?.value);
      expect(partner.some((j) => j >= 0)).toBe(stages.length > 0);
      expect(certificate !== null).toBe(finished.includes('fit'));
      if (stopped === null) break;
      expect(stopped).toBe('time');
    }
    // Count and spread end together.
    expect([...seen].sort()).toEqual([0, 2, 3, 4, 5]);
  });

  it('says that somebody cancelled', () => {
    const { partner, stopped, certificate, kept } = solve(market, AIMS, watchOf(0, 'cancelled').watch);
    expect({ stopped, certificate, kept }).toEqual({ stopped: 'cancelled', certificate: null, kept: null });
    expect(partner.every((j) => j === -1)).toBe(true);
  });

  it('that ends among swaps still leaves no swap', () => {
    const self = Int32Array.from(people, (_, i) => (i < 25 ? i : -1));
    const swapping = marketWith((i, j) => ((i ^ j) === 1 && i < 4 ? 999 : scoreOf(i, j)));
    const { watch, asked } = watchOf(Infinity);
    expect(solveApart(swapping, AIMS, self, watch).apart).toBe(false);
    for (let looks = 0; looks < asked(); looks += 3) {
      const { solved } = solveApart(swapping, AIMS, self, watchOf(looks).watch);
      expectPossible(solved.partner);
      solved.partner.forEach((j, i) => {
        if (j < 0) return;
        expect(j).not.toBe(self[i]);
        // People in both roles have the same number in both.
        if (i < 25 && j < 25) expect(solved.partner[j]).not.toBe(i);
      });
    }
  });
});
