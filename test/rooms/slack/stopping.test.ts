// The program is told to stop while people are at work: whoever was let in gets the whole answer, whoever was not can come
// again, and nothing is left half done. Their work is held up in the database for as long as the test wants.

import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { systemClock } from '../../../src/runtime/clock.ts';
import { idsOf } from '../../../src/runtime/ids.ts';
import { secretsOf } from '../../../src/runtime/secrets.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { type Store, storeOf } from '../../../src/runtime/store/store.ts';
import { databaseOn } from '../../support/postgres.ts';
import { LOCAL, type LocalSlack, startLocalSlack } from '../../support/slack/local-slack.ts';
import { pairsInSlack } from '../../support/slack/pairs.ts';
import { type Person, until } from '../../support/slack/person.ts';
import { type Program, startProgram } from '../../support/slack/program.ts';

const WRITERS = 15;
const READERS = 15;
const LATE = 6;
/** As many as the program asks the database for at one time. */
const AT_ONCE = 10;
const NAMES = Array.from({ length: 2 + WRITERS + READERS + LATE }, (_, n) => `person${n}`);

/** What Slack sees of what is not begun any more. */
const REFUSED = { http: 'answered 503', socket: 'acknowledge' };

const key = randomBytes(32);
const programs: Program[] = [];
let slack: LocalSlack;

beforeAll(async () => {
  slack = await startLocalSlack({ users: NAMES.map((name) => ({ name, realName: name })) });
});
afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await slack.close();
});

interface House {
  readonly database: Database;
  readonly store: Store;
  readonly tenantId: string;
  readonly program: Program;
}

/** The program on a database of its own, with everybody in it. */
async function opened(via: 'http' | 'socket'): Promise<House> {
  const databaseUrl = await databaseOn(inject('postgresUrl'));
  const database = await openDatabase({ url: databaseUrl, connections: 2 });
  const ids = idsOf(systemClock);
  const store = storeOf(database, { secrets: secretsOf([key]), ids, clock: systemClock });
  const slackIds = NAMES.map((name) => slack.person(name).id);
  const { tenantId } = await pairsInSlack({ store, ids, now: systemClock.now(), teamId: LOCAL.teamId, slackIds });
  const program = await startProgram({ apiUrl: slack.apiUrl, databaseUrl, key, via });
  programs.push(program);
  if (via === 'http') slack.overHttp(program.events);
  else slack.overSocket();
  if (via === 'socket') await until(() => slack.sockets.connections > 0);
  return { database, store, tenantId, program };
}

/** Nobody gets at the goals until they are let go. */
async function goalsHeld({ database }: House) {
  const client = new Client({ connectionString: database.url ?? '' });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE "Goal" IN ACCESS EXCLUSIVE MODE');
  return {
    async waiting(): Promise<number> {
      const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = '"Goal"'::regclass`);
      return rows[0]?.count ?? 0;
    },
    letGo: () => client.end(),
  };
}

/** Somebody with the form of a new goal before them, filled in. */
async function writer(name: string): Promise<Person> {
  const person = slack.person(name);
  person.desk.clear();
  await person.types('/goal new');
  await until(() => person.desk.top);
  person.fills({ title: `Goal of ${name}`, specific: 'A talk' });
  return person;
}

async function goalsIn({ store, tenantId }: House): Promise<readonly string[]> {
  const goals = await store.read(tenantId, null, ({ tx }) => tx.goals.find({}));
  return goals.map((goal) => goal.text.title).toSorted();
}

/** Once it has answered twice since, the signal has been heard: it comes with the first turn of the program's loop. */
async function toldToStop({ child, url }: Program): Promise<void> {
  child.kill('SIGTERM');
  for (let times = 0; times < 2; times++) expect((await fetch(`${url}/healthz`)).status).toBe(200);
}

/** All that lies before a person. */
async function before(person: Person): Promise<string> {
  const { ephemerals, modal } = await person.sees();
  return [...ephemerals, modal].join('\n');
}

describe.each(['http', 'socket'] as const)('a stop under load, over %s', (via) => {
  it('gives every answer that was begun, begins no other, and ends in time', async () => {
    const house = await opened(via);
    const { program, database } = house;
    const [writers, late] = [NAMES.slice(2, 2 + WRITERS), NAMES.slice(2 + WRITERS, 2 + WRITERS + LATE)];
    const writing = await Promise.all(writers.map(writer));
    const comingLate = await Promise.all(late.map(writer));
    const reading = NAMES.slice(-READERS).map((name) => slack.person(name));

    const held = await goalsHeld(house);
    const written = Promise.allSettled(writing.map((person) => person.submits()));
    const read = Promise.allSettled(reading.map((person) => person.types('/goal list')));
    await until(async () => (await held.waiting()) === AT_ONCE);
    await toldToStop(program);
    const tooLate = Promise.allSettled(comingLate.map((person) => person.submits()));
    // Through the socket they are never told; the others could not wait so long.
    if (via === 'http') await tooLate;
    await held.letGo();
    const [answered, answers, refused] = [await written, await read, await tooLate];

    // Nothing but 0 is said by a program that had to be ended after its time.
    expect(await program.ended).toBe(0);
    const accepted = [
      ...writing.filter((_, index) => answered[index]?.status === 'fulfilled').map((person) => ({ person, words: 'Your goal is saved' })),
      ...reading.filter((_, index) => answers[index]?.status === 'fulfilled').map((person) => ({ person, words: 'Your goals' })),
    ];
    for (const { person, words } of accepted) expect(await before(person)).toContain(words);
    console.log(`stopping over ${via}: ${accepted.length} of ${WRITERS + READERS} at hand were answered, ${refused.length} came too late`);
    for (const one of refused) expect(one).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining(REFUSED[via]) as string } });
    expect(accepted.length).toBeGreaterThanOrEqual(AT_ONCE);
    expect(await goalsIn(house)).toEqual(writers.map((name) => `Goal of ${name}`).toSorted());
    await database.close();
  });
});

it('ends at once when it is told twice, and has changed nothing', async () => {
  const house = await opened('http');
  const { program, database } = house;
  const person = await writer('person2');
  const held = await goalsHeld(house);
  const sent = person.submits().catch((error: unknown) => error);
  await until(async () => (await held.waiting()) > 0);
  await toldToStop(program);
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(1);
  expect(await sent).toBeInstanceOf(Error);
  await held.letGo();
  expect(await goalsIn(house)).toEqual([]);
  await database.close();
});
