// npm run bench:due: 10,000 check-ins that fall due at the same moment, recorded on PostgreSQL, against the promise of
// 10 s; then their messages delivered through a chat that answers at once, and whether each person got them in order.

import { randomBytes } from 'node:crypto';
import type { Pair } from '../src/mentoring/cycle/index.ts';
import { beginCheckins } from '../src/mentoring/meetings/index.ts';
import { EMPTY_PROFILE, type Participation } from '../src/mentoring/orientation/index.ts';
import type { Person } from '../src/mentoring/people/index.ts';
import { ACTIONS, DUE_RULES, TEMPLATES } from '../src/mentoring/table.ts';
import type { Chat } from '../src/ports.ts';
import { Delivery } from '../src/runtime/delivery/delivery.ts';
import { Ticker } from '../src/runtime/delivery/ticker.ts';
import { secretsOf } from '../src/runtime/secrets.ts';
import { openDatabase } from '../src/runtime/store/database.ts';
import { instantOf } from '../src/time.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { createWorld, silent, START, type World } from '../test/support/world.ts';

const PAIRS = 10_000;
const LIMIT_S = 10;

function person(world: World, n: number, role: string): Person {
  return {
    id: world.ids.next(),
    name: `${role} ${n}`,
    email: null,
    language: 'sv',
    timeZone: 'Europe/Stockholm',
    chosen: [],
    prefers: null,
    formerly: [],
    createdAt: START,
    leftAt: null,
  };
}

function joins(world: World, { id: personId }: Person, role: 'mentee' | 'mentor'): Participation {
  return {
    ...{ id: world.ids.next(), cohortId: world.cohort.id, personId, role, state: 'ready', capacity: role === 'mentor' ? 1 : 0, profile: EMPTY_PROFILE },
    ...{ noticeVersion: 1, noticeReadAt: START, createdAt: START, submittedAt: START },
  };
}

async function fill(world: World): Promise<void> {
  for (let from = 0; from < PAIRS; from += 500) {
    await world.tx(async (tx) => {
      for (let n = from; n < from + 500; n++) {
        const people = [person(world, n, 'Adept'), person(world, n, 'Mentor')] as const;
        const [mentee, mentor] = [joins(world, people[0], 'mentee'), joins(world, people[1], 'mentor')];
        for (const one of people) {
          tx.people.put(one);
          tx.accounts.put({ id: world.ids.next(), personId: one.id, platform: 'bench', externalId: one.id, conversation: one.id, reachable: true });
        }
        tx.participations.put(mentee);
        tx.participations.put(mentor);
        const pair: Pair = {
          ...{ id: world.ids.next(), cohortId: world.cohort.id, proposalId: world.ids.next(), menteeId: mentee.id, mentorId: mentor.id, stage: 2 },
          ...{ state: 'active', rhythmDays: 14, startedAt: START, endedAt: null, lastMetOn: null },
        };
        tx.pairs.put(pair);
        beginCheckins(tx, { pair, mentee, mentor, people, programme: world.programme, now: START, ids: world.ids });
      }
    });
  }
}

const postgres = await startPostgres();
const database = await openDatabase({ url: await postgres.createDatabase(), connections: 10 });
const world = await createWorld({ database });
await fill(world);
await database.prisma.$executeRawUnsafe('ANALYZE');
world.clock.set(instantOf('2026-09-15T09:00:00+02:00'));

const shared = {
  store: world.store,
  clock: world.clock,
  ids: world.ids,
  log: silent,
  secrets: secretsOf([randomBytes(32)]),
  actions: ACTIONS,
  templates: TEMPLATES,
};
const ticker = new Ticker({ ...shared, rules: DUE_RULES, wall: world.clock, acted: () => {} });
const start = performance.now();
await ticker.runDue();
const recorded = (performance.now() - start) / 1000;
const open = await world.tx((tx) => tx.checkins.count({ state: 'open' }));
const waiting = await database.prisma.message.count({ where: { state: 'waiting' } });

const got = new Map<string, string[]>();
const chat: Chat = {
  platform: 'bench',
  async post(to) {
    got.set(to.conversation, [...(got.get(to.conversation) ?? []), to.messageId]);
    return { outcome: 'sent', ref: to.messageId };
  },
  update: async (_to, ref) => ({ outcome: 'sent', ref }),
};
const delivery = new Delivery({ ...shared, chats: [chat], unreachable: async () => {} });
const begun = performance.now();
const conversations = (await delivery.rows.waiting(world.clock.now())).slice(0, 4000);
for (let from = 0; from < conversations.length; from += 8) await Promise.all(conversations.slice(from, from + 8).map((one) => delivery.deliver(one)));
const delivered = (performance.now() - begun) / 1000;
const inOrder = [...got.values()].every((ids) => ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? '')));

console.table([
  {
    what: `${PAIRS} check-ins due at once, recorded`,
    found: open,
    messages: waiting,
    seconds: recorded.toFixed(1),
    'of the limit': `${(recorded / LIMIT_S).toFixed(2)} × ${LIMIT_S} s`,
  },
  {
    what: 'delivered, 8 conversations at a time',
    found: got.size,
    messages: got.size,
    seconds: delivered.toFixed(1),
    'of the limit': `${Math.round(got.size / delivered)} a second, in order: ${inOrder}`,
  },
]);
await world.close();
await postgres.stop();
if (open !== PAIRS || recorded > LIMIT_S || !inOrder) process.exitCode = 1;
