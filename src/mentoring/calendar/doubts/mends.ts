// Which other day to propose for a milestone. A proposal keeps the order of the programme and never falls on a day off. Pure.

import type { Civil } from '../../../time.ts';
import type { DatedMilestone } from '../dates.ts';
import { weekdayOf } from '../days.ts';
import type { Mend } from './doubt.ts';
import type { CohortCalendar } from './reach.ts';
import { WEEKDAYS } from '../rule.ts';
import { daysBetween, plusDays } from '../working-time.ts';

export interface Planned {
  readonly own: CohortCalendar;
  readonly works: (day: Civil) => boolean;
  /** In the order of the programme file, by id. */
  readonly byId: ReadonlyMap<string, DatedMilestone>;
}

/** "At the latest": the working day before (Q6). */
export function earlier(one: DatedMilestone, { works }: Planned): Mend {
  let day = plusDays(one.from, -1);
  while (!works(day)) day = plusDays(day, -1);
  return move(one, day);
}

/**
 * For a gathering. A rule that names a weekday keeps it, a week earlier before a week later: people have kept Thursdays free.
 * A date moves to the nearest day of the weekday on which the programme meets most (Q4); all others to the nearest day.
 */
export function another(one: DatedMilestone, planned: Planned): Mend | undefined {
  const { kind } = one.milestone.rule;
  const near = Array.from({ length: 14 }, (_, index) => (index % 2 === 0 ? -1 : 1) * (Math.floor(index / 2) + 1));
  const days = kind === 'nth' || kind === 'last' ? [-7, 7, -14, 14] : near;
  const usual = kind === 'date' ? usualWeekday(planned.own) : null;
  const fitting = days.map((by) => plusDays(one.from, by)).filter((day) => (usual === null || weekdayOf(day) === usual) && fits(one, day, planned));
  return fitting[0] && move(one, fitting[0]);
}

/** Two of one programme on one day: the first of them comes a week earlier, with whatever it follows. */
export function weekEarlier(one: DatedMilestone, planned: Planned): Mend | undefined {
  const root = rootOf(one, planned.byId);
  const day = plusDays(root.from, -7);
  return fits(root, day, planned) && planned.works(plusDays(one.from, -7)) ? move(root, day) : undefined;
}

/** The milestone that this one follows, and the one that follows in turn; one that was moved by hand follows nobody. */
export function rootOf(one: DatedMilestone, byId: Planned['byId']): DatedMilestone {
  const { rule } = one.milestone;
  const followed = rule.kind === 'after' && !one.byRule ? byId.get(rule.milestone) : undefined;
  return followed ? rootOf(followed, byId) : one;
}

/** People work on it, and it lies between the milestone before and the one after, as the programme orders them. */
function fits(one: DatedMilestone, day: Civil, { works, byId, own }: Planned): boolean {
  if (!works(day)) return false;
  const at = own.plan.milestones.findIndex(({ id }) => id === one.milestone.id);
  const fixed = own.plan.milestones.map(({ id, rule }) => {
    const other = rule.kind === 'between' ? undefined : byId.get(id);
    return other && rootOf(other, byId) !== rootOf(one, byId) ? other.from : undefined;
  });
  const [before, after] = [fixed.slice(0, at).findLast((from) => from !== undefined), fixed.slice(at + 1).find((from) => from !== undefined)];
  return (before === undefined || before < day) && (after === undefined || day < after);
}

/** The weekday that most rules of gatherings name, 0 is Monday; `null` where none does. */
function usualWeekday({ plan }: CohortCalendar): number | null {
  const count = WEEKDAYS.map(
    (weekday) => plan.milestones.filter(({ kind, rule }) => kind === 'gathering' && 'weekday' in rule && rule.weekday === weekday).length,
  );
  const most = Math.max(...count);
  return most === 0 ? null : count.indexOf(most);
}

function move({ milestone, from, until }: DatedMilestone, day: Civil): Mend {
  return {
    milestone: milestone.id,
    ...(milestone.title === undefined ? {} : { title: milestone.title }),
    from: day,
    until: plusDays(day, daysBetween(from, until)),
  };
}
