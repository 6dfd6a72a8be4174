// The embedded database prepares each statement once; nobody is to notice, whatever happens between two of the same.

import { PGlite, type Transaction } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/runtime/store/database.ts';
import { PrismaClient } from '../../../src/runtime/store/generated/client.ts';
import { prepareOnce } from '../../../src/runtime/store/prepared.ts';

type Asked = Pick<Transaction, 'query'>;

const SHAPE = { postgresqlconf: ['shared_buffers=16MB'] };
/** As PGlite is by itself, and as the product has it. */
let plain: PGlite;
let ours: PGlite;

beforeAll(async () => {
  [plain, ours] = [await PGlite.create(SHAPE), await PGlite.create(SHAPE)];
  prepareOnce(ours, { most: 20, planned: 100 });
});
afterAll(async () => {
  await plain.close();
  await ours.close();
});
beforeEach(async () => {
  for (const database of [plain, ours]) {
    await database.exec(`DROP SCHEMA IF EXISTS s CASCADE; CREATE SCHEMA s; DROP TABLE IF EXISTS other, pet, keeper CASCADE;
      CREATE TABLE keeper (id int PRIMARY KEY); INSERT INTO keeper VALUES (1);
      CREATE TABLE pet (id int PRIMARY KEY, name text NOT NULL, born timestamptz, more jsonb, weights float8[], keeper int REFERENCES keeper);
      INSERT INTO pet VALUES (1, 'Åke 🐈', '2026-09-01T08:00:00Z', '{"legs": 4}', '{1.5,2}', 1), (2, 'Bo', NULL, NULL, NULL, NULL)`);
  }
});

/** The answer or the error, as whoever asks can tell them apart. */
async function told(asked: Asked, sql: string, values: unknown[] = []): Promise<unknown> {
  try {
    return await asked.query(sql, values);
  } catch (error) {
    const { code, severity, message, detail, constraint } = error as Record<string, unknown>;
    return { code, severity, message: String(message).replace(/once\d+/, ''), detail, constraint };
  }
}

/** What PGlite answers, where ours answers the same the first, the second and the seventh time. */
async function alike(sql: string, values: unknown[] = []): Promise<unknown> {
  const expected = await told(plain, sql, values);
  for (let n = 0; n < 7; n++) expect(await told(ours, sql, values)).toEqual(expected);
  return expected;
}

/** The statements that the database holds ready. */
async function held(database = ours): Promise<readonly string[]> {
  const { rows } = await database.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
  return rows.map((row) => row.statement);
}

describe('a statement that is asked again', () => {
  it('is read once', async () => {
    for (let id = 0; id < 10; id++) await ours.query('SELECT name FROM pet WHERE id = $1', [id]);
    await ours.transaction(async (tx) => void (await tx.query('SELECT name FROM pet WHERE id = $1', [1])));
    expect((await held()).filter((one) => one === 'SELECT name FROM pet WHERE id = $1')).toHaveLength(1);
  });

  it.each<[string, unknown[]]>([
    ['SELECT * FROM pet ORDER BY id', []],
    ['SELECT * FROM pet WHERE id = $1', [1]],
    ['SELECT * FROM pet WHERE born <= $1 AND more @> $2', [new Date('2026-09-01T08:00:00Z'), { legs: 4 }]],
    ['SELECT * FROM pet WHERE weights = $1', [[1.5, 2]]],
    ['SELECT name FROM pet WHERE name = ANY($1)', [['Bo', 'Åke 🐈']]],
    ['SELECT $1::text AS nothing', [null]],
    ['UPDATE pet SET name = $1 WHERE id = 2', ['Bo']],
    ['UPDATE pet SET name = $1 WHERE id = 2 RETURNING name AS now', ['Bo']],
    ['DELETE FROM pet WHERE id = $1', [99]],
    ['', []],
  ])('answers as PGlite does: %s', async (sql, values) => {
    expect(await alike(sql, values)).toHaveProperty('rows');
  });

  it('is read by each as they ask for it, whoever asked before', async () => {
    const prisma = new PrismaClient({ adapter: new PrismaPGlite(ours) });
    const sql = 'SELECT id, born, more FROM pet WHERE id = 1';
    const born = new Date('2026-09-01T08:00:00Z');
    for (let n = 0; n < 3; n++) {
      expect(await prisma.$queryRawUnsafe(sql)).toEqual([{ id: 1, born, more: { legs: 4 } }]);
      expect((await ours.query(sql)).rows).toEqual([{ id: 1, born, more: { legs: 4 } }]);
      expect((await ours.query(sql, [], { rowMode: 'array', parsers: { 23: (value) => `no. ${value}` } })).rows).toEqual([['no. 1', born, { legs: 4 }]]);
    }
  });

  it.each<[string, string, unknown[]]>([
    ['23505', 'INSERT INTO pet (id, name) VALUES ($1, $2)', [1, 'Cy']],
    ['23503', 'INSERT INTO pet (id, name, keeper) VALUES ($1, $2, $3)', [3, 'Cy', 99]],
    ['23502', 'INSERT INTO pet (id, name) VALUES ($1, $2)', [3, null]],
    ['22P02', 'SELECT $1::text::int', ['many']],
    ['22012', 'SELECT 1 / $1::int', [0]],
    ['42P01', 'SELECT * FROM nowhere', []],
    ['42703', 'SELECT colour FROM pet', []],
    ['42601', 'SELEC 1', []],
    ['42601', 'SELECT 1; SELECT 2', []],
    ['08P01', 'SELECT $1::int', []],
    ['40001', `SELECT fails('40001')`, []],
    ['40P01', `SELECT fails('40P01')`, []],
  ])('fails as PGlite does, with %s, and nobody after it', async (code, sql, values) => {
    for (const database of [plain, ours]) {
      await database.exec(
        `CREATE OR REPLACE FUNCTION fails(code text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = code; END $$`,
      );
    }
    expect(await alike(sql, values)).toMatchObject({ code });
    expect(await alike('SELECT count(*)::int AS pets FROM pet')).toMatchObject({ rows: [{ pets: 2 }] });
  });
});

describe('a transaction', () => {
  const PETS = 'SELECT count(*)::int AS pets FROM pet';
  const ADD = 'INSERT INTO pet (id, name) VALUES ($1, $2)';

  it('that failed answers nothing more, neither what was asked before nor what is new, and leaves nothing', async () => {
    for (const database of [plain, ours]) {
      const seen: unknown[] = [];
      await database
        .transaction(async (tx) => {
          seen.push(await told(tx, ADD, [3, 'Cy']), await told(tx, PETS), await told(tx, ADD, [3, 'Cy']), await told(tx, PETS), await told(tx, 'SELECT 17'));
          throw new Error('back');
        })
        .catch((error: Error) => seen.push(error.message));
      expect(seen).toMatchObject([{ affectedRows: 1 }, { rows: [{ pets: 3 }] }, { code: '23505' }, { code: '25P02' }, { code: '25P02' }, 'back']);
      expect([await told(database, PETS), await told(database, 'SELECT 17 AS n')]).toMatchObject([{ rows: [{ pets: 2 }] }, { rows: [{ n: 17 }] }]);
    }
  });

  it('goes on after a savepoint', async () => {
    await ours.transaction(async (tx) => {
      await tx.query(ADD, [3, 'Cy']);
      await tx.exec('SAVEPOINT here');
      await expect(tx.query(ADD, [3, 'Cy'])).rejects.toMatchObject({ code: '23505' });
      await tx.exec('ROLLBACK TO SAVEPOINT here');
      await tx.query(ADD, [4, 'Di']);
    });
    expect((await ours.query(PETS)).rows).toEqual([{ pets: 4 }]);
  });

  it('that is over answers nothing', async () => {
    for (const database of [plain, ours]) {
      const over: Transaction[] = [];
      await database.transaction(async (tx) => void over.push(tx));
      for (const tx of over) await expect(tx.query(PETS)).rejects.toThrow('Transaction is closed');
    }
  });

  it('is not seen by others before it ends, and sees nobody else', async () => {
    const order: string[] = [];
    const one = ours.transaction(async (tx) => {
      await tx.query(ADD, [3, 'Cy']);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(JSON.stringify((await tx.query(PETS)).rows));
    });
    const many = Array.from({ length: 30 }, async (_, n) => {
      if (n % 3 === 0) await ours.transaction((tx) => tx.query(ADD, [100 + n, 'Di']));
      else order.push(JSON.stringify((await ours.query(PETS)).rows));
    });
    await Promise.all([one, ...many]);
    expect(order[0]).toBe('[{"pets":3}]');
    expect(order.slice(1).every((rows) => rows !== '[{"pets":2}]')).toBe(true);
    expect((await ours.query(PETS)).rows).toEqual([{ pets: 13 }]);
  });

  it('tells those who listen', async () => {
    const heard: string[] = [];
    const stop = await ours.listen('news', (what) => heard.push(what));
    for (const news of ['one', 'two']) await ours.transaction((tx) => tx.query(`SELECT pg_notify('news', $1)`, [news]));
    await stop();
    expect(heard).toEqual(['one', 'two']);
  });
});

describe('after the tables have changed', () => {
  const ALL = 'SELECT * FROM pet WHERE id = $1';
  const ask = async () => (await ours.query(ALL, [1])).rows[0];
  beforeEach(async () => {
    for (let n = 0; n < 7; n++) await ask();
  });

  it.each([
    ['a column more', 'ALTER TABLE pet ADD colour text', { colour: null }],
    ['a column of another type', 'ALTER TABLE pet ALTER name TYPE varchar(9), ALTER id TYPE text', { id: '1' }],
    [
      'another table of this name',
      `ALTER TABLE pet RENAME TO other; CREATE TABLE pet (id text, tame bool); INSERT INTO pet VALUES ('1', true), ('2', true)`,
      { id: '1', tame: true },
    ],
    ['another schema', `CREATE TABLE s.pet AS SELECT 1 AS id, true AS tame; SET search_path = s`, { id: 1, tame: true }],
    ['a change that nobody sees', `DO $$ BEGIN ALTER TABLE pet ADD colour text; END $$`, { colour: null }],
    ['all that was prepared forgotten', 'DISCARD ALL', { name: 'Åke 🐈' }],
  ])('%s is there at once', async (_, sql, seen) => {
    await ours.exec(sql);
    expect(await ask()).toMatchObject(seen);
    await ours.exec('RESET search_path');
    expect(await ours.query(ALL, [2])).toMatchObject({ rows: [{}] });
  });

  it('is so by a question of its own as well', async () => {
    await ours.query('ALTER TABLE pet ADD colour text');
    expect(await ask()).toHaveProperty('colour');
  });

  it('within a transaction, before it ends and after it was taken back', async () => {
    await ours
      .transaction(async (tx) => {
        await tx.query('ALTER TABLE pet ADD colour text');
        expect((await tx.query(ALL, [1])).rows[0]).toHaveProperty('colour');
        await tx.exec('ALTER TABLE pet DROP born');
        for (let n = 0; n < 7; n++) expect((await tx.query(ALL, [1])).rows[0]).not.toHaveProperty('born');
        throw new Error('back');
      })
      .catch(() => undefined);
    expect(await ask()).toEqual({ id: 1, name: 'Åke 🐈', born: new Date('2026-09-01T08:00:00Z'), more: { legs: 4 }, weights: [1.5, 2], keeper: 1 });
  });

  it('in a script of which the rest failed', async () => {
    await expect(ours.exec('BEGIN; ALTER TABLE pet ADD colour text; COMMIT; SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
    expect(await ask()).toHaveProperty('colour');
  });

  it('by a function that says nothing, it fails once at most', async () => {
    await ours.exec(`CREATE FUNCTION paint() RETURNS int LANGUAGE plpgsql AS $$ BEGIN ALTER TABLE pet ADD colour text; RETURN 1; END $$`);
    for (let n = 0; n < 7; n++) await ask();
    await ours.query('SELECT paint()');
    await ask().catch(() => undefined);
    expect(await ask()).toHaveProperty('colour');
    await ours.exec('DROP FUNCTION paint');
  });
});

describe('of many statements', () => {
  it('one may have as many rows as there are', async () => {
    expect((await ours.query('SELECT generate_series(1, 200000) AS n')).rows.at(-1)).toEqual({ n: 200_000 });
  });

  it('those that were used last are held, and each is answered', async () => {
    for (let round = 0; round < 2; round++) {
      for (let n = 1; n <= 45; n++) {
        expect((await ours.query(`SELECT ${n} AS n`)).rows).toEqual([{ n }]);
        await ours.query('SELECT id FROM pet');
      }
    }
    const statements = await held();
    expect(statements.length).toBeLessThanOrEqual(21);
    expect(statements).toEqual(expect.arrayContaining(['SELECT id FROM pet', 'SELECT 45 AS n']));
    expect(statements).not.toContain('SELECT 1 AS n');
  });

  it('plans follow a table that grows', async () => {
    const sql = 'SELECT id FROM other WHERE id = $1';
    const plan = async () => {
      const { rows } = await ours.query<{ name: string }>('SELECT name FROM pg_prepared_statements WHERE statement = $1', [sql]);
      return JSON.stringify((await ours.query(`EXPLAIN EXECUTE ${rows[0]?.name}(1)`)).rows);
    };
    await ours.exec('CREATE TABLE other (id int); CREATE INDEX other_id ON other (id); INSERT INTO other VALUES (1)');
    await ours.query('VACUUM ANALYZE other');
    for (let n = 0; n < 10; n++) await ours.query(sql, [n]);
    expect(await plan()).toContain('Seq Scan');
    await ours.exec('INSERT INTO other SELECT generate_series(2, 20000)');
    for (let n = 0; n < 110; n++) await ours.query(sql, [n]);
    expect(await plan()).toContain('other_id');
  });

  it('lists of every length are found, by several who ask at once', async () => {
    const database = await openDatabase({ memory: true });
    const { pglite } = database;
    if (!pglite) throw new Error('not embedded');
    const another = new PrismaClient({ adapter: new PrismaPGlite(pglite) });
    const people = Array.from({ length: 330 }, (_, n) => ({
      tenantId: 't',
      id: `p${n}`,
      name: `${n}`,
      language: 'sv',
      timeZone: 'UTC',
      createdAt: new Date(0),
      version: 1,
    }));
    await database.prisma.person.createMany({ data: people });
    const lengths = Array.from({ length: 331 }, (_, length) => length);
    const counts = await Promise.all(
      lengths.map(async (length) => {
        const client = length % 2 === 0 ? database.prisma : another;
        return (await client.person.findMany({ where: { id: { in: people.slice(0, length).map(({ id }) => id) } } })).length;
      }),
    );
    expect(counts).toEqual(lengths);
    expect((await held(pglite)).length).toBeLessThanOrEqual(301);

    const rename = (client: PrismaClient, name: string) =>
      client.$transaction(async (tx) => {
        const { version } = await tx.person.findFirstOrThrow({ where: { id: 'p1' } });
        await tx.person.updateMany({ where: { id: 'p1', version }, data: { name, version: version + 1 } });
      });
    await Promise.all(Array.from({ length: 20 }, (_, n) => rename(n % 2 === 0 ? database.prisma : another, `${n}`)));
    expect(await another.person.findFirstOrThrow({ where: { id: 'p1' } })).toMatchObject({ version: 21 });
    await database.close();
    await expect(pglite.query('SELECT 1')).rejects.toThrow('PGlite is closed');
  });
});
