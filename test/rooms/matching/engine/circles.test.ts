// Circles of peers: everybody fits with everybody, nobody is left who need not be, and the order of people decides nothing.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circlesOf } from '../../../../src/mentoring/matching/engine/index.ts';

type Fit = (one: string, other: string) => number;

/** Up to eight people: how likely two fit, and how many different fits there are. */
const somePeople = fc
  .record({
    n: fc.integer({ min: 0, max: 8 }),
    size: fc.integer({ min: 3, max: 5 }),
    density: fc.constantFrom(0.3, 0.6, 0.9, 1),
    fits: fc.constantFrom([500], [0, 1000], [100, 333, 334, 500, 720, 999]),
    cells: fc.array(fc.record({ chance: fc.double({ min: 0, max: 1, noNaN: true }), fit: fc.nat(5) }), { minLength: 81, maxLength: 81 }),
  })
  .map(({ n, size, density, fits, cells }) => {
    const people = Array.from({ length: n }, (_, at) => `p${at}`);
    const fit: Fit = (one, other) => {
      const [a, b] = [Number(one.slice(1)), Number(other.slice(1))].sort((x, y) => x - y) as [number, number];
      const cell = cells[a * 9 + b];
      return cell && cell.chance <= density ? (fits[cell.fit % fits.length] as number) : -1;
    };
    return { people, size, fit };
  });

function mean(circle: readonly string[], fit: Fit): number {
  const fits = circle.flatMap((one, at) => circle.slice(at + 1).map((other) => fit(one, other)));
  return fits.includes(-1) ? -1 : fits.reduce((a, b) => a + b, 0) / fits.length;
}

/** Placed, distance from the size asked for, worst circle, sum: at the first difference more is better. */
function worth(circles: readonly (readonly string[])[], size: number, fit: Fit): readonly number[] {
  const means = circles.map((circle) => mean(circle, fit));
  return [
    circles.flat().length,
    -circles.reduce((sum, { length }) => sum + Math.abs(length - size), 0),
    means.length === 0 ? 0 : Math.min(...means),
    circles.reduce((sum, { length }, at) => sum + length * (means[at] as number), 0),
  ];
}

function less(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((own, index) => Math.abs(own - (b[index] as number)) > 1e-6);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}

/** Every way to put people into circles. */
function bestByForce(people: readonly string[], size: number, fit: Fit): readonly number[] {
  let best = worth([], size, fit);
  const place = (rest: readonly string[], circles: readonly (readonly string[])[]) => {
    const [next, ...others] = rest;
    if (next === undefined) {
      if (circles.some(({ length }) => length < Math.max(3, size - 1))) return;
      const own = worth(circles, size, fit);
      if (less(best, own)) best = own;
      return;
    }
    place(others, circles);
    place(others, [...circles, [next]]);
    circles.forEach((circle, at) => {
      if (circle.length < Math.min(5, size + 1) && circle.every((member) => fit(member, next) >= 0)) place(others, circles.with(at, [...circle, next]));
    });
  };
  place(people, []);
  return best;
}

/** Fits by chance of many people; some never. */
function crowd(n: number, never: number): { readonly people: readonly string[]; readonly fit: Fit } {
  const mixed = (text: string) => text.split('').reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;
  return {
    people: Array.from({ length: n }, (_, at) => `person-${at}`),
    fit: (one, other) => {
      const hash = mixed(one < other ? `${one}+${other}` : `${other}+${one}`);
      return (hash >>> 8) % 100 < never ? -1 : (hash >>> 16) % 1001;
    },
  };
}

describe('circles of a few people', () => {
  it('are the best there are', () => {
    fc.assert(
      fc.property(somePeople, ({ people, size, fit }) => {
        const found = circlesOf({ people, size, fit });
        const best = bestByForce(people, size, fit);
        worth(found.circles, size, fit).forEach((own, at) => expect(own).toBeCloseTo(best[at] as number, 6));
        expect(found.floor).toBeCloseTo(best[2] as number, 6);
        expect(found.sum).toBeCloseTo(best[3] as number, 6);
        expect(found.exact).toBe(true);
        expect([...found.circles.flat(), ...found.left].sort()).toEqual([...people].sort());
      }),
      { numRuns: 150 },
    );
  });

  it('leave out who fits with nobody, and too few for a circle', () => {
    const fit: Fit = (one, other) => (one === 'hermit' || other === 'hermit' ? -1 : 800);
    expect(circlesOf({ people: ['d', 'hermit', 'a', 'c', 'b'], fit, size: 4 })).toEqual({
      circles: [['a', 'b', 'c', 'd']],
      left: ['hermit'],
      floor: 800,
      sum: 3200,
      exact: true,
    });
    expect(circlesOf({ people: ['a', 'b'], fit, size: 4 })).toMatchObject({ circles: [], left: ['a', 'b'], floor: 0, sum: 0 });
    expect(circlesOf({ people: [], fit, size: 4 })).toMatchObject({ circles: [], left: [] });
  });

  it('take a size out of range as the nearest, and who is named twice once', () => {
    const fit: Fit = () => 500;
    const people = ['a', 'b', 'c', 'd', 'e', 'e', 'a', 'f', 'g', 'h', 'i', 'j'];
    expect(circlesOf({ people, fit, size: 9 }).circles.map(({ length }) => length)).toEqual([5, 5]);
    expect(
      circlesOf({ people, fit, size: 1 })
        .circles.map(({ length }) => length)
        .sort(),
    ).toEqual([3, 3, 4]);
  });
});

describe('circles of many', () => {
  it.each([
    { n: 50, never: 10, size: 4 },
    { n: 50, never: 60, size: 4 },
    { n: 41, never: 30, size: 5 },
    { n: 34, never: 30, size: 3 },
  ])('place everyone with people they fit, far better than by chance: %j', ({ n, never, size }) => {
    const { people, fit } = crowd(n, never);
    const { circles, left, floor, sum, exact } = circlesOf({ people, fit, size });
    expect([...circles.flat(), ...left].sort()).toEqual([...people].sort());
    expect(left).toEqual([]);
    expect(exact).toBe(false);
    const means = circles.map((circle) => mean(circle, fit));
    expect(Math.min(...means)).toBeCloseTo(floor, 6);
    expect(circles.every(({ length }) => length >= 3 && length <= 5 && Math.abs(length - size) <= 1)).toBe(true);
    // The mean fit of any two is 500.
    expect(sum / n).toBeGreaterThan(540);
    expect(floor).toBeGreaterThan(300 - 3 * never);
  });

  it('are the same in whatever order people come, and whichever way a fit is asked for', () => {
    const { people, fit } = crowd(30, 40);
    const asked = circlesOf({ people, fit, size: 4 });
    expect(circlesOf({ people: people.toReversed(), fit: (one, other) => fit(other, one), size: 4 })).toEqual(asked);
    expect(circlesOf({ people: [...people.slice(11), ...people.slice(0, 11)], fit, size: 4 })).toEqual(asked);
  });

  it('end also where all are alike, and where nobody fits', () => {
    const { people } = crowd(26, 0);
    expect(circlesOf({ people, fit: () => 700, size: 4 })).toMatchObject({ left: [], floor: 700, sum: 26 * 700 });
    expect(circlesOf({ people, fit: () => -1, size: 4 })).toMatchObject({ circles: [], floor: 0 });
  });

  it('find the only way there is: cliques that never mix', () => {
    const people = Array.from({ length: 40 }, (_, at) => `p${at}`);
    const clan = (id: string) => Number(id.slice(1)) % 10;
    const { circles, left } = circlesOf({ people, fit: (one, other) => (clan(one) === clan(other) ? 600 : -1), size: 4 });
    expect(left).toEqual([]);
    expect(circles.every((circle) => new Set(circle.map(clan)).size === 1 && circle.length === 4)).toBe(true);
  });
});
