// The worst-off first, in a group too large for levels of single points.

import { describe, expect, it } from 'vitest';
import { marketOf, solve } from '../../../../src/mentoring/matching/engine/index.ts';

const LEXIMIN = { spread: false, floor: false, dial: 'leximin', keep: 0 } as const;

/** Two mentees who may choose, and so many others that only one mentor will do for each. */
function group(others: number, choice: readonly (readonly [number, number])[]) {
  const people = Array.from({ length: others }, (_, at) => `o${at}`);
  const pairs = [
    ...people.map((id) => ({ mentee: id, mentor: `of-${id}`, score: 900 })),
    ...choice.flatMap(([x, y], at) => [
      { mentee: `c${at}`, mentor: 'x', score: x },
      { mentee: `c${at}`, mentor: 'y', score: y },
    ]),
  ];
  const mentees = [...people, ...choice.map((_, at) => `c${at}`)].map((id) => ({ id }));
  const mentors = [...people.map((id) => `of-${id}`), 'x', 'y'].map((id) => ({ id, capacity: 1 }));
  const { partner, stages, certificate, kept } = solve(marketOf({ mentees, mentors, pairs }), LEXIMIN);
  expect(certificate?.violation).toBe(0);
  expect(kept).toBeNull();
  const sorted = mentors.map(({ id }) => id).sort();
  // The two who choose come first by id.
  return { pair: choice.map((_, at) => sorted[partner[at] ?? -1]).join(' '), fit: stages.find(({ name }) => name === 'fit')?.value };
}

describe('leximin', () => {
  // 610 + 620, or 600 + 900: the worst is 10 points better off in the first.
  const close = [
    [610, 900],
    [600, 620],
  ] as const;

  it('counts every point up to 250 people a side', () => {
    expect(group(10, close)).toEqual({ pair: 'x y', fit: 10 * 100 + 390 + 380 });
    expect(group(248, close)).toEqual({ pair: 'x y', fit: 248 * 100 + 390 + 380 });
  });

  it('counts bands of 50 points above, and there the sum', () => {
    expect(group(249, close)).toEqual({ pair: 'y x', fit: 249 * 100 + 100 + 400 });
  });

  it('still puts the worse band first, whatever it costs the others', () => {
    const apart = [
      [650, 1000],
      [599, 650],
    ] as const;
    expect(group(249, apart).pair).toBe('x y');
  });
});
