// When the clocks of a place change: for calendar files, which must say it to programs that do not know the place.

import { tzOffset } from '@date-fns/tz';
import { toDate } from 'date-fns/toDate';
import { DAY, type Instant, instantOf, MINUTE } from '../../time.ts';

export interface ClockChange {
  readonly at: Instant;
  /** Minutes east of Greenwich. */
  readonly before: number;
  readonly after: number;
}

export interface ClockChanges {
  /** Minutes east of Greenwich until the first change. */
  readonly offset: number;
  readonly changes: readonly ClockChange[];
}

/** No place has put its clocks forth and back within so short a time since 1970: in Morocco a Ramadan lies between. */
const STEP = 7 * DAY;

export function clockChanges(timeZone: string, from: Instant, until: Instant): ClockChanges {
  const offset = offsetAt(from, timeZone);
  const changes: ClockChange[] = [];
  let [at, before]: [number, number] = [from, offset];
  while (at < until) {
    const next = Math.min(at + STEP, until);
    const after = offsetAt(next, timeZone);
    if (after !== before) changes.push({ at: changeBetween(at, next, timeZone), before, after });
    [at, before] = [next, after];
  }
  return { offset, changes };
}

/** The first minute after the change. */
function changeBetween(start: number, end: number, timeZone: string): Instant {
  const old = offsetAt(start, timeZone);
  let [before, after] = [Math.floor(start / MINUTE), Math.ceil(end / MINUTE)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle * MINUTE, timeZone) === old) before = middle;
    else after = middle;
  }
  return instantOf(after * MINUTE);
}

function offsetAt(ms: number, timeZone: string): number {
  const offset = tzOffset(timeZone, toDate(ms));
  if (Number.isNaN(offset)) throw new RangeError('not a time zone');
  return Math.round(offset);
}
