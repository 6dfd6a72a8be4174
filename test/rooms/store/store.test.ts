import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFault } from '../../../src/fault.ts';
import { DAY, HOUR, instantOf, plus } from '../../../src/time.ts';
import { DATABASES } from '../../support/databases.ts';
import { createWorld, type World } from '../../support/world.ts';

describe.each(DATABASES)('the store on $name', ({ name, open }) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database: await open() });
  });
  afterAll(() => world.close());

  it('gives back what was put, instants, dates and sealed profiles alike', async () => {
    const bo = await world.person('Bo Ek', { language: 'sv' });
    const joined = await world.join(bo, 'mentee', { profile: { interests: 'Fjällvandring 🏔️', topics: 'retorik' } });
    expect(await world.tx((tx) => tx.people.get(bo.id))).toEqual(bo);
    expect(await world.tx((tx) => tx.participations.find({ personId: bo.id }))).toEqual([joined]);
    const raw = await world.store.prisma.participation.findFirstOrThrow({ where: { id: joined.id } });
    expect(raw.profile).not.toContain('retorik');
  });

  it('sees inside a transaction what the transaction has put', async () => {
    const bo = await world.person('Bo Ek');
    await world.tx(async (tx) => {
      await tx.people.get(bo.id);
      tx.people.put({ ...bo, name: 'Bo Alm' });
      expect((await tx.people.get(bo.id))?.name).toBe('Bo Alm');
      expect(await tx.people.find({ name: 'Bo Alm' })).toHaveLength(1);
      for (const account of await tx.accounts.find({ personId: bo.id })) tx.accounts.remove(account.id);
      tx.people.remove(bo.id);
      expect(await tx.people.get(bo.id)).toBeNull();
      expect(await tx.people.count({ name: 'Bo Alm' })).toBe(0);
    });
    expect(await world.tx((tx) => tx.people.get(bo.id))).toBeNull();
  });

  it('refuses to write over what somebody else changed meanwhile', async () => {
    const bo = await world.person('Bo Ek');
    const both = [0, 1].map((n) =>
      world.tx(async (tx) => {
        const read = await tx.people.get(bo.id);
        if (read) tx.people.put({ ...read, name: `Bo ${n}` });
      }),
    );
    const results = await Promise.allSettled(both);
    const failures = results.filter((result) => result.status === 'rejected');
    for (const failure of failures) expect(isFault(failure.reason, 'conflict')).toBe(true);
    // PGlite runs transactions one after another: there the second one simply reads what the first one wrote.
    if (name === 'PGlite') expect(failures).toEqual([]);
    expect(failures.length).toBeLessThan(2);
  });

  it('answers a duplicate of a unique row with a conflict', async () => {
    const bo = await world.person('Bo Ek');
    await world.join(bo, 'mentee');
    await expect(world.join(bo, 'mentor')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('takes due timers in batches of one rule, and spends them with the work', async () => {
    const now = instantOf('2026-09-02T08:00:00Z');
    await world.tx(async (tx) => {
      for (const subject of ['a', 'b', 'c']) tx.remind('test.rule', subject, now);
      tx.remind('test.rule', 'later', plus(now, HOUR));
      tx.remind('other.rule', 'x', plus(now, -HOUR));
    });
    const seen: string[] = [];
    const run = async (_tx: unknown, batch: { rule: string; due: readonly { subject: string }[] }) =>
      void seen.push(`${batch.rule}:${batch.due.map((one) => one.subject).join('')}`);
    while ((await world.store.due(run, now, 2)) > 0);
    expect(seen).toEqual(['other.rule:x', 'test.rule:ab', 'test.rule:c']);
    expect(await world.store.nextDue()).toBe(plus(now, HOUR));
    await expect(world.store.due(async () => Promise.reject(new Error('broken')), plus(now, HOUR))).rejects.toThrow('broken');
    expect(await world.store.nextDue()).toBe(plus(now, HOUR));
  });

  it('forgets what it answered after a week, and still counts the event', async () => {
    const bo = await world.person('Bo Ek');
    const event = { tenantId: world.tenantId, caller: { platform: 'web', externalId: bo.id }, eventId: 'once', action: 'goals.drop', input: { goal: 'none' } };
    await world.dispatch(event);
    const kept = () => world.store.prisma.event.findFirstOrThrow({ where: { tenantId: world.tenantId, id: 'once' }, select: { outcome: true, reply: true } });
    await world.store.tidy(plus(world.clock.now(), 6 * DAY));
    expect((await kept()).reply).not.toBeNull();
    await world.store.tidy(plus(world.clock.now(), 8 * DAY));
    expect(await kept()).toEqual({ outcome: 'refused', reply: null });
    expect(await world.dispatch(event)).toEqual({ kind: 'refused' });
  });

  it('never shows one organisation to another', async () => {
    const bo = await world.person('Bo Ek');
    const other = (work: Parameters<typeof world.store.change>[1]) => world.store.change('another-organisation', work);
    expect(await other((tx) => tx.people.get(bo.id))).toBeNull();
    expect(await other((tx) => tx.people.find({}))).toEqual([]);
    await other(async (tx) => tx.people.remove(bo.id));
    expect(await world.tx((tx) => tx.people.get(bo.id))).toEqual(bo);
  });
});
