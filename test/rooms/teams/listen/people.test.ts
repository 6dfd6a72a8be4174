// Who people in Teams become here, however little Teams tells of them; who is welcomed, and who looks after the programme.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readReference } from '../../../../adapters/teams/reference.ts';
import { LOCAL } from '../../../support/teams/local-teams.ts';
import { changed, installed, message, PARTNER } from '../../../support/teams/payloads.ts';
import type { Person } from '../../../support/teams/person.ts';
import { lists, openScene, opensCohort, type Scene, until } from './scene.ts';

const PEOPLE = [
  { name: 'gunnar', realName: 'Gunnar Gäst', guest: true, locale: 'sv-SE' },
  { name: 'gia', realName: 'Gia Gäst', guest: true, email: null },
  { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE' },
  { name: 'berit', realName: 'Berit Ek', locale: 'sv-SE' },
  { name: 'mateo', realName: 'Mateo <at>Rivas</at> *x*', locale: 'es-MX', timeZone: 'Atlantic/Canary' },
  { name: 'nora', realName: 'Nora Utan', email: null },
  { name: 'lo', realName: 'Lo Stum', locale: null },
  { name: 'nemo', realName: 'Nemo Berg', withoutObjectId: true },
  { name: 'per', realName: 'Per Partner', tenant: PARTNER },
];
const WELCOME = { en: 'Hello! I look after mentoring here.', sv: 'Hej! Jag tar hand om mentorskap här.' };

let scene: Scene;
const person = (name: string): Person => scene.teams.person(name);

beforeAll(async () => {
  scene = await openScene({ people: PEOPLE });
});
afterEach(() => {
  for (const { name } of PEOPLE) person(name).closes();
  expect(scene.house.faults).toEqual([]);
});
afterAll(() => scene.close());

/** By handle, in the organisation behind the tenant. */
async function coordinators(): Promise<string[]> {
  const sql = `SELECT a."externalId" AS "id" FROM "Grant" g JOIN "Account" a USING ("tenantId", "personId") WHERE g."tenantId" = $1 AND g."role" = 'programme'`;
  const rows = await scene.rows(sql, await scene.tenantId());
  return rows.map(({ id }) => scene.teams.people.get(String(id)).name);
}

const welcomes = (name: string) =>
  person(name)
    .sees()
    .messages.filter((words) => Object.values(WELCOME).some((welcome) => words.includes(welcome))).length;

describe('the first coordinator', () => {
  it('is nobody who only writes, is a guest, or adds the app for themselves', async () => {
    await person('mateo').types('home');
    await person('mateo').installs();
    await person('gunnar').installs({});
    expect(await coordinators()).toEqual([]);
  });

  it('is whoever first adds the app to a team, and nobody after them', async () => {
    await person('anna').installs({});
    await person('berit').installs({ channel: 'mentoring' });
    expect(await coordinators()).toEqual(['anna']);
  });

  it('is told so in a chat of their own, though they have never written there', async () => {
    expect(await person('anna').hears('Du är den första samordnaren för example.org.')).toContain('[Skapa en omgång]');
  });
});

describe('the app', () => {
  it('says hello in a team once, and welcomes each person once, however often it is added', async () => {
    expect(scene.teams.inChannel('General').map(({ words }) => words.split('\n')[0])).toEqual(['Hej! Jag tar hand om mentorskapsprogram här.']);
    expect(scene.teams.inChannel('mentoring')).toEqual([]);
    await person('mateo').installs(undefined, 'add-upgrade');
    await person('berit').installs();
    await person('berit').again();
    await person('berit').hears(WELCOME.sv);
    await scene.quiet();
    expect([welcomes('berit'), welcomes('anna')]).toEqual([1, 0]);
    expect(
      person('mateo')
        .sees()
        .messages.filter((words) => words.includes('Hola')),
    ).toHaveLength(1);
  });

  it('that was removed and added again is as it was: people are reached, and not welcomed anew', async () => {
    const berit = person('berit');
    await berit.uninstalls();
    expect(await scene.known(berit)).toMatchObject({ reachable: false });
    await berit.installs();
    expect(await scene.known(berit)).toMatchObject({ reachable: true });
    await scene.quiet();
    expect(welcomes('berit')).toBe(1);
  });

  it('may leave a team and come back to it, under another name of the team or its channel', async () => {
    const anna = person('anna');
    await anna.uninstalls({});
    await anna.installs({});
    for (const eventType of ['teamRenamed', 'channelRenamed', 'teamArchived', 'teamUnarchived']) {
      const team = { id: LOCAL.team, name: `Ny ${eventType}` };
      expect((await scene.teams.deliver(changed(eventType, scene.teams.originOf('anna', scene.teams.spotOf('General')), { team }))).status).toBe(200);
    }
    await anna.slashes('cohort', { channel: 'mentoring' });
    expect(anna.sees().privately.at(-1)).toContain('Det finns ingen omgång än');
    expect(await scene.rows(`SELECT count(*)::int AS "count" FROM "Door" WHERE "platform" = 'teams'`)).toEqual([{ count: 1 }]);
    expect(await coordinators()).toEqual(['anna']);
  });
});

describe('somebody who writes for the first time', () => {
  it('is known by name, address, language and time zone, and by where they are reached', async () => {
    const known = await scene.known(person('mateo'));
    expect(known).toMatchObject({ name: 'Mateo <at>Rivas</at> *x*', email: 'mateo@example.org', language: 'es', timeZone: 'Atlantic/Canary' });
    const { account, direct } = person('mateo').known;
    const { serviceUrl } = scene.teams.connector;
    expect(readReference(String(known?.['conversation']))).toEqual({ serviceUrl, tenant: LOCAL.tenant, conversation: direct, user: account.id });
  });

  it('is known without an address of their own: by the name with which they sign in', async () => {
    await person('nora').types('home');
    expect(await scene.known(person('nora'))).toMatchObject({ name: 'Nora Utan', email: 'nora@example.org' });
  });

  it('is known without a language: in that of the organisation', async () => {
    await person('lo').types('home');
    expect(await scene.known(person('lo'))).toMatchObject({ name: 'Lo Stum', language: 'en' });
  });

  it('is known without an object id: by what the bot calls them', async () => {
    await person('nemo').types('home');
    expect(person('nemo').newest).toContain('Your mentoring');
    expect(await scene.known(person('nemo'))).toMatchObject({ name: 'Nemo Berg' });
  });

  it('is asked for another time where Teams does not say who they are', async () => {
    scene.teams.connector.fail({ status: 503 }, 1, 'read');
    const { tenantId, ...rest } = { tenantId: await scene.tenantId(), name: 'ny', realName: 'Ny Ek' };
    const ny = scene.teams.add(rest);
    await ny.types('home');
    expect(ny.newest).toContain('We do not know you here yet');
    await ny.types('home');
    expect(await scene.known(ny)).toMatchObject({ tenantId, name: 'Ny Ek' });
    scene.teams.refusals.splice(0);
  });

  it('keeps the language that they chose, whatever their app is set to afterwards', async () => {
    const berit = scene.teams.originOf('berit');
    const spanish = { locale: 'es-ES', country: 'ES', platform: 'Web', timezone: 'Europe/Madrid' };
    await scene.teams.deliver(message('home', { ...berit, client: spanish }));
    expect(await scene.known(person('berit'))).toMatchObject({ language: 'es', timeZone: 'Europe/Madrid' });
    await scene.teams.deliver(message('home', berit));
    expect(await scene.known(person('berit'))).toMatchObject({ language: 'sv', timeZone: 'Europe/Stockholm' });
  });
});

describe('somebody from elsewhere', () => {
  it.each(['gunnar', 'gia'])('is told kindly that guests are asked in, and does not become known: %s', async (name) => {
    await person(name).types('/mentor');
    expect(person(name).newest).toMatch(/guest|gäst/i);
    expect(await scene.known(person(name))).toBeUndefined();
  });

  it('is in all the same once a coordinator has them on a list', async () => {
    await opensCohort(person('anna'), 'Hösten');
    await lists(person('anna'), 'Hösten', ['Gunnar;gunnar@example.org;adept']);
    await person('gunnar').types('/mentor');
    await until(async () => (await scene.known(person('gunnar'))) !== undefined);
    expect(person('gunnar').newest).toContain('Hösten');
  });

  it('is not let in from a tenant that is not served, and no organisation is made for it', async () => {
    const per = scene.teams.originOf('per');
    for (const activity of [message('home', per), installed('add', per), installed('add', { ...per, spot: scene.teams.spotOf('General') })])
      expect((await scene.teams.deliver(activity)).status).toBe(401);
    expect(await scene.known(person('per'))).toBeUndefined();
    expect(await scene.rows(`SELECT 1 FROM "Door" WHERE "externalId" = $1`, PARTNER)).toEqual([]);
  });
});
