// From sign-up to check-in, played by people in Slack in three languages: typed commands, buttons and windows, over HTTP
// with signed requests and through a socket, against the whole product. story.test.ts is the same story without a platform.

import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { DAY } from '../../src/time.ts';
import { databaseOn } from '../support/postgres.ts';
import { type House, openHouse } from '../support/slack/house.ts';
import { type LocalSlack, startLocalSlack } from '../support/slack/local-slack.ts';
import { type Person, until } from '../support/slack/person.ts';

const USERS = [
  { name: 'anna', realName: 'Anna Lind', email: 'anna@example.org', locale: 'sv-SE', owner: true },
  { name: 'alva', realName: 'Alva Lindqvist', email: 'alva.lindqvist@example.org', locale: 'sv-SE' },
  { name: 'mateo', realName: 'Mateo Rivas Ortega', email: 'mateo.rivas@example.org', locale: 'es-ES', timeZone: 'Atlantic/Canary' },
  { name: 'grace', realName: 'Grace Hill', email: 'grace@example.org', locale: 'en-GB', timeZone: 'Europe/London' },
];

/** A civil date so many days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

const WAYS = [
  { via: 'http', database: 'PGlite', databaseUrl: async () => undefined },
  { via: 'socket', database: 'PostgreSQL', databaseUrl: () => databaseOn(inject('postgresUrl')) },
] as const;

describe.each(WAYS)('from sign-up to check-in, in Slack over $via, on $database', ({ via, databaseUrl }) => {
  let slack: LocalSlack;
  let house: House;
  let anna: Person;
  let alva: Person;
  let mateo: Person;
  let grace: Person;

  beforeAll(async () => {
    slack = await startLocalSlack({ users: USERS });
    const url = await databaseUrl();
    house = await openHouse(slack, { via, ...(url ? { databaseUrl: url } : {}) });
    [anna, alva, mateo, grace] = [slack.person('anna'), slack.person('alva'), slack.person('mateo'), slack.person('grace')];
  });
  afterEach(() => {
    for (const person of [anna, alva, mateo, grace]) person.desk.clear();
  });
  afterAll(async () => {
    await house.stop();
    await slack.close();
  });

  const shown = async (person: Person) => (await person.sees()).ephemerals.at(-1) ?? '';
  const reading = async (person: Person) => (await person.sees()).modal ?? '';

  it('makes the first admin who comes in the first coordinator', async () => {
    await grace.types('/cohort');
    expect(await shown(grace)).toContain('not yours');
    await anna.types('/mentor');
    await anna.hears('Du är den första samordnaren för Mentor Guild');
    expect((await grace.sees()).messages).toEqual([]);
  });

  it('lets her make a cohort, and says at the field what is wrong with it (C1)', async () => {
    await anna.types('/cohort create Hösten');
    await until(() => anna.desk.top);
    anna.fills({ 'Första dagen': inDays(7), 'Sista dagen': inDays(3), 'Antal par': 2 });
    expect(Object.keys(await anna.submits())).toEqual(['Sista dagen']);
    expect(await reading(anna)).toContain(`Namn: Hösten`);
    expect(await reading(anna)).toContain(`Första dagen: ${inDays(7)}`);
    anna.fills({ 'Sista dagen': inDays(240) });
    expect(await anna.submits()).toEqual({});
    await anna.presses('Öppna anmälan');
    await until(async () => (await reading(anna)).includes('Anmälan till Hösten är öppen'));
  });

  interface Joining {
    readonly words: { readonly begin: string; readonly email: string; readonly send: string; readonly sent: string };
    readonly about: Readonly<Record<string, string>>;
    readonly wants: Readonly<Record<string, string | readonly string[]>>;
  }

  async function joins(person: Person, { words, about, wants }: Joining): Promise<void> {
    await person.types('/mentor join');
    await person.presses(words.begin);
    await until(() => person.desk.top);
    const email = (await reading(person)).match(/\S+@example\.org/)?.[0] ?? '';
    person.fills({ ...about, email: 'here@nowhere' });
    expect(Object.keys(await person.submits())).toEqual([words.email]);
    for (const typed of Object.values(about).slice(1)) expect(await reading(person)).toContain(typed);
    person.fills({ email });
    for (const fields of [{}, wants, { languages: ['en'], slots: ['wed-pm'] }]) {
      person.fills(fields);
      expect(await person.submits()).toEqual({});
    }
    await person.presses(words.send);
    await until(async () => (await reading(person)).includes(words.sent));
  }

  it('takes people in through three windows, in their own language, and loses nothing that was typed (S4.11-S4.16, S4.80)', async () => {
    await joins(alva, {
      words: { begin: 'Börja', email: 'E-postadress', send: 'Skicka in', sent: 'Din profil till Hösten är inskickad' },
      about: { role: 'adept: jag vill ha vägledning', experience: 'Jag är <!channel> *ny* chef på en vårdcentral.', employer: 'Vårdhuset Rönnen' },
      wants: { help: ['kommunikation och empati'], topics: 'retorik', challenges: 'Tala inför 30 kollegor' },
    });
    await joins(mateo, {
      words: { begin: 'Empezar', email: 'Dirección de correo', send: 'Enviar', sent: 'Hemos recibido tu perfil para Hösten' },
      about: { role: 'mentor', experience: 'Doce años dirigiendo equipos en Puertos Atlánticos.', employer: 'Puertos Atlánticos', title: 'Jefe de equipo' },
      wants: { help: ['comunicación y empatía', 'objetivos profesionales y primeros pasos'], topics: 'retorik\nhablar en público' },
    });
    await joins(grace, {
      words: { begin: 'Begin', email: 'E-mail address', send: 'Send in', sent: 'Your profile for Hösten is in' },
      about: { role: 'mentee', experience: 'Three years in a shipyard.' },
      wants: { help: ['applications and interviews'], topics: 'welding' },
    });
  });

  it('shows the coordinator alone who with whom, and sends nothing before she says so (S2.7, E9.7)', async () => {
    await anna.types('/match preview');
    for (const name of ['@Alva Lindqvist', '@Mateo Rivas Ortega', '@Grace Hill']) expect(await shown(anna)).toContain(name);
    for (const person of [alva, mateo, grace]) expect((await person.sees()).messages).toEqual([]);
  });

  it('says why these two, who else and what if, and lets her weigh and turn the dial; nobody else hears of it (E9.7)', async () => {
    await anna.types('/match why Alva Lindqvist, Mateo Rivas Ortega');
    for (const words of ['Förslaget sätter ihop dem.', 'De klarar alla regler', 'nummer 1 av 1']) expect(await shown(anna)).toContain(words);
    await anna.types('/match why-not Grace Hill, Mateo Rivas Ortega');
    for (const words of ['I förslaget får @Grace Hill ingen.', 'Om @Grace Hill fick @Mateo Rivas Ortega: lika många matchade']) {
      expect(await shown(anna)).toContain(words);
    }
    await anna.types('/match alternatives Alva Lindqvist');
    expect(await shown(anna)).toContain('som i förslaget');

    await anna.types('/match what-if');
    await until(() => anna.desk.top);
    anna.fills({ 'Vad vill du pröva?': 'En plats till för en mentor', Vem: 'Mateo Rivas Ortega' });
    expect(await anna.submits()).toEqual({});
    await until(async () => (await reading(anna)).includes('Om Mateo Rivas Ortega hade en plats till'));
    expect(await reading(anna)).toMatch(/Matchade[^]*1[^]*2/);
    anna.desk.clear();

    await anna.types('/match dial');
    expect(await shown(anna)).toContain('balanserat (nu)');
    await anna.presses('Pröva: jämnt', { in: 'ephemeral' });
    await until(async () => (await shown(anna)).includes('balanserat → jämnt'));
    await anna.types('/match weights');
    await anna.presses('Ändra', { in: 'ephemeral' });
    await until(() => anna.desk.top);
    anna.fills({ 'Gemensamma intressen': 11 });
    expect(Object.keys(await anna.submits())).toEqual(['Gemensamma intressen']);
    anna.fills({ 'Gemensamma intressen': 6 });
    expect(await anna.submits()).toEqual({});
    await until(async () => (await reading(anna)).includes('2 → 6'));
    await anna.presses('Spara');
    await until(async () => (await reading(anna)).includes('Sparat som version 1'));
    anna.desk.clear();
    await anna.types('/match undo');
    await anna.presses('Ta tillbaka', { in: 'ephemeral' });
    await until(async () => (await shown(anna)).includes('version 2'));
    for (const person of [alva, mateo, grace]) expect((await person.sees()).messages).toEqual([]);
    await anna.types('/match preview');
  });

  it('asks the mentee first, without a name, and leaves nobody over in silence (S4.20, S4.21, C12)', async () => {
    await anna.presses('Publicera', { in: 'ephemeral' });
    const question = await alva.hears('Någon som kan passa dig');
    for (const secret of ['Mateo', 'Rivas', 'example.org', 'Puertos', 'Atlánticos']) expect(question).not.toContain(secret);
    expect(question).toMatch(/retorik|kommunikation/i);
    await grace.hears('We did not find the right mentor for you this time');
    expect((await mateo.sees()).messages).toEqual([]);
  });

  it('then asks the mentor, without a name, whether he still can (S4.22, S4.23)', async () => {
    await alva.presses('Ja, fråga gärna');
    await alva.hears('Tack för ditt ja');
    const question = await mateo.hears('Alguien que quiere aprender de ti');
    for (const secret of ['Alva', 'Lindqvist', 'example.org', 'Rönnen']) expect(question).not.toContain(secret);
    expect(question).toContain('<!channel> *ny* chef');
  });

  it('shows both everything on the second yes, with a mention of the other (S4.24, S4.25)', async () => {
    await mateo.presses('Sí, puedo');
    const [toAlva, toMateo] = [await alva.hears('Mateo Rivas Ortega är din mentor'), await mateo.hears('Alva Lindqvist es tu mentorizado/a')];
    for (const fact of ['@Mateo Rivas Ortega ser din profil', 'mateo.rivas@example.org', 'Puertos Atlánticos']) expect(toAlva).toContain(fact);
    for (const fact of ['@Alva Lindqvist ve tu perfil', 'alva.lindqvist@example.org', 'Vårdhuset Rönnen']) expect(toMateo).toContain(fact);
    await alva.hears('Ni har båda sagt ja. Hela profilen finns i ett eget meddelande.');
    expect((await alva.sees()).messages.join()).not.toContain('[Ja, fråga gärna]');
  });

  it('helps her set a SMART goal and him to ask (S0.12, S0.13)', async () => {
    await alva.types('/goal new');
    await until(() => alva.desk.top);
    for (const letter of ['S · Specifikt', 'M · Mätbart', 'A · Uppnåeligt', 'R · Relevant', 'T · Tidsbundet']) expect(await reading(alva)).toContain(letter);
    alva.fills({
      'Vad vill du?': 'Hålla ett föredrag',
      specific: 'Ett föredrag för 30 kollegor',
      dueOn: inDays(60),
      'Vem ser målet?': 'Mateo Rivas Ortega och jag',
    });
    expect(await alva.submits()).toEqual({});
    expect(await reading(alva)).toContain('Hur');
    // Whatever is not urgent comes in the daytime of a working day.
    await house.advance(7 * DAY);
    expect(await mateo.hears('Hålla ett föredrag')).toContain('@Alva Lindqvist');
  });

  it('asks both after two weeks, each in their own language, at nine where they are (S4.55)', async () => {
    const before = slack.calls.length;
    const asks = () =>
      slack.calls.slice(before).filter(({ method, args }) => method === 'chat.postMessage' && /träffats sedan|Os habéis visto/.test(JSON.stringify(args)));
    for (let day = 0; day < 21 && asks().length < 2; day++) await house.advance(DAY);
    expect(await alva.hears('Har du och @Mateo Rivas Ortega träffats')).toContain('[Ja, vi har träffats]');
    expect(await mateo.hears('¿Os habéis visto @Alva Lindqvist y tú')).toContain('[Sí, nos hemos visto]');
    const asked = asks();
    const hourOf = async (person: Person, timeZone: string) => {
      const channels = [await slack.directId(person.id), person.id];
      const call = asked.find(({ args }) => channels.includes(String(args['channel'])));
      return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(call?.at ?? 0);
    };
    expect([await hourOf(alva, 'Europe/Stockholm'), await hourOf(mateo, 'Atlantic/Canary')]).toEqual(['09:00', '09:00']);
  });

  it('takes one answer for both, and draws both messages anew (C14)', async () => {
    await alva.presses('Ja, vi har träffats');
    const his = await until(async () =>
      (await mateo.sees()).messages.findLast((message) => message.includes('Alva Lindqvist') && !message.includes('[Sí, nos hemos visto]')),
    );
    expect(his).not.toContain('[Todavía no]');
    const mine = await until(async () => (await alva.sees()).messages.findLast((message) => message.includes('Mateo Rivas Ortega')));
    expect(mine).not.toContain('[Ja, vi har träffats]');
  });

  it('shows everyone where they stand on the Home tab', async () => {
    for (const person of [alva, mateo, grace]) await person.opensHome();
    const home = (person: Person) => until(async () => (await person.sees()).home);
    for (const words of ['Din mentor: @Mateo Rivas Ortega', 'Hålla ett föredrag']) expect(await home(alva)).toContain(words);
    expect(await home(mateo)).toContain('Tu mentorizado/a: @Alva Lindqvist');
    expect(await home(grace)).toContain('Your profile for Hösten is in');
  });

  it('has asked Slack for nothing that it may not do, and nothing has gone wrong', () => {
    expect(slack.refusals).toEqual([]);
    expect(house.faults).toEqual([]);
  });
});
