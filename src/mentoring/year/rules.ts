// What a calendar allows and what it would change. Pure.

import { createHash } from 'node:crypto';
import type { Civil } from '../../time.ts';
import { datesOf, type DatedMilestone, type Dates, dayOf, daysBetween, type Plan } from '../calendar/index.ts';
import type { Cohort } from '../programme/index.ts';
import type { Shift, Year } from './year.ts';

export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

/** The year in which a programme would have to start for its kick-off to come nearest to the cohort's own first day. */
export function suggestedYear(plan: Plan, cohort: Pick<Cohort, 'startsOn'>): number {
  const about = Number(cohort.startsOn.slice(0, 4));
  const distance = (year: number) => {
    const span = spanOf(datesOf({ plan, year, shifts: [] }));
    return span ? Math.abs(daysBetween(span.startsOn, cohort.startsOn)) : Number.POSITIVE_INFINITY;
  };
  const near = [about, about - 1, about + 1].map((year) => Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR));
  return near.reduce((best, year) => (distance(year) < distance(best) ? year : best));
}

/** From kick-off to closing; of a programme without them, from its first gathering, or its first day, to its last. */
export function spanOf(dates: Dates): Pick<Cohort, 'startsOn' | 'endsOn'> | null {
  const gatherings = dates.dates.filter((one) => one.milestone.kind === 'gathering');
  const [among] = [gatherings.length > 0 ? gatherings : dates.dates];
  const first = dayOf(dates, 'kickoff') ?? among[0];
  const last = dayOf(dates, 'closing') ?? among.at(-1);
  if (!first || !last) return null;
  return { startsOn: first.from, endsOn: last.until < first.from ? first.from : last.until };
}

/** All days, from the first milestone to the last. */
export function wholeSpan({ dates }: Dates): { readonly from: Civil; readonly until: Civil } | null {
  const [first] = dates;
  if (!first) return null;
  return { from: first.from, until: dates.reduce((last, one) => (one.until > last ? one.until : last), first.until) };
}

/** A digest of what a coordinator looked at: another one, another calendar. */
export function seenOf(year: Pick<Year, 'plan' | 'year' | 'state' | 'shifts'>, { dates }: Dates): string {
  const days = dates.map((one) => [one.milestone.id, one.from, one.until]);
  const audiences = year.plan.milestones.map((one) => one.parts.map((part) => [part.part, part.from, part.until, part.audience]));
  const words = JSON.stringify([year.state, year.year, year.shifts.map((shift) => shift.at), days, audiences]);
  return createHash('sha256').update(words).digest('base64url').slice(0, 16);
}

/** The move that holds, where a milestone was moved by hand. */
export function shiftOf(year: Pick<Year, 'shifts'>, milestone: string): Shift | null {
  return year.shifts.findLast((shift) => shift.milestone === milestone) ?? null;
}

export function moved(year: Year, shift: Shift): Year {
  return { ...withoutShift(year, shift.milestone), shifts: [...withoutShift(year, shift.milestone).shifts, shift] };
}

export function withoutShift(year: Year, milestone: string): Year {
  return { ...year, shifts: year.shifts.filter((shift) => shift.milestone !== milestone) };
}

/** A milestone whose days differ between two calendars; `null` where it has none in one of them. */
export interface Change {
  readonly milestone: DatedMilestone['milestone'];
  readonly before: DatedMilestone | null;
  readonly after: DatedMilestone | null;
}

/** In the order of the days after the change. */
export function changesBetween(before: Dates, after: Dates): readonly Change[] {
  const same = (a: DatedMilestone | null, b: DatedMilestone | null) => a?.from === b?.from && a?.until === b?.until;
  const stays = after.dates.map((one) => ({ milestone: one.milestone, before: dayOf(before, one.milestone.id), after: one }));
  const gone = before.dates.filter((one) => !dayOf(after, one.milestone.id)).map((one) => ({ milestone: one.milestone, before: one, after: null }));
  return [...stays, ...gone].filter((change) => !same(change.before, change.after));
}

/** What lies ahead on a day, what is going on first. */
export function aheadOf({ dates }: Dates, today: Civil, most: number): readonly DatedMilestone[] {
  const isPoint = (one: DatedMilestone) => one.milestone.kind !== 'talk';
  return dates.filter((one) => one.until >= today && isPoint(one)).slice(0, most);
}

const SPAIN: ReadonlySet<string> = new Set(['Europe/Madrid', 'Atlantic/Canary', 'Africa/Ceuta']);

/** The manual's days off are Sweden's; an organisation in Spain begins with its own country's (Q15). */
export function withHolidaysOf(plan: Plan, timeZone: string): Plan {
  return SPAIN.has(timeZone) ? { ...plan, holidays: 'ES' } : plan;
}
