// npm run bench:delivery [messages]: 1,000 check-ins that fall due at the same moment, delivered on PostgreSQL to a Slack that
// keeps its published limits to the letter, against the time that those limits allow. No limit may be broken.

import { randomBytes } from 'node:crypto';
import { slackCalls } from '../adapters/slack/send/calls.ts';
import { slackChat } from '../adapters/slack/send/chat.ts';
import type { Pair } from '../src/mentoring/cycle/index.ts';
import { beginCheckins } from '../src/mentoring/meetings/index.ts';
import { EMPTY_PROFILE, type Participation } from '../src/mentoring/orientation/index.ts';
import type { Person } from '../src/mentoring/people/index.ts';
import { ACTIONS, DUE_RULES, TEMPLATES } from '../src/mentoring/table.ts';
import { Delivery } from '../src/runtime/delivery/delivery.ts';
import { Ticker } from '../src/runtime/delivery/ticker.ts';
import { Waker } from '../src/runtime/delivery/waker.ts';
import { paceOf } from '../src/runtime/pace.ts';
import { accountsOf } from '../src/runtime/reception/accounts.ts';
import { secretsOf } from '../src/runtime/secrets.ts';
import { openDatabase } from '../src/runtime/store/database.ts';
import { instantOf } from '../src/time.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { limitedSlack, PUBLISHED } from '../test/support/slack/limited-slack.ts';
import { createWorld, silent, START, type World } from '../test/support/world.ts';

const MESSAGES = Number(process.argv[2] ?? 1000);
const MOST = 1.2;
const SHARE = 0.9;
/** About what Slack takes to answer. */
const LATENCY_MS = 150;

/** Both of a pair are asked. */
async function fill(world: World): Promise<void> {
  const role = (n: number, name: string): Person => ({
    ...{
      id: world.ids.next(),
      name: `${name} ${n}`,
      email: null,
      language: 'sv',
      timeZone: 'Europe/Stockholm',
      chosen: [],
      prefers: null,
      formerly: [],
      createdAt: START,
      leftAt: null,
    },
  });
  const joins = ({ id: personId }: Person, as: 'mentee' | 'mentor'): Participation => ({
    ...{ id: world.ids.next(), cohortId: world.cohort.id, personId, role: as, state: 'ready', capacity: as === 'mentor' ? 1 : 0, profile: EMPTY_PROFILE },
    ...{ noticeVersion: 1, noticeReadAt: START, createdAt: START, submittedAt: START },
  });
  await world.tx(async (tx) => {
    for (let n = 0; n < MESSAGES / 2; n++) {
      const people = [role(n, 'Adept'), role(n, 'Mentor')] as const;
      const [mentee, mentor] = [joins(people[0], 'mentee'), joins(people[1], 'mentor')];
      for (const [index, one] of people.entries()) {
        tx.people.put(one);
        const externalId = `U${n * 2 + index}`;
        tx.accounts.put({ id: world.ids.next(), personId: one.id, platform: 'slack', externalId, conversation: null, reachable: true });
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

const postgres = await startPostgres();
const database = await openDatabase({ url: await postgres.createDatabase(), connections: 10 });
const world = await createWorld({ database });
await fill(world);

const TUESDAY = instantOf('2026-09-15T09:00:00+02:00');
const opened = performance.now();
const clock = { now: () => instantOf(TUESDAY + performance.now() - opened) };
const shared = { store: world.store, clock, ids: world.ids, log: silent, secrets: secretsOf([randomBytes(32)]), actions: ACTIONS, templates: TEMPLATES };

const slack = await limitedSlack({ latencyMs: () => LATENCY_MS });
const pace = paceOf(database);
const accounts = accountsOf({ ...shared, committed: () => {} });
const chat = slackChat({
  ...{ calls: slackCalls({ apiUrl: slack.apiUrl }), pace, share: SHARE, log: silent },
  tokenOf: async () => 'xoxb-bench',
  mentions: (tenantId, people) => accounts.mentions(tenantId, 'slack', people),
  remember: (tenantId, externalId, channel) => accounts.remember(tenantId, 'slack', externalId, channel),
});
const delivery = new Delivery({ ...shared, chats: [chat], unreachable: async () => {}, later: (conversation, ms) => waker.later(conversation, ms) });
const waker: Waker = new Waker({ ...shared, database, rows: delivery.rows });
await waker.start();
await waker.work((conversation) => delivery.deliver(conversation));

const begun = performance.now();
await new Ticker({ ...shared, rules: DUE_RULES, wall: clock, acted: (tenantId) => waker.soon(tenantId) }).runDue();
const tick = setInterval(() => waker.soon(), 60_000);
const due = () => database.prisma.message.count({ where: { state: { in: ['waiting', 'sending'] } } });
while ((await due()) > 0) await new Promise((resolve) => setTimeout(resolve, 250));
clearInterval(tick);

const seconds = ((slack.taken.at(-1)?.at ?? 0) - begun) / 1000;
const { calls, perMs } = PUBLISHED['chat.postMessage'];
const bound = (slack.taken.length * perMs) / calls / 1000;
const people = new Set(slack.taken.map(({ channel }) => channel)).size;
console.table([
  {
    what: `${MESSAGES} check-ins due at once, to Slack`,
    posted: slack.taken.length,
    people,
    seconds: seconds.toFixed(1),
    'at the limit': `${bound.toFixed(1)} s`,
    ratio: (seconds / bound).toFixed(2),
    breaches: slack.breaches.length,
  },
]);
await delivery.stop();
await waker.stop(4000);
await Promise.all([pace.close(), slack.close()]);
await world.close();
await postgres.stop();
if (people !== MESSAGES || slack.taken.length !== MESSAGES || slack.breaches.length > 0 || seconds / bound > MOST) process.exitCode = 1;
