// When a person may be nudged: from 8 to 18 on a working day in their own place, never in a busy period, at most hourly.

import { type Civil, HOUR, type Instant, plus } from '../../time.ts';
import { civilIn, instantAt, isWorkingDay, nextSlot, plusDays, worksOn } from '../calendar/index.ts';

export const OPENS = 8;
const CLOSES = 18;

/** Days on which a person is not to be nudged, the last one included (S4.42). */
export interface Absence {
  readonly fromOn: Civil;
  readonly untilOn: Civil;
}

export type Works = (day: Civil) => boolean;

/** Days on which all of these regions work: a person in two programmes is left alone on the holidays of both (Q15). */
export function worksInAll(regions: readonly string[]): Works {
  const each = regions.map(worksOn);
  return (day) => isWorkingDay(day) && each.every((works) => works(day));
}

/** The next moment, at or after `at`, in which a nudge may be delivered; `from` is an hour later in the day to begin at. */
export function quietUntil(at: Instant, timeZone: string, busy: readonly Absence[] = [], from: number = OPENS, works: Works = isWorkingDay): Instant {
  const hours = { from: Math.min(Math.max(from, OPENS), CLOSES - 1), until: CLOSES };
  let slot = nextSlot(at, timeZone, hours);
  for (;;) {
    const day = civilIn(slot, timeZone);
    const absence = busy.find((one) => one.fromOn <= day && day <= one.untilOn);
    if (!absence && works(day)) return slot;
    slot = nextSlot(instantAt(plusDays(absence?.untilOn ?? day, 1), 0, timeZone), timeZone, hours);
  }
}

/** When the next nudge may go to a person who got the last one at `lastNudgeAt`: an hour lies between the two. */
export function nudgeAt(wanted: Instant, lastNudgeAt: Instant | null, timeZone: string, works: Works = isWorkingDay): Instant {
  const free = lastNudgeAt === null ? wanted : plus(lastNudgeAt, HOUR);
  return quietUntil(free > wanted ? free : wanted, timeZone, [], OPENS, works);
}
