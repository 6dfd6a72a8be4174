// By which doors an organisation comes in: one each, or, where there is one organisation, all of them to it.

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Doors } from '../../../src/reception.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { idsOf } from '../../../src/runtime/ids.ts';
import { doorsOf } from '../../../src/runtime/reception/doors.ts';
import { installationsOf } from '../../../src/runtime/reception/installations.ts';
import { fillSample } from '../../../src/runtime/sample/index.ts';
import { secretsOf } from '../../../src/runtime/secrets.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { storeOf } from '../../../src/runtime/store/store.ts';
import { DATABASES } from '../../support/databases.ts';

const secrets = secretsOf([randomBytes(32)]);
const ids = idsOf(systemClock);

describe.each(DATABASES)('doors on $name', ({ name, open }) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.prisma.$executeRaw`DELETE FROM "Door"`;
    await database.prisma.$executeRaw`DELETE FROM "Organisation"`;
  });

  const storeFor = () => storeOf(database, { secrets, ids, clock: systemClock });
  /** What a process has of its own: its turns, and what it may remember. */
  function process(oneOrganisation: boolean): Doors {
    const { alone } = installationsOf({ database, secrets, clock: systemClock });
    return doorsOf({ store: storeFor(), clock: systemClock, ids, alone, language: 'sv', timeZone: 'Europe/Stockholm', oneOrganisation });
  }
  const organisations = () => database.prisma.organisation.count();

  it('lead to one organisation where there is one, whichever platform came first', async () => {
    const doors = process(true);
    const tenantId = await doors.open('teams', 'tenant', { name: 'Nordsol' });
    expect(await doors.open('slack', 'T1', { name: 'Nordsol Slack' })).toBe(tenantId);
    expect([await doors.tenantOf('slack', 'T1'), await doors.doorsOf(tenantId, 'slack'), await organisations()]).toEqual([tenantId, ['T1'], 1]);
    expect(await database.prisma.organisation.findFirst()).toMatchObject({ name: 'Nordsol', language: 'sv' });
  });

  it('lead to one each where many come in', async () => {
    const doors = process(false);
    const all = [
      await doors.open('teams', 'tenant', { name: 'A' }),
      await doors.open('slack', 'T1', { name: 'B' }),
      await doors.open('slack', 'T2', { name: 'C' }),
    ];
    expect([new Set(all).size, await organisations()]).toEqual([3, 3]);
  });

  it('never lead to the people of the playground, who do not exist', async () => {
    const sample = await fillSample(storeFor(), systemClock, ids);
    const doors = process(true);
    const tenantId = await doors.open('slack', 'T1', { name: 'Nordsol' });
    expect(tenantId).not.toBe(sample);
    expect(await doors.open('teams', 'tenant', { name: 'Nordsol' })).toBe(tenantId);
  });

  it('lead to a new one where nobody could say which of two is meant', async () => {
    const many = process(false);
    const before = [await many.open('slack', 'T1', { name: 'A' }), await many.open('slack', 'T2', { name: 'B' })];
    expect(before).not.toContain(await process(true).open('teams', 'tenant', { name: 'C' }));
  });

  it('opened by several at the same moment make one organisation', async () => {
    const rounds = name === 'PGlite' ? 1 : 5;
    for (let round = 0; round < rounds; round++) {
      await database.prisma.$executeRaw`DELETE FROM "Door"`;
      const processes = name === 'PGlite' ? [process(true)] : [process(true), process(true), process(true)];
      const opened = processes.flatMap((doors) => [doors.open('slack', 'T1', { name: 'Nordsol' }), doors.open('teams', 'tenant', { name: 'Nordsol' })]);
      expect(new Set(await Promise.all(opened)).size).toBe(1);
    }
  });

  it('that are led elsewhere are followed by all processes at once', async () => {
    const [one, other] = [process(false), process(false)];
    const [first, second] = [await one.open('slack', 'T1', { name: 'A' }), await one.open('teams', 'tenant', { name: 'B' })];
    expect(await other.tenantOf('teams', 'tenant')).toBe(second);
    await database.prisma.door.updateMany({ where: { platform: 'teams' }, data: { tenantId: first } });
    for (const doors of [one, other])
      expect([await doors.tenantOf('teams', 'tenant'), await doors.open('teams', 'tenant', { name: 'B' })]).toEqual([first, first]);
  });
});
