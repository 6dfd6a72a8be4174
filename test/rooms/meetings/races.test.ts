// Two at the same moment, on real PostgreSQL: PGlite runs transactions one by one and hides what breaks there.

import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { isFault } from '../../../src/fault.ts';
import { DUE_RULES } from '../../../src/mentoring/table.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { DAY, instantOf } from '../../../src/time.ts';
import { databaseOn } from '../../support/postgres.ts';
import { createWorld, START, type World } from '../../support/world.ts';
import { begin, checkinsOf, pairOfTwo } from './pairing.ts';

const ROUNDS = 20;

let database: Database;
let world: World;
beforeAll(async () => {
  database = await openDatabase({ url: await databaseOn(inject('postgresUrl')) });
  world = await createWorld({ database });
});
afterAll(() => database.close());

async function begins(): Promise<void> {
  await database.prisma.$executeRawUnsafe('TRUNCATE "Timer", "Message"');
  world.clock.set(START);
}

/** One process that takes a single timer, and tries again where another was faster. */
async function runOne(): Promise<void> {
  for (;;) {
    try {
      await world.store.due(
        async (tx, batch) => DUE_RULES.get(batch.rule)?.run({ tx, now: world.clock.now(), ids: world.ids }, batch.due),
        world.clock.now(),
        1,
      );
      return;
    } catch (error) {
      if (!isFault(error, 'conflict')) throw error;
    }
  }
}

it('two processes that ask the two pairs of one mentor give the mentor one question', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await begins();
    const { maria, mentor, pair } = await pairOfTwo(world);
    const cleo = await world.person('Cleo Ask');
    const other = await begin(world, [cleo, await world.join(cleo, 'mentee')], [maria, mentor]);
    world.clock.set(instantOf(START + 14 * DAY));
    await Promise.all([runOne(), runOne()]);
    const open = [...(await checkinsOf(world, pair)), ...(await checkinsOf(world, other))].filter((one) => one.state === 'open');
    expect(open).toHaveLength(2);
    expect(open.filter((one) => one.asked.includes(maria.id))).toHaveLength(1);
  }
});

it('two answers at once leave one, and both people are told the same', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await begins();
    const { bo, maria, pair } = await pairOfTwo(world);
    await world.advance(14 * DAY);
    const checkin = (await checkinsOf(world, pair)).find((one) => one.state === 'open')?.id ?? '';
    const replies = await Promise.all([
      world.act(bo, 'meetings.answer', { pair: pair.id, checkin, answer: 'met' }),
      world.act(maria, 'meetings.answer', { pair: pair.id, checkin, answer: 'not_yet' }),
    ]);
    expect(replies.map((reply) => reply.kind)).toEqual(['done', 'done']);
    const [answered] = await checkinsOf(world, pair);
    const met = answered?.answer === 'met';
    expect(answered).toMatchObject({ state: 'answered', answeredBy: met ? bo.id : maria.id });
    expect((await world.tx((tx) => tx.pairs.get(pair.id)))?.lastMetOn !== null).toBe(met);
  }
});
