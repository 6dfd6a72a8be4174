// kill -9 while people in Slack wait for an answer: what comes again is answered by the process that follows, and has
// happened once. The moments are made by the silence of Slack, by the database, and by chance.

import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { systemClock } from '../../src/runtime/clock.ts';
import { idsOf } from '../../src/runtime/ids.ts';
import { secretsOf } from '../../src/runtime/secrets.ts';
import { type Database, openDatabase } from '../../src/runtime/store/database.ts';
import { type Store, storeOf } from '../../src/runtime/store/store.ts';
import { databaseOn } from '../support/postgres.ts';
import { LOCAL, type LocalSlack, startLocalSlack } from '../support/slack/local-slack.ts';
import { type PairsInSlack, pairsInSlack } from '../support/slack/pairs.ts';
import { type Person, until } from '../support/slack/person.ts';
import { type Program, startProgram } from '../support/slack/program.ts';

const MOMENTS = ['before the commit', 'while Slack is silent', 'by chance'] as const;
type Moment = (typeof MOMENTS)[number];

const KILLS = 15;
/** Two pairs act in each life of a process, and a stranger. */
const PAIRS = 2 * KILLS;

const key = randomBytes(32);
const cache = mkdtempSync(join(tmpdir(), 'mentor-cycle-cache-'));
const programs = new Set<Program>();
let slack: LocalSlack;
let database: Database;
let store: Store;
let world: PairsInSlack;

beforeAll(async () => {
  const members = Array.from({ length: PAIRS }, (_, n) => [`mentee${n}`, `mentor${n}`]).flat();
  const strangers = Array.from({ length: KILLS }, (_, n) => `stranger${n}`);
  slack = await startLocalSlack({ users: ['anna', 'bo', ...members, ...strangers].map((name) => ({ name, realName: name })) });
  database = await openDatabase({ url: await databaseOn(inject('postgresUrl')), connections: 3 });
  const ids = idsOf(systemClock);
  store = storeOf(database, { secrets: secretsOf([key]), ids, clock: systemClock });
  const slackIds = ['anna', 'bo', ...members].map((name) => slack.person(name).id);
  world = await pairsInSlack({ store, ids, now: systemClock.now(), teamId: LOCAL.teamId, slackIds });
});

afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await slack.close();
  await database.close();
  rmSync(cache, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

async function born(): Promise<Program> {
  const environment = { NODE_COMPILE_CACHE: cache };
  const program = await startProgram({ apiUrl: slack.apiUrl, databaseUrl: database.url ?? '', key, environment });
  programs.add(program);
  return program;
}

/** What four people do at the same moment. */
interface Acting {
  /** Sends the form of a goal that the mentor is to see. */
  readonly writer: Person;
  /** Presses that a goal has been reached. */
  readonly finisher: Person;
  /** Types for the first time. */
  readonly stranger: Person;
  /** Asks for a form. */
  readonly opener: Person;
}

async function ready(life: number): Promise<Acting> {
  const [first, second] = [2 * life, 2 * life + 1];
  const person = (name: string) => slack.person(name);
  const acting = {
    writer: person(`mentee${first}`),
    finisher: person(`mentee${second}`),
    stranger: person(`stranger${life}`),
    opener: person(`mentor${first}`),
  };
  const { writer, finisher } = acting;
  for (const one of [writer, finisher]) {
    await one.types('/goal new');
    await until(() => one.desk.top);
  }
  finisher.fills({ title: `To be reached in life ${life}` });
  await finisher.submits();
  finisher.desk.clear();
  await finisher.types('/goal list');
  writer.fills({ title: `Written in life ${life}`, visibility: world.pairs[first]?.id ?? '' });
  return acting;
}

function act({ writer, finisher, stranger, opener }: Acting) {
  return Promise.allSettled([writer.submits(), finisher.presses('Done'), stranger.types('/goal list'), opener.types('/goal new')]);
}

/** One process from its work to its kill; the one that follows is up already, and takes what comes again. */
async function life(number: number, moment: Moment, { child, ended }: Program): Promise<Acting> {
  const acting = await ready(number);
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  if (moment === 'before the commit') {
    const held = await writingHeld();
    const acted = act(acting);
    // All but the one who asks for a form have something to write.
    await until(async () => (await held.waiting()) === 3);
    await kill();
    await held.letGo();
    await acted;
  } else if (moment === 'while Slack is silent') {
    const silent = ['users.info', 'views.open', 'response_url'];
    const before = slack.calls.length;
    for (const method of silent) slack.fault(method, 'hang');
    const acted = act(acting);
    await until(() => silent.every((method) => slack.calls.slice(before).some((call) => call.method === method)));
    await kill();
    slack.mend();
    await acted;
  } else {
    const acted = act(acting);
    await pause(randomInt(250));
    await kill();
    await acted;
  }
  return acting;
}

/** Nobody's work is committed until it is let go; everything can be read. */
async function writingHeld() {
  const client = new Client({ connectionString: database.url ?? '' });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE "Event", "Person" IN EXCLUSIVE MODE');
  return {
    async waiting(): Promise<number> {
      const { rows } = await client.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM pg_locks JOIN pg_database d ON d.oid = database WHERE NOT granted AND locktype = $1 AND datname = current_database()',
        ['relation'],
      );
      return rows[0]?.count ?? 0;
    },
    letGo: () => client.end(),
  };
}

/** All of it comes again, to the process that follows, and is answered. */
async function again({ writer, finisher, stranger, opener }: Acting): Promise<void> {
  for (const person of [finisher, opener]) person.desk.clear();
  const [written, , listed] = await Promise.all([writer, finisher, stranger, opener].map((person) => person.again()));
  expect(JSON.stringify(written)).toContain('Your goal is saved');
  expect(JSON.stringify(listed)).toContain('Your goals');
  await until(async () => (await finisher.sees()).ephemerals.some((words) => words.includes('You did it')));
  // Where Slack's leave to open a window has been used, or has run out, a word says that it must be asked for again.
  await until(async () => opener.desk.top ?? (await opener.sees()).ephemerals[0]);
}

it('survives kills while people wait: everything is answered, and has happened once (F5)', { timeout: 300_000 }, async () => {
  let late = 0;
  let here = await born();
  for (let number = 0; number < KILLS; number++) {
    const [moment = 'by chance'] = [MOMENTS[number % MOMENTS.length]];
    slack.overHttp(here.events);
    const following = born();
    const acting = await life(number, moment, here);
    // What the moment means: the process died before its work was kept, or after.
    const done = await database.prisma.event.count({ where: { tenantId: world.tenantId, action: 'goals.done' } });
    if (moment !== 'by chance') expect([moment, done - number]).toEqual([moment, moment === 'before the commit' ? 0 : 1]);
    else if (done > number) late += 1;
    here = await following;
    slack.overHttp(here.events);
    await again(acting);
  }
  here.child.kill('SIGTERM');
  expect(await here.ended).toBe(0);

  const { tenantId } = world;
  const lives = Array.from({ length: KILLS }, (_, n) => n);
  const goals = await store.read(tenantId, null, ({ tx }) => tx.goals.find({}));
  const byState = (state: string) => goals.filter((goal) => goal.state === state).map((goal) => goal.text.title);
  expect(byState('active').toSorted()).toEqual(lives.map((n) => `Written in life ${n}`).toSorted());
  expect(byState('done').toSorted()).toEqual(lives.map((n) => `To be reached in life ${n}`).toSorted());
  expect(await database.prisma.message.count({ where: { tenantId, template: 'goals.shared' } })).toBe(KILLS);
  const where = { tenantId, outcome: 'done' };
  expect([await database.prisma.event.count({ where }), await database.prisma.event.count({ where: { ...where, action: 'goals.done' } })]).toEqual([
    3 * KILLS,
    KILLS,
  ]);
  const strangers = await database.prisma.person.findMany({ where: { tenantId, name: { startsWith: 'stranger' } } });
  expect(strangers.map(({ name }) => name).toSorted()).toEqual(lives.map((n) => `stranger${n}`).toSorted());
  expect(slack.refusals.filter((refusal) => !refusal.startsWith('views.open'))).toEqual([]);
  const faults = [...programs].flatMap((program) => program.said().split('\n')).filter((line) => line.includes('"level":50'));
  expect(faults).toEqual([]);
  console.log(`${KILLS} kills, ${KILLS / MOMENTS.length} ${MOMENTS.join(', as many ')}; of these last ones ${late} came after the commit`);
});
