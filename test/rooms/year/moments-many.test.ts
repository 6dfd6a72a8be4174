// Many pairs, and several processes: as many questions to the storage as for few, and each message once.

import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { isFault } from '../../../src/fault.ts';
import { DUE_RULES } from '../../../src/mentoring/table.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { databaseOn } from '../../support/postgres.ts';
import { createWorld, START, type World } from '../../support/world.ts';
import { at, publish } from './moments-scene.ts';

let database: Database;
let queries: string[] = [];
beforeAll(async () => {
  const count = (sql: string) => void (/^(-- Implicit|BEGIN|COMMIT|ROLLBACK|SET|SAVEPOINT)/i.test(sql) || queries.push(sql));
  database = await openDatabase({ url: await databaseOn(inject('postgresUrl')) }, count);
});
afterAll(() => database.close());

/** A cohort of so many pairs, with its coordinator. */
async function cohortOf(pairs: number): Promise<World> {
  await database.prisma.$executeRawUnsafe('TRUNCATE "Timer", "Message"');
  const world = await createWorld({ database });
  world.clock.set(START);
  await world.grant(await world.person('Anna Lind'), 'programme');
  for (let n = 0; n < pairs; n++) {
    const [mentee, mentor] = [await world.person(`Mentee ${n}`), await world.person(`Mentor ${n}`)];
    await world.pair(await world.join(mentee, 'mentee'), await world.join(mentor, 'mentor'));
  }
  await publish(world);
  return world;
}

async function runDue(world: World): Promise<void> {
  for (;;) {
    try {
      const run: Parameters<World['store']['due']>[0] = async (tx, { rule, due }) =>
        DUE_RULES.get(rule)?.run({ tx, now: world.clock.now(), ids: world.ids }, due);
      while ((await world.store.due(run, world.clock.now())) > 0);
      return;
    } catch (error) {
      if (!isFault(error, 'conflict')) throw error;
    }
  }
}

it('takes as many queries for forty pairs as for four', async () => {
  const moments = ['2026-10-05T07:00Z', '2026-10-12T07:00Z', '2027-04-29T07:00Z'];
  const costs: number[][] = [];
  for (const pairs of [4, 40]) {
    const world = await cohortOf(pairs);
    const cost: number[] = [];
    for (const moment of moments) {
      world.clock.set(at(moment));
      queries = [];
      await runDue(world);
      cost.push(queries.length);
    }
    costs.push(cost);
    // The talk comes in the week of the sixth pair meeting.
    const told = await database.prisma.message.groupBy({ by: ['template'], where: { tenantId: world.tenantId, mode: 'post' }, _count: true });
    expect(Object.fromEntries(told.map((one) => [one.template, one._count]))).toMatchObject({
      ...{ 'meetings.window': 4 * pairs, 'meetings.windowAsk': 2 * pairs, 'meetings.talkOffered': 2 * pairs },
    });
  }
  expect(costs[1]).toEqual(costs[0]);
  for (const cost of costs[1] ?? []) expect(cost).toBeLessThanOrEqual(14);
});

it('two tickers at once tell each person once', async () => {
  for (let round = 0; round < 8; round++) {
    const world = await cohortOf(2);
    world.clock.set(at('2026-10-05T07:00Z'));
    await Promise.all([runDue(world), runDue(world), runDue(world)]);
    const told = await database.prisma.message.findMany({ where: { tenantId: world.tenantId, template: 'meetings.window' } });
    expect(new Set(told.map((one) => one.conversation)).size).toBe(4);
    expect(told).toHaveLength(4);
    expect(await world.tx((tx) => tx.meetings.count({}))).toBe(2);
  }
});
