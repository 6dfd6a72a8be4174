// A programme with many pairs, as the kill test needs it: the first ones write goals, the others are asked how they met.

import type { PrismaClient } from '../../src/runtime/store/generated/client.ts';
import type { Store } from '../../src/runtime/store/store.ts';
import { EMPTY_PROFILE, type Participation } from '../../src/mentoring/orientation/participation.ts';
import { DEFAULT_SETTINGS } from '../../src/mentoring/programme/programme.ts';
import type { Ids } from '../../src/ports.ts';
import { civilOf, type Instant } from '../../src/time.ts';

export interface Arranged {
  readonly tenantId: string;
  readonly programmeId: string;
  readonly startedAt: Instant;
  /** By pair: the external id of the mentee and the id of the pair. */
  readonly pairs: readonly { readonly id: string; readonly mentee: string }[];
}

export async function arrange(store: Store, ids: Ids, now: Instant, count: number): Promise<Arranged> {
  const [tenantId, programmeId, cohortId] = [ids.next(), ids.next(), ids.next()];
  const pairs: { id: string; mentee: string }[] = [];
  await store.change(tenantId, async (tx) => {
    tx.organisations.put({ id: tenantId, name: 'Kill', language: 'en', timeZone: 'UTC', createdAt: now });
    tx.programmes.put({ id: programmeId, name: 'Kill', terms: {}, settings: { ...DEFAULT_SETTINGS, checkinHour: 8 }, createdAt: now });
    tx.cohorts.put({
      ...{ id: cohortId, programmeId, name: 'Kill', signup: 'closed', target: count, channel: null, createdAt: now },
      ...{ startsOn: civilOf('2026-01-01'), endsOn: civilOf('2099-12-31') },
    });
    const person = (name: string) => {
      const id = ids.next();
      tx.people.put({ id, name, email: null, language: 'en', timeZone: 'UTC', chosen: [], prefers: null, formerly: [], createdAt: now, leftAt: null });
      tx.accounts.put({ id: ids.next(), personId: id, platform: 'web', externalId: id, conversation: `dm:${id}`, reachable: true });
      return id;
    };
    const join = (personId: string, role: 'mentee' | 'mentor') => {
      const participation: Participation = {
        ...{ id: ids.next(), cohortId, personId, role, state: 'ready', capacity: role === 'mentor' ? 1 : 0, profile: EMPTY_PROFILE },
        ...{ noticeVersion: 2, noticeReadAt: now, createdAt: now, submittedAt: now },
      };
      tx.participations.put(participation);
      return participation.id;
    };
    for (const name of ['First', 'Second']) {
      tx.grants.put({ id: ids.next(), programmeId, personId: person(`${name} Coordinator`), role: 'programme', createdAt: now });
    }
    for (let index = 0; index < count; index++) {
      const mentee = person(`Mentee ${index}`);
      const [id, proposalId, menteeId, mentorId] = [ids.next(), ids.next(), join(mentee, 'mentee'), join(person(`Mentor ${index}`), 'mentor')];
      tx.proposals.put({
        ...{ id: proposalId, cohortId, menteeId, mentorId, state: 'accepted', score: 1, reasons: [], askedAt: now, remindAt: null },
        ...{ expiresAt: now, closedAt: now, publishedBy: mentee, runId: null, createdAt: now },
      });
      tx.pairs.put({ id, cohortId, proposalId, menteeId, mentorId, stage: 3, state: 'active', rhythmDays: 14, startedAt: now, endedAt: null, lastMetOn: null });
      pairs.push({ id, mentee });
    }
  });
  return { tenantId, programmeId, startedAt: now, pairs };
}

/** The product's clock, as all processes find it: so far ahead of the world's. */
export async function setAhead(prisma: PrismaClient, ms: number): Promise<void> {
  await prisma.setting.upsert({ where: { key: 'clock.offset' }, create: { key: 'clock.offset', value: ms }, update: { value: ms } });
}
