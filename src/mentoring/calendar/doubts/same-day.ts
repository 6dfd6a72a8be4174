// Two gatherings on one day to which some of the same people are invited, in one calendar or in two (Q3, Q8, A.6). Pure.

import type { DatedMilestone } from '../dates.ts';
import type { Doubt, Place } from './doubt.ts';
import { type Planned, rootOf, weekEarlier } from './mends.ts';
import type { Part } from '../plan.ts';
import { type CohortCalendar, reach } from './reach.ts';
import { daysBetween } from '../working-time.ts';

/** Further apart than that they are two events: last year's mingle is no part of this year's. */
const NEAR = 60;

/** `inOrder`: the own milestones, in the order of the programme file. */
export function sameDays(inOrder: readonly DatedMilestone[], others: readonly CohortCalendar[], planned: Planned): Doubt[] {
  const all = [planned.own, ...others];
  const mine = gatherings(inOrder, planned.own);
  const theirs = others.flatMap((other) => gatherings(other.dates.dates, other));
  return mine.flatMap((one, index) => [
    ...mine.slice(index + 1).flatMap((two) => within(one, two, all, planned)),
    ...theirs.flatMap((two) => across(one, two, all)),
  ]);
}

interface Gathering extends DatedMilestone {
  readonly of: CohortCalendar;
}

function gatherings(dates: readonly DatedMilestone[], of: CohortCalendar): Gathering[] {
  return dates.filter(({ milestone }) => milestone.kind === 'gathering').map((one) => ({ ...one, of }));
}

function placeOf({ milestone: { id, title } }: DatedMilestone, cohort?: string): Place {
  return { id, title, ...(cohort === undefined ? {} : { cohort }) };
}

function within(one: Gathering, two: Gathering, all: readonly CohortCalendar[], planned: Planned): Doubt[] {
  const met = meeting(one, two, all);
  if (!met) return [];
  const { byId } = planned;
  const meant = rootOf(one, byId).milestone.id === rootOf(two, byId).milestone.id;
  // An evening that belongs to its day is no collision, unless it begins before the day is over.
  if (meant && !met.sameHours) return [];
  const mend = meant ? undefined : weekEarlier(one, planned);
  const { day, sameHours } = met;
  return [{ kind: 'same-day', severity: 'mend', milestones: [placeOf(one), placeOf(two)], day, sameHours, ...(mend ? { mend } : {}) }];
}

/** Nothing moves: the two become one shared day, first what is for its own people, then what has guests (Q8). */
function across(one: Gathering, two: Gathering, all: readonly CohortCalendar[]): Doubt[] {
  const [mine, theirs] = [placeOf(one), placeOf(two, two.of.name)];
  if (one.milestone.id === two.milestone.id && one.milestone.shared && two.milestone.shared) return apart(one, two, [mine, theirs]);
  const met = meeting(one, two, all);
  if (!met) return [];
  const { day, sameHours } = met;
  const first = sameHours ? met.hosts : startOf(one) <= startOf(two);
  const severity = sameHours ? 'mend' : 'look';
  return [{ kind: 'same-day', severity, milestones: [mine, theirs], day, sameHours, mend: { together: first ? [mine, theirs] : [theirs, mine] } }];
}

/** What both share was moved in one of the calendars: the other one is asked to follow. */
function apart(one: Gathering, two: Gathering, milestones: readonly [Place, Place]): Doubt[] {
  if (one.from === two.from || Math.abs(daysBetween(one.from, two.from)) > NEAR) return [];
  const follow = two.byRule && !one.byRule ? { mend: { milestone: one.milestone.id, title: one.milestone.title, from: two.from, until: two.until } } : {};
  return [{ kind: 'apart', severity: 'mend', milestones, day: one.from, theirs: two.from, ...follow }];
}

function startOf({ milestone }: DatedMilestone): string {
  return milestone.parts[0]?.from ?? '';
}

/** `null` where the days differ or the people do. `hosts`: whether those who are invited twice are at home at the first one. */
function meeting(one: Gathering, two: Gathering, all: readonly CohortCalendar[]) {
  const day = one.from > two.from ? one.from : two.from;
  if (day > one.until || day > two.until) return null;
  const groups = ({ of }: Gathering, part: Part) => {
    const others = all.filter(({ id }) => id !== of.id);
    return part.audience.flatMap((audience) => reach(audience, day, of, others));
  };
  const met = one.milestone.parts.flatMap((a) =>
    two.milestone.parts.flatMap((b) => {
      const invited = new Set(groups(two, b));
      const twice = groups(one, a).filter((group) => invited.has(group));
      const hosts = twice.some((group) => group.startsWith(`${one.of.id}/`));
      return twice.length === 0 ? [] : [{ hosts, sameHours: a.from < b.until && b.from < a.until }];
    }),
  );
  if (met.length === 0) return null;
  return { day, sameHours: met.some(({ sameHours }) => sameHours), hosts: met.some(({ hosts }) => hosts) };
}
