// What a delivery's outcome leads to: pure rules.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/ports.ts';
import { DRAWING_TRIES, markAbandoned, markOf, markUndrawable, TRIES, waitOf } from '../../../src/runtime/delivery/outcome.ts';
import { HOUR, instantOf, plus } from '../../../src/time.ts';

const NOW = instantOf('2026-09-01T08:00:00Z');
const decision = { kind: 'decision', attempts: 1 };
const nudge = { kind: 'nudge', attempts: 1 };

describe('an outcome', () => {
  it('sent is sent', () => {
    expect(markOf(nudge, { outcome: 'sent', ref: '17' }, NOW, 0.5)).toEqual({ state: 'sent', ref: '17', at: NOW });
  });

  it('never is dead', () => {
    expect(markOf(decision, { outcome: 'never', fault: 'account_inactive' }, NOW, 0.5)).toEqual({ state: 'dead', fault: 'account_inactive' });
  });

  it('unsure ends a nudge, and is tried again for a decision', () => {
    expect(markOf(nudge, { outcome: 'unsure', fault: 'reset' }, NOW, 0.5)).toEqual({ state: 'unsure', fault: 'unsure:reset' });
    expect(markOf(decision, { outcome: 'unsure', fault: 'reset' }, NOW, 0.5)).toEqual({ state: 'waiting', fault: 'unsure:reset', notBefore: plus(NOW, 1000) });
  });

  it('of a process that is gone is unsure: a nudge is not sent again, a decision is', () => {
    expect(markAbandoned(nudge, NOW)).toMatchObject({ state: 'unsure' });
    expect(markAbandoned(decision, NOW)).toEqual({ state: 'waiting', notBefore: NOW, fault: 'unsure:process-gone' });
  });

  it('retry obeys what the platform asks for', () => {
    expect(markOf(decision, { outcome: 'retry', afterMs: 30_000, fault: 'rate_limited' }, NOW, 0.9)).toEqual({
      state: 'waiting',
      notBefore: plus(NOW, 30_000),
      fault: 'rate_limited',
    });
  });

  it('retry is given up after about a day, and a message that cannot be drawn much sooner', () => {
    const average = Array.from({ length: TRIES - 1 }, (_, index) => waitOf(index + 1, 0.5)).reduce((sum, wait) => sum + wait, 0);
    expect(average / HOUR).toBeGreaterThan(20);
    expect(average / HOUR).toBeLessThan(28);
    expect(markOf({ kind: 'decision', attempts: TRIES }, { outcome: 'retry', fault: 'refused' }, NOW, 0.5)).toEqual({
      state: 'dead',
      fault: 'given-up:refused',
    });
    expect(markUndrawable({ kind: 'decision', attempts: DRAWING_TRIES - 1 }, NOW, 0.5)).toMatchObject({ state: 'waiting' });
    expect(markUndrawable({ kind: 'decision', attempts: DRAWING_TRIES }, NOW, 0.5)).toMatchObject({ state: 'dead' });
  });

  it('never sends a nudge again that may have arrived, and never brings a message forward', () => {
    const outcomes: fc.Arbitrary<Delivery> = fc.oneof(
      fc.record({ outcome: fc.constant('retry' as const), fault: fc.string() }),
      fc.record({ outcome: fc.constant('unsure' as const), fault: fc.string() }),
    );
    fc.assert(
      fc.property(outcomes, fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (outcome, attempts, chance) => {
        const mark = markOf({ kind: 'nudge', attempts }, outcome, NOW, chance);
        if (outcome.outcome === 'unsure') expect(mark.state).toBe('unsure');
        if (mark.state === 'waiting') {
          expect(mark.notBefore).toBeGreaterThanOrEqual(NOW);
          expect(mark.notBefore).toBeLessThanOrEqual(NOW + HOUR);
        }
      }),
    );
  });
});
