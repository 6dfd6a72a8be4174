// Dates and hours in people's own places: the only room that computes with time zones.

import { TZDate } from '@date-fns/tz';
import { addDays, differenceInCalendarDays, formatISO, isWeekend, parseISO } from 'date-fns';
import { type Civil, civilOf, type Instant, instantOf, plus } from '../../time.ts';

/** The date on the wall in `timeZone` at that instant. */
export function civilIn(at: Instant, timeZone: string): Civil {
  return civilOf(formatISO(new TZDate(at, timeZone), { representation: 'date' }));
}

/**
 * The instant at which the wall in `timeZone` shows that date and hour. Where spring skips the hour: the first
 * instant after the gap. Where autumn repeats it: the earlier one.
 */
export function instantAt(day: Civil, hour: number, timeZone: string, minute = 0): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const wall = Date.UTC(year, month - 1, date, hour, minute);
  // The zone's offset the day before and after: the wall's instant lies at one of the two.
  const offsets = [wall - 86_400_000, wall + 86_400_000].map((ms) => -new TZDate(ms, timeZone).getTimezoneOffset() * 60_000);
  const fits = offsets.map((offset) => wall - offset).filter((ms) => wallOf(ms, timeZone) === wall);
  if (fits.length > 0) return instantOf(Math.min(...fits));
  return afterGap(wall, Math.max(...offsets), timeZone);
}

function wallOf(ms: number, timeZone: string): number {
  return ms - new TZDate(ms, timeZone).getTimezoneOffset() * 60_000;
}

/** The first instant whose wall time is at or after `wall`, found by halving the hour or so of the gap. */
function afterGap(wall: number, greatest: number, timeZone: string): Instant {
  let before = wall - greatest;
  let after = before + 86_400_000;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (wallOf(middle, timeZone) >= wall) after = middle;
    else before = middle;
  }
  return instantOf(after);
}

export function plusDays(day: Civil, days: number): Civil {
  return civilOf(formatISO(addDays(parseISO(day), days), { representation: 'date' }));
}

export function daysBetween(from: Civil, to: Civil): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

/** Monday to Friday. */
export function isWorkingDay(day: Civil): boolean {
  return !isWeekend(parseISO(day));
}

/** The day that many working days later; 0 is the day itself or the next working day. */
export function plusWorkingDays(day: Civil, days: number): Civil {
  let at = day;
  while (!isWorkingDay(at)) at = plusDays(at, 1);
  for (let left = days; left > 0; left--) {
    do at = plusDays(at, 1);
    while (!isWorkingDay(at));
  }
  return at;
}

/** The first hours in which a person may be nudged, at or after an instant: from `from` to `until` on a working day. */
export function nextSlot(after: Instant, timeZone: string, hours: { readonly from: number; readonly until: number } = { from: 8, until: 18 }): Instant {
  let day = civilIn(after, timeZone);
  for (;;) {
    if (isWorkingDay(day)) {
      const opens = instantAt(day, hours.from, timeZone);
      const closes = instantAt(day, hours.until, timeZone);
      if (after < opens) return opens;
      if (after < closes) return plus(after, 0);
    }
    day = plusDays(day, 1);
  }
}
