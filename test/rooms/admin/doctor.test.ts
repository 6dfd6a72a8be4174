// The doctor: every illness is named with its cure, nothing is made or changed, and no secret is said.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Environment, readConfig } from '../../../src/config.ts';
import type { Check } from '../../../src/doctor.ts';
import { BotError } from '../../../src/fault.ts';
import type { Goal } from '../../../src/mentoring/goals/goal.ts';
import type { Tx } from '../../../src/mentoring/store.ts';
import { runAdmin } from '../../../src/runtime/admin/admin.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { openDirectory } from '../../../src/runtime/data-directory.ts';
import { idsOf } from '../../../src/runtime/ids.ts';
import { keysFrom } from '../../../src/runtime/keys.ts';
import { installationsOf } from '../../../src/runtime/reception/installations.ts';
import { secretsOf } from '../../../src/runtime/secrets.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { storeOf } from '../../../src/runtime/store/store.ts';
import { databaseOn } from '../../support/postgres.ts';

const KEY = randomBytes(32);
const OTHER = randomBytes(32);

function goal(id: string): Goal {
  const text = { title: 'Dare to ask', specific: '', measurable: '', achievable: '', relevant: '' };
  const dates = { dueOn: null, createdAt: systemClock.now(), doneAt: null };
  return { id, personId: 'p', pairId: null, visibility: 'private', state: 'active', progress: 0, text, notes: [], ...dates };
}

/** A goal is somebody's. */
async function noted(tx: Tx, id: string): Promise<void> {
  const facts = { name: 'P', email: null, language: 'en', timeZone: 'UTC', chosen: [], prefers: null, formerly: [] } as const;
  tx.people.put({ id: 'p', ...facts, createdAt: systemClock.now(), leftAt: null });
  tx.goals.put(goal(id));
}

async function examine(environment: Environment, checks: readonly Check[] = []) {
  const lines: string[] = [];
  const code = await runAdmin(['doctor'], { read: () => readConfig(environment), platformChecks: () => checks, say: (line) => void lines.push(line) });
  const said = lines.join('\n');
  for (const secret of [KEY, OTHER]) expect(said).not.toContain(secret.toString('base64'));
  return { code, said, of: (name: string) => lines.find((line) => line.slice(6).startsWith(name)) ?? '' };
}

/** Something sealed in each kind of place. */
async function fill(database: Database, keys: readonly [Buffer, ...Buffer[]]): Promise<void> {
  const secrets = secretsOf(keys);
  const store = storeOf(database, { secrets, ids: idsOf(systemClock), clock: systemClock });
  await installationsOf({ database, secrets, clock: systemClock }).save('slack', 'T1', { token: 'xoxb-sealed' });
  await store.change('tenant-1', (tx) => noted(tx, 'goal-1'));
}

describe('the doctor, with PostgreSQL', () => {
  let url: string;
  let settings: Environment;

  beforeAll(async () => {
    url = await databaseOn(inject('postgresUrl'));
    const database = await openDatabase({ url });
    await fill(database, [KEY]);
    await database.close();
    settings = { DATABASE_URL: url, SECRET_KEY: KEY.toString('base64'), PLAYGROUND: 'off' };
  });

  const sql = async (text: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(text);
    await client.end();
  };

  it('finds nothing where all is well', async () => {
    const { code, said, of } = await examine(settings);
    expect(said).not.toContain('WRONG');
    expect(of('database')).toMatch(/^ok .*PostgreSQL \d+.* answers/);
    expect(of('migrations')).toMatch(/all \d+ are applied/);
    expect(of('key')).toContain('it opens what is sealed');
    expect(code).toBe(0);
  });

  it('notices another key, and is content with it as the one before', async () => {
    const changed = { ...settings, SECRET_KEY: OTHER.toString('base64') };
    const { code, of } = await examine(changed);
    expect(of('key')).toMatch(/^WRONG key .*Installation holds what this key does not open: put the key back/);
    expect(code).toBe(1);
    expect((await examine({ ...changed, SECRET_KEY_PREVIOUS: KEY.toString('base64') })).code).toBe(0);
  });

  it('notices one text under a key that is gone, among those under the present one', async () => {
    const database = await openDatabase({ url });
    const store = storeOf(database, { secrets: secretsOf([OTHER]), ids: idsOf(systemClock), clock: systemClock });
    await store.change('tenant-2', (tx) => noted(tx, 'goal-2'));
    expect((await examine(settings)).of('key')).toMatch(/^WRONG key .*Goal holds what this key does not open/);
    await database.prisma.goal.deleteMany({ where: { id: 'goal-2' } });
    await database.close();
    expect((await examine(settings)).code).toBe(0);
  });

  it('notices migrations that are missing, unfinished, or of a newer version', async () => {
    await sql(`CREATE TABLE kept AS SELECT * FROM _prisma_migrations`);
    await sql(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%slack'`);
    expect((await examine(settings)).of('migrations')).toMatch(/^WRONG .*_slack not applied yet: start Mentor Cycle, which does it/);
    await sql(
      `INSERT INTO _prisma_migrations SELECT * FROM kept WHERE migration_name LIKE '%slack'; UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%slack'`,
    );
    expect((await examine(settings)).of('migrations')).toMatch(/^WRONG .*_slack was begun and not finished/);
    await sql(`UPDATE _prisma_migrations SET finished_at = now(), migration_name = '29990101000000_later' WHERE migration_name LIKE '%slack'`);
    expect((await examine(settings)).of('migrations')).toMatch(/^WRONG .*29990101000000_later is not of this version/);
    await sql(`DELETE FROM _prisma_migrations; INSERT INTO _prisma_migrations SELECT * FROM kept; DROP TABLE kept`);
    expect((await examine(settings)).code).toBe(0);
  });

  it('looks into an empty database without filling it', async () => {
    const empty = await databaseOn(inject('postgresUrl'));
    const { code, of } = await examine({ ...settings, DATABASE_URL: empty });
    expect(code).toBe(0);
    expect(of('migrations')).toContain('none are applied yet');
    expect(of('key')).toContain('nothing is sealed yet');
    const client = new Client({ connectionString: empty });
    await client.connect();
    expect((await client.query(`SELECT count(*)::int AS n FROM information_schema.tables WHERE table_schema = 'public'`)).rows).toEqual([{ n: 0 }]);
    await client.end();
  });

  it('says why a dead database is dead, once, and goes on', async () => {
    const nobody = createServer();
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
    const { port } = nobody.address() as AddressInfo;
    await new Promise((resolve) => nobody.close(resolve));
    const dead = await examine({ ...settings, DATABASE_URL: `postgres://mentor:s3cret@127.0.0.1:${port}/mentor` }, [
      { name: 'after', run: () => Promise.resolve({ ok: true, said: 'asked all the same' }) },
    ]);
    expect(dead.of('database')).toMatch(/^WRONG database .*nobody listens there: start the server, or mend host and port in DATABASE_URL/);
    expect(dead.of('migrations')).toContain('not known before the database answers');
    expect(dead.of('after')).toMatch(/^ok /);
    expect(dead.said).not.toContain('s3cret');
    expect(dead.code).toBe(1);
    const missing = await examine({ ...settings, DATABASE_URL: Object.assign(new URL(url), { pathname: '/no_such_database' }).href });
    expect(missing.of('database')).toContain('the server has no such database');
  });
});

describe('the doctor, with the embedded database', () => {
  const home = mkdtempSync(join(tmpdir(), 'mentor-cycle-doctor-'));
  const dataDir = join(home, 'data');
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('makes nothing where nothing is', async () => {
    const { code, of } = await examine({ DATA_DIR: dataDir });
    expect(of('database')).toContain('nothing is kept yet');
    expect(code).toBe(0);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('looks into it, says when it is in use, and misses a key that is gone', async () => {
    const directory = openDirectory(dataDir);
    const keys = keysFrom([], directory);
    const database = await openDatabase({ directory: directory.database });
    await fill(database, keys);
    await database.close();
    const used = await examine({ DATA_DIR: dataDir });
    expect(used.of('database')).toMatch(/^ok .*in use/);
    expect(used.of('key')).toMatch(/^ok .*not looked at/);
    directory.release();

    const well = await examine({ DATA_DIR: dataDir });
    expect(well.said).not.toContain('WRONG');
    expect(well.of('key')).toContain('it opens what is sealed');

    rmSync(directory.key);
    const { code, of } = await examine({ DATA_DIR: dataDir });
    expect(of('key')).toMatch(/^WRONG .*key file of the data directory is missing/);
    expect(code).toBe(1);
    openDirectory(dataDir).release();
  });
});

describe('the doctor’s words', () => {
  it('name all faults of the settings and ask nothing further', async () => {
    const { code, said } = await examine({ PORT: 'x', SLACK_BOT_TOKEN: 'xoxb-1-2' });
    expect(said.split('\n')).toEqual([
      expect.stringMatching(/^WRONG settings +PORT must be a number/),
      expect.stringMatching(/^ {22}SLACK_BOT_TOKEN needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET/),
      'To mend: 1.',
    ]);
    expect(code).toBe(1);
  });

  it('hold nothing of an error that nobody thought of', async () => {
    const failing = (thrown: Error): Check => ({ name: 'strange', run: () => Promise.reject(thrown) });
    expect((await examine({ DATA_DIR: '/nowhere/at/all' }, [failing(new TypeError('Ana’s goal'))])).of('strange')).toBe(
      'WRONG strange         the check itself failed (TypeError)',
    );
    expect((await examine({ DATA_DIR: '/nowhere/at/all' }, [failing(new BotError('config', 'mend this'))])).of('strange')).toContain('mend this');
  });

  it('say what can be asked, where something else was', async () => {
    const lines: string[] = [];
    const parts = { read: () => readConfig({}), platformChecks: () => [], say: (line: string) => void lines.push(line) };
    for (const args of [[], ['docter'], ['doctor', 'now']]) expect(await runAdmin(args, parts)).toBe(1);
    const commands = ['doctor', 'join', 'calendar', 'collisions'];
    for (const [index, line] of lines.entries()) expect(line).toContain(`npm run admin -- ${commands[index % commands.length]}`);
    expect(lines).toHaveLength(3 * commands.length);
  });
});
