// An organisation that came in by two doors becomes one by the operator's word, unless something would be lost.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Environment, readConfig } from '../../../src/config.ts';
import { introduce } from '../../../src/mentoring/people/index.ts';
import { grantFirst } from '../../../src/mentoring/programme/index.ts';
import type { Tx } from '../../../src/mentoring/store.ts';
import { runAdmin } from '../../../src/runtime/admin/admin.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { openDirectory } from '../../../src/runtime/data-directory.ts';
import { idsOf } from '../../../src/runtime/ids.ts';
import { doorsOf } from '../../../src/runtime/reception/doors.ts';
import { installationsOf } from '../../../src/runtime/reception/installations.ts';
import { secretsOf } from '../../../src/runtime/secrets.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { type Store, storeOf } from '../../../src/runtime/store/store.ts';
import { civilOf } from '../../../src/time.ts';
import { databaseOn } from '../../support/postgres.ts';

const KEY = randomBytes(32);
const ids = idsOf(systemClock);

async function admin(settings: Environment, ...args: readonly string[]) {
  const lines: string[] = [];
  const code = await runAdmin(args, { read: () => readConfig(settings), platformChecks: () => [], say: (line) => void lines.push(line) });
  return { code, said: lines.join('\n') };
}

describe('npm run admin -- join', () => {
  let settings: Environment;
  let database: Database;
  let store: Store;
  let slack: string;
  let teams: string;

  beforeAll(async () => {
    const url = await databaseOn(inject('postgresUrl'));
    settings = { DATABASE_URL: url, SECRET_KEY: KEY.toString('base64'), PLAYGROUND: 'off' };
    database = await openDatabase({ url });
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    const { prisma } = database;
    for (const model of [
      'Goal',
      'Participation',
      'BusyPeriod',
      'Grant',
      'Link',
      'Account',
      'Person',
      'Cohort',
      'Programme',
      'Organisation',
      'Door',
      'Message',
      'Event',
    ]) {
      await prisma.$executeRawUnsafe(`DELETE FROM "${model}"`);
    }
    store = storeOf(database, { secrets: secretsOf([KEY]), ids, clock: systemClock });
    const { alone } = installationsOf({ database, secrets: secretsOf([KEY]), clock: systemClock });
    const doors = doorsOf({ store, clock: systemClock, ids, alone, language: 'en', timeZone: 'UTC' });
    slack = await doors.open('slack', 'T1', { name: 'Nordsol Slack' });
    teams = await doors.open('teams', 'tenant-1', { name: 'Nordsol Teams' });
  });

  const both = ['join', 'slack:T1', 'teams:tenant-1'] as const;
  const inTeams = <T>(work: (tx: Tx) => Promise<T>) => store.change(teams, work);
  const doorOf = async (platform: string) => (await database.prisma.door.findFirst({ where: { platform } }))?.tenantId;
  const comes = (name: string) =>
    inTeams((tx) => introduce(tx, teams, { platform: 'teams', externalId: name, profile: { name, email: null } }, systemClock.now(), ids));

  it('leads the second door to the organisation of the first, and tells what it did', async () => {
    const eva = await comes('Eva');
    const [programme] = await inTeams((tx) => tx.programmes.find({}));
    await inTeams((tx) => grantFirst(tx, programme?.id ?? '', eva?.personId ?? '', systemClock.now(), ids));
    const { code, said } = await admin(settings, ...both);
    expect(code).toBe(0);
    expect(said).toContain('teams:tenant-1 leads to Nordsol Slack now.\nNordsol Teams is gone; nothing had begun there.');
    expect(said).toContain('Known there and nowhere else so far: 1.');
    expect(said).toContain('Its first coordinator has no role in Nordsol Slack');
    expect([await doorOf('slack'), await doorOf('teams')]).toEqual([slack, slack]);
    // Nothing of it is left anywhere.
    for (const model of ['person', 'account', 'grant', 'programme', 'organisation', 'message', 'event'] as const) {
      expect([model, await (database.prisma[model] as typeof database.prisma.person).count({ where: { tenantId: teams } })]).toEqual([model, 0]);
    }
    expect((await admin(settings, ...both)).said).toBe('Both lead to Nordsol Slack already.');
  });

  it.each([
    [
      'cohorts',
      async (tx: Tx, programmeId: string) =>
        tx.cohorts.put({
          ...{ id: ids.next(), programmeId, name: 'Autumn', signup: 'open', target: 20, channel: null, createdAt: systemClock.now() },
          ...{ startsOn: civilOf('2026-10-01'), endsOn: civilOf('2027-05-01') },
        }),
    ],
    [
      'goals',
      async (tx: Tx) => {
        const [person] = await tx.people.find({});
        const text = { title: 'Hold a talk', specific: '', measurable: '', achievable: '', relevant: '' };
        const goal = { pairId: null, visibility: 'private', state: 'active', text, dueOn: null, progress: 0, notes: [], doneAt: null } as const;
        tx.goals.put({ id: ids.next(), personId: person?.id ?? '', createdAt: systemClock.now(), ...goal });
      },
    ],
    [
      'several coordinators',
      async (tx: Tx, programmeId: string) => {
        const [person] = await tx.people.find({});
        for (const role of ['matching', 'safeguarding'] as const) {
          tx.grants.put({ id: ids.next(), programmeId, personId: person?.id ?? '', role, createdAt: systemClock.now() });
        }
      },
    ],
    [
      'words of its own',
      async (tx: Tx, programmeId: string) => {
        const programme = await tx.programmes.get(programmeId);
        if (programme) tx.programmes.put({ ...programme, terms: { mentee: { en: 'student' } } });
      },
    ],
  ])('changes nothing where people have made something there: %s', async (word, make) => {
    await comes('Eva');
    const [programme] = await inTeams((tx) => tx.programmes.find({}));
    await inTeams(async (tx) => make(tx, programme?.id ?? ''));
    const { code, said } = await admin(settings, ...both);
    expect([code, said]).toEqual([1, expect.stringContaining(`Nordsol Teams, behind teams:tenant-1, has ${word}: these cannot be moved`)]);
    expect(said).toContain('Nothing was changed.');
    expect([await doorOf('teams'), await database.prisma.person.count({ where: { tenantId: teams } })]).toEqual([teams, 1]);
    // The other way round nothing stands in the way.
    expect((await admin(settings, 'join', 'teams:tenant-1', 'slack:T1')).code).toBe(0);
    expect(await doorOf('slack')).toBe(teams);
  });

  it('names the doors there are where it is given another', async () => {
    const { code, said } = await admin(settings, 'join', 'slack:T1', 'teams:elsewhere');
    expect(code).toBe(1);
    expect(said).toContain('teams:elsewhere: nobody has come in by this door.');
    expect(said).toContain('  slack:T1  Nordsol Slack\n  teams:tenant-1  Nordsol Teams');
  });

  it('looks first, and waits for whoever is about to begin something there', async () => {
    const [programme] = await inTeams((tx) => tx.programmes.find({}));
    const held = Promise.withResolvers<void>();
    const creating = inTeams(async (tx) => {
      const found = await tx.programmes.get(programme?.id ?? '');
      if (found) tx.programmes.put(found);
      const span = { startsOn: civilOf('2026-10-01'), endsOn: civilOf('2027-05-01') };
      tx.cohorts.put({
        id: ids.next(),
        programmeId: programme?.id ?? '',
        name: 'Autumn',
        signup: 'open',
        target: 20,
        channel: null,
        createdAt: systemClock.now(),
        ...span,
      });
      await tx.cohorts.find({});
      await held.promise;
    });
    await expect.poll(() => holding(database)).toBeGreaterThan(0);
    const joining = admin(settings, ...both);
    await expect.poll(() => waitingAt(database)).toBe(1);
    held.resolve();
    await creating;
    expect(await joining).toMatchObject({ code: 1, said: expect.stringContaining('has cohorts') });
  });

  it('says what it needs where settings, database or doors are missing', async () => {
    expect((await admin(settings, 'join', 'slack:T1')).said).toContain('npm run admin -- join slack:WORKSPACE teams:TENANT');
    expect((await admin({ DATABASE_URL: 'nonsense' }, ...both)).said).toContain('DATABASE_URL');
    const empty = { ...settings, DATABASE_URL: await databaseOn(inject('postgresUrl')) };
    expect((await admin(empty, ...both)).said).toContain('Nothing is kept yet');
    const url = new URL(settings['DATABASE_URL'] ?? '');
    url.pathname = '/nowhere';
    expect((await admin({ ...settings, DATABASE_URL: url.href }, ...both)).said).toContain('The database does not answer as it should (3D000)');
  });

  it('works on the embedded database too, once Mentor Cycle is stopped', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'mentor-cycle-join-'));
    try {
      const directory = openDirectory(dataDir);
      const embedded = await openDatabase({ directory: directory.database });
      const kept = storeOf(embedded, { secrets: secretsOf([KEY]), ids, clock: systemClock });
      const { alone } = installationsOf({ database: embedded, secrets: secretsOf([KEY]), clock: systemClock });
      const doors = doorsOf({ store: kept, clock: systemClock, ids, alone, language: 'en', timeZone: 'UTC' });
      await doors.open('slack', 'T1', { name: 'A' });
      await doors.open('teams', 'tenant-1', { name: 'B' });
      await embedded.close();
      const alone2 = { DATA_DIR: dataDir, SECRET_KEY: KEY.toString('base64'), PLAYGROUND: 'off' };
      expect(await admin(alone2, ...both)).toMatchObject({ code: 1, said: expect.stringContaining('the data directory is in use') });
      directory.release();
      expect(await admin(alone2, ...both)).toMatchObject({ code: 0, said: expect.stringContaining('teams:tenant-1 leads to A now.') });
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

/** How many wait for a lock at this database, and how many hold one on a row that they have written. */
async function waitingAt({ prisma }: Database): Promise<number | undefined> {
  const [row] = await prisma.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.n;
}

async function holding({ prisma }: Database): Promise<number> {
  const [row] = await prisma.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction' AND backend_xid IS NOT NULL`;
  return row?.n ?? 0;
}
