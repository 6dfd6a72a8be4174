// Whom an audience can hold on a day, as far as the calendars of the organisation's cohorts say so (A.7). Pure.

import type { Civil } from '../../../time.ts';
import { type DatedMilestone, type Dates, dayOf } from '../dates.ts';
import type { Audience, Plan } from '../plan.ts';
import { LEAD_DAYS, NEW_DAYS } from '../spans.ts';
import { daysBetween, plusDays } from '../working-time.ts';

/** One cohort's calendar among others. */
export interface CohortCalendar {
  /** The id of the cohort. */
  readonly id: string;
  /** What the cohort is called. */
  readonly name: string;
  readonly plan: Plan;
  readonly dates: Dates;
}

/** Groups of people, such as one cohort's mentors: two audiences can share a person where they share a group. */
export function reach(audience: Audience, on: Civil, own: CohortCalendar, others: readonly CohortCalendar[]): readonly string[] {
  const mentors = ({ id }: CohortCalendar) => `${id}/mentors`;
  const mentees = ({ id }: CohortCalendar) => `${id}/mentees`;
  switch (audience) {
    case 'mentees':
      return [mentees(own)];
    case 'mentors':
      return [mentors(own)];
    case 'pairs':
      return [mentees(own), mentors(own)];
    case 'running-mentors':
      return others.filter((other) => runs(other, on)).map(mentors);
    case 'other-pairs':
      return others.filter((other) => runs(other, on)).flatMap((other) => [mentees(other), mentors(other)]);
    case 'new-mentors':
      return newest(others, on).map(mentors);
    case 'former-pairs':
    case 'recruits':
      return [audience];
  }
}

const kickoff = ({ dates }: CohortCalendar): DatedMilestone | null => dayOf(dates, 'kickoff');

/** From the kick-off to the closing, both included (Q9). */
function runs(cohort: CohortCalendar, on: Civil): boolean {
  const [start, end] = [kickoff(cohort), dayOf(cohort.dates, 'closing')];
  return start !== null && end !== null && start.from <= on && on <= end.until;
}

/** The cohorts whose results are out and whose kick-off is not long past; of several, those that kick off last. */
function newest(others: readonly CohortCalendar[], on: Civil): readonly CohortCalendar[] {
  const started = others.flatMap((other) => {
    const start = kickoff(other)?.from;
    if (start === undefined || daysBetween(start, on) > NEW_DAYS) return [];
    const underWay = dayOf(other.dates, 'results')?.until ?? plusDays(start, -LEAD_DAYS);
    return underWay <= on ? [{ other, start }] : [];
  });
  const latest = started
    .map(({ start }) => start)
    .sort()
    .at(-1);
  return started.filter(({ start }) => start === latest).map(({ other }) => other);
}
