// When a person may be nudged.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilIn, instantAt, isWorkingDay, plusDays } from '../../../src/mentoring/calendar/index.ts';
import { type Absence, nudgeAt, quietUntil } from '../../../src/mentoring/nudges/index.ts';
import { civilOf, DAY, HOUR, type Instant, instantOf } from '../../../src/time.ts';

const zone = fc.constantFrom('Europe/Stockholm', 'Europe/Madrid', 'Atlantic/Canary', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns');
const instant = fc.integer({ min: Date.UTC(2005, 0, 2), max: Date.UTC(2041, 11, 1) }).map(instantOf);

function hourOf(at: Instant, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));
}

function mayNudge(at: Instant, timeZone: string, busy: readonly Absence[] = []): boolean {
  const day = civilIn(at, timeZone);
  const hour = hourOf(at, timeZone);
  return isWorkingDay(day) && hour >= 8 && hour < 18 && !busy.some((one) => one.fromOn <= day && day <= one.untilOn);
}

describe('a nudge', () => {
  it('never falls outside 8 to 18 on a working day in the person’s place, nor into a busy period (S4.42)', () => {
    const absences = fc.array(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -2, max: 40 })), { maxLength: 4 });
    fc.assert(
      fc.property(instant, zone, absences, fc.integer({ min: -3, max: 30 }), (at, timeZone, spans, from) => {
        const today = civilIn(at, timeZone);
        const busy = spans.map(([start, length]) => ({ fromOn: plusDays(today, start), untilOn: plusDays(today, start + length) }));
        const slot = quietUntil(at, timeZone, busy, from);
        expect(slot).toBeGreaterThanOrEqual(at);
        expect(mayNudge(slot, timeZone, busy), new Date(slot).toISOString()).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('waits no longer than it must', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const slot = quietUntil(at, timeZone);
        for (let before = at; before < slot; before = instantOf(before + HOUR / 2)) expect(mayNudge(before, timeZone)).toBe(false);
      }),
    );
  });

  it('waits from Friday evening to Monday morning, and through a busy period', () => {
    const friday = instantOf('2026-10-16T16:00:00Z');
    expect(quietUntil(friday, 'Europe/Stockholm')).toBe(instantOf('2026-10-19T06:00:00Z'));
    const busy = [{ fromOn: civilOf('2026-10-19'), untilOn: civilOf('2026-10-23') }];
    expect(quietUntil(friday, 'Europe/Stockholm', busy)).toBe(instantAt(civilOf('2026-10-26'), 8, 'Europe/Stockholm'));
    expect(quietUntil(friday, 'Europe/Stockholm', [], 9)).toBe(instantOf('2026-10-19T07:00:00Z'));
  });

  it('takes a busy period that was called off for none', () => {
    const at = instantOf('2026-10-15T09:00:00Z');
    expect(quietUntil(at, 'Europe/Madrid', [{ fromOn: civilOf('2026-10-15'), untilOn: civilOf('2026-10-14') }])).toBe(at);
  });
});

describe('many nudges at once', () => {
  it('go out an hour apart, so that nobody who was away finds a pile', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 2, max: 30 }), (at, timeZone, many) => {
        let last: Instant | null = null;
        for (let n = 0; n < many; n++) {
          const next = nudgeAt(at, last, timeZone);
          expect(mayNudge(next, timeZone)).toBe(true);
          if (last !== null) expect(next - last).toBeGreaterThanOrEqual(HOUR);
          last = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('asks for no wait where the last one is long past', () => {
    const at = instantOf('2026-10-15T09:00:00Z');
    expect(nudgeAt(at, instantOf(at - DAY), 'Europe/Madrid')).toBe(at);
    expect(nudgeAt(at, null, 'Europe/Madrid')).toBe(at);
  });
});
