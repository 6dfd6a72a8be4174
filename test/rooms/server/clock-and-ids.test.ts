// Ids sort by time of making; the movable clock never goes back.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MovableClock } from '../../../src/runtime/clock.ts';
import { idsOf } from '../../../src/runtime/ids.ts';
import { type Instant, instantOf } from '../../../src/time.ts';

it('makes ids that are all different, fit into an address and sort as they were made, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 1, maxLength: 200 }), (times) => {
      let at = instantOf(0);
      const ids = idsOf({ now: () => at });
      const made = times.map((time) => {
        at = instantOf(time);
        return ids.next();
      });
      expect(new Set(made).size).toBe(made.length);
      expect(made.toSorted()).toEqual(made);
      for (const id of made) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    }),
  );
});

it('makes more ids in one millisecond than a millisecond has order for', () => {
  const ids = idsOf({ now: () => instantOf('2026-09-01T08:00:00Z') });
  const made = Array.from({ length: 100_000 }, () => ids.next());
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

it('sorts the ids of two processes by their clocks', () => {
  const earlier = idsOf({ now: () => instantOf('2026-09-01T08:00:00.000Z') });
  const later = idsOf({ now: () => instantOf('2026-09-01T08:00:00.001Z') });
  const afterwards = later.next();
  expect(earlier.next() < afterwards).toBe(true);
});

it('moves a clock ahead, never back', () => {
  let base = instantOf('2026-09-01T08:00:00Z');
  const clock = new MovableClock({ now: () => base }, 1000);
  expect(clock.now()).toBe(base + 1000);
  clock.forwardTo(instantOf('2026-09-02T08:00:00Z'));
  clock.forwardTo(instantOf('2026-09-01T12:00:00Z'));
  expect(clock.now()).toBe(instantOf('2026-09-02T08:00:00Z'));
  base = (base + 5000) as Instant;
  expect(clock.now()).toBe(instantOf('2026-09-02T08:00:05Z'));
  expect(clock.offset()).toBe(24 * 3_600_000);
});
