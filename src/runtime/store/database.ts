// Opens the database: PostgreSQL by address, or PGlite in a directory or in memory. One schema, one client for both.

import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';

export type Where = { readonly url: string; readonly connections?: number } | { readonly directory: string } | { readonly memory: true };

export interface Database {
  readonly prisma: PrismaClient;
  /** Set where the database is embedded. */
  readonly pglite: PGlite | null;
  /** Set where it is a server. */
  readonly url: string | null;
  close(): Promise<void>;
}

/** Opens and migrates. The caller holds the lock on the directory: PGlite itself has none. */
export async function openDatabase(where: Where): Promise<Database> {
  if ('url' in where) {
    const adapter = new PrismaPg({ connectionString: where.url, max: where.connections ?? 10 });
    await migrate(new PrismaPg({ connectionString: where.url, max: 2 }));
    return opened(adapter, null, where.url);
  }
  const pglite = await PGlite.create('directory' in where ? { dataDir: where.directory } : {});
  const adapter = new PrismaPGlite(pglite);
  await migrate(adapter);
  return opened(adapter, pglite, null);
}

function opened(adapter: SqlMigrationAwareDriverAdapterFactory, pglite: PGlite | null, url: string | null): Database {
  const prisma = new PrismaClient({ adapter, transactionOptions: { maxWait: 15_000, timeout: 30_000 } });
  return {
    ...{ prisma, pglite, url },
    async close() {
      await prisma.$disconnect();
      if (pglite && !pglite.closed) await pglite.close();
    },
  };
}
