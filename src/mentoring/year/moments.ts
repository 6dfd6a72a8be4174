// The moments of a year: when the calendar itself has something to do or to say, as instants. Pure.

import { type Civil, civilOf, type Instant } from '../../time.ts';
import { type DatedMilestone, type Dates, daysBetween, instantAt, plusDays, TALK_DAYS } from '../calendar/index.ts';

/**
 * `call`: sign-up opens; `deadline`: coordinators are reminded; `pair-meeting`: its week begins; `asked-after`: its week
 * is over; `talk`: the three-party talk is offered.
 */
export interface Moment {
  readonly at: Instant;
  readonly kind: 'call' | 'deadline' | 'pair-meeting' | 'asked-after' | 'talk';
  readonly milestone: DatedMilestone;
}

/** Where the calendar is at home, and on which days people work there. */
export interface Place {
  readonly timeZone: string;
  readonly works: (day: Civil) => boolean;
}

const MONDAY = civilOf('1970-01-05');
/** The calendar speaks at nine. */
const HOUR = 9;
/** A deadline so few days after another one is the same deadline: the manual has matching and results on one day. */
const SAME_DEADLINE = 7;
/** Before a deadline: days, and working days. */
const [EARLY, LATE] = [14, 3];

/** In the order of time; of two at one instant, in that of the calendar. */
export function momentsOf({ dates }: Dates, { timeZone, works }: Place): readonly Moment[] {
  const deadlines = deadlinesOf(dates);
  const days = dates.flatMap((milestone) => daysFor(milestone, deadlines, works).map(([kind, day]) => ({ kind, day, milestone })));
  return days.map(({ kind, day, milestone }) => ({ at: instantAt(day, HOUR, timeZone), kind, milestone })).sort((a, b) => a.at - b.at);
}

function daysFor(one: DatedMilestone, deadlines: readonly DatedMilestone[], works: Place['works']): readonly (readonly [Moment['kind'], Civil])[] {
  const { from, until } = one;
  switch (one.milestone.kind) {
    case 'call':
      return [['call', workday(from, 1, works)]];
    case 'matching':
    case 'results':
      return deadlines.includes(one) ? deadlineDays(until, works).map((day) => ['deadline', day] as const) : [];
    case 'pair-meeting':
      // The week after begins on a Monday, or on the first day of it on which people work: Easter Monday is none.
      return [
        ['pair-meeting', workday(from, 1, works)],
        ['asked-after', workday(mondayAfter(until), 1, works)],
      ];
    case 'talk': {
      const day = plusDays(until, -TALK_DAYS);
      return [['talk', workday(day < from ? from : day, 1, works)]];
    }
    case 'gathering':
      return [];
  }
}

/** Each once, also where the calendar gives it twice (Q6: before the day, where nobody works on it). */
function deadlineDays(day: Civil, works: Place['works']): readonly Civil[] {
  const last = workday(day, -1, works);
  let late = last;
  for (let left = LATE; left > 0; left--) late = workday(plusDays(late, -1), -1, works);
  return [...new Set([workday(plusDays(day, -EARLY), 1, works), late, last])];
}

function deadlinesOf(dates: readonly DatedMilestone[]): readonly DatedMilestone[] {
  const all = dates.filter(({ milestone }) => milestone.kind === 'matching' || milestone.kind === 'results');
  const kept: DatedMilestone[] = [];
  for (const one of all.sort((a, b) => daysBetween(b.until, a.until))) {
    const before = kept.at(-1);
    if (!before || daysBetween(before.until, one.until) > SAME_DEADLINE) kept.push(one);
  }
  return kept;
}

/** The day itself, or the first one after it (`step` 1) or before it (-1) on which people work. */
function workday(day: Civil, step: 1 | -1, works: Place['works']): Civil {
  let at = day;
  while (!works(at)) at = plusDays(at, step);
  return at;
}

function mondayAfter(day: Civil): Civil {
  const sinceMonday = ((daysBetween(MONDAY, day) % 7) + 7) % 7;
  return plusDays(day, 7 - sinceMonday);
}
