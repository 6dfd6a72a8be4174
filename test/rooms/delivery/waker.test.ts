// Jobs of the queue wake workers; many wake-ups of a conversation are one.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/runtime/delivery/message-rows.ts';
import { messageRows } from '../../../src/runtime/delivery/message-rows.ts';
import { Waker } from '../../../src/runtime/delivery/waker.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { DATABASES } from '../../support/databases.ts';
import { silent } from '../../support/world.ts';
import { createScene, type Scene } from './scene.ts';

describe.each(DATABASES)('the waker on $name', ({ open }) => {
  let database: Database;
  let scene: Scene;
  const wakers: Waker[] = [];

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.prisma.message.deleteMany({});
    scene = await createScene(database);
  });
  afterEach(async () => void (await Promise.all(wakers.splice(0).map((waker) => waker.stop(2000)))));

  async function started(): Promise<Waker> {
    const waker = new Waker({ database, rows: messageRows(database.prisma), clock: scene.world.clock, log: silent });
    wakers.push(waker);
    await waker.start();
    return waker;
  }
  const jobs = () => database.prisma.$queryRaw<{ singleton_key: string }[]>`SELECT singleton_key FROM pgboss.job WHERE name = 'deliver' AND state = 'created'`;

  it('has what waits delivered, in order, soon after it was asked to look', async () => {
    const people = await Promise.all(['Anna', 'Bo', 'Cai'].map((name) => scene.world.person(name)));
    const waker = await started();
    await waker.work((conversation) => scene.delivery.deliver(conversation));
    for (const word of ['one', 'two']) for (const person of people) await scene.post(person, `${person.name} ${word}`);
    waker.soon(scene.world.tenantId);
    await expect.poll(() => scene.said.length, { timeout: 20_000 }).toBe(6);
    for (const { name } of people) expect(scene.said.map((one) => one.text).filter((text) => text.startsWith(name))).toEqual([`${name} one`, `${name} two`]);
  });

  it('makes one job of many wake-ups, and none where nothing is due', async () => {
    const waker = await started();
    const anna = await scene.world.person('Anna');
    waker.soon();
    await waker.idle();
    expect(await jobs()).toEqual([]);
    await scene.post(anna, 'one');
    for (let times = 0; times < 5; times++) {
      waker.soon(scene.world.tenantId);
      waker.soon();
      await waker.idle();
    }
    expect(await jobs()).toEqual([{ singleton_key: `${scene.world.tenantId}/person:${anna.id}` }]);
    const served: Conversation[] = [];
    await waker.work(async (conversation) => served.push(conversation));
    await expect.poll(() => served, { timeout: 20_000 }).toEqual([{ tenantId: scene.world.tenantId, conversation: `person:${anna.id}` }]);
  });

  /** Conversations of an organisation, in each of which something waits. */
  async function waiting(tenantId: string, count: number): Promise<void> {
    const now = new Date(scene.world.clock.now());
    const row = { tenantId, template: '', args: {}, kind: 'decision', topic: '', mode: 'post', state: 'waiting', notBefore: now, attempts: 0, createdAt: now };
    const data = Array.from({ length: count }, (_, n) => ({ ...row, id: `${tenantId}-${n}`, conversation: `person:${n}` }));
    await database.prisma.message.createMany({ data });
  }

  it('lets no organisation wait until the slow messages of another are through (F8)', async () => {
    await waiting('slow', 300);
    const waker = await started();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    let begun = 0;
    const served: string[] = [];
    await waker.work(async ({ tenantId }) => {
      if (tenantId === 'slow') {
        begun++;
        await released;
      }
      served.push(tenantId);
    });
    waker.soon();
    await expect.poll(() => begun).toBeGreaterThanOrEqual(10);
    await waiting('quick', 1);
    waker.soon('quick');
    await expect.poll(() => served).toEqual(['quick']);
    expect(begun).toBeLessThan(20);
    release();
    await expect.poll(() => served.length, { timeout: 60_000 }).toBe(301);
  });

  it('serves organisations in turn where there are more than it has hands for (F8)', async () => {
    for (const name of ['one', 'two', 'three']) await waiting(name, 100);
    const waker = await started();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const served: string[] = [];
    let begun = 0;
    await waker.work(async ({ tenantId }) => {
      begun++;
      await released;
      served.push(tenantId);
    });
    waker.soon();
    await expect.poll(() => begun).toBeGreaterThanOrEqual(20);
    await waiting('late', 1);
    waker.soon('late');
    await waker.idle();
    release();
    await expect.poll(() => served.length, { timeout: 60_000 }).toBe(301);
    expect(served.indexOf('late')).toBeLessThan(60);
    // Whoever came first is not done before the others have begun.
    for (const name of ['one', 'two', 'three']) expect(served.indexOf(name)).toBeLessThan(60);
  });
});
