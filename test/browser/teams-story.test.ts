// From sign-up to check-in in Microsoft's own local client: a coordinator, a mentee and a mentor, each before a screen of
// their own, and one bot. The tool knows no dialogs from cards and no private answers in channels: forms are opened by
// commands of the message extension, and answers come in the own chat. SCREENS names a folder for pictures of all moments.

import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { DAY } from '../../src/time.ts';
import { type BothHouse, openBothHouse } from '../support/both-house.ts';
import { databaseOn } from '../support/postgres.ts';
import { NOTICE, type Playground, PLAYGROUND, startPlayground } from '../support/teams/playground.ts';
import { PlaygroundPerson } from '../support/teams/playground-person.ts';
import { goesThrough } from '../support/teams/playground-steps.ts';
import { launch } from './chromium.ts';

const ANNA = { id: 'anna', name: 'Anna Lind', email: 'anna@example.org', timeZone: 'Europe/Stockholm' };
const ALVA = { id: 'alva', name: 'Alva Lindqvist', email: 'alva.lindqvist@example.org', timeZone: 'Europe/Stockholm' };
const MATEO = { id: 'mateo', name: 'Mateo Rivas Ortega', email: 'mateo.rivas@example.org', timeZone: 'Atlantic/Canary' };
const CAST = [ANNA, ALVA, MATEO];

const { PICTURES, SCREENS } = process.env;
const IN_GUIDE = ['join', 'reveal', 'check-in'];

/** A civil date so many days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

describe.skipIf(!PLAYGROUND)(`from sign-up to check-in, in Agents Playground${NOTICE}`, () => {
  let house: BothHouse;
  let browser: Browser;
  let playgrounds: readonly Playground[] = [];
  let anna: PlaygroundPerson;
  let alva: PlaygroundPerson;
  let mateo: PlaygroundPerson;

  beforeAll(async () => {
    house = await openBothHouse({ databaseUrl: await databaseOn(inject('postgresUrl')) });
    const starting = CAST.map((person) => startPlayground({ person, others: CAST.filter((other) => other !== person), bot: house.messages }));
    [browser, ...playgrounds] = await Promise.all([launch(), ...starting]);
    [anna, alva, mateo] = (await Promise.all(playgrounds.map((playground) => PlaygroundPerson.before(playground, browser)))) as [
      typeof anna,
      typeof alva,
      typeof mateo,
    ];
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(playgrounds.map((playground) => playground.stop()));
    await house?.stop();
  });

  // Whatever comes after a fault in a story would only wait for what never comes.
  let broken = false;
  beforeEach(({ skip }) => skip(broken, 'the story broke off before'));
  afterEach(({ task }) => {
    broken ||= task.result?.state === 'fail';
  });

  async function picture(person: PlaygroundPerson, name: string): Promise<void> {
    if (SCREENS) await person.picture(join(SCREENS, `${name}.png`), 'screen');
    if (PICTURES && IN_GUIDE.includes(name)) await person.picture(`docs/pictures/teams-playground-${name}.png`, 'newest');
  }

  it('welcomes each once, and speaks with them as they wish', async () => {
    for (const person of [anna, alva, mateo]) await person.hears('Hello! I look after mentoring here.');
    await picture(alva, 'welcome');
    for (const person of [anna, alva]) await person.types('language svenska');
    await mateo.types('language español');
    for (const person of [anna, alva]) await person.hears('Från och med nu skriver vi till dig på svenska.');
    await mateo.hears('A partir de ahora te escribimos en español.');
  });

  it('makes whoever adds the app to a team the first coordinator, and says to all what it is for', async () => {
    await anna.addsToTeam();
    expect(await anna.readsInChannel('Hej! Jag tar hand om mentorskapsprogram här.')).toContain('/cohort');
    await anna.hears('Du är den första samordnaren för');
    await picture(anna, 'first-coordinator');
  });

  it('lets her make a cohort in a dialog, and says at the field what is wrong with it (C1)', async () => {
    const days = { Namn: 'Hösten', 'Första dagen': inDays(7), 'Sista dagen': inDays(3), 'Antal par': '2' };
    await goesThrough(
      anna,
      'cohort-create',
      [
        { reads: 'Första dagen', fills: days, presses: 'Skapa' },
        {
          ...{ reads: 'Sista dagen måste komma efter den första', named: 'cohort-fault', keeps: { Namn: 'Hösten', 'Antal par': '2' } },
          ...{ fills: { 'Sista dagen': inDays(240) }, presses: 'Skapa' },
        },
        { reads: 'Hösten är klar', presses: 'Öppna anmälan' },
        { reads: 'Anmälan till Hösten är öppen' },
      ],
      picture,
    );
  });

  it('takes people in through three pages, each in their own language, and loses nothing that was typed (S4.11-S4.16, S4.80)', async () => {
    const hers = {
      'Jag är med som': 'adept: jag vill ha vägledning',
      'Din erfarenhet, i några meningar': 'Jag är *ny* chef på en vårdcentral.',
      'Arbetsgivare eller studieort': 'Vårdhuset Rönnen',
    };
    const his = {
      'Participo como': 'mentor o mentora: puedo orientar a alguien',
      'Tu experiencia, en unas frases': 'Doce años dirigiendo equipos en Puertos Atlánticos.',
      'Empresa o lugar de estudios': 'Puertos Atlánticos',
    };
    const [wrong, wanted] = ['here@nowhere', 'retorik'];
    await goesThrough(
      alva,
      'mentor-join',
      [
        { reads: 'Innan du börjar', presses: 'Börja', named: 'notice' },
        { reads: 'Det mesta är frivilligt', fills: { ...hers, 'E-postadress': wrong }, presses: 'Nästa' },
        {
          ...{ reads: 'Det här ser inte ut som en e-postadress', named: 'join', keeps: { ...hers, 'E-postadress': wrong } },
          ...{ fills: { 'E-postadress': ALVA.email }, presses: 'Nästa' },
        },
        {
          ...{ reads: 'Det här väger tyngst', presses: 'Nästa' },
          fills: {
            'Vad vill du ha hjälp med?': ['kommunikation och empati'],
            'Annat du vill prata om': wanted,
            'Utmaningar du vill ha vägledning i': 'Tala inför 30 kollegor',
          },
        },
        { reads: 'Sista sidan', fills: { 'Språk du kan träffas på': ['engelska'], 'När har du tid?': ['onsdag eftermiddag'] }, presses: 'Spara' },
        { reads: 'Det här ser den andra först', presses: 'Skicka in', named: 'review' },
        { reads: 'Din profil till Hösten är inskickad' },
      ],
      picture,
    );
    await goesThrough(
      mateo,
      'mentor-join',
      [
        { reads: 'Antes de empezar', presses: 'Empezar' },
        { reads: 'Casi todo es voluntario', fills: { ...his, 'Dirección de correo': wrong }, presses: 'Siguiente' },
        {
          ...{ reads: 'Esto no parece una dirección de correo', keeps: { ...his, 'Dirección de correo': wrong } },
          ...{ fills: { 'Dirección de correo': MATEO.email }, presses: 'Siguiente' },
        },
        {
          reads: 'Es lo que más pesa',
          fills: { '¿En qué puedes ayudar?': ['comunicación y empatía'], 'Otras cosas en las que puedes ayudar': wanted },
          presses: 'Siguiente',
        },
        {
          reads: 'La última página',
          fills: { 'Idiomas en los que puedes reunirte': ['inglés'], '¿Cuándo tienes tiempo?': ['miércoles por la tarde'] },
          presses: 'Guardar',
          named: 'last-page',
        },
        { reads: 'Lo primero que ve la otra persona', presses: 'Enviar' },
        { reads: 'Hemos recibido tu perfil para Hösten' },
      ],
      picture,
    );
  });

  it('answers what she asks in the channel where only she reads it (S2.7, E9.7)', async () => {
    await anna.mentions('match lock Alva Lindqvist, Mateo Rivas Ortega');
    expect(await anna.readsInChannel('Svaret finns i din chatt med Mentor Cycle')).not.toContain('hör ihop');
    await picture(anna, 'channel');
    await anna.hears('Alva Lindqvist och Mateo Rivas Ortega hör ihop i varje förslag');
    await anna.mentions('/match preview');
    await anna.hears('Matchning i Hösten');
    await picture(anna, 'preview');
    for (const person of [alva, mateo]) expect((await person.reads()).join()).not.toMatch(/Någon som kan passa|Alguien que quiere aprender/);
  });

  it('asks the mentee first, without a name (S4.20, S4.21, C12)', async () => {
    await anna.confirms('Publicera');
    const question = await alva.hears('Någon som kan passa dig');
    for (const secret of ['Mateo', 'Rivas', 'example.org', 'Puertos', 'Atlánticos']) expect(question).not.toContain(secret);
    await picture(alva, 'asked');
    expect((await mateo.reads()).join()).not.toContain('Alguien que quiere aprender de ti');
  });

  it('then asks the mentor, without a name, whether he still can (S4.22, S4.23)', async () => {
    await alva.presses('Ja, fråga gärna');
    await alva.hears('Tack för ditt ja');
    const question = await mateo.hears('Alguien que quiere aprender de ti');
    for (const secret of ['Alva', 'Lindqvist', 'example.org', 'Rönnen']) expect(question).not.toContain(secret);
    expect(question).toContain('*ny* chef');
  });

  it('shows both everything on the second yes (S4.24, S4.25)', async () => {
    await mateo.presses('Sí, puedo');
    const [toAlva, toMateo] = [await alva.hears('Mateo Rivas Ortega är din mentor'), await mateo.hears('Alva Lindqvist es tu mentorizado/a')];
    for (const fact of [MATEO.email, 'Puertos Atlánticos']) expect(toAlva).toContain(fact);
    for (const fact of [ALVA.email, 'Vårdhuset Rönnen']) expect(toMateo).toContain(fact);
    await alva.loses('Ja, fråga gärna');
    await picture(alva, 'reveal');
    await picture(mateo, 'reveal-es');
  });

  it('helps her set a SMART goal in a dialog, which he may ask about (S0.12, S0.13)', async () => {
    await goesThrough(
      alva,
      'goal-new',
      [
        {
          ...{ reads: 'Bara den första raden behövs', presses: 'Spara', named: 'goal' },
          fills: {
            'Vad vill du?': 'Hålla ett föredrag',
            'S · Specifikt': 'Ett föredrag för 30 kollegor',
            'T · Tidsbundet': inDays(60),
            'Vem ser målet?': 'Mateo Rivas Ortega och jag',
          },
        },
        { reads: 'Hur', named: 'goal-coach' },
      ],
      picture,
    );
    // Whatever is not urgent comes in the daytime of a working day.
    await house.advance(7 * DAY);
    expect(await mateo.hears('Hålla ett föredrag')).toContain('Alva Lindqvist');
  });

  it('asks both after two weeks, unasked, each in their own language (S4.55)', async () => {
    const asked = async () => (await mateo.reads()).some((message) => message.includes('¿Os habéis visto Alva Lindqvist y tú'));
    for (let day = 0; day < 21 && !(await asked()); day++) await house.advance(DAY);
    await mateo.hears('¿Os habéis visto Alva Lindqvist y tú');
    await alva.hears('Har du och Mateo Rivas Ortega träffats');
    await picture(alva, 'check-in');
  });

  it('takes one tap for both, and replaces both cards (C14)', async () => {
    await alva.presses('Ja, vi har träffats');
    await alva.hears('Du har svarat att du och Mateo Rivas Ortega har träffats');
    await mateo.hears('Alva Lindqvist dice que os habéis visto');
    for (const [person, label] of [
      [alva, 'Ja, vi har träffats'],
      [mateo, 'Sí, nos hemos visto'],
    ] as const)
      await person.loses(label);
    await picture(alva, 'answered');
  });

  it('has had no fault', () => {
    expect(house.faults).toEqual([]);
  });
});
