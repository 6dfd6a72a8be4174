// Two at the same moment, on real PostgreSQL: PGlite runs transactions one by one and hides what breaks there.

import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { introduce, type Person } from '../../../src/mentoring/people/index.ts';
import { grantFirst } from '../../../src/mentoring/programme/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { databaseOn } from '../../support/postgres.ts';
import { createWorld, type World } from '../../support/world.ts';

const ROUNDS = 25;

let database: Database;
let world: World;
let anna: Person;
let bo: Person;

beforeAll(async () => {
  database = await openDatabase({ url: await databaseOn(inject('postgresUrl')) });
});
beforeEach(async () => {
  world = await createWorld({ database });
  anna = await world.person('Anna');
  bo = await world.person('Bo', { email: 'bo@example.org' });
  await world.grant(anna, 'programme');
});
afterAll(() => database.close());

async function setGrants(...people: readonly Person[]): Promise<readonly string[]> {
  await world.tx(async (tx) => {
    for (const grant of await tx.grants.find({})) tx.grants.remove(grant.id);
  });
  for (const person of people) await world.grant(person, 'programme');
  const grants = await world.tx((tx) => tx.grants.find({}));
  return people.map((person) => grants.find((grant) => grant.personId === person.id)?.id ?? '');
}

describe('at the same moment', () => {
  it('two coordinators who remove each other leave one in charge (E8.2)', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [annas, bos] = await setGrants(anna, bo);
      const replies = await Promise.all([world.act(anna, 'programme.revoke', { grant: bos }), world.act(bo, 'programme.revoke', { grant: annas })]);
      expect(replies.map((reply) => reply.kind).sort()).toEqual(['done', 'refused']);
      expect(await world.tx((tx) => tx.grants.count({}))).toBe(1);
    }
  });

  it('two coordinators who step down leave one in charge', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await setGrants(anna, bo);
      const stepDown = (person: Person) => world.act(person, 'programme.grant', { programme: world.programme.id, person: person.id, role: 'read-only' });
      const replies = await Promise.all([stepDown(anna), stepDown(bo)]);
      expect(replies.map((reply) => reply.kind).sort()).toEqual(['done', 'refused']);
      expect(await world.tx((tx) => tx.grants.count({ role: 'programme' }))).toBe(1);
    }
  });

  it('two installations name one first coordinator', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await setGrants();
      const first = (person: Person) => world.tx((tx) => grantFirst(tx, world.programme.id, person.id, world.clock.now(), world.ids));
      const both = await Promise.allSettled([first(anna), first(bo)]);
      expect(both.filter((one) => one.status === 'fulfilled' && one.value)).toHaveLength(1);
      expect(await world.tx((tx) => tx.grants.count({}))).toBe(1);
    }
  });

  it('two cohorts of one name do not come to be, whatever the capitals', async () => {
    await setGrants(anna, bo);
    for (let round = 0; round < ROUNDS; round++) {
      const create = (person: Person, name: string) =>
        world.act(person, 'programme.create', { programme: world.programme.id, name, startsOn: '2027-01-01', endsOn: '2027-12-01', target: 20 });
      const replies = await Promise.all([create(anna, `Start ${round}`), create(bo, `START ${round}`)]);
      expect(replies.map((reply) => reply.kind).sort()).toEqual(['done', 'refused']);
    }
    expect(await world.tx((tx) => tx.cohorts.count({}))).toBe(ROUNDS + 1);
  });

  it('the same list sent twice puts nobody in twice', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const csv = `name,email,role\nP,p${round}@example.org,mentor\nQ,q${round}@example.org,mentee`;
      const send = () => world.act(anna, 'programme.importRows', { cohort: world.cohort.id, csv });
      const replies = await Promise.all([send(), send()]);
      expect(replies.map((reply) => reply.kind).sort()).toEqual(['done', 'refused']);
    }
    expect(await world.tx((tx) => tx.participations.count({}))).toBe(2 * ROUNDS);
    expect(await world.tx((tx) => tx.people.count({}))).toBe(2 * ROUNDS + 2);
  });

  it('two accounts with a listed e-mail do not both become that person', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const email = `l${round}@example.org`;
      await world.act(anna, 'programme.importRows', { cohort: world.cohort.id, csv: `name,email,role\nL,${email},mentor` });
      const [listed] = await world.tx((tx) => tx.people.find({ email }));
      const appear = (platform: string) =>
        world.tx((tx) => introduce(tx, world.tenantId, { platform, externalId: email, profile: { name: 'L', email } }, world.clock.now(), world.ids));
      await Promise.allSettled([appear('slack'), appear('teams')]);
      expect(await world.tx((tx) => tx.accounts.count({ personId: listed?.id ?? '' }))).toBe(1);
    }
  });
});
