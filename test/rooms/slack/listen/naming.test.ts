// People whom somebody else names: typed into a command, or chosen from Slack's own list of people.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../support/slack/person.ts';
import { lists, openScene, opensCohort, reading, type Scene, shown, takesPart, until } from './scene.ts';

const USERS = [
  { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE', owner: true },
  { name: 'bo', realName: 'Bo Ek <!channel> *fet*' },
  { name: 'alva', realName: 'Alva Lindqvist' },
  { name: 'mateo', realName: 'Mateo Rivas' },
  { name: 'tora', realName: 'Tora Ny', locale: 'sv-SE' },
  { name: 'nils', realName: 'Nils Ny' },
  { name: 'vera', realName: 'Vera Ny' },
  { name: 'gunnar', realName: 'Gunnar Gäst', guest: true },
  { name: 'per', realName: 'Per Partner', stranger: true },
  { name: 'gone', realName: 'Gone Ek', deleted: true },
  { name: 'robot', realName: 'Robot Ett', bot: true },
];

let scene: Scene;
let anna: Person;
const person = (name: string) => scene.slack.person(name);
const rules = async () => (await scene.rows(`SELECT "kind", "menteeId", "mentorId" FROM "MatchRule"`)).map(({ kind }) => kind);

beforeAll(async () => {
  scene = await openScene({ users: USERS });
  anna = person('anna');
  await anna.types('/mentor');
  await opensCohort(anna, 'Hösten');
  const roles = { bo: 'adept', alva: 'adept', mateo: 'mentor' };
  await lists(
    anna,
    'Hösten',
    Object.entries(roles).map(([name, role]) => `${person(name).name};${name}@example.org;${role}`),
  );
  for (const [name, role] of Object.entries(roles)) await takesPart(person(name), role === 'mentor' ? 'mentor' : 'mentee');
});
afterEach(() => {
  for (const { name } of USERS) person(name).desk.clear();
  expect(scene.house.faults).toEqual([]);
});
afterAll(() => scene.close());

describe('two people mentioned in a command', () => {
  it('are locked together, whatever their names look like', async () => {
    await anna.types('/match lock @bo @mateo');
    expect(await shown(anna)).toContain('@Bo Ek <!channel> *fet* och @Mateo Rivas hör ihop i varje förslag');
    expect(await rules()).toEqual(['lock']);
  });

  it('are kept apart, with a word between them or none', async () => {
    await anna.types('/match forbid @alva och @mateo');
    expect(await shown(anna)).toContain('@Alva Lindqvist och @Mateo Rivas sätts inte ihop');
    expect((await rules()).toSorted()).toEqual(['forbid', 'lock']);
  });

  it('are asked for in a form where one of them takes no part, with the other one filled in', async () => {
    await anna.types('/match forbid @bo @vera');
    expect(await reading(anna)).toContain('Jag hittar ingen som heter ”Vera Ny” i dina omgångar.');
    expect(await reading(anna)).toContain('Den ena: Bo Ek <!channel> *fet*');
    expect(await scene.known(person('vera'))).toMatchObject({ name: 'Vera Ny' });
    anna.fills({ second: 'mateo' });
    expect(await anna.submits()).toEqual({});
    expect(await reading(anna)).toContain('@Bo Ek <!channel> *fet* och @Mateo Rivas sätts inte ihop');
    expect(await rules()).toEqual(['forbid', 'forbid']);
  });

  it('are no reason to take in somebody who does not belong here', async () => {
    await scene.quiet();
    const before = await scene.stored();
    for (const name of ['gunnar', 'per', 'robot', 'gone']) {
      await anna.types(`/match lock @${name} @mateo`);
      expect(await reading(anna)).toContain(`Jag hittar ingen som heter ”${name}”`);
      anna.desk.clear();
    }
    expect(await scene.stored()).toEqual(before);
  });
});

describe('somebody chosen from the list of people', () => {
  async function names(name: string, role: string): Promise<Readonly<Record<string, string>>> {
    await anna.types('/cohort coordinators');
    await anna.presses('Lägg till en samordnare');
    await until(() => anna.desk.top);
    anna.fills({ person: name, role });
    return anna.submits();
  }

  it('becomes known and gets the role, though they have never been here', async () => {
    const tora = person('tora');
    expect(await names('tora', 'matchning')).toEqual({});
    expect(await reading(anna)).toContain('@Tora Ny har nu rollen matchning.');
    expect(await scene.known(tora)).toMatchObject({ name: 'Tora Ny', language: 'sv' });
    await tora.hears('@Anna Lind har gett dig en roll i Mentor Guild: matchning.');
    await tora.types('/match status Hösten');
    expect(await shown(tora)).toContain('Så ligger det till i Hösten');
  });

  it.each(['robot', 'gunnar', 'per', 'gone'])('is told of at the field where they do not belong here, and what was chosen stays: %s', async (name) => {
    await scene.quiet();
    const before = await scene.stored();
    expect(await names(name, 'programsamordnare')).toEqual({ Person: 'Välj någon i organisationen.' });
    expect(await reading(anna)).toContain(`Person: ${person(name).name}`);
    expect(await reading(anna)).toContain('Roll: programsamordnare');
    expect(await scene.stored()).toEqual(before);
  });

  it('is asked for where nobody was chosen, before anything is sent', async () => {
    await anna.types('/cohort coordinators');
    await anna.presses('Lägg till en samordnare');
    await until(() => anna.desk.top);
    expect(Object.keys(await anna.submits())).toEqual(['Person']);
  });

  it('can be sent once more where Slack did not say who that is', async () => {
    const nils = person('nils');
    scene.slack.fault('users.info', { status: 503 });
    expect(await names('nils', 'bara läsa')).toEqual({ Person: 'Välj någon i organisationen.' });
    expect(await scene.known(nils)).toBeUndefined();
    expect(await anna.submits()).toEqual({});
    expect(await reading(anna)).toContain('@Nils Ny har nu rollen bara läsa.');
  });
});
