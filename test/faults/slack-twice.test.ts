// The same command, press or form delivered two to ten times to two processes on one PostgreSQL leaves what one delivery
// leaves. Mentees come as twins: the same happens to both, once to the one and often to the other, and they stay alike.

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { systemClock } from '../../src/runtime/clock.ts';
import { TICK } from '../../src/runtime/server/health.ts';
import { idsOf } from '../../src/runtime/ids.ts';
import { secretsOf } from '../../src/runtime/secrets.ts';
import { type Database, openDatabase } from '../../src/runtime/store/database.ts';
import { type Store, storeOf } from '../../src/runtime/store/store.ts';
import { databaseOn } from '../support/postgres.ts';
import { LOCAL, type LocalSlack, startLocalSlack } from '../support/slack/local-slack.ts';
import { askNow, type PairsInSlack, pairsInSlack } from '../support/slack/pairs.ts';
import { type Program, startProgram } from '../support/slack/program.ts';
import { type Act, acts, answers, type Mentee } from './slack-acts.ts';
import { Doorman } from './slack-doorman.ts';

const CASES = 200;
/** Things that happen to each pair of twins, one after another: first of all a goal, last of all a check-in. */
const EACH = 8;
const TWINS = CASES / EACH;
/** Twins who are busy at the same time. */
const LANES = 3;
const ACT_NAMES = [
  ...['looks at the goals', 'asks for a form', 'is back', 'asks for a word', 'is busy', 'sets a goal'],
  ...['reaches a goal', 'says how far it is', 'says how far it is', 'changes a goal', 'changes a goal'],
];

const key = randomBytes(32);
const programs: Program[] = [];
const happened = new Map<string, number>();
let deliveries = 0;
let slack: LocalSlack;
let database: Database;
let store: Store;
let world: PairsInSlack;
let doorman: Doorman;

beforeAll(async () => {
  const members = Array.from({ length: TWINS }, (_, n) => [`once${n}`, `mentor of once${n}`, `often${n}`, `mentor of often${n}`]).flat();
  const everybody = ['anna', 'bo', ...members];
  slack = await startLocalSlack({ users: everybody.map((realName, n) => ({ name: `person${n}`, realName })) });
  database = await openDatabase({ url: await databaseOn(inject('postgresUrl')), connections: 6 });
  const ids = idsOf(systemClock);
  store = storeOf(database, { secrets: secretsOf([key]), ids, clock: systemClock });
  const slackIds = everybody.map((name) => slack.person(name).id);
  world = await pairsInSlack({ store, ids, now: systemClock.now(), teamId: LOCAL.teamId, slackIds });
  const pairIds = world.pairs.map(({ id }) => id);
  await askNow({ store, ids }, world.tenantId, pairIds);
  // Nothing but what people do is to happen here, so nobody ticks; a process is ready when somebody has.
  await database.prisma.setting.create({ data: { key: TICK, value: new Date(systemClock.now()).toISOString() } });
  const environment = { ROLES: 'web,worker' };
  programs.push(...(await Promise.all([0, 1].map(() => startProgram({ apiUrl: slack.apiUrl, databaseUrl: database.url ?? '', key, environment })))));
  doorman = new Doorman(programs.map(({ events }) => events));
  slack.overHttp(await doorman.open());
});

afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await doorman.close();
  await slack.close();
  await database.close();
});

const CASE = fc.record({
  act: fc.constantFrom(...ACT_NAMES),
  value: fc.nat(120),
  how: fc.constantFrom('at once' as const, 'one after another' as const, 'much later' as const),
  to: fc.array(fc.nat(1), { minLength: 2, maxLength: 10 }),
  anew: fc.boolean(),
});
type Case = ReturnType<typeof CASE.generate>['value'];

function mentee(name: string, place: number): Mentee {
  return { person: slack.person(name), pairId: world.pairs[place]?.id ?? '' };
}

/** One thing happens to both: once to the one, and as the case has it to the other. */
async function happens(act: Act, { value, ...repeating }: Case, [once, often]: readonly [Mentee, Mentee]): Promise<boolean> {
  const ready = [];
  for (const one of [once, often]) {
    one.person.desk.clear();
    one.person.desk.ephemerals = [];
    ready.push(await act.ready(one, value));
  }
  expect(ready[1]).toBe(ready[0]);
  if (!ready[0]) return false;
  await act.does(once, value);
  const repeated = doorman.repeat(often.person.id, repeating);
  await act.does(often, value);
  const given = await repeated;
  expect(given.map(({ status }) => status)).toEqual(given.map(() => 200));
  // Forms are recorded with their answer: whoever sends one again reads the same.
  if (given[0]?.body.includes('response_action')) expect(new Set(given.map(({ body }) => body)).size).toBe(1);
  deliveries += repeating.to.length;
  return true;
}

async function live(number: number, cases: readonly Case[]): Promise<void> {
  const twins = [mentee(`once${number}`, 2 * number), mentee(`often${number}`, 2 * number + 1)] as const;
  const known = acts(slack);
  for (const [index, one] of cases.entries()) {
    const checkin = number % 2 === 0 ? 'answers a message' : 'answers at home';
    const wanted = index === 0 ? 'sets a goal' : index === EACH - 1 ? checkin : one.act;
    const act = wanted === checkin ? answers(slack, number % 2 === 0 ? 'message' : 'home') : known[wanted];
    const name = act && (await happens(act, one, twins)) ? wanted : 'sets a goal';
    if (name !== wanted) await happens(known[name] ?? fail(name), one, twins);
    // What was left over from the case before this one.
    if (one.how !== 'much later' || index === EACH - 1) await doorman.late(twins[1].person.id);
    happened.set(name, (happened.get(name) ?? 0) + 1);
    const [once, often] = await Promise.all(twins.map((twin) => stateOf(twin)));
    expect({ name, case: one, state: often }).toEqual({ name, case: one, state: once });
  }
}

function fail(what: string): never {
  throw new Error(`nobody knows how: ${what}`);
}

/** All that is stored about a mentee, with ids in the order of their appearing. */
async function stateOf({ person, pairId }: Mentee): Promise<unknown> {
  const { prisma } = database;
  const { tenantId } = world;
  const account = await prisma.account.findFirstOrThrow({ where: { tenantId, externalId: person.id } });
  const { personId } = account;
  const where = { tenantId, personId };
  const orderBy = { id: 'asc' } as const;
  const goals = await store.read(tenantId, null, ({ tx }) => tx.goals.find({ personId }));
  const state = {
    person: await prisma.person.findFirstOrThrow({ where: { tenantId, id: personId }, select: { language: true, leftAt: true, version: true } }),
    accounts: await prisma.account.count({ where }),
    pair: await prisma.pair.findFirstOrThrow({ where: { tenantId, id: pairId }, select: { stage: true, state: true, lastMetOn: true, version: true } }),
    goals: goals.map(({ text, state, progress, visibility, notes, dueOn }) => ({
      text,
      state,
      progress,
      visibility,
      dueOn,
      notes: notes.map((note) => note.progress),
    })),
    goalVersions: await prisma.goal.findMany({ where, orderBy, select: { id: true, pairId: true, version: true } }),
    checkins: await prisma.checkin.findMany({
      where: { tenantId, pairId },
      orderBy,
      select: { number: true, state: true, answer: true, answeredBy: true, version: true },
    }),
    busy: await prisma.busyPeriod.findMany({ where, orderBy, select: { id: true, fromOn: true, untilOn: true, version: true } }),
    events: (await prisma.event.findMany({ where, select: { action: true, outcome: true } })).map(({ action, outcome }) => `${action} ${outcome}`).toSorted(),
    messages: await prisma.$queryRawUnsafe(
      `SELECT "conversation", "template", "args", "kind", "topic" FROM "Message" WHERE "tenantId" = $1 AND "mode" = 'post'
          AND ("conversation" = 'person:' || $2 OR "args"::text LIKE '%' || $2 || '%' OR "args"->>'goal' = ANY($3) OR "args"->>'busy' IN
            (SELECT "id" FROM "BusyPeriod" WHERE "tenantId" = $1 AND "personId" = $2)) ORDER BY "seq"`,
      ...[tenantId, personId, goals.map(({ id }) => id)],
    ),
    timers: await prisma.timer.findMany({ where: { tenantId, subject: pairId }, select: { rule: true }, orderBy: { rule: 'asc' } }),
  };
  const seen = new Map([
    [personId, 'mentee'],
    [pairId, 'pair'],
  ]);
  const named = (id: string) => seen.get(id) ?? (seen.set(id, `#${seen.size}`), `#${seen.size - 1}`);
  return JSON.parse(JSON.stringify(state).replaceAll(/[0-9a-z]{26}/g, named));
}

it('leaves the same behind, however often and wherever it is delivered (F4)', { timeout: 300_000 }, async () => {
  const cases = fc.sample(CASE, { numRuns: CASES, seed: 20_261_122 });
  const lives = Array.from({ length: TWINS }, (_, n) => n);
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let number = lives.shift(); number !== undefined; number = lives.shift()) await live(number, cases.slice(number * EACH, (number + 1) * EACH));
    }),
  );
  expect([...happened.values()].reduce((sum, count) => sum + count, 0)).toBe(CASES);
  expect([...happened.keys()].toSorted()).toEqual([...new Set([...ACT_NAMES, 'answers a message', 'answers at home'])].toSorted());
  const faults = programs.flatMap((program) => program.said().split('\n')).filter((line) => line.includes('"level":50'));
  expect(faults).toEqual([]);
  console.log(`${CASES} cases, ${deliveries} deliveries: ${[...happened].map(([name, times]) => `${name} ${times}`).join(', ')}`);
});
