// The database as it is, for the operator's commands: it is neither made nor migrated.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import type { Config } from '../../config.ts';
import { type DataDirectory, openDirectory } from '../data-directory.ts';

export interface Asking {
  readonly directory: DataDirectory | null;
  query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** `null` where nothing has been kept yet. Throws where the database cannot be reached. */
export async function askingOf(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Asking | null> {
  return config.databaseUrl ? served(config.databaseUrl) : embedded(config.dataDir);
}

async function served(url: string): Promise<Asking> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 20_000 });
  client.on('error', () => {});
  await client.connect();
  return {
    directory: null,
    query: async <Row>(sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows as Row[],
    close: () => client.end(),
  };
}

async function embedded(dataDir: string): Promise<Asking | null> {
  // To open a directory makes it.
  if (!existsSync(join(dataDir, 'database'))) return null;
  const directory = openDirectory(dataDir);
  try {
    const pglite = await PGlite.create({ dataDir: directory.database });
    return {
      directory,
      query: async <Row>(sql: string, values: readonly unknown[] = []) => (await pglite.query<Row>(sql, [...values])).rows,
      async close() {
        await pglite.close();
        directory.release();
      },
    };
  } catch (error) {
    directory.release();
    throw error;
  }
}
