// Opens the database: PostgreSQL by address, or PGlite in a directory or in memory. One schema, one client for both.

import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { prepareOnce } from './prepared.ts';

export type Where = { readonly url: string; readonly connections?: number } | { readonly directory: string } | { readonly memory: true };

export interface Database {
  readonly prisma: PrismaClient;
  /** Set where the database is embedded. */
  readonly pglite: PGlite | null;
  /** Set where it is a server. */
  readonly url: string | null;
  close(): Promise<void>;
}

/** One process, one machine, a few thousand people: a small cache is enough, and leaves memory to others. */
const SMALL = ['shared_buffers=16MB'];

/** Opens and migrates. The caller holds the lock on the directory: PGlite itself has none. `onQuery` hears every query. */
export async function openDatabase(where: Where, onQuery?: (sql: string) => void): Promise<Database> {
  if ('url' in where) {
    const adapter = new PrismaPg({ connectionString: where.url, max: where.connections ?? 10 });
    await migrate(new PrismaPg({ connectionString: where.url, max: 2 }));
    return opened(adapter, { pglite: null, url: where.url }, onQuery);
  }
  const pglite = await PGlite.create({ ...('directory' in where ? { dataDir: where.directory } : {}), postgresqlconf: SMALL });
  const adapter = new PrismaPGlite(pglite);
  await migrate(adapter);
  prepareOnce(pglite);
  return opened(adapter, { pglite, url: null }, onQuery);
}

function opened(adapter: SqlMigrationAwareDriverAdapterFactory, kind: Pick<Database, 'pglite' | 'url'>, onQuery?: (sql: string) => void): Database {
  const prisma = new PrismaClient({
    adapter,
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
    log: onQuery ? [{ emit: 'event', level: 'query' }] : [],
  });
  if (onQuery) prisma.$on('query', (event: { query: string }) => onQuery(event.query));
  return {
    ...kind,
    prisma,
    async close() {
      await prisma.$disconnect();
      if (kind.pglite && !kind.pglite.closed) await kind.pglite.close();
    },
  };
}
