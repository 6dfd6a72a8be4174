// The same words, press or form delivered two to ten times to two instances on one PostgreSQL leave what one delivery
// leaves; forms and what they lead to also under new ids, as Teams may send them again. People come as twins: the same
// happens to both, once to the one and often to the other, and they stay alike.

import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../src/runtime/clock.ts';
import { idsOf } from '../../src/runtime/ids.ts';
import { secretsOf } from '../../src/runtime/secrets.ts';
import { type Database, openDatabase } from '../../src/runtime/store/database.ts';
import { type Store, storeOf } from '../../src/runtime/store/store.ts';
import { inDays, openScene, opens, opensCohort, type Scene } from '../rooms/teams/listen/scene.ts';
import { KEY } from '../support/teams/house.ts';
import type { Ack } from '../support/teams/local-teams.ts';
import { eventId } from '../support/teams/payloads.ts';
import type { Person } from '../support/teams/person.ts';

const CASES = 40;
/** Things that happen to each pair of twins, one after another; the first is a goal. */
const EACH = 5;
const TWINS = CASES / EACH;
/** Twins who are busy at the same time. */
const LANES = 2;

interface Act {
  /** Gets everything before them; false where it cannot be done just now. `value`: what chance has chosen, from 0 to 120. */
  readonly ready: (person: Person, value: number) => Promise<boolean>;
  readonly does: (person: Person) => Promise<unknown>;
}

const types = (line: string): Act => ({ ready: async () => true, does: (person) => person.types(line) });

function sends(line: string, fields: (value: number) => Parameters<Person['fills']>[0]): Act {
  return {
    async ready(person, value) {
      await opens(person, line);
      person.fills(fields(value));
      return true;
    },
    does: (person) => person.submits(),
  };
}

/** From the list of goals, where it has such a button. */
function fromList(label: string, form: ((value: number) => Parameters<Person['fills']>[0]) | null): Act {
  return {
    async ready(person, value) {
      await person.types('/goal list');
      if (!person.newest.includes(`[${label}]`)) return false;
      if (!form) return true;
      await person.presses(label);
      person.fills(form(value));
      return true;
    },
    does: (person) => (form ? person.submits() : person.presses(label)),
  };
}

const GOAL = sends('/goal new', (value) => ({ title: `Goal ${value}`, dueOn: inDays(value % 5 === 0 ? -value - 1 : value + 1) }));
const ACTS: Readonly<Record<string, Act>> = {
  'sets a goal': GOAL,
  'sets a goal from anywhere': {
    async ready(person, value) {
      await person.chooses('goal-new');
      person.fills({ title: `Goal ${value}` });
      return true;
    },
    does: (person) => person.submits(),
  },
  'looks at the goals': types('/goal list'),
  'asks for a form': types('/goal new'),
  'is back': types('/mentor back'),
  'is busy': sends('/mentor busy', (value) => ({ from: inDays(value % 3), until: inDays((value % 40) - 2) })),
  'begins to sign up': {
    async ready(person) {
      await person.types('/mentor join');
      return person.newest.includes('[Begin]');
    },
    does: (person) => person.presses('Begin'),
  },
  'reaches a goal': fromList('Done', null),
  'says how far it is': fromList('Progress', (value) => ({ progress: String(value) })),
  'adds the app': { ready: async () => true, does: (person) => person.installs() },
};

const CASE = fc.record({
  act: fc.constantFrom(...Object.keys(ACTS), 'reaches a goal', 'says how far it is', 'says how far it is'),
  value: fc.nat(120),
  how: fc.constantFrom('at once' as const, 'one after another' as const, 'much later' as const),
  to: fc.array(fc.nat(1), { minLength: 2, maxLength: 10 }),
  anew: fc.boolean(),
});
type Case = ReturnType<typeof CASE.generate>['value'];

let scene: Scene;
let instances: readonly string[];
let database: Database;
let store: Store;
let tenantId = '';
const happened = new Map<string, number>();
let deliveries = 0;

beforeAll(async () => {
  const twins = Array.from({ length: TWINS }, (_, n) => [`once${n}`, `often${n}`]).flat();
  const opened = await openScene(
    { people: ['anna', ...twins].map((name) => ({ name, realName: name, locale: name === 'anna' ? 'sv-SE' : 'en-GB' })) },
    { instances: 2 },
  );
  scene = opened;
  instances = [opened.house, ...opened.beside].map(({ messages }) => messages);
  database = await openDatabase({ url: opened.databaseUrl, connections: 2 });
  store = storeOf(database, { secrets: secretsOf([KEY]), ids: idsOf(systemClock), clock: systemClock });
  await scene.teams.person('anna').installs({});
  await opensCohort(scene.teams.person('anna'), 'Autumn');
  tenantId = await opened.tenantId();
  for (const name of twins) await scene.teams.person(name).types('home');
});
afterAll(async () => {
  await database.close();
  await scene.close();
});

/** Whatever somebody does next is delivered so; resolves what is to come much later. */
function repeating(person: Person, { how, to, anew }: Case): () => Promise<void> {
  const late: (() => Promise<Ack>)[] = [];
  person.deliver = async (activity) => {
    const each = to.map((instance, nth) => () => {
      deliveries += 1;
      return scene.teams.deliver(anew && nth > 0 ? { ...activity, id: eventId() } : activity, { to: instances[instance] ?? '' });
    });
    const [first, ...others] = each;
    if (!first) throw new Error('to be delivered no times');
    const now = first();
    if (how === 'much later') late.push(...others);
    const all = how === 'at once' ? await Promise.all([now, ...others.map((deliver) => deliver())]) : [await now];
    if (how === 'one after another') for (const deliver of others) all.push(await deliver());
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    return now;
  };
  return async () => {
    for (const { status } of await Promise.all(late.map((deliver) => deliver()))) expect(status).toBe(200);
  };
}

async function live(number: number, cases: readonly Case[]): Promise<void> {
  const [once, often] = [scene.teams.person(`once${number}`), scene.teams.person(`often${number}`)];
  const later: (() => Promise<void>)[] = [];
  for (const [index, one] of cases.entries()) {
    const wanted = index === 0 ? 'sets a goal' : one.act;
    const ready = await Promise.all([once, often].map((person) => (ACTS[wanted] ?? GOAL).ready(person, one.value)));
    expect(ready[1]).toBe(ready[0]);
    if (!ready[0]) for (const person of [once, often]) await GOAL.ready(person, one.value);
    const name = ready[0] ? wanted : 'sets a goal';
    const act = ACTS[name] ?? GOAL;
    // Words that arrive under another id are other words; a form is told by its token.
    const isForm = !['looks at the goals', 'asks for a form', 'is back', 'adds the app'].includes(name);
    await act.does(once);
    const delivered = often.deliver;
    later.push(repeating(often, { ...one, anew: one.anew && isForm }));
    await act.does(often);
    often.deliver = delivered;
    for (const person of [once, often]) person.closes();
    happened.set(name, (happened.get(name) ?? 0) + 1);
    await alike(once, often, [name, one]);
  }
  for (const deliver of later) await deliver();
  await alike(once, often, 'much later');
}

async function alike(once: Person, often: Person, what: unknown): Promise<void> {
  const [one, other] = await Promise.all([once, often].map(stateOf));
  expect([what, other]).toEqual([what, one]);
}

/** All that is stored about somebody. */
async function stateOf({ known }: Person): Promise<unknown> {
  const { prisma } = database;
  const { personId } = await prisma.account.findFirstOrThrow({ where: { tenantId, externalId: known.account.aadObjectId ?? '' } });
  const where = { tenantId, personId };
  const goals = await store.read(tenantId, null, ({ tx }) => tx.goals.find({ personId }));
  return {
    person: await prisma.person.findFirst({ where: { tenantId, id: personId }, select: { language: true, leftAt: true } }),
    goals: goals.map(({ text, state, progress, dueOn, notes }) => [text.title, state, progress, dueOn, notes.map((note) => note.progress)]),
    versions: (await prisma.goal.findMany({ where, select: { version: true } })).map(({ version }) => version).toSorted(),
    busy: await prisma.busyPeriod.findMany({ where, select: { fromOn: true, untilOn: true }, orderBy: { id: 'asc' } }),
    participations: await prisma.participation.findMany({ where, select: { state: true, version: true } }),
    messages: (await prisma.message.findMany({ where: { tenantId, conversation: `person:${personId}` }, select: { template: true } })).map(
      (row) => row.template,
    ),
  };
}

it('leaves the same behind, however often and wherever it is delivered (F4)', { timeout: 120_000 }, async () => {
  const cases = fc.sample(CASE, { numRuns: CASES, seed: 20_261_122 });
  const lives = Array.from({ length: TWINS }, (_, n) => n);
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let number = lives.shift(); number !== undefined; number = lives.shift()) await live(number, cases.slice(number * EACH, (number + 1) * EACH));
    }),
  );
  expect([...happened.values()].reduce((sum, count) => sum + count, 0)).toBe(CASES);
  expect([...happened.keys()].toSorted()).toEqual(Object.keys(ACTS).toSorted());
  expect([scene.house.faults, scene.teams.refusals]).toEqual([[], []]);
  console.log(`${CASES} cases, ${deliveries} deliveries: ${[...happened].map(([name, times]) => `${name} ${times}`).join(', ')}`);
});
