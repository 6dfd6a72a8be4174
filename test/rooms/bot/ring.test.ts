import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RING_SIZE, ringArcs } from '../../../src/bot/views/ring.ts';

const ends = (d: string) => [...d.matchAll(/([\d.-]+) ([\d.-]+)(?: A|$)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

describe('the ring of seven', () => {
  it('has as many arcs as stages, filled as far as a pair has come, without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -3, max: 20 }), (of, done) => {
        const filled = ringArcs(done, of).map((arc) => arc.filled);
        expect(filled).toHaveLength(of);
        expect(filled.filter(Boolean)).toHaveLength(Math.min(Math.max(done, 0), of));
        expect(filled.lastIndexOf(true)).toBe(filled.filter(Boolean).length - 1);
      }),
    );
  });

  it('keeps every end on the circle, so that no arc leaves the picture', () => {
    for (const { d } of ringArcs(3, 7)) {
      expect(ends(d)).toHaveLength(2);
      for (const [x, y] of ends(d)) expect(Math.hypot(x - RING_SIZE / 2, y - RING_SIZE / 2)).toBeCloseTo(20, 1);
    }
  });
});
