// A pair with one person in Slack and one in Teams: the local Slack on this side, Microsoft's own local client on the other,
// and one bot between them. Each is met in their own language, and as their own chat looks.

import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { DAY } from '../../src/time.ts';
import { type BothHouse, openBothHouse } from '../support/both-house.ts';
import { databaseOn } from '../support/postgres.ts';
import { type LocalSlack, startLocalSlack } from '../support/slack/local-slack.ts';
import { type Person, until } from '../support/slack/person.ts';
import { NOTICE, type Playground, PLAYGROUND, startPlayground } from '../support/teams/playground.ts';
import { PlaygroundPerson } from '../support/teams/playground-person.ts';
import { goesThrough } from '../support/teams/playground-steps.ts';
import { launch } from './chromium.ts';

const USERS = [
  { name: 'anna', realName: 'Anna Lind', email: 'anna@example.org', locale: 'sv-SE', owner: true },
  { name: 'alva', realName: 'Alva Lindqvist', email: 'alva.lindqvist@example.org', locale: 'sv-SE' },
];
const MATEO = { id: 'mateo', name: 'Mateo Rivas Ortega', email: 'mateo.rivas@example.org', timeZone: 'Atlantic/Canary' };

/** A civil date so many days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

describe.skipIf(!PLAYGROUND)(`a pair between the local Slack and Agents Playground${NOTICE}`, () => {
  let slack: LocalSlack;
  let house: BothHouse;
  let browser: Browser;
  let playground: Playground;
  let anna: Person;
  let alva: Person;
  let mateo: PlaygroundPerson;

  beforeAll(async () => {
    slack = await startLocalSlack({ users: USERS });
    house = await openBothHouse({ slack, databaseUrl: await databaseOn(inject('postgresUrl')) });
    [anna, alva] = [slack.person('anna'), slack.person('alva')];
    [browser, playground] = await Promise.all([launch(), startPlayground({ person: MATEO, others: [], bot: house.messages })]);
  });
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await house?.stop();
    await slack?.close();
  });

  // Whatever comes after a fault in a story would only wait for what never comes.
  let broken = false;
  beforeEach(({ skip }) => skip(broken, 'the story broke off before'));
  afterEach(({ task }) => {
    broken ||= task.result?.state === 'fail';
    for (const person of [anna, alva]) person.desk.clear();
  });

  const reading = async (person: Person) => (await person.sees()).modal ?? '';

  it('opens with a coordinator in Slack, and a cohort', async () => {
    await anna.types('/mentor');
    await anna.hears('Du är den första samordnaren för Mentor Guild');
    await anna.types('/cohort create Hösten');
    await until(() => anna.desk.top);
    anna.fills({ 'Första dagen': inDays(7), 'Sista dagen': inDays(240), 'Antal par': 2 });
    expect(await anna.submits()).toEqual({});
    await anna.presses('Öppna anmälan');
    await until(async () => (await reading(anna)).includes('Anmälan till Hösten är öppen'));
  });

  it('lets a mentee join in Slack, in Swedish', async () => {
    await alva.types('/mentor join');
    await alva.presses('Börja');
    await until(() => alva.desk.top);
    const pages = [
      { role: 'adept: jag vill ha vägledning', experience: 'Jag är ny chef på en vårdcentral.', employer: 'Vårdhuset Rönnen' },
      { help: ['kommunikation och empati'], topics: 'retorik', challenges: 'Tala inför 30 kollegor' },
      { languages: ['en'], slots: ['wed-pm'] },
    ];
    for (const fields of pages) {
      alva.fills(fields);
      expect(await alva.submits()).toEqual({});
    }
    await alva.presses('Skicka in');
    await until(async () => (await reading(alva)).includes('Din profil till Hösten är inskickad'));
  });

  it('lets a mentor of the same organisation join in Teams, in Spanish', async () => {
    mateo = await PlaygroundPerson.before(playground, browser);
    await mateo.types('idioma español');
    await mateo.hears('A partir de ahora te escribimos en español.');
    await goesThrough(mateo, 'mentor-join', [
      { reads: 'Antes de empezar', presses: 'Empezar' },
      {
        ...{ reads: 'Casi todo es voluntario', presses: 'Siguiente' },
        fills: {
          'Participo como': 'mentor o mentora: puedo orientar a alguien',
          'Tu experiencia, en unas frases': 'Doce años dirigiendo equipos en Puertos Atlánticos.',
          'Empresa o lugar de estudios': 'Puertos Atlánticos',
        },
      },
      { reads: 'Es lo que más pesa', fills: { '¿En qué puedes ayudar?': ['comunicación y empatía'] }, presses: 'Siguiente' },
      {
        ...{ reads: 'La última página', presses: 'Guardar' },
        fills: { 'Idiomas en los que puedes reunirte': ['inglés'], '¿Cuándo tienes tiempo?': ['miércoles por la tarde'] },
      },
      { reads: 'Lo primero que ve la otra persona', presses: 'Enviar' },
      { reads: 'Hemos recibido tu perfil para Hösten' },
    ]);
  });

  it('proposes them to each other, the mentee first, without a name (S4.20-S4.23)', async () => {
    await anna.types('/match preview');
    const preview = (await anna.sees()).ephemerals.at(-1) ?? '';
    for (const name of ['@Alva Lindqvist', 'Mateo Rivas Ortega']) expect(preview).toContain(name);
    await anna.presses('Publicera', { in: 'ephemeral' });
    const toAlva = await alva.hears('Någon som kan passa dig');
    for (const secret of ['Mateo', 'Rivas', 'example.org', 'Puertos', 'Atlánticos']) expect(toAlva).not.toContain(secret);
    await alva.presses('Ja, fråga gärna');
    const toMateo = await mateo.hears('Alguien que quiere aprender de ti');
    for (const secret of ['Alva', 'Lindqvist', 'example.org', 'Rönnen']) expect(toMateo).not.toContain(secret);
  });

  it('shows both everything on the second yes: a name, where a mention would lead nowhere (S4.24, S4.25)', async () => {
    await mateo.presses('Sí, puedo');
    const [toAlva, toMateo] = [await alva.hears('Mateo Rivas Ortega är din mentor'), await mateo.hears('Alva Lindqvist es tu mentorizado/a')];
    for (const fact of ['och Mateo Rivas Ortega ser din profil', MATEO.email, 'Puertos Atlánticos']) expect(toAlva).toContain(fact);
    for (const fact of ['y Alva Lindqvist ve tu perfil', 'alva.lindqvist@example.org', 'Vårdhuset Rönnen']) expect(toMateo).toContain(fact);
  });

  it('shows him in Teams the goal that she set in Slack (S0.12, S0.13)', async () => {
    await alva.types('/goal new');
    await until(() => alva.desk.top);
    alva.fills({ 'Vad vill du?': 'Hålla ett föredrag', 'Vem ser målet?': 'Mateo Rivas Ortega och jag' });
    expect(await alva.submits()).toEqual({});
    // Whatever is not urgent comes in the daytime of a working day.
    await house.advance(7 * DAY);
    expect(await mateo.hears('Hålla ett föredrag')).toContain('Alva Lindqvist comparte un objetivo contigo');
  });

  it('asks both after two weeks, each where they are (S4.55)', async () => {
    const asked = async () => (await mateo.reads()).some((message) => message.includes('¿Os habéis visto Alva Lindqvist y tú'));
    for (let day = 0; day < 21 && !(await asked()); day++) await house.advance(DAY);
    await mateo.hears('¿Os habéis visto Alva Lindqvist y tú');
    expect(await alva.hears('Har du och Mateo Rivas Ortega träffats')).toContain('[Ja, vi har träffats]');
  });

  it('takes one tap in Teams for both, and draws the message in Slack anew (C14)', async () => {
    await mateo.presses('Sí, nos hemos visto');
    await mateo.loses('Sí, nos hemos visto');
    const hers = await alva.hears('Mateo Rivas Ortega säger att ni har träffats');
    expect(hers).not.toContain('[Inte än]');
  });

  it('has asked Slack for nothing that it may not do, and nothing has gone wrong', () => {
    expect(slack.refusals).toEqual([]);
    expect(house.faults).toEqual([]);
  });
});
