// kill -9 at fifty moments under load, on PostgreSQL: nothing accepted is lost, nothing happens twice, and whatever is
// doubtful says so. The moments are made by the platform's silence and by chance; the product knows nothing of this test.

import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Reply } from '../../src/bot/actions/dispatch.ts';
import { MovableClock, systemClock } from '../../src/runtime/clock.ts';
import { idsOf } from '../../src/runtime/ids.ts';
import { secretsOf } from '../../src/runtime/secrets.ts';
import { type Database, openDatabase } from '../../src/runtime/store/database.ts';
import { type Store, storeOf } from '../../src/runtime/store/store.ts';
import { DAY, HOUR } from '../../src/time.ts';
import { databaseOn } from '../support/postgres.ts';
import { SHORT_LIVED } from '../support/short-lived.ts';
import { type Arranged, arrange, setAhead } from './arrange.ts';
import { Platform } from './platform.ts';

const MOMENTS = ['starting', 'dispatch', 'claim', 'during a post', 'after a post', 'tick'] as const;
type Moment = (typeof MOMENTS)[number];

const KILLS = 50;
const SLOTS = ['left', 'right'] as const;
/** Actions sent in each life of a process, and questions that fall due in it. */
const ACTIONS = 6;
const QUESTIONS = 3;
const PAIRS = KILLS * QUESTIONS + 20;

interface Sent {
  readonly eventId: string;
  readonly person: string;
  readonly action: string;
  readonly input: object;
  reply: Reply | null;
}

let database: Database;
let store: Store;
let platform: Platform;
let world: Arranged;
let environment: Record<string, string>;
const children = new Set<ChildProcess>();
const cache = mkdtempSync(join(tmpdir(), 'mentor-cycle-cache-'));
const sent: Sent[] = [];
/** Posts that arrived and were never answered: nobody can know. */
const doubtful = new Set<string>();
const killed = new Map<Moment, number>();
let asked = 0;

beforeAll(async () => {
  const key = randomBytes(32);
  const url = await databaseOn(inject('postgresUrl'));
  environment = { DATABASE_URL: url, SECRET_KEY: key.toString('base64'), PORT: '0', PLAYGROUND: 'on', NODE_COMPILE_CACHE: cache };
  database = await openDatabase({ url, connections: 5 });
  // The next Wednesday at ten: nudges are for working hours.
  const midnight = Math.ceil(systemClock.now() / DAY) * DAY;
  const wednesday = midnight + ((3 - new Date(midnight).getUTCDay() + 7) % 7) * DAY;
  const clock = new MovableClock(systemClock, wednesday + 10 * HOUR - systemClock.now());
  await setAhead(database.prisma, clock.offset());
  const ids = idsOf(clock);
  store = storeOf(database, { secrets: secretsOf([key]), ids, clock });
  world = await arrange(store, ids, clock.now(), PAIRS);
  platform = await Platform.open();
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await platform.close();
  await database.close();
  rmSync(cache, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

it('survives fifty kills: nothing lost, nothing doubled, every doubt told', { timeout: 600_000 }, async () => {
  // A first process that ends well: it fills the sample, and the cache that lets the others start quickly.
  const first = await born('left');
  first.child.kill('SIGTERM');
  await once(first.child, 'exit');

  let left = KILLS;
  await Promise.all(
    SLOTS.map(async (slot) => {
      for (; left-- > 0; ) await life(slot, MOMENTS[left % MOMENTS.length] ?? 'dispatch');
    }),
  );

  const last = await born('left');
  await Promise.all(sent.filter((one) => !one.reply).map((one) => insist(last.url, one)));
  await expect.poll(() => database.prisma.message.count({ where: { state: { in: ['waiting', 'sending'] } } }), { timeout: 150_000, interval: 250 }).toBe(0);
  last.child.kill('SIGTERM');
  await once(last.child, 'exit');

  expect([...killed.values()].reduce((sum, count) => sum + count, 0)).toBe(KILLS);
  for (const moment of MOMENTS) expect(killed.get(moment), moment).toBeGreaterThan(5);
  await lostNothing();
  await askedEachPairOnce();
  await toldEveryDoubt();
});

/** One process from its birth to its kill. */
async function life(slot: string, moment: Moment): Promise<void> {
  await fallDue();
  const killing = async (child: ChildProcess) => {
    killed.set(moment, (killed.get(moment) ?? 0) + 1);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    platform.forget(slot);
  };
  if (moment === 'starting') {
    const child = spawned(slot);
    await Promise.race([pause(randomInt(2500)), once(child, 'message'), once(child, 'exit')]);
    return killing(child);
  }
  const trap = moment === 'during a post' || moment === 'after a post' ? platform.next(slot) : null;
  const { child, url } = await born(slot);
  if (moment === 'tick') {
    await pause(randomInt(250));
    return killing(child);
  }
  const acting = act(url);
  if (moment === 'dispatch') await pause(randomInt(80));
  else if (moment === 'claim') {
    await Promise.race(acting);
    await pause(randomInt(120));
  } else if (trap) {
    // The other process may be the one that posts: then this one is killed without.
    let caught = await Promise.race([trap, pause(300, null)]);
    for (let tries = 0; !caught && tries < 8; tries++) {
      acting.push(...act(url));
      caught = await Promise.race([trap, pause(300, null)]);
    }
    if (caught && moment === 'after a post') {
      await caught.answer();
      await pause(randomInt(4));
    } else if (caught) doubtful.add(caught.messageId);
  }
  await killing(child);
  await Promise.all(acting);
}

/** New questions to some pairs, for whichever process looks first. */
async function fallDue(): Promise<void> {
  const pairs = world.pairs.slice(asked, asked + QUESTIONS);
  asked += QUESTIONS;
  await store.change(world.tenantId, async (tx) => {
    for (const pair of pairs) tx.remind('meetings.ask', pair.id, world.startedAt);
  });
}

/** Sends new actions, and once more those that got no answer: a platform does the same. */
function act(url: string): Promise<void>[] {
  const again = sent.filter((one) => !one.reply).slice(0, 4);
  const fresh = Array.from({ length: ACTIONS }, (): Sent => {
    const number = sent.length;
    const pair = world.pairs[PAIRS - 1 - (number % 20)];
    const goal = { title: `Goal ${number}`, visibility: 'private' };
    const what = number % 3 === 0 ? { action: 'meetings.askContact', input: { programme: world.programmeId } } : { action: 'goals.save', input: goal };
    const one = { eventId: `event-${number}`, person: pair?.mentee ?? '', ...what, reply: null };
    sent.push(one);
    return one;
  });
  return [...again, ...fresh].map((one) => attempt(url, one));
}

async function attempt(url: string, one: Sent): Promise<void> {
  const { eventId, person, action, input } = one;
  const intent = { tenantId: world.tenantId, caller: { platform: 'web', externalId: person }, eventId, action, input };
  try {
    const answer = await fetch(`${url}/act`, { method: 'POST', body: JSON.stringify(intent) });
    const reply = (await answer.json()) as Reply;
    // A refusal here is a fault on the way: it is sent again, as by somebody who presses once more.
    if (reply.kind === 'done') one.reply = reply;
  } catch {
    // The process is gone, with or without having done it.
  }
}

async function insist(url: string, one: Sent): Promise<void> {
  for (let tries = 0; tries < 20 && !one.reply; tries++) await attempt(url, one);
  expect(one.reply, one.eventId).not.toBeNull();
}

function spawned(slot: string): ChildProcess {
  const child = fork(new URL('child.ts', import.meta.url), {
    env: { ...process.env, ...environment, TEST_PLATFORM_URL: platform.urlFor(slot) },
    execArgv: [...SHORT_LIVED],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function born(slot: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawned(slot);
  const ended = once(child, 'exit').then(([code, signal]) => Promise.reject(new Error(`a process ended at its start: ${code ?? signal}`)));
  const [{ url }] = (await Promise.race([once(child, 'message'), ended])) as [{ url: string }];
  ended.catch(() => undefined);
  return { child, url };
}

async function lostNothing(): Promise<void> {
  const { tenantId } = world;
  const goals = await store.read(tenantId, null, ({ tx }) => tx.goals.find({}));
  const titles = sent.filter((one) => one.action === 'goals.save').map((one) => (one.input as { title: string }).title);
  expect(goals.map((goal) => goal.text.title).toSorted()).toEqual(titles.toSorted());
  const events = await database.prisma.event.findMany({ where: { tenantId, outcome: 'done' } });
  expect(events.map((event) => event.id).toSorted()).toEqual(sent.map((one) => one.eventId).toSorted());
  // Each private word goes to both coordinators.
  const words = sent.filter((one) => one.action === 'meetings.askContact').length;
  expect(await database.prisma.message.count({ where: { tenantId, template: 'meetings.contact' } })).toBe(2 * words);
}

async function askedEachPairOnce(): Promise<void> {
  const { tenantId } = world;
  const checkins = await database.prisma.checkin.findMany({ where: { tenantId }, orderBy: [{ pairId: 'asc' }, { number: 'asc' }] });
  const pairs = world.pairs.slice(0, asked);
  expect(checkins.map(({ pairId, number, state }) => [pairId, number, state])).toEqual(
    pairs
      .map((pair) => pair.id)
      .toSorted()
      .flatMap((id) => [
        [id, 1, 'open'],
        [id, 2, 'planned'],
      ]),
  );
  expect(await database.prisma.message.count({ where: { tenantId, template: 'meetings.ask' } })).toBe(2 * pairs.length);
}

async function toldEveryDoubt(): Promise<void> {
  const rows = await database.prisma.message.findMany({ where: { tenantId: world.tenantId, mode: 'post' } });
  const wrong = rows.flatMap((row) => {
    const posts = platform.posts.get(row.id) ?? 0;
    const unsure = row.fault?.startsWith('unsure') ?? false;
    const faults = [
      row.kind === 'nudge' && posts > 1 && 'a nudge came twice',
      row.kind === 'decision' && posts === 0 && 'a decision never came',
      row.kind === 'decision' && row.state !== 'sent' && `a decision is ${row.state}`,
      row.kind === 'nudge' && !['sent', 'unsure'].includes(row.state) && `a nudge is ${row.state}`,
      posts > 1 && !unsure && 'posted twice, and nobody says so',
      row.state === 'sent' && posts === 0 && 'said to be sent, and never came',
      row.state === 'unsure' && !unsure && 'unsure, and nobody says why',
      doubtful.has(row.id) && !unsure && 'doubtful, and nobody says so',
    ];
    return faults.filter((fault) => fault !== false).map((fault) => `${row.template} ${row.kind} ${row.state} ${posts} ${row.fault}: ${fault}`);
  });
  expect(wrong).toEqual([]);
  const [nudges, decisions] = ['nudge', 'decision'].map((kind) => rows.filter((row) => row.kind === kind));
  const count = (of: typeof rows | undefined, state: string) => of?.filter((row) => row.state === state).length;
  const twice = [...platform.posts.values()].filter((posts) => posts > 1).length;
  console.log(
    `${KILLS} kills (${[...killed].map(([moment, times]) => `${moment} ${times}`).join(', ')}), ${sent.length} actions, ${asked} questions; ` +
      `nudges ${count(nudges, 'sent')} sent, ${count(nudges, 'unsure')} unsure; decisions ${count(decisions, 'sent')} sent, ${twice} of them twice; ${doubtful.size} posts never answered`,
  );
}
