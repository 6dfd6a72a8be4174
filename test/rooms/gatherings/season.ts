// Cohorts with published calendars and pairs, for the stories of this room.

import { type Plan, TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import { arrange, type Gathering } from '../../../src/mentoring/gatherings/index.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import type { Cohort } from '../../../src/mentoring/programme/index.ts';
import type { Shift, Year } from '../../../src/mentoring/year/year.ts';
import { civilOf, type Instant, instantOf } from '../../../src/time.ts';
import type { Delivered, World } from '../../support/world.ts';

export const ZONE = 'Europe/Stockholm';

export function at(day: string, hour = '08:00'): Instant {
  return instantOf(`${day}T${hour}:00Z`);
}

/** Moves the clock there, doing all that falls due on the way. */
export async function until(world: World, day: string, hour = '12:00'): Promise<void> {
  await world.advance(at(day, hour) - world.clock.now());
}

export async function cohortOf(world: World, name: string, startsOn: string, endsOn: string, of: Partial<Cohort> = {}): Promise<Cohort> {
  const days = { startsOn: civilOf(startsOn), endsOn: civilOf(endsOn) };
  const cohort: Cohort = { ...world.cohort, id: world.ids.next(), name, ...days, ...of };
  await world.tx(async (tx) => tx.cohorts.put(cohort));
  return cohort;
}

/** Publishes a calendar, or what has been changed in it. */
export async function publish(world: World, cohort: Cohort, of: { plan?: Plan; year?: number; shifts?: readonly Shift[] } = {}): Promise<Year> {
  return world.tx(async (tx) => {
    const blank = { plan: TEMPLATE_PLANS.september, year: 2026, shifts: [], publishedBy: null, publishedAt: null, doneUntil: world.clock.now() };
    const year: Year = { ...blank, ...(await tx.years.get(cohort.id)), ...of, id: cohort.id, state: 'published' };
    tx.years.put(year);
    await arrange(tx, { cohort, year, timeZone: ZONE, now: world.clock.now(), ids: world.ids });
    return year;
  });
}

export function shift(milestone: string, day: string): Shift {
  return { milestone, from: civilOf(day), until: civilOf(day), reason: 'the hall is taken', by: 'somebody', at: at('2026-06-01') };
}

/** Two people in contact. */
export async function pairIn(world: World, cohort: Cohort, mentee: Person, mentor: Person) {
  return world.pair(await world.join(mentee, 'mentee', { cohort }), await world.join(mentor, 'mentor', { cohort }));
}

export async function gatheringsIn(world: World, cohort: Pick<Cohort, 'id'>): Promise<Gathering[]> {
  return world.tx((tx) => tx.gatherings.find({ cohortId: cohort.id }, { by: 'startsAt' }));
}

export async function gathering(world: World, cohort: Pick<Cohort, 'id'>, milestone: string, part?: string): Promise<Gathering> {
  const found = (await gatheringsIn(world, cohort)).find((one) => one.milestone === milestone && (part === undefined || one.part === part));
  if (!found) throw new Error(`no ${milestone}`);
  return found;
}

/** What a person has been told of gatherings: the kind of message, and the words. */
export function told(world: World, person: Person, kind = ''): readonly Delivered[] {
  return world.inbox(person).filter((one) => one.template.startsWith(`gatherings.${kind}`));
}

export function last(world: World, person: Person): Delivered {
  const delivered = told(world, person).at(-1);
  if (!delivered) throw new Error(`${person.name} was told of no gathering`);
  return delivered;
}

/** "YYYY-MM-DD HH:MM kind", by the clock in Stockholm. */
export function diary(world: World, person: Person): string[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });
  return told(world, person).map((one) => `${clock.format(one.at)} ${one.template.slice('gatherings.'.length)}`);
}

export async function answersOf(world: World, one: Pick<Gathering, 'id'>): Promise<Record<string, string>> {
  const rows = await world.tx((tx) => tx.invitations.find({ gatheringId: one.id }));
  return Object.fromEntries(rows.map((row) => [row.personId, row.answer]));
}

/** A plan of the kick-off alone, with what a test asks of it. */
export function kickoffPlan(of: Partial<Plan['milestones'][number]['parts'][number]> = {}, parts = 1): Plan {
  const plan = TEMPLATE_PLANS.september;
  const milestones = plan.milestones.flatMap((one) =>
    one.id === 'kickoff' ? [{ ...one, parts: one.parts.slice(0, parts).map((part) => ({ ...part, ...of })) }] : [],
  );
  return { ...plan, stages: [], milestones };
}
