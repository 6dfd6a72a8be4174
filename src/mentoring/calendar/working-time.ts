// Dates and hours in people's own places: the only room that computes with time zones.
// All of it is arithmetic in UTC, so the zone of the machine can never matter.

import { tzOffset } from '@date-fns/tz';
import { toDate } from 'date-fns/toDate';
import { type Civil, civilOf, DAY, type Instant, instantOf, MINUTE } from '../../time.ts';

/** The date on the wall in `timeZone` at that instant. */
export function civilIn(at: Instant, timeZone: string): Civil {
  return civilFrom(wallOf(at, timeZone));
}

/** The hour on the wall in `timeZone` at that instant: `13:00`. */
export function hourIn(at: Instant, timeZone: string): string {
  return toDate(wallOf(at, timeZone)).toISOString().slice(11, 16);
}

/**
 * The instant at which the wall in `timeZone` shows that date and hour. Where spring skips the hour: the first
 * instant after the gap. Where autumn repeats it: the earlier one.
 */
export function instantAt(day: Civil, hour: number, timeZone: string, minute = 0): Instant {
  const wall = midnight(day) + (hour * 60 + minute) * MINUTE;
  // The zone's offset the day before and after: the wall's instant lies at one of the two.
  const offsets = [wall - DAY, wall + DAY].map((ms) => wallOf(ms, timeZone) - ms);
  const fits = offsets.map((offset) => wall - offset).filter((ms) => wallOf(ms, timeZone) === wall);
  if (fits.length > 0) return instantOf(Math.min(...fits));
  return afterGap(wall, offsets, timeZone);
}

/** The first instant whose wall time is past `wall`, found by halving the time between the gap's two sides. */
function afterGap(wall: number, offsets: readonly number[], timeZone: string): Instant {
  let before = wall - Math.max(...offsets);
  let after = wall - Math.min(...offsets);
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / (2 * MINUTE)) * MINUTE;
    if (wallOf(middle, timeZone) > wall) after = middle;
    else before = middle;
  }
  return instantOf(after);
}

/** What the wall in `timeZone` shows, as if it were UTC. */
function wallOf(ms: number, timeZone: string): number {
  return ms + offsetAt(Math.floor(ms / MINUTE), timeZone) * MINUTE;
}

/** Offsets by zone and minute: thousands of people in few zones ask for the same mornings, and formatting is slow. */
const remembered = new Map<string, Map<number, number>>();
const MOST = 1000;

function offsetAt(minute: number, timeZone: string): number {
  let zone = remembered.get(timeZone);
  const known = zone?.get(minute);
  if (known !== undefined) return known;
  const offset = tzOffset(timeZone, toDate(minute * MINUTE));
  if (Number.isNaN(offset)) throw new RangeError('not a time zone');
  if (!zone || zone.size >= MOST) {
    zone = new Map();
    remembered.set(timeZone, zone);
  }
  zone.set(minute, offset);
  return offset;
}

function midnight(day: Civil): number {
  return Date.parse(`${day}T00:00Z`);
}

function civilFrom(ms: number): Civil {
  return civilOf(toDate(ms).toISOString().slice(0, 10));
}

export function plusDays(day: Civil, days: number): Civil {
  return civilFrom(midnight(day) + days * DAY);
}

export function daysBetween(from: Civil, to: Civil): number {
  return (midnight(to) - midnight(from)) / DAY;
}

/** Monday to Friday. */
export function isWorkingDay(day: Civil): boolean {
  const weekday = toDate(midnight(day)).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** The day that many working days later; 0 is the day itself or the next working day. */
export function plusWorkingDays(day: Civil, days: number, works: (day: Civil) => boolean = isWorkingDay): Civil {
  let at = day;
  while (!works(at)) at = plusDays(at, 1);
  for (let left = days; left > 0; left--) {
    do at = plusDays(at, 1);
    while (!works(at));
  }
  return at;
}

/** The first hours in which a person may be nudged, at or after an instant: from `from` to `until` on a working day. */
export function nextSlot(after: Instant, timeZone: string, hours: { readonly from: number; readonly until: number } = { from: 8, until: 18 }): Instant {
  if (hours.from >= hours.until) throw new RangeError('hours that never open');
  let day = civilIn(after, timeZone);
  for (;;) {
    if (isWorkingDay(day)) {
      const opens = instantAt(day, hours.from, timeZone);
      const closes = instantAt(day, hours.until, timeZone);
      // A day that the zone left out, or hours that a gap swallowed whole, never open.
      if (opens < closes && after < closes) return after < opens ? opens : after;
    }
    day = plusDays(day, 1);
  }
}
