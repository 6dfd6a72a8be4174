// Turns under a key come one every so often, in all processes together (F8).

import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { paceOf } from '../../../src/runtime/pace.ts';
import { openDatabase } from '../../../src/runtime/store/database.ts';
import { databaseOn } from '../../support/postgres.ts';

const EVERY = 100;
const PATIENT = 60_000;
type Paced = ReturnType<typeof paceOf>;

async function onServer(): Promise<string> {
  const url = await databaseOn(inject('postgresUrl'));
  await (await openDatabase({ url })).close();
  return url;
}

describe.each([
  { name: 'in memory', where: async () => null },
  { name: 'on PostgreSQL', where: onServer },
])('the pace $name', ({ where }) => {
  let pace: Paced;
  beforeEach(async () => {
    pace = paceOf({ url: await where() });
  });
  afterEach(() => pace.close());

  /** Milliseconds until each of these was over, in the order in which they were. */
  async function taking(count: number, take: (n: number) => Promise<number>): Promise<{ n: number; at: number }[]> {
    const begun = performance.now();
    const over: { n: number; at: number }[] = [];
    await Promise.all(Array.from({ length: count }, (_, n) => take(n).then((wait) => wait === 0 && over.push({ n, at: performance.now() - begun }))));
    return over;
  }

  it('gives the first turn at once, and the others one after the other, first come first served', async () => {
    const over = await taking(8, () => pace.turn('k', EVERY, PATIENT));
    expect(over.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(over.filter(({ n, at }) => at < n * EVERY)).toEqual([]);
  });

  it('lets nobody wait for the turns of another key', async () => {
    const busy = pace.turn('busy', PATIENT, 0).then(() => pace.turn('busy', PATIENT, PATIENT - 1));
    const waits = await Promise.all(Array.from({ length: 30 }, (_, n) => pace.turn(`other ${n}`, PATIENT, 0)));
    expect(waits.every((wait) => wait === 0)).toBe(true);
    expect(await busy).toBeGreaterThan(PATIENT / 2);
  });

  it('sends those away whose turn is too far off, with the time after which to ask again, and takes none', async () => {
    expect(await pace.turn('k', PATIENT, 0)).toBe(0);
    const waits = await Promise.all([pace.turn('k', PATIENT, 100), pace.turn('k', PATIENT, 100), pace.turn('k', PATIENT, 100)]);
    for (const wait of waits) {
      expect(wait).toBeGreaterThan(PATIENT / 2);
      expect(wait).toBeLessThanOrEqual(PATIENT * 2);
    }
    const later = await pace.turn('k', PATIENT, 0);
    expect(later).toBeLessThanOrEqual(Math.min(...waits));
  });

  it('sends away at once who stands too far back', async () => {
    const line = Array.from({ length: 5 }, () => pace.turn('k', EVERY, PATIENT));
    expect(await pace.turn('k', EVERY, EVERY * 3)).toBeGreaterThanOrEqual(EVERY * 5);
    expect(await Promise.all(line)).toEqual([0, 0, 0, 0, 0]);
  });

  it('holds a key, also for those who stand in line, and never shortens a hold', async () => {
    await pace.turn('k', EVERY, 0);
    const begun = performance.now();
    const waiting = pace.turn('k', EVERY, PATIENT);
    await pace.hold('k', 600);
    await pace.hold('k', 1);
    expect(await waiting).toBe(0);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(600);
  });

  it('holds a key that nobody has used yet, and no other', async () => {
    await pace.hold('k', PATIENT);
    expect(await pace.turn('k', EVERY, 0)).toBeGreaterThan(PATIENT / 2);
    expect(await pace.turn('l', EVERY, 0)).toBe(0);
  });

  it('keeps nobody waiting when it closes', async () => {
    await pace.hold('k', PATIENT / 2);
    const waiting = [pace.turn('k', EVERY, PATIENT), pace.turn('k', EVERY, PATIENT)];
    await pace.close();
    const ends = await Promise.allSettled(waiting);
    expect(ends.some((end) => end.status === 'fulfilled' && end.value === 0)).toBe(false);
    pace = paceOf({ url: null });
  });
});

describe('the pace of many processes', () => {
  let url: string;
  let watcher: Client;
  const paces: Paced[] = [];
  const another = () => paces[paces.push(paceOf({ url })) - 1] as Paced;

  beforeEach(async () => {
    url = await onServer();
    watcher = new Client({ connectionString: url });
    await watcher.connect();
  });
  afterEach(async () => {
    await Promise.all(paces.splice(0).map((pace) => pace.close()));
    await watcher.end();
  });

  it('never gives two turns closer to each other than allowed, by the record of the database itself', async () => {
    await watcher.query(`
      CREATE TABLE record (n bigserial, "now" float8, "until" float8);
      CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO record ("now", "until") VALUES (extract(epoch FROM clock_timestamp()) * 1000, NEW."next"); RETURN NULL; END $$;
      CREATE TRIGGER note AFTER INSERT OR UPDATE ON "Turn" FOR EACH ROW EXECUTE FUNCTION note();`);
    const processes = [another(), another(), another()];
    const turns = await Promise.all(processes.flatMap((pace) => Array.from({ length: 12 }, () => pace.turn('k', EVERY, PATIENT))));
    expect(turns.every((wait) => wait === 0)).toBe(true);
    const { rows } = await watcher.query<{ now: number; until: number }>('SELECT "now", "until" FROM record ORDER BY n');
    expect(rows).toHaveLength(36);
    for (const [index, { now, until }] of rows.entries()) {
      const before = rows[index - 1];
      if (!before) continue;
      expect(now).toBeGreaterThanOrEqual(before.until);
      expect(until - before.until).toBeGreaterThanOrEqual(EVERY);
    }
  });

  it('gives each its part', async () => {
    const order: string[] = [];
    const asking = async (name: string, pace: Paced) => {
      for (let n = 0; n < 12; n++) await pace.turn('k', EVERY / 2, PATIENT).then(() => order.push(name));
    };
    const [one, other] = [another(), another()];
    // Whoever is connected first does not count.
    await Promise.all([one.turn('one', EVERY, PATIENT), other.turn('other', EVERY, PATIENT)]);
    await Promise.all([asking('a', one), asking('b', other)]);
    expect(order.slice(0, 12)).toContain('a');
    expect(order.slice(0, 12)).toContain('b');
  });

  it('holds for all', async () => {
    const [one, other] = [another(), another()];
    await one.hold('k', PATIENT);
    expect(await other.turn('k', EVERY, 0)).toBeGreaterThan(PATIENT / 2);
  });

  it('goes on after its connections were cut', async () => {
    const pace = another();
    await pace.turn('k', EVERY, PATIENT);
    await watcher.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    await expect.poll(() => pace.turn('k', EVERY, PATIENT).catch(() => null)).toBe(0);
  });
});
