// Busy periods: which one holds, how two become one, and which dates make sense (S4.42, C14).

import { say, type Text } from '../../bot/views/text.ts';
import { type Civil, isCivil } from '../../time.ts';
import { daysBetween, plusDays } from '../calendar/index.ts';
import type { BusyPeriod } from './checkin.ts';

/** Days: what the form proposes, and the most that one takes. */
export const USUAL = 14;
const LONGEST = 56;
const FARTHEST = 365;

export function isCalledOff(period: BusyPeriod): boolean {
  return period.untilOn < period.fromOn;
}

/** The period that holds today, or else the next one to come. */
export function currentOf(periods: readonly BusyPeriod[], today: Civil): BusyPeriod | null {
  const ahead = periods.filter((period) => !isCalledOff(period) && period.untilOn >= today);
  return ahead.sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))[0] ?? null;
}

export function isBusyOn(period: BusyPeriod, day: Civil): boolean {
  return period.fromOn <= day && day <= period.untilOn;
}

/** What is wrong with the dates as typed, by field; `from` may lie in the past where the period has already begun. */
export function dateFaults(dates: { readonly from: string; readonly until: string }, begun: Civil | null, today: Civil): Readonly<Record<string, Text>> | null {
  const { from, until } = dates;
  if (!isCivil(from)) return { from: say('error.notADate') };
  if (!isCivil(until)) return { until: say('error.notADate') };
  if (from < today && from !== begun) return { from: say('error.past') };
  if (daysBetween(today, from) > FARTHEST) return { from: say('meetings.busy.error.far') };
  if (until < today) return { until: say('error.past') };
  if (until < from) return { until: say('meetings.busy.error.order') };
  if (daysBetween(from > today ? from : today, until) > LONGEST) return { until: say('meetings.busy.error.long') };
  return null;
}

/**
 * The wanted period joined with those that it overlaps or touches, so that nobody is welcomed back for one day.
 * The oldest row stays; the others go.
 */
export function joined(wanted: BusyPeriod, others: readonly BusyPeriod[]): { readonly period: BusyPeriod; readonly gone: readonly string[] } {
  let { fromOn, untilOn } = wanted;
  const inside = new Set<BusyPeriod>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const other of others) {
      if (inside.has(other) || isCalledOff(other) || other.id === wanted.id) continue;
      if (other.fromOn > plusDays(untilOn, 1) || plusDays(other.untilOn, 1) < fromOn) continue;
      inside.add(other);
      if (other.fromOn < fromOn) fromOn = other.fromOn;
      if (other.untilOn > untilOn) untilOn = other.untilOn;
      grown = true;
    }
  }
  const rows = [wanted, ...inside].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const kept = rows[0] ?? wanted;
  return { period: { ...kept, fromOn, untilOn }, gone: rows.slice(1).map((row) => row.id) };
}
