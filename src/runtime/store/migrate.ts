// Applies prisma/migrations with Prisma's own engine, in its WebAssembly build, so that no binary is downloaded.
// It keeps Prisma's table `_prisma_migrations`: `prisma migrate deploy` can take over at any time.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

const PRISMA = new URL('../../../prisma/', import.meta.url);
const FILTERS = { externalTables: [], externalEnums: [] };

// Node has it; its types come with those of browsers, which do not belong here.
declare const WebAssembly: { instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }> };

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  const wasm = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), { './schema_engine_bg.js': engine });
  (engine as unknown as { __wbg_set_wasm(exports: object): void }).__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

async function engineOn(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<engine.SchemaEngine> {
  loaded ??= load();
  await loaded;
  const schema = await readFile(new URL('schema.prisma', PRISMA), 'utf8');
  return engine.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

async function migrations() {
  const folder = new URL('migrations/', PRISMA);
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path) => ({
      path,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: await readFile(new URL(`${path}/migration.sql`, folder), 'utf8') } },
    })),
  );
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
  return { baseDir: folder.pathname, lockfile, shadowDbInitScript: '', migrationDirectories };
}

/** Brings a database up to date; resolves to the names of what was applied, none if it was current. */
export async function migrate(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<readonly string[]> {
  const list = await migrations();
  if (await isCurrent(adapter, list.migrationDirectories)) return [];
  const opened: { dispose(): Promise<void> }[] = [];
  const schemaEngine = await engineOn(listed(adapter, opened));
  try {
    const result = await schemaEngine.applyMigrations({ migrationsList: list, filters: FILTERS });
    return result.appliedMigrationNames;
  } finally {
    // The engine keeps its advisory lock as long as its connection lives: others would wait for it.
    schemaEngine.free();
    for (const connection of opened) await connection.dispose();
  }
}

/** The same adapter, with a list of the connections it opens. */
function listed(adapter: SqlMigrationAwareDriverAdapterFactory, opened: { dispose(): Promise<void> }[]): SqlMigrationAwareDriverAdapterFactory {
  const connect = async () => {
    const connection = await adapter.connect();
    opened.push(connection);
    return connection;
  };
  return { provider: adapter.provider, adapterName: adapter.adapterName, connect, connectToShadowDb: () => adapter.connectToShadowDb() };
}

/** Nearly always so: then the engine, which is large, is not loaded at all. Prisma keeps each migration's SHA-256. */
async function isCurrent(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  wanted: Awaited<ReturnType<typeof migrations>>['migrationDirectories'],
): Promise<boolean> {
  const connection = await adapter.connect();
  const ask = async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
  try {
    const [[there] = []] = await ask(`SELECT to_regclass('_prisma_migrations')::text`);
    if (!there) return false;
    const rows = await ask('SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL');
    const applied = new Map(rows.map(([name, checksum]) => [name, checksum]));
    const sums = wanted.map(({ path, migrationFile }) => [path, createHash('sha256').update(migrationFile.content.value).digest('hex')]);
    return sums.length === applied.size && sums.every(([path, sum]) => applied.get(path) === sum);
  } finally {
    await connection.dispose();
  }
}

/** The SQL that takes the migrations' schema to schema.prisma's; empty where they agree. Only ever on an in-memory PGlite. */
export async function missingMigration(scratch: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const schemaEngine = await engineOn(scratch);
  const schema = await readFile(new URL('schema.prisma', PRISMA), 'utf8');
  const list = await migrations();
  const result = await schemaEngine.diff({
    from: list.migrationDirectories.length > 0 ? { tag: 'migrations', ...list } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
    script: true,
    exitCode: null,
    filters: FILTERS,
  });
  return /^-- This is an empty migration/m.test(result.stdout ?? '') ? '' : (result.stdout ?? '');
}
