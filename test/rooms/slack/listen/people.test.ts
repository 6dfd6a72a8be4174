// Who a person in Slack is to the house: how strangers become known, who does not, and what follows when Slack tells
// that somebody has changed or left (E9.5).

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { memberIn } from '../../../../adapters/slack/people.ts';
import { ENTERPRISE, member, PARTNER, TEAM } from '../../../support/slack/payloads.ts';
import type { Person } from '../../../support/slack/person.ts';
import { DAY } from '../../../../src/time.ts';
import { lists, openScene, opensCohort, type Scene, shown, until } from './scene.ts';

const USERS = [
  { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE', owner: true },
  { name: 'alva', realName: 'Alva Lindqvist', locale: 'sv-SE', timeZone: 'Europe/Helsinki' },
  { name: 'mateo', realName: 'Mateo Rivas', locale: 'es-MX', timeZone: 'America/Mexico_City' },
  { name: 'dieter', realName: 'Dieter Voss', locale: 'de-DE', timeZone: 'Europe/Berlin' },
  { name: 'quiet', realName: 'Quiet Ek', locale: null, timeZone: null },
  { name: 'gunnar', realName: 'Gunnar Gäst', locale: 'sv-SE', guest: true },
  { name: 'greta', realName: 'Greta Gäst', locale: 'sv-SE', guest: true, email: 'Greta.Gast@example.org' },
  { name: 'per', realName: 'Per Partner', locale: 'sv-SE', stranger: true },
  { name: 'robot', realName: 'Robot Ett', bot: true },
  { name: 'gone', realName: 'Gone Ek', deleted: true },
  { name: 'leaver', realName: 'Lea Lind', locale: 'sv-SE' },
];

let scene: Scene;
let anna: Person;
const person = (name: string) => scene.slack.person(name);

beforeAll(async () => {
  scene = await openScene({ users: USERS });
  anna = person('anna');
  await anna.types('/mentor');
  await opensCohort(anna, 'Hösten');
});
afterEach(() => {
  expect(scene.house.faults).toEqual([]);
});
afterAll(() => scene.close());

describe('somebody whom nobody knows yet', () => {
  it.each([
    { name: 'alva', is: { name: 'Alva Lindqvist', email: 'alva@example.org', language: 'sv', timeZone: 'Europe/Helsinki' }, reads: 'Ditt mentorskap' },
    { name: 'mateo', is: { name: 'Mateo Rivas', email: 'mateo@example.org', language: 'es', timeZone: 'America/Mexico_City' }, reads: 'Tu mentoría' },
    { name: 'dieter', is: { name: 'Dieter Voss', email: 'dieter@example.org', language: 'en', timeZone: 'Europe/Berlin' }, reads: 'Your mentoring' },
    { name: 'quiet', is: { name: 'Quiet Ek', email: 'quiet@example.org', language: 'en', timeZone: 'Europe/Stockholm' }, reads: 'Your mentoring' },
  ])('becomes known by what Slack tells, or else by what holds in the organisation: $name', async ({ name, is, reads }) => {
    expect(await scene.known(person(name))).toBeUndefined();
    await person(name).types('/mentor');
    expect(await shown(person(name))).toContain(reads);
    expect(await scene.known(person(name))).toMatchObject({ ...is, chosen: [], reachable: true });
  });

  it('is asked for once: whoever is known acts without a question to Slack', async () => {
    const asked = scene.slack.callsOf('users.info').length;
    await person('alva').types('/mentor');
    await person('alva').types('/goal');
    await person('mateo').shortcut('my_page');
    person('mateo').desk.clear();
    expect(scene.slack.callsOf('users.info').length).toBe(asked);
  });

  it.each([
    { name: 'gunnar', who: 'a guest whom nobody listed', reads: 'gäster som en samordnare har satt upp' },
    { name: 'per', who: 'somebody of a partner workspace', reads: 'Det här programmet är för organisationens egna' },
    { name: 'robot', who: 'a bot', reads: 'This programme is for the people of this organisation' },
    { name: 'gone', who: 'somebody who was deactivated', reads: 'This programme is for the people of this organisation' },
  ])('is refused with a kind word and leaves no trace: $who', async ({ name, reads }) => {
    const before = await scene.stored();
    for (const line of ['/mentor', '/mentor join', '/goal new', '/cohort create X', '/match']) {
      await person(name).types(line);
      expect(await shown(person(name))).toContain(reads);
    }
    await person(name).shortcut('new_goal');
    expect((await person(name).sees()).modal).toContain(reads);
    await person(name).opensHome();
    expect((await person(name).sees()).home).toContain(reads);
    expect(await scene.stored()).toEqual(before);
  });

  it('comes in as a guest where a coordinator listed the address, in small letters or capitals', async () => {
    const greta = person('greta');
    await lists(anna, 'Hösten', ['Greta Lista;greta.gast@example.org;mentor']);
    await greta.types('/mentor');
    expect(await shown(greta)).toContain('Ditt mentorskap');
    expect(await scene.known(greta)).toMatchObject({ name: 'Greta Lista', email: 'greta.gast@example.org', language: 'sv' });
    await greta.hears('Samordnarna för Mentor Guild har satt upp dig på listan till Hösten, som mentor');
  });
});

describe('what Slack says of a user', () => {
  const home = { teamId: TEAM.id };
  it.each([
    { who: 'somebody of another workspace', user: member({ team_id: PARTNER.id }) },
    { who: 'somebody shared by a partner', user: { ...member(), is_stranger: true } },
    { who: 'a bot', user: member({ is_bot: true }) },
    { who: 'Slackbot, which is not called a bot', user: member({ id: 'USLACKBOT' }) },
    { who: 'somebody deactivated', user: member({ deleted: true }) },
    { who: 'an admin of another workspace', user: { ...member({ team_id: PARTNER.id }), is_admin: true, is_owner: true } },
  ])('makes no profile and no admin of $who', ({ user }) => {
    expect(memberIn(user, home)).toMatchObject({ id: user.id, profile: null, admin: false });
  });

  it.each([{ is_restricted: true }, { is_ultra_restricted: true }, { is_restricted: true, is_ultra_restricted: true }])('knows a guest by %o', (flags) => {
    expect(memberIn({ ...member(), ...flags }, home)?.profile).toMatchObject({ name: 'Anna Ek', guest: true });
    expect(memberIn(member(), home)?.profile).not.toHaveProperty('guest');
  });

  it('takes people of our enterprise for ours, in whichever workspace of it they are', () => {
    const user = { ...member({ team_id: 'T0SISTER01' }), enterprise_user: { enterprise_id: ENTERPRISE.id } };
    expect(memberIn(user, { ...home, enterpriseId: ENTERPRISE.id })?.profile).toMatchObject({ name: 'Anna Ek' });
    expect(memberIn(user, { ...home, enterpriseId: 'E0OTHER001' })?.profile).toBeNull();
  });

  it('calls people by what there is: real name, name in the profile, display name, handle', () => {
    const names = (user: object) => memberIn(user, home)?.profile?.name;
    expect(names(member())).toBe('Anna Ek');
    expect(names({ ...member(), real_name: undefined, profile: { real_name: 'Anna P' } })).toBe('Anna P');
    expect(names({ ...member(), real_name: '', profile: { display_name: 'Anna D' } })).toBe('Anna D');
    expect(names({ id: 'U1', name: 'anna.ek' })).toBe('anna.ek');
  });

  it.each([{ user: null }, { user: 7 }, { user: 'U1' }, { user: [] }, { user: {} }, { user: { id: 7 } }])('is nobody at all in $user', ({ user }) => {
    expect(memberIn(user, home)).toBeNull();
  });
});

describe('somebody whom Slack says has changed', () => {
  it('keeps the time zone and language that Slack tells now', async () => {
    await scene.slack.changes('dieter', { timeZone: 'America/Bogota', locale: 'es-CO' });
    expect(await scene.known(person('dieter'))).toMatchObject({ timeZone: 'America/Bogota', language: 'es', chosen: [] });
    await person('dieter').types('/mentor');
    expect(await shown(person('dieter'))).toContain('Tu mentoría');
  });

  it('keeps what they had where Slack tells a language that we do not speak, or nothing', async () => {
    await scene.slack.changes('dieter', { timeZone: null, locale: 'de-DE' });
    await scene.slack.changes('dieter', { locale: null });
    expect(await scene.known(person('dieter'))).toMatchObject({ timeZone: 'America/Bogota', language: 'es' });
  });

  it('keeps the language that they chose with /mentor language', async () => {
    const mateo = person('mateo');
    await mateo.types('/mentor language sv');
    await scene.slack.changes('mateo', { locale: 'en-GB', timeZone: 'America/Lima' });
    expect(await scene.known(mateo)).toMatchObject({ language: 'sv', timeZone: 'America/Lima', chosen: ['language'] });
  });

  it('keeps the time zone that they chose in the profile', async () => {
    const alva = person('alva');
    await alva.types('/mentor join');
    await alva.presses('Börja');
    await until(() => alva.desk.top);
    for (const page of [{ role: 'adept: jag vill ha vägledning' }, { topics: 'retorik' }, { languages: ['svenska'], timeZone: 'Atlantic/Canary' }]) {
      alva.fills(page);
      expect(await alva.submits()).toEqual({});
    }
    alva.desk.clear();
    await scene.slack.changes('alva', { timeZone: 'Asia/Tokyo', locale: 'en-US' });
    expect(await scene.known(alva)).toMatchObject({ timeZone: 'Atlantic/Canary', language: 'en', chosen: ['timeZone'] });
    await scene.slack.changes('alva', { locale: 'sv-SE' });
  });

  it('does not become known by changing', async () => {
    const before = await scene.stored();
    await scene.slack.changes('leaver', { timeZone: 'Asia/Tokyo' });
    await scene.slack.changes('per', { timeZone: 'Asia/Tokyo' });
    expect(await scene.stored()).toEqual(before);
  });
});

describe('somebody who is deactivated', () => {
  const posts = (to: Person) => scene.slack.callsOf('chat.postMessage').filter(({ args }) => JSON.stringify(args).includes(to.id));
  let leaver: Person;
  let direct = '';
  const heard = async () => (await scene.slack.history(direct)).length;

  it('is written to no more, and the coordinator hears of it once', async () => {
    leaver = person('leaver');
    direct = await scene.slack.directId(leaver.id);
    await lists(anna, 'Hösten', ['Lea Lind;leaver@example.org;adept']);
    await leaver.types('/mentor');
    await leaver.hears('satt upp dig på listan till Hösten');
    const before = await heard();

    for (let time = 0; time < 2; time++) await scene.slack.changes('leaver', { deleted: true });
    // Such news comes on working days, in the daytime.
    await scene.house.advance(3 * DAY);
    expect(await anna.hears('Våra meddelanden når inte längre')).toContain('@Lea Lind');
    expect(await scene.known(leaver)).toMatchObject({ reachable: false, leftAt: null });

    await opensCohort(anna, 'Våren');
    await lists(anna, 'Våren', ['Lea Lind;leaver@example.org;adept', 'Mateo;mateo@example.org;mentor']);
    await person('mateo').hears('Våren');
    await scene.quiet();
    expect(await heard()).toBe(before);
    expect(posts(leaver).filter(({ answer }) => answer?.['ok'] !== true)).toEqual([]);
    expect((await anna.sees()).messages.filter((message) => message.includes('når inte längre')).length).toBe(1);
  });

  it('is written to again once Slack tells that they are back', async () => {
    await scene.slack.changes('leaver', { deleted: false });
    expect(await scene.known(leaver)).toMatchObject({ reachable: true });
    const before = await heard();
    await opensCohort(anna, 'Sommaren');
    await lists(anna, 'Sommaren', ['Lea Lind;leaver@example.org;adept']);
    await leaver.hears('Sommaren');
    expect(await heard()).toBeGreaterThan(before);
  });

  it('can be reached again once they act, whatever Slack has told', async () => {
    await scene.slack.changes('leaver', { deleted: true });
    expect(await scene.known(leaver)).toMatchObject({ reachable: false });
    await leaver.types('/mentor');
    expect(await shown(leaver)).toContain('Ditt mentorskap');
    expect(await scene.known(leaver)).toMatchObject({ reachable: true });
  });
});
