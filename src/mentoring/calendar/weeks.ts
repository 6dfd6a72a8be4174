// "The first week of October", "the last week of March": four ways to read them, by name (Q1, Q2). Pure.

import type { Civil } from '../../time.ts';
import { firstDay, lastDay, lastWeekday, mondayOf, nthWeekday } from './days.ts';
import type { WeekPolicy } from './rule.ts';
import { plusDays } from './working-time.ts';

export interface Days {
  readonly from: Civil;
  readonly until: Civil;
}

type InMonth = (year: number, month: number) => Days;

const READINGS: Readonly<Record<WeekPolicy, Readonly<Record<'first' | 'last', InMonth>>>> = {
  'whole-weeks': {
    first: (year, month) => workingWeek(nthWeekday(1, 'monday', year, month) ?? firstDay(year, month)),
    last: (year, month) => workingWeek(plusDays(lastWeekday('friday', year, month), -4)),
  },
  'seven-days': {
    first: (year, month) => ({ from: firstDay(year, month), until: plusDays(firstDay(year, month), 6) }),
    last: (year, month) => ({ from: plusDays(lastDay(year, month), -6), until: lastDay(year, month) }),
  },
  containing: {
    first: (year, month) => workingWeek(mondayOf(firstDay(year, month))),
    last: (year, month) => workingWeek(mondayOf(lastDay(year, month))),
  },
  'iso-weeks': {
    first: (year, month) => workingWeek(mondayOf(nthWeekday(1, 'thursday', year, month) ?? firstDay(year, month))),
    last: (year, month) => workingWeek(mondayOf(lastWeekday('thursday', year, month))),
  },
};

export function weekIn(which: 'first' | 'last', on: { readonly year: number; readonly month: number; readonly policy: WeekPolicy }): Days {
  return READINGS[on.policy][which](on.year, on.month);
}

function workingWeek(monday: Civil): Days {
  return { from: monday, until: plusDays(monday, 4) };
}
