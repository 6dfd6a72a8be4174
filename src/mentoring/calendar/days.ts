// Weekdays and months, on civil dates alone. Pure.

import { type Civil, civilOf } from '../../time.ts';
import { daysBetween, plusDays } from './working-time.ts';
import { WEEKDAYS, type Weekday } from './rule.ts';

/** A Monday, from which the others are counted. */
const MONDAY = civilOf('1970-01-05');

/** 0 is Monday. */
export function weekdayOf(day: Civil): number {
  return ((daysBetween(MONDAY, day) % 7) + 7) % 7;
}

/** `null` for a day that is not: 31 February. */
export function dayOf(year: number, month: number, day: number): Civil | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  try {
    return civilOf(text);
  } catch {
    return null;
  }
}

export function firstDay(year: number, month: number): Civil {
  return civilOf(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
}

export function lastDay(year: number, month: number): Civil {
  return plusDays(month === 12 ? firstDay(year + 1, 1) : firstDay(year, month + 1), -1);
}

/** `null` for a fifth Friday in a month that has four. */
export function nthWeekday(nth: number, weekday: Weekday, year: number, month: number): Civil | null {
  const first = firstDay(year, month);
  const day = plusDays(first, ((WEEKDAYS.indexOf(weekday) - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
  return day <= lastDay(year, month) ? day : null;
}

export function lastWeekday(weekday: Weekday, year: number, month: number): Civil {
  const last = lastDay(year, month);
  return plusDays(last, -((weekdayOf(last) - WEEKDAYS.indexOf(weekday) + 7) % 7));
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: Civil): Civil {
  return plusDays(day, -weekdayOf(day));
}
