// What /readyz looks at.

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { healthOf, TICK } from '../../../src/runtime/server/health.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { HOUR, type Instant, instantOf, MINUTE } from '../../../src/time.ts';
import { createWorld, type World } from '../../support/world.ts';

let database: Database;
let world: World;
let wall: Instant;
beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  world = await createWorld({ database });
  wall = instantOf('2027-01-01T00:00:00Z');
  await database.prisma.message.deleteMany({});
  await tickAt(wall);
});

async function tickAt(at: Instant): Promise<void> {
  const value = new Date(at).toISOString();
  await database.prisma.setting.upsert({ where: { key: TICK }, create: { key: TICK, value }, update: { value } });
}

function health(running = true) {
  return healthOf({ prisma: database.prisma, clock: world.clock, wall: { now: () => wall }, running: () => running })();
}

it('is ready when all is well', async () => {
  expect(await health()).toEqual({ ready: true, checks: { running: true, database: true, migrations: true, tick: true, messages: true } });
});

it('is not ready while stopping', async () => {
  expect(await health(false)).toMatchObject({ ready: false, checks: { running: false } });
});

it('misses a tick after three minutes, by the clock of the world', async () => {
  await tickAt(instantOf(wall - 2.9 * MINUTE));
  expect((await health()).ready).toBe(true);
  await tickAt(instantOf(wall - 3 * MINUTE));
  expect(await health()).toMatchObject({ ready: false, checks: { tick: false, database: true } });
});

it('sees messages that wait too long, and none that are for later', async () => {
  const anna = await world.person('Anna Lind');
  const post = (at: number) =>
    world.tx(async (tx) => tx.post({ to: { person: anna.id }, template: 'x', args: {}, kind: 'decision', topic: 'x', at: instantOf(at) }));
  await post(world.clock.now() + HOUR);
  expect((await health()).ready).toBe(true);
  await post(world.clock.now() - 15 * MINUTE);
  expect(await health()).toMatchObject({ ready: false, checks: { messages: false } });
});

it('misses a migration', async () => {
  const { prisma } = database;
  await prisma.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`;
  expect(await health()).toMatchObject({ ready: false, checks: { migrations: false, database: true } });
  await prisma.$executeRaw`UPDATE _prisma_migrations SET finished_at = now()`;
});

it('finds a database that does not answer, without a fault', async () => {
  const gone = await openDatabase({ memory: true });
  await gone.close();
  const found = await healthOf({ prisma: gone.prisma, clock: world.clock, wall: world.clock, running: () => true })();
  expect(found).toMatchObject({ ready: false, checks: { database: false, migrations: false, tick: false, messages: false } });
});
