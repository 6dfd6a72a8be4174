// The playground's first organisation: fifty people, a programme, and a start whose sign-up is open. Nobody in it exists.

import { civilIn, plusDays, plusWorkingDays } from '../../mentoring/calendar/index.ts';
import { EMPTY_PROFILE, NOTICE_VERSION } from '../../mentoring/orientation/index.ts';
import { type Cohort, DEFAULT_SETTINGS, type Programme } from '../../mentoring/programme/programme.ts';
import type { Tx } from '../../mentoring/store.ts';
import type { Clock, Ids } from '../../ports.ts';
import { type Civil, HOUR, type Instant, plus } from '../../time.ts';
import type { Store } from '../store/store.ts';
import { COORDINATORS, MEMBERS, NEWCOMERS } from './people.ts';
import type { SamplePerson } from './sample-person.ts';

export const DOOR = { platform: 'web', externalId: 'playground' } as const;
const HOME = 'Europe/Stockholm';

/** Fills an empty playground, or finds what is there. Resolves to the organisation's id. */
export async function fillSample(store: Store, clock: Clock, ids: Ids): Promise<string> {
  const { door } = store.prisma;
  const known = await door.findUnique({ where: { platform_externalId: DOOR } });
  if (known) return known.tenantId;

  const tenantId = ids.next();
  await store.change(tenantId, async (tx) => fill(tx, clock.now(), ids));
  // Last, so that a door never leads to an empty room.
  await door.create({ data: { ...DOOR, tenantId } });
  return tenantId;
}

function fill(tx: Tx, now: Instant, ids: Ids): void {
  const programme: Programme = { id: ids.next(), name: 'Mentor Cycle', terms: {}, settings: DEFAULT_SETTINGS, createdAt: now };
  const cohort = comingCohort(programme.id, now, ids);
  tx.organisations.put({ id: tx.tenantId, name: 'Nordsol University', language: 'en', timeZone: HOME, createdAt: now });
  tx.programmes.put(programme);
  tx.cohorts.put(cohort);

  const personId = (sample: SamplePerson) => putPerson(tx, sample, now, ids);
  for (const coordinator of COORDINATORS) {
    tx.grants.put({ id: ids.next(), programmeId: programme.id, personId: personId(coordinator), role: coordinator.grant, createdAt: now });
  }
  for (const newcomer of NEWCOMERS) personId(newcomer);
  for (const [index, member] of MEMBERS.entries()) {
    // They came one by one: the last of them an hour ago.
    const joinedAt = plus(now, (index - MEMBERS.length) * HOUR);
    tx.participations.put({
      id: ids.next(),
      cohortId: cohort.id,
      personId: personId(member),
      role: member.role,
      state: 'ready',
      capacity: member.capacity,
      profile: { ...EMPTY_PROFILE, ...member.profile },
      noticeVersion: NOTICE_VERSION,
      noticeReadAt: joinedAt,
      createdAt: joinedAt,
      submittedAt: joinedAt,
    });
  }
}

/** About three weeks from now, on a working day, and 35 weeks long: eight months. */
function comingCohort(programmeId: string, now: Instant, ids: Ids): Cohort {
  const startsOn = plusWorkingDays(plusDays(civilIn(now, HOME), 21), 0);
  return {
    id: ids.next(),
    programmeId,
    name: seasonOf(startsOn),
    signup: 'open',
    startsOn,
    endsOn: plusDays(startsOn, 35 * 7),
    target: 24,
    channel: { platform: DOOR.platform, conversation: 'general' },
    createdAt: now,
  };
}

function seasonOf(day: Civil): string {
  const [year, month] = day.split('-').map(Number);
  return `${(month ?? 1) < 7 ? 'Spring' : 'Autumn'} ${year}`;
}

function putPerson(tx: Tx, { account, name, language, timeZone }: SamplePerson, now: Instant, ids: Ids): string {
  const id = ids.next();
  tx.people.put({ id, name, email: `${account}@example.org`, language, timeZone, chosen: [], prefers: null, formerly: [], createdAt: now, leftAt: null });
  tx.accounts.put({ id: ids.next(), personId: id, platform: DOOR.platform, externalId: account, conversation: `dm:${account}`, reachable: true });
  return id;
}
