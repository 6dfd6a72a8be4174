// A database that takes every transaction back once it has been asked to, after a look at what the transaction changed.

import type { Database } from '../../src/runtime/store/database.ts';
import type { Prisma } from '../../src/runtime/store/generated/client.ts';

export interface TakenBack {
  readonly database: Database;
  /** From now on the state stays as it is, whatever is done. */
  begin(): Promise<void>;
  /** From now on what is done is kept. */
  end(): void;
  /** The tables that the last transaction would have changed, sorted; the event log, which notes refusals too, aside. */
  changed(): readonly string[];
}

type Work = (client: Prisma.TransactionClient) => Promise<unknown>;
type Asking = Pick<Prisma.TransactionClient, '$queryRawUnsafe'>;

export async function takenBack(real: Database): Promise<TakenBack> {
  const { touched, digestOf, tables } = await questionsTo(real);
  let before: ReadonlyMap<string, string> | null = null;
  let changed: readonly string[] = [];

  async function digests(client: Asking, names: readonly string[]): Promise<Map<string, string>> {
    const all = new Map<string, string>();
    for (const name of names) all.set(name, await digestOf(client, name));
    return all;
  }

  async function transaction(work: Work): Promise<unknown> {
    const kept = before;
    if (!kept) return real.prisma.$transaction(work);
    changed = [];
    let result: unknown;
    const back = new Error('taken back');
    try {
      await real.prisma.$transaction(async (client) => {
        result = await work(client);
        const after = await digests(client, await touched(client));
        changed = [...after].filter(([name, digest]) => digest !== kept.get(name)).map(([name]) => name);
        throw back;
      });
    } catch (error) {
      if (error !== back) throw error;
    }
    return result;
  }

  const prisma = new Proxy(real.prisma, {
    get: (target, name): unknown => (name === '$transaction' ? transaction : Reflect.get(target, name)),
  });
  return {
    database: { ...real, prisma },
    begin: async () => void (before = await digests(real.prisma, tables)),
    end: () => void (before = null),
    changed: () => changed,
  };
}

/**
 * What is asked again and again of every table there is, so that a table of tomorrow is looked at too. It is prepared on the one
 * connection that an embedded database has: to plan a question anew costs more than its answer.
 */
async function questionsTo({ prisma }: Database) {
  const tables = await prisma.$queryRawUnsafe<{ name: string; id: number }[]>(
    `SELECT relname::text AS name, oid::int AS id FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT IN ('Event', '_prisma_migrations') ORDER BY 1`,
  );
  // Also what was written as it had been before, or was taken back to a savepoint: the digests decide.
  const written = ['inserted', 'updated', 'deleted'].map((how) => `pg_stat_get_xact_tuples_${how}(id)`).join(' + ');
  const rows = tables.map(({ name, id }) => `('${name}', ${id}::oid)`).join(', ');
  await prisma.$executeRawUnsafe(`PREPARE "touched" AS SELECT name FROM (VALUES ${rows}) tables(name, id) WHERE ${written} > 0 ORDER BY name`);
  for (const { name } of tables) {
    const all = `coalesce(string_agg(t::text, '' ORDER BY t::text), '')`;
    await prisma.$executeRawUnsafe(`PREPARE "digest of ${name}" AS SELECT md5(${all}) AS digest FROM "${name}" t`);
  }
  return {
    tables: tables.map(({ name }) => name),
    /** The tables in which a transaction has written. */
    touched: async (client: Asking) => (await client.$queryRawUnsafe<{ name: string }[]>('EXECUTE "touched"')).map(({ name }) => name),
    digestOf: async (client: Asking, name: string) => (await client.$queryRawUnsafe<{ digest: string }[]>(`EXECUTE "digest of ${name}"`))[0]?.digest ?? '',
  };
}
