// Who is meant: queries, answered anew each time they are asked, so that nobody is forgotten who came later (A.7).

import type { Civil } from '../../time.ts';
import { type Audience, datesOf, dayOf, daysBetween, LEAD_DAYS, NEW_DAYS, plusDays } from '../calendar/index.ts';
import { membersOf, type Pair } from '../cycle/index.ts';
import type { Cohort } from '../programme/index.ts';
import type { Tx } from '../store.ts';

interface Asked {
  /** The gathering's own cohort, and those that share it. */
  readonly cohortIds: readonly string[];
  readonly audience: readonly Audience[];
  /** The day of the gathering, in the organisation's place. */
  readonly on: Civil;
}

/** The ids of the people, each once, without those who have left; as many queries however many they are. */
export async function audienceOf(tx: Tx, asked: Asked): Promise<string[]> {
  const wants = (...some: readonly Audience[]) => some.some((one) => asked.audience.includes(one));
  const cohorts = await tx.cohorts.find({});
  const own = cohorts.filter((cohort) => asked.cohortIds.includes(cohort.id));
  const others = wants('running-mentors', 'other-pairs') ? cohorts.filter((cohort) => !own.includes(cohort)) : [];
  const running = others.filter((cohort) => cohort.startsOn <= asked.on && asked.on <= cohort.endsOn);
  const started = wants('new-mentors') ? await newlyStarted(tx, cohorts, asked) : [];
  const over = wants('former-pairs') ? cohorts.filter((cohort) => cohort.endsOn < asked.on) : [];
  const coming = wants('recruits') ? cohorts.filter((cohort) => cohort.startsOn > asked.on) : [];

  const active = await pairsIn(tx, [...own, ...running, ...started, ...coming], 'active');
  const ended = await pairsIn(tx, over, null);
  const signedUp = coming.length > 0 ? await tx.participations.find({ cohortId: ids(coming), state: ['draft', 'ready'] }) : [];
  const members = await membersOf(tx, [...active, ...ended]);
  const people = (pairs: readonly Pair[], side: 'menteeId' | 'mentorId') => pairs.flatMap((pair) => members.get(pair[side])?.personId ?? []);
  const both = (pairs: readonly Pair[]) => [...people(pairs, 'menteeId'), ...people(pairs, 'mentorId')];
  const among = (some: readonly Cohort[]) => active.filter((pair) => some.some((cohort) => cohort.id === pair.cohortId));
  const paired = new Set(among(coming).flatMap((pair) => [pair.menteeId, pair.mentorId]));

  const found = [
    ...(wants('mentees', 'pairs') ? people(among(own), 'menteeId') : []),
    ...(wants('mentors', 'pairs') ? people(among(own), 'mentorId') : []),
    ...(wants('running-mentors', 'other-pairs') ? people(among(running), 'mentorId') : []),
    ...(wants('other-pairs') ? people(among(running), 'menteeId') : []),
    ...people(among(started), 'mentorId'),
    ...both(ended),
    ...signedUp.filter((one) => !paired.has(one.id)).map((one) => one.personId),
  ];
  return present(tx, found);
}

/** Each once, without those who have left. */
async function present(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const people = personIds.length > 0 ? await tx.people.all([...new Set(personIds)]) : [];
  return people.filter((person) => person.leftAt === null).map((person) => person.id);
}

/**
 * The other cohort that has just started: it has its results, and its kick-off is at most 60 days ago; of several the
 * latest. In June nobody is new (Q7); in January those whose mentors are trained that very day (Q8).
 */
async function newlyStarted(tx: Tx, cohorts: readonly Cohort[], { cohortIds, on }: Asked): Promise<Cohort[]> {
  const recent = cohorts.filter((cohort) => !cohortIds.includes(cohort.id) && daysBetween(cohort.startsOn, on) <= NEW_DAYS);
  if (recent.length === 0) return [];
  const years = new Map((await tx.years.all(ids(recent))).map((year) => [year.id, year]));
  const matched = recent.filter((cohort) => {
    const year = years.get(cohort.id);
    const results = year ? dayOf(datesOf(year), 'results')?.until : undefined;
    return (results ?? plusDays(cohort.startsOn, -LEAD_DAYS)) <= on;
  });
  const latest = matched.reduce((day, cohort) => (cohort.startsOn > day ? cohort.startsOn : day), '');
  return matched.filter((cohort) => cohort.startsOn === latest);
}

async function pairsIn(tx: Tx, cohorts: readonly Cohort[], state: 'active' | null): Promise<Pair[]> {
  if (cohorts.length === 0) return [];
  return tx.pairs.find({ cohortId: [...new Set(ids(cohorts))], ...(state ? { state } : {}) });
}

function ids(cohorts: readonly Cohort[]): string[] {
  return cohorts.map((cohort) => cohort.id);
}
