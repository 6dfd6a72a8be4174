// Working time, held against a clock that is read minute by minute.

import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilIn, daysBetween, instantAt, isWorkingDay, nextSlot, plusDays, plusWorkingDays } from '../../../src/mentoring/calendar/index.ts';
import { civilOf, DAY, HOUR, type Instant, instantOf, MINUTE } from '../../../src/time.ts';
import { answers, EXPECTED } from './answers.ts';

const ZONES = ['Europe/Stockholm', 'Europe/Madrid', 'Atlantic/Canary', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia'] as const;
const zone = fc.constantFrom(...ZONES);
const first = Date.UTC(2005, 0, 2);
const last = Date.UTC(2041, 11, 30);
const days = fc.integer({ min: 0, max: (last - first) / DAY }).map((n) => civilOf(new Date(first + n * DAY).toISOString().slice(0, 10)));
const instants = fc.integer({ min: first, max: last }).map(instantOf);

const readers = new Map<string, Intl.DateTimeFormat>();

/** What the wall shows, `2026-03-29 02:30`, by the platform's own calendar. */
function wall(at: number, timeZone: string): string {
  const reader =
    readers.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  readers.set(timeZone, reader);
  return reader.format(at);
}

/** The first instant that shows this time; where none does, the first one past it. Reads every quarter of an hour, then every minute. */
function oracle(day: string, hour: number, minute: number, timeZone: string): number {
  const wanted = `${day} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const middle = Date.parse(`${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}Z`);
  const step = 15 * MINUTE;
  const anchor = Math.floor((middle - 27 * HOUR) / step) * step;
  for (let at = anchor; ; at += step) {
    // Its last minute, not the next quarter's first: clocks are set back between the two.
    if (wall(at + step - MINUTE, timeZone) < wanted) continue;
    for (let exact = at; exact < at + step; exact += MINUTE) if (wall(exact, timeZone) >= wanted) return exact;
  }
}

/** The transitions of a zone, found by reading the wall once an hour. */
function transitions(timeZone: string): number[] {
  const found: number[] = [];
  const offset = (at: number) => Date.parse(`${wall(at, timeZone).replace(' ', 'T')}Z`) - at;
  for (let at = first; at < last; at += DAY) {
    if (offset(at) === offset(at + DAY)) continue;
    for (let hour = at; hour < at + DAY; hour += HOUR) if (offset(hour) !== offset(hour + HOUR)) found.push(hour + HOUR);
  }
  return found;
}

describe('the instant of a wall time', () => {
  it('is the first that shows it, and after a gap the first one there is', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), zone, (day, hour, minute, timeZone) => {
        expect(instantAt(day, hour, timeZone, minute)).toBe(oracle(day, hour, minute, timeZone));
      }),
      { numRuns: 500 },
    );
  });

  it.each(ZONES)('is right through every change of the clocks from 2005 to 2041 (%s)', (timeZone) => {
    const changes = transitions(timeZone);
    expect(changes.length).toBeGreaterThanOrEqual(timeZone === 'Asia/Kathmandu' ? 0 : 20);
    for (const change of changes) {
      for (const hours of [-25, -2, -1, 0, 1, 24]) {
        const [day = '', time = ''] = wall(change + hours * HOUR + 30 * MINUTE, timeZone).split(' ');
        const hour = Number(time.slice(0, 2));
        for (const shift of [0, 1]) {
          const asked = (hour + shift) % 24;
          expect(instantAt(civilOf(day), asked, timeZone, 30), `${timeZone} ${day} ${asked}:30`).toBe(oracle(day, asked, 30, timeZone));
        }
      }
    }
  });

  it('in a spring gap is its end; in an autumn fold the earlier of the two', () => {
    expect(new Date(instantAt(civilOf('2026-03-29'), 2, 'Europe/Stockholm', 30)).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(new Date(instantAt(civilOf('2026-10-25'), 2, 'Europe/Stockholm', 30)).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    // Read by the oracle too, in the last quarter before the clocks are set back.
    expect(instantAt(civilOf('2032-10-31'), 1, 'Atlantic/Canary', 46)).toBe(oracle('2032-10-31', 1, 46, 'Atlantic/Canary'));
    // São Paulo skipped midnight itself.
    expect(new Date(instantAt(civilOf('2018-11-04'), 0, 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });

  it('on the day that Samoa left out is the first moment of the next', () => {
    for (const hour of [0, 9, 23]) {
      expect(new Date(instantAt(civilOf('2011-12-30'), hour, 'Pacific/Apia')).toISOString()).toBe('2011-12-30T10:00:00.000Z');
    }
    expect(civilIn(instantOf('2011-12-30T10:00Z'), 'Pacific/Apia')).toBe('2011-12-31');
    expect(civilIn(instantOf('2011-12-30T09:59Z'), 'Pacific/Apia')).toBe('2011-12-29');
  });

  it('refuses a place that is none', () => {
    expect(() => instantAt(civilOf('2026-10-15'), 9, 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('the date on the wall', () => {
  it('is what the platform’s calendar shows', () => {
    fc.assert(
      fc.property(instants, zone, (at, timeZone) => civilIn(at, timeZone) === wall(at, timeZone).slice(0, 10)),
      { numRuns: 1000 },
    );
  });
});

describe('civil days', () => {
  it('are counted without any clock', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const there = plusDays(day, n);
        expect(daysBetween(day, there)).toBe(n);
        expect(plusDays(there, -n)).toBe(day);
      }),
    );
  });

  it('work from Monday to Friday', () => {
    const week = ['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16', '2026-10-17', '2026-10-18'].map(civilOf);
    expect(week.map(isWorkingDay)).toEqual([true, true, true, true, true, false, false]);
  });

  it('reach the n-th working day, and from a weekend the Monday first (S4.39)', () => {
    const friday = civilOf('2026-10-16');
    expect(plusWorkingDays(friday, 0)).toBe('2026-10-16');
    expect(plusWorkingDays(friday, 3)).toBe('2026-10-21');
    expect(plusWorkingDays(civilOf('2026-10-17'), 0)).toBe('2026-10-19');
    expect(plusWorkingDays(civilOf('2026-10-18'), 4)).toBe('2026-10-23');
  });

  it('hold exactly n working days on the way', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (day, n) => {
        const start = plusWorkingDays(day, 0);
        const end = plusWorkingDays(day, n);
        let passed = 0;
        for (let at = start; at < end; at = plusDays(at, 1)) if (isWorkingDay(plusDays(at, 1))) passed++;
        expect(isWorkingDay(end)).toBe(true);
        expect(passed).toBe(n);
      }),
    );
  });
});

describe('the next slot', () => {
  it('lies within the hours of a working day, and none was earlier', () => {
    fc.assert(
      fc.property(instants, zone, fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 10 }), (after, timeZone, from, length) => {
        const hours = { from, until: Math.min(from + length, 23) };
        const open = (at: Instant) => {
          const day = civilIn(at, timeZone);
          return isWorkingDay(day) && instantAt(day, hours.from, timeZone) <= at && at < instantAt(day, hours.until, timeZone);
        };
        const slot = nextSlot(after, timeZone, hours);
        expect(slot).toBeGreaterThanOrEqual(after);
        // A gap may swallow all the hours of a day: then the slot is on a later one, and still open.
        expect(open(slot)).toBe(true);
        for (let at = after; at < slot; at = instantOf(at + 30 * MINUTE)) expect(open(at), new Date(at).toISOString()).toBe(false);
      }),
    );
  });

  it('passes over Samoa’s missing Friday', () => {
    const slot = nextSlot(instantOf('2011-12-30T06:00:00Z'), 'Pacific/Apia');
    expect(wall(slot, 'Pacific/Apia')).toBe('2012-01-02 08:00');
  });

  it('refuses hours that never open', () => {
    expect(() => nextSlot(instantOf('2026-10-15T09:00Z'), 'Europe/Madrid', { from: 18, until: 18 })).toThrow(RangeError);
  });
});

describe('the zone of the machine', () => {
  it('is known to the test, which would otherwise prove nothing', () => {
    expect(answers()).toEqual(EXPECTED);
  });

  it.each(['America/New_York', 'Pacific/Apia', 'UTC', 'Europe/Stockholm'])('does not matter (%s)', (TZ) => {
    const script = `import { answers } from ${JSON.stringify(new URL('./answers.ts', import.meta.url).href)}; console.log(JSON.stringify([Intl.DateTimeFormat().resolvedOptions().timeZone, answers()]));`;
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ, NODE_OPTIONS: '' }, encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual([TZ, EXPECTED]);
  });
});
