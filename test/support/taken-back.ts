// A database that takes every transaction back once it has been asked to, after a look at what the transaction changed.

import type { Database } from '../../src/runtime/store/database.ts';
import type { Prisma } from '../../src/runtime/store/generated/client.ts';

export interface TakenBack {
  readonly database: Database;
  /** From now on the state stays as it is, whatever is done. */
  begin(): Promise<void>;
  /** The tables that the last transaction would have changed, sorted; the event log, which notes refusals too, aside. */
  changed(): readonly string[];
}

type Work = (client: Prisma.TransactionClient) => Promise<unknown>;
type State = Readonly<Record<string, string>>;

export async function takenBack(real: Database): Promise<TakenBack> {
  const sql = await stateQuery(real);
  const stateOf = async (client: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>) => (await client.$queryRawUnsafe<{ state: State }[]>(sql))[0]?.state ?? {};
  let before: State | null = null;
  let changed: readonly string[] = [];

  async function transaction(work: Work): Promise<unknown> {
    const kept = before;
    if (!kept) return real.prisma.$transaction(work);
    changed = [];
    let result: unknown;
    const back = new Error('taken back');
    try {
      await real.prisma.$transaction(async (client) => {
        result = await work(client);
        const after = await stateOf(client);
        changed = Object.keys(after).filter((table) => after[table] !== kept[table]);
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
    begin: async () => void (before = await stateOf(real.prisma)),
    changed: () => changed,
  };
}

/** A digest of every table there is, so that a table of tomorrow is looked at too. */
async function stateQuery({ prisma }: Database): Promise<string> {
  const tables = await prisma.$queryRawUnsafe<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT IN ('Event', '_prisma_migrations') ORDER BY 1`,
  );
  const digests = tables.map(({ name }) => `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS digest FROM "${name}" t`);
  return `SELECT json_object_agg(name, digest) AS state FROM (${digests.join(' UNION ALL ')}) tables`;
}
