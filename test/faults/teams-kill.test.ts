// kill -9 while people in Teams wait for an answer: what comes again is answered by the process that follows, and has
// happened once. The moments are made by the silence of Teams, by the database, and by chance.

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
import { storeOf } from '../../src/runtime/store/store.ts';
import { opens } from '../rooms/teams/listen/scene.ts';
import { databaseOn } from '../support/postgres.ts';
import { type LocalTeams, startLocalTeams } from '../support/teams/local-teams.ts';
import { type Person, until } from '../support/teams/person.ts';
import { startTeamsProgram, type TeamsProgram } from '../support/teams/program.ts';

const MOMENTS = ['before the commit', 'while Teams is silent', 'by chance'] as const;
const LIVES = MOMENTS.map((_, n) => n);

const key = randomBytes(32);
const cache = mkdtempSync(join(tmpdir(), 'mentor-cycle-cache-'));
const programs = new Set<TeamsProgram>();
let teams: LocalTeams;
let database: Database;

beforeAll(async () => {
  const names = ['anna', ...LIVES.flatMap((n) => [`writer${n}`, `finisher${n}`, `stranger${n}`])];
  teams = await startLocalTeams({ people: names.map((name) => ({ name, realName: name })) });
  database = await openDatabase({ url: await databaseOn(inject('postgresUrl')), connections: 3 });
});

afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await teams.close();
  await database.close();
  rmSync(cache, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

async function born(): Promise<TeamsProgram> {
  const program = await startTeamsProgram(teams, { databaseUrl: database.url ?? '', key, environment: { NODE_COMPILE_CACHE: cache } });
  programs.add(program);
  return program;
}

/** What three people do at the same moment. */
interface Acting {
  /** Sends the form of a goal. */
  readonly writer: Person;
  /** Presses that a goal has been reached. */
  readonly finisher: Person;
  /** Writes for the first time. */
  readonly stranger: Person;
}

async function ready(life: number): Promise<Acting> {
  const [writer, finisher, stranger] = ['writer', 'finisher', 'stranger'].map((name) => teams.person(`${name}${life}`)) as [Person, Person, Person];
  for (const person of [writer, finisher]) {
    await opens(person, '/goal new');
    person.fills({ title: `Of ${person.name}` });
  }
  await finisher.submits();
  finisher.closes();
  await finisher.types('/goal list');
  return { writer, finisher, stranger };
}

function act({ writer, finisher, stranger }: Acting) {
  return Promise.allSettled([writer.submits(), finisher.presses('Done'), stranger.types('/goal list')]);
}

/** One process from its work to its kill. */
async function life(number: number, { child, ended }: TeamsProgram): Promise<Acting> {
  const acting = await ready(number);
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  switch (MOMENTS[number]) {
    case 'before the commit': {
      const held = await writingHeld();
      const acted = act(acting);
      await until(async () => (await held.waiting()) === 3);
      await kill();
      await held.letGo();
      await acted;
      break;
    }
    case 'while Teams is silent': {
      const before = teams.connector.taken.length;
      teams.connector.fail('silent', Infinity);
      const acted = act(acting);
      // Who the stranger is, and how the pressed message looks now.
      await until(() => ['read', 'update'].every((kind) => teams.connector.taken.slice(before).some((call) => call.kind === kind)));
      await kill();
      teams.connector.heal();
      await acted;
      break;
    }
    default: {
      const acted = act(acting);
      await pause(randomInt(250));
      await kill();
      await acted;
    }
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
async function again({ writer, finisher, stranger }: Acting): Promise<void> {
  const [written, finished] = await Promise.all([writer, finisher, stranger].map((person) => person.again()));
  expect(JSON.stringify(written?.body)).toContain(`Of ${writer.name}`);
  expect(JSON.stringify(finished?.body)).toContain('You did it');
  await stranger.hears('Your goals');
}

it('survives kills while people wait: everything is answered, and has happened once (F5)', { timeout: 120_000 }, async () => {
  let here = await born();
  teams.overHttp(here.messages);
  await teams.person('anna').types('home');
  for (const number of LIVES) {
    const following = born();
    const acting = await life(number, here);
    here = await following;
    teams.overHttp(here.messages);
    await again(acting);
  }
  here.child.kill('SIGTERM');
  expect(await here.ended).toBe(0);

  const { prisma } = database;
  const { tenantId } = await prisma.door.findFirstOrThrow({ where: { platform: 'teams' } });
  const ids = idsOf(systemClock);
  const goals = await storeOf(database, { secrets: secretsOf([key]), ids, clock: systemClock }).read(tenantId, null, ({ tx }) => tx.goals.find({}));
  const byState = (state: string) => goals.filter((goal) => goal.state === state).map((goal) => goal.text.title);
  expect(byState('active').toSorted()).toEqual(LIVES.map((n) => `Of writer${n}`));
  expect(byState('done').toSorted()).toEqual(LIVES.map((n) => `Of finisher${n}`));
  const strangers = await prisma.person.findMany({ where: { tenantId, name: { startsWith: 'stranger' } } });
  expect(strangers.map(({ name }) => name).toSorted()).toEqual(LIVES.map((n) => `stranger${n}`));
  expect(await prisma.event.count({ where: { tenantId, action: 'goals.done', outcome: 'done' } })).toBe(LIVES.length);
  expect(teams.refusals).toEqual([]);
  const faults = [...programs].flatMap((program) => program.said().split('\n')).filter((line) => line.includes('"level":50'));
  expect(faults).toEqual([]);
});
