// A proof must fail when it should.

import { describe, expect, it } from 'vitest';
import { violation } from '../../../../src/mentoring/matching/engine/certificate.ts';
import type { Flow } from '../../../../src/mentoring/matching/engine/flow.ts';
import { cheapest } from '../../../../src/mentoring/matching/engine/paths.ts';

const best = cheapest({
  ...{ mentees: 2, mentors: 2 },
  first: Int32Array.of(0, 2, 4),
  mentor: Int32Array.of(0, 1, 0, 1),
  cost: Float64Array.of(1, 5, 2, 9),
  without: Float64Array.of(50, 50),
  place: Int32Array.of(0, 1, 2),
  placeCost: Float64Array.of(0, 0),
});

const wrong: readonly [string, (flow: Flow) => Flow, number][] = [
  ['a lesser choice', (flow) => ({ ...flow, taken: Int32Array.of(0, 3) }), 3],
  ['somebody left out', (flow) => ({ ...flow, taken: Int32Array.of(1, -1), load: Int32Array.of(0, 1) }), 43],
  ['a pair of somebody else', (flow) => ({ ...flow, taken: Int32Array.of(2, 1) }), Infinity],
  ['a load that is not so', (flow) => ({ ...flow, load: Int32Array.of(0, 1) }), Infinity],
  ['more than there are places', (flow) => ({ ...flow, taken: Int32Array.of(1, 3), load: Int32Array.of(0, 2) }), Infinity],
  ['a price too high', (flow) => ({ ...flow, mentorPrice: flow.mentorPrice.map((price) => price + 7) }), 7],
  ['no number', (flow) => ({ ...flow, mentorPrice: flow.mentorPrice.fill(NaN) }), Infinity],
];

describe('the certificate', () => {
  it('is 0 for the best', () => {
    expect([...best.taken]).toEqual([1, 2]);
    expect(violation(best)).toBe(0);
  });

  it.each(wrong)('is not for %s', (_, spoil, size) => {
    const copy = { ...best, mentorPrice: best.mentorPrice.slice() };
    expect(violation(spoil(copy))).toBeGreaterThanOrEqual(Math.min(size, 1));
    if (size === Infinity) expect(violation(spoil({ ...best, mentorPrice: best.mentorPrice.slice() }))).toBe(Infinity);
  });
});
