// Tokens at rest: sealed, bound to their door, and changed by one at a time.

import { randomBytes } from 'node:crypto';
import { setImmediate as next } from 'node:timers/promises';
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Installations } from '../../../src/reception.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { installationsOf, purpose } from '../../../src/runtime/reception/installations.ts';
import { secretsOf } from '../../../src/runtime/secrets.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { DATABASES } from '../../support/databases.ts';

const secrets = secretsOf([randomBytes(32)]);
const unreadable = expect.objectContaining({ code: 'sealed-unreadable' });

describe.each(DATABASES)('installations on $name', ({ open }) => {
  let database: Database;
  let installations: Installations;

  beforeAll(async () => {
    database = await open();
    installations = installationsOf({ database, secrets, clock: systemClock });
  });
  afterAll(() => database.close());

  it('give back what was saved last, by platform and door, and nothing after removal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }).filter(storable), fc.jsonValue(), fc.jsonValue(), async (door, first, second) => {
        expect(await installations.find('slack', door)).toBeNull();
        await installations.save('slack', door, { data: first });
        await installations.save('slack', door, { data: second });
        expect(await installations.find('slack', door)).toEqual(JSON.parse(JSON.stringify({ data: second })));
        expect(await installations.find('teams', door)).toBeNull();
        await installations.remove('slack', door);
        await installations.remove('slack', door);
        expect(await installations.find('slack', door)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it('hold no token that a copy of the database would show', async () => {
    await installations.save('slack', 'T1', { token: 'xoxb-of-the-first-door', refresh: 'xoxe-1-refresh' });
    const [dump] = await database.prisma.$queryRaw<{ text: string }[]>`SELECT string_agg("Installation"::text, '') AS text FROM "Installation"`;
    expect(dump?.text).toContain('T1');
    for (const word of ['xoxb', 'xoxe', 'token', Buffer.from('xoxb-of-the').toString('base64').slice(0, 12)]) expect(dump?.text).not.toContain(word);
  });

  it('cannot be moved to another door or platform', async () => {
    await installations.save('slack', 'T1', { token: 'one' });
    await installations.save('slack', 'T2', { token: 'two' });
    const rows = await database.prisma.installation.findMany({ where: { platform: 'slack' } });
    const sealed = (door: string) => rows.find((row) => row.externalId === door)?.data ?? '';
    await database.prisma.installation.updateMany({ where: { externalId: 'T1' }, data: { data: sealed('T2') } });
    await database.prisma.installation.updateMany({ where: { externalId: 'T2' }, data: { data: sealed('T1') } });
    await database.prisma.installation.create({ data: { platform: 'teams', externalId: 'T2', data: sealed('T2'), updatedAt: new Date() } });
    await expect(installations.find('slack', 'T1')).rejects.toEqual(unreadable);
    await expect(installations.find('slack', 'T2')).rejects.toEqual(unreadable);
    await expect(installations.find('teams', 'T2')).rejects.toEqual(unreadable);
  });

  it('take first savings that come at once, on many connections', async () => {
    const many = Array.from({ length: 12 }, (_, index) => installationsOf({ database, secrets, clock: systemClock }).save('slack', 'T-race', { index }));
    await Promise.all(many);
    expect(await installations.find('slack', 'T-race')).toEqual({ index: expect.any(Number) });
  });

  it('let one at a time to a door, in the order in which they came', async () => {
    const seen = watched();
    await Promise.all([0, 1, 2, 3, 4].map((name) => installations.alone('slack', 'T1', () => seen.work(name))));
    expect(seen.order).toEqual([0, 1, 2, 3, 4]);
    expect(seen.most()).toBe(1);
  });

  it('go on after work that fails, and hand its fault to whoever asked', async () => {
    const failing = installations.alone('slack', 'T1', () => Promise.reject(new Error('no')));
    const after = installations.alone('slack', 'T1', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    await expect(after).resolves.toBe('done');
  });

  it('let others to other doors meanwhile', async () => {
    const held = Promise.withResolvers<void>();
    const first = installations.alone('slack', 'T1', () => held.promise);
    await expect(installations.alone('slack', 'T2', () => Promise.resolve('through'))).resolves.toBe('through');
    await expect(installations.alone('teams', 'T1', () => Promise.resolve('through'))).resolves.toBe('through');
    held.resolve();
    await first;
  });
});

describe('installations of several processes', () => {
  const [, postgres] = DATABASES;
  let database: Database;

  beforeAll(async () => {
    if (!postgres) throw new Error('no PostgreSQL');
    database = await postgres.open();
  });
  afterAll(() => database.close());

  /** What another process has of its own: its turns and its connection. They share the server alone. */
  const process = () => installationsOf({ database, secrets, clock: systemClock });

  it('never overlap at a door', async () => {
    const seen = watched();
    const processes = [process(), process(), process()];
    await Promise.all(processes.flatMap((one, index) => [0, 3, 6, 9].map((name) => one.alone('slack', 'T1', () => seen.work(name + index)))));
    expect([...seen.order].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, name) => name));
    expect(seen.most()).toBe(1);
  });

  it('are let in when the one that was inside is gone, however it went', async () => {
    const other = new Client({ connectionString: database.url ?? '' });
    await other.connect();
    await other.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [purpose('slack', 'T1')]);
    let inside = false;
    const waiting = process().alone('slack', 'T1', async () => {
      inside = true;
      return 'in';
    });
    await expect.poll(() => waitingAt(database)).toBe(1);
    expect(inside).toBe(false);
    const [{ pid } = { pid: 0 }] = (await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows;
    other.on('error', () => {});
    await database.prisma.$queryRaw`SELECT pg_terminate_backend(${pid}::int)`;
    await expect(waiting).resolves.toBe('in');
  });
});

/** How many wait for a lock at this database; other tests use the same server. */
async function waitingAt({ prisma }: Database): Promise<number | undefined> {
  const [row] = await prisma.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_locks JOIN pg_database d ON d.oid = database WHERE NOT granted AND datname = current_database()`;
  return row?.n;
}

/** Work that takes several turns of the event loop, and notes who is inside with whom. */
function watched() {
  let [inside, most] = [0, 0];
  const order: number[] = [];
  return {
    order,
    most: () => most,
    async work(name: number) {
      inside++;
      most = Math.max(most, inside);
      order.push(name);
      for (let turn = 0; turn < 5; turn++) await next();
      inside--;
    },
  };
}

/** PostgreSQL keeps no NUL and no half of a pair. */
function storable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
