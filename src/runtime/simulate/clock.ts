// The simulation's clock, which jumps, and the hours in which its people sit at their desks.

import { civilIn, instantAt, plusDays, worksOn } from '../../mentoring/calendar/index.ts';
import type { Clock } from '../../ports.ts';
import { type Civil, HOUR, type Instant, plus } from '../../time.ts';

/** The place whose office hours all keep: what one does reaches the others by day, in Canary at eight to four. */
export const HOME = 'Europe/Stockholm';
const [OPENS, CLOSES] = [9, 17];
/** People look at their chat every other hour, and answer then: many things happen at once, as they do. */
const GRID = 2 * HOUR;

export class JumpingClock implements Clock {
  private at: Instant;

  constructor(at: Instant) {
    this.at = at;
  }

  now(): Instant {
    return this.at;
  }

  /** Never back. */
  forwardTo(at: Instant): void {
    if (at > this.at) this.at = at;
  }
}

export interface Desk {
  /** The first hour at a desk at or after an instant. */
  next(at: Instant): Instant;
  /** So many office hours later. */
  hoursAfter(at: Instant, hours: number): Instant;
  /** A time of a working day: that day, or the next one on which people work. `share` is how far into the office hours. */
  onDay(day: Civil, share: number): Instant;
  /** The working day that many working days after a day; negative ones lie before it. */
  days(day: Civil, days: number): Civil;
}

export function deskIn(region: string): Desk {
  const works = worksOn(region);
  const opening = (day: Civil) => instantAt(day, OPENS, HOME);
  const closing = (day: Civil) => instantAt(day, CLOSES, HOME);

  function next(at: Instant): Instant {
    let day = civilIn(at, HOME);
    for (let from = onGrid(at); ; from = opening(day)) {
      if (works(day) && from < closing(day)) return from < opening(day) ? opening(day) : from;
      day = plusDays(day, 1);
    }
  }

  function working(day: Civil, step: 1 | -1): Civil {
    let at = day;
    while (!works(at)) at = plusDays(at, step);
    return at;
  }

  return {
    next,
    hoursAfter(at, hours) {
      let [from, left] = [next(at), Math.round((hours * HOUR) / GRID) * GRID];
      for (;;) {
        const room = closing(civilIn(from, HOME)) - from;
        if (left < room) return plus(from, left);
        left -= room;
        from = next(closing(civilIn(from, HOME)));
      }
    },
    onDay(day, share) {
      const on = working(day, 1);
      return onGrid(plus(opening(on), Math.min(Math.max(share, 0), 0.97) * (CLOSES - OPENS) * HOUR - GRID / 2));
    },
    days(day, days) {
      const step = days < 0 ? -1 : 1;
      let at = working(day, step);
      for (let left = Math.abs(days); left > 0; left--) at = working(plusDays(at, step), step);
      return at;
    },
  };
}

function onGrid(at: Instant): Instant {
  return plus(at, (GRID - (at % GRID)) % GRID);
}
