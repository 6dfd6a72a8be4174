// The mornings on which a gathering is spoken of, and the line for its places: any gathering, any calendar.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilIn, hourIn, instantAt, plusDays, worksOn } from '../../../src/mentoring/calendar/index.ts';
import type { Invitation } from '../../../src/mentoring/gatherings/index.ts';
import { eveOf, inviteFromOf, nextMoment, phaseOf, type Place, reminderDue } from '../../../src/mentoring/gatherings/rules.ts';
import { answered, freed, lineOf } from '../../../src/mentoring/gatherings/seats.ts';
import { civilOf, HOUR, type Instant, plus } from '../../../src/time.ts';

const zones = fc.constantFrom('Europe/Stockholm', 'Europe/Madrid', 'Pacific/Apia', 'Pacific/Honolulu', 'America/New_York');
const days = fc.integer({ min: 0, max: 3000 }).map((n) => plusDays(civilOf('2026-01-01'), n));
const gatherings = fc.record({
  day: days,
  hour: fc.integer({ min: 7, max: 20 }),
  lasts: fc.integer({ min: 1, max: 4 }),
  inviteDays: fc.integer({ min: 1, max: 60 }),
  zone: zones,
});

describe('the mornings of a gathering', () => {
  it('are working mornings at nine, from the invitation to the eve, then one after it; then there is silence', () => {
    fc.assert(
      fc.property(gatherings, fc.integer({ min: -90, max: 0 }), ({ day, hour, lasts, inviteDays, zone }, publishedOn) => {
        const place: Place = { timeZone: zone, works: worksOn('SE') };
        const startsAt = instantAt(day, hour, zone);
        const published = plus(startsAt, publishedOn * 24 * HOUR - 5 * HOUR);
        const one = {
          startsAt,
          endsAt: plus(startsAt, lasts * HOUR),
          inviteFrom: inviteFromOf(startsAt, inviteDays, place, published),
          state: 'planned',
        } as const;
        const said: string[] = [];
        let done: ('week' | 'day' | 'thanks')[] = [];
        let now: Instant | null = nextMoment({ ...one, done }, place, published);
        for (let runs = 0; now !== null; runs++) {
          expect(runs).toBeLessThan(70);
          expect(now).toBeGreaterThanOrEqual(published);
          if (now !== published) expect([hourIn(now, zone), place.works(civilIn(now, zone))]).toEqual(['09:00', true]);
          const phase = phaseOf({ ...one, done }, place, now);
          if (phase === 'over') {
            said.push('thanks');
            done = [...done, 'thanks'];
          }
          const reminder = phase === 'coming' ? reminderDue({ ...one, done }, place, now) : null;
          if (reminder) {
            said.push(reminder);
            done = [...done, reminder];
            expect(civilIn(now, zone) < day || now === published).toBe(true);
          }
          if (reminder === 'day') expect(civilIn(now, zone) >= eveOf(one, place)).toBe(true);
          const next: Instant | null = nextMoment({ ...one, done }, place, now);
          if (next !== null) expect(next).toBeGreaterThan(now);
          now = next;
        }
        expect(said).toEqual([...new Set(said)]);
        expect(said.at(-1)).toBe('thanks');
      }),
      { numRuns: 300 },
    );
  });
});

const invitation = (n: number, answer: Invitation['answer'], answeredAt: number): Invitation => ({
  ...{ id: `i${n}`, gatheringId: 'g', personId: `p${n}`, answer, invitedAt: 0 as Instant },
  ...{ answeredAt: answeredAt as Instant, came: null },
});

it('the places: whoever presses in whatever order, never one too many, and the line is in the order of asking', () => {
  const steps = fc.array(fc.record({ who: fc.nat(7), says: fc.constantFrom<'yes' | 'no'>('yes', 'no') }), { maxLength: 40 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 4 }), (pressed, capacity) => {
      let all = Array.from({ length: 8 }, (_, n) => invitation(n, 'open', 0));
      const asked: number[] = [];
      for (const [at, { who, says }] of pressed.entries()) {
        const mine = all[who] as Invitation;
        const others = all.filter((one) => one !== mine);
        const after = answered(mine, says, { capacity, others, now: at as Instant });
        const given = freed(capacity, [...others, after]);
        all = all.map((one) => given.find((other) => other.id === one.id) ?? (one.id === after.id ? after : one));
        if (says === 'no') asked.splice(0, asked.length, ...asked.filter((one) => one !== who));
        else if (!asked.includes(who)) asked.push(who);
        // Whoever asked first has a place: exactly so many, and the others wait in that order.
        expect(
          all
            .filter((one) => one.answer === 'yes')
            .map((one) => one.id)
            .toSorted(),
        ).toEqual(
          asked
            .slice(0, capacity)
            .map((n) => `i${n}`)
            .toSorted(),
        );
        expect(lineOf(all).map((one) => one.id)).toEqual(asked.slice(capacity).map((n) => `i${n}`));
      }
    }),
    { numRuns: 200 },
  );
});
