// All that a due rule must see of some pairs and of everyone around them, in a number of queries that never grows.

import { DAY, type Instant, plus } from '../../time.ts';
import { civilIn } from '../calendar/index.ts';
import { membersOf, type Pair } from '../cycle/index.ts';
import type { Participation } from '../orientation/participation.ts';
import type { Person } from '../people/person.ts';
import type { Cohort, Programme } from '../programme/index.ts';
import type { Tx } from '../store.ts';
import type { BusyPeriod, Checkin } from './checkin.ts';
import type { Place } from './rules.ts';

export interface Seen {
  readonly pair: Pair;
  readonly cohort: Cohort;
  readonly programme: Programme;
  readonly mentee: Person;
  readonly mentor: Person;
  /** Both person ids, the mentee's first. */
  readonly members: readonly [string, string];
  /** The mentee's: it says when a question falls due. */
  readonly place: Place;
  /** Of both. */
  readonly busy: readonly BusyPeriod[];
  readonly open: Checkin | null;
  readonly planned: Checkin | null;
}

/** Active pairs by id: those asked for, and all others of the people in them. */
export type Scene = ReadonlyMap<string, Seen>;

/** `among` are the people of the pairs asked for, also where the pair has ended meanwhile. */
export async function sceneOf(tx: Tx, pairIds: readonly string[], now: Instant): Promise<{ readonly scene: Scene; readonly among: ReadonlySet<string> }> {
  const pairs = await tx.pairs.all([...new Set(pairIds)]);
  const members = await membersOf(tx, pairs);
  const among = new Set([...members.values()].map((member) => member.personId));
  return { scene: await sceneAround(tx, [...among], now), among };
}

export async function sceneAround(tx: Tx, personIds: readonly string[], now: Instant): Promise<Scene> {
  const pairs = await pairsAround(tx, personIds);
  if (pairs.length === 0) return new Map();
  const members = await membersOf(tx, pairs);
  const cohorts = byId(await tx.cohorts.all([...new Set(pairs.map((pair) => pair.cohortId))]));
  const programmes = byId(await tx.programmes.all([...new Set([...cohorts.values()].map((cohort) => cohort.programmeId))]));
  const people = byId(await tx.people.all([...new Set([...members.values()].map((member) => member.personId))]));
  const lately = civilIn(plus(now, -2 * DAY), 'UTC');
  const busy = grouped(await tx.busy.find({ personId: [...people.keys()], untilOn: { gte: lately } }), (period) => period.personId);
  const checkins = grouped(await tx.checkins.find({ pairId: pairs.map((pair) => pair.id), state: ['open', 'planned'] }), (checkin) => checkin.pairId);

  const scene = new Map<string, Seen>();
  for (const pair of pairs) {
    const cohort = cohorts.get(pair.cohortId);
    const programme = cohort && programmes.get(cohort.programmeId);
    const mentee = personOf(members, people, pair.menteeId);
    const mentor = personOf(members, people, pair.mentorId);
    if (!programme || !mentee || !mentor) continue;
    const rows = checkins.get(pair.id) ?? [];
    scene.set(pair.id, {
      pair,
      cohort,
      programme,
      mentee,
      mentor,
      members: [mentee.id, mentor.id],
      place: { timeZone: mentee.timeZone, hour: programme.settings.checkinHour },
      busy: [...(busy.get(mentee.id) ?? []), ...(busy.get(mentor.id) ?? [])],
      open: rows.find((row) => row.state === 'open') ?? null,
      planned: rows.find((row) => row.state === 'planned') ?? null,
    });
  }
  return scene;
}

async function pairsAround(tx: Tx, personIds: readonly string[]): Promise<Pair[]> {
  if (personIds.length === 0) return [];
  const ids = (await tx.participations.find({ personId: personIds })).map((participation) => participation.id);
  const pairs = [...(await tx.pairs.find({ menteeId: ids, state: 'active' })), ...(await tx.pairs.find({ mentorId: ids, state: 'active' }))];
  return [...byId(pairs).values()];
}

function personOf(members: ReadonlyMap<string, Participation>, people: ReadonlyMap<string, Person>, participationId: string): Person | undefined {
  const member = members.get(participationId);
  return member && people.get(member.personId);
}

export function byId<T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

export function grouped<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  return Map.groupBy(rows, key);
}
