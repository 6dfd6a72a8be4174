// The days of one cohort's calendar: what the rules say, with what has been moved by hand. Pure.

import { worksOn } from './holidays.ts';
import type { Plan, PlanMilestone } from './plan.ts';
import { type Fault, resolve } from './resolve.ts';
import type { Days } from './weeks.ts';

/** As much of a shift as counts for the days. */
export interface Moved extends Days {
  readonly milestone: string;
}

/** What days are computed from; `shifts` in the order in which they were made. */
export interface Calendar {
  readonly plan: Plan;
  readonly year: number;
  readonly shifts: readonly Moved[];
}

export interface DatedMilestone extends Days {
  readonly milestone: PlanMilestone;
  /** The days of its rule, where it was moved itself; what only follows another one was not. */
  readonly byRule: Days | null;
}

export interface Dates {
  /** In the order of the days; of two on one day, in that of the programme file. */
  readonly dates: readonly DatedMilestone[];
  readonly faults: readonly Fault[];
}

export function datesOf({ plan, year, shifts }: Calendar): Dates {
  const reading = { year, policy: plan.weeks, works: worksOn(plan.holidays) };
  // Of several moves of a milestone, the newest one holds.
  const moved = new Map(shifts.map((shift) => [shift.milestone, shift]));
  const { dates, faults } = resolve(plan.milestones, { ...reading, moved });
  const rules = new Map(moved.size === 0 ? [] : resolve(plan.milestones, reading).dates.map(({ milestone, from, until }) => [milestone.id, { from, until }]));
  const dated = dates.map((one) => ({ ...one, byRule: moved.has(one.milestone.id) ? (rules.get(one.milestone.id) ?? null) : null }));
  return { dates: dated.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)), faults };
}

/** The first day of a milestone; `null` where it has none. */
export function dayOf({ dates }: Dates, milestone: string): DatedMilestone | null {
  return dates.find((one) => one.milestone.id === milestone) ?? null;
}
