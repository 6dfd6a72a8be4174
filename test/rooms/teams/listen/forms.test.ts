// Forms as dialogs in Teams: faults at their fields, and nothing that somebody has typed is ever lost.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Filling } from '../../../support/teams/local/inputs.ts';
import type { Person } from '../../../support/teams/person.ts';
import { carried, carries, inDays, openScene, opens, opensCohort, reading, type Scene, standing } from './scene.ts';

const PEOPLE = [
  { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE' },
  { name: 'alva', realName: 'Alva Lindqvist', locale: 'sv-SE' },
  { name: 'cia', realName: 'Cia Berg', locale: 'sv-SE' },
  { name: 'ben', realName: 'Ben Ek', locale: 'sv-SE' },
  { name: 'tora', realName: 'Tora Ny', locale: 'sv-SE' },
  { name: 'gunnar', realName: 'Gunnar Gäst', guest: true },
];
const HOSTILE = 'Rad ett <at>Anna</at>\n**två** & [x](http://evil.example)\n\n  fyra 👩‍👩‍👧‍👦 שלום {{DATE(2026)}}, %41';

let scene: Scene;
let anna: Person;
let alva: Person;
let ben: Person;
let cia: Person;

beforeAll(async () => {
  scene = await openScene({ people: PEOPLE });
  const { teams } = scene;
  [anna, alva, ben, cia] = [teams.person('anna'), teams.person('alva'), teams.person('ben'), teams.person('cia')];
  await anna.installs({});
  await opensCohort(anna, 'Hösten');
  await scene.quiet();
});
afterEach(() => {
  for (const person of [anna, alva, ben, cia]) person.closes();
  expect(scene.house.faults).toEqual([]);
  expect(scene.teams.refusals).toEqual([]);
});
afterAll(() => scene.close());

describe('what is wrong in a form', () => {
  it('stands at its field, and all the rest stands as it was typed', async () => {
    await opens(anna, '/cohort create Våren');
    anna.fills({ startsOn: inDays(9), endsOn: inDays(3), target: 7 });
    const typed = standing(anna);
    expect(await anna.submits()).toMatchObject({ endsOn: expect.stringContaining('måste komma efter den första') as string });
    expect(standing(anna)).toEqual(typed);
    anna.fills({ endsOn: inDays(90), target: '0x7' });
    expect(await anna.submits()).toMatchObject({ target: expect.stringContaining('Skriv ett heltal från 1 till 500.') as string });
    expect(reading(anna)).toContain('Antal par: 0x7');
    expect(await scene.rows(`SELECT 1 FROM "Cohort" WHERE "name" = 'Våren'`)).toEqual([]);
  });

  it('stands at several fields at once', async () => {
    await opens(anna, '/cohort create');
    anna.fills({ name: ' ', startsOn: inDays(9), endsOn: inDays(90), target: 501 });
    expect(Object.keys(await anna.submits())).toEqual(expect.arrayContaining(['name', 'target']));
  });

  interface Kind {
    readonly kinds: string;
    readonly who: () => Person;
    readonly opens: (person: Person) => Promise<unknown>;
    readonly fields: Readonly<Record<string, Filling>>;
  }
  const profile = (pages: readonly Readonly<Record<string, Filling>>[]) => async (person: Person) => {
    await person.types('/mentor join');
    await person.presses('Börja');
    for (const page of pages) {
      person.fills(page);
      expect(await person.submits()).toEqual({});
    }
  };
  const FORMS: readonly Kind[] = [
    {
      kinds: 'a choice, a paragraph, lines',
      who: () => ben,
      opens: profile([]),
      fields: { role: 'mentor', experience: HOSTILE, employer: 'Rönnen & Co <b>', title: null, email: 'ben@example.org' },
    },
    {
      kinds: 'many choices, paragraphs',
      who: () => ben,
      opens: profile([{ role: 'båda: jag vill ha vägledning och kan ge den' }]),
      fields: { help: ['kommunikation och empati', 'affärsförståelse'], topics: HOSTILE, challenges: 'å'.repeat(1500), interests: null },
    },
    {
      kinds: 'a list of hundreds, a number',
      who: () => alva,
      opens: profile([{ role: 'mentor' }, { topics: 'retorik' }]),
      fields: { languages: ['svenska', 'finska'], slots: ['wed-pm', 'helger'], timeZone: 'Asia/Tokyo', capacity: '3', wishes: HOSTILE },
    },
    {
      kinds: 'a person',
      who: () => anna,
      opens: async (person) => {
        await person.types('/cohort coordinators');
        await person.presses('Lägg till en samordnare');
      },
      fields: { person: 'ben', role: 'trygghetsansvar' },
    },
    {
      kinds: 'dates, a line',
      who: () => anna,
      opens: (person) => opens(person, '/cohort create'),
      fields: { name: 'Sommaren', startsOn: inDays(20), endsOn: inDays(99), target: 'x' },
    },
    {
      kinds: 'a text of 20,000 letters',
      who: () => anna,
      opens: (person) => opens(person, '/cohort import Hösten'),
      fields: { csv: `namn;e-post\n${HOSTILE}\n${'Åsa Öberg;asa@example.org\n'.repeat(700)}` },
    },
  ];

  it.each(FORMS)('stands above the form where it has no field, and everything is there again: $kinds', async ({ who, opens: show, fields }) => {
    const person = who();
    await show(person);
    person.fills(fields);
    const [typed, mc] = [standing(person), carried(person)];
    const old = await scene.seal({ p: String((await scene.known(person))?.['id']), action: String(mc['a']) }, { daysOld: 31 });
    carries(scene, person, { ...mc, t: old });
    await scene.quiet();
    const before = await scene.stored();
    for (const time of [1, 2]) {
      expect(await person.submits()).toMatchObject({ '': expect.stringContaining('Den knappen är gammal.') as string });
      expect([time, standing(person)]).toEqual([time, typed]);
    }
    expect(reading(person).match(/Den knappen är gammal/g)).toHaveLength(1);
    expect(await scene.stored()).toEqual(before);
  });
});

describe('a form of several pages', () => {
  const about = { role: 'adept: jag vill ha vägledning', experience: HOSTILE, employer: 'Rönnen', title: 'Sjuksköterska' };

  it('keeps what was typed when somebody goes on later, and says what is wrong with it', async () => {
    await cia.types('/mentor join');
    await cia.presses('Börja');
    cia.fills({ ...about, email: 'cia@nowhere' });
    const typed = standing(cia);
    await cia.presses('Spara och fortsätt senare');
    expect(cia.faults['email']).toContain('ser inte ut som en e-postadress');
    expect(standing(cia)).toEqual(typed);
    cia.fills({ email: 'cia@nowhere.example' });
    await cia.presses('Spara och fortsätt senare');
    expect(reading(cia)).toContain('Sparat. Fortsätt när du vill');
    expect(await scene.known(cia)).toMatchObject({ email: 'cia@nowhere.example' });
  });

  it('begins there again with what was kept, and leads on page by page', async () => {
    await cia.types('/mentor profile');
    await cia.presses('Fortsätt');
    expect(reading(cia)).toContain('Hjälp (2 av 3)');
    cia.fills({ topics: 'retorik' });
    await cia.submits();
    expect(reading(cia)).toContain('Vem och när (3 av 3)');
    cia.fills({ languages: ['svenska'] });
    await cia.submits();
    expect(reading(cia)).toContain('Allt som behövs finns här.');
    await cia.presses('Om mig');
    expect(standing(cia)).toMatchObject({ 'f.experience': HOSTILE, 'f.employer': 'Rönnen', 'f.title': 'Sjuksköterska', 'f.email': 'cia@nowhere.example' });
  });
});

describe('somebody chosen from the list of people', () => {
  async function names(name: string, here: 'private' | 'message' = 'private'): Promise<Readonly<Record<string, string>>> {
    if (here === 'private') await anna.slashes('cohort coordinators', { channel: 'mentoring' });
    else await anna.types('cohort coordinators');
    await anna.presses('Lägg till en samordnare', { in: here });
    anna.fills({ person: name, role: 'matchning' });
    return anna.submits();
  }

  it('becomes known and gets the role, though they have never been here', async () => {
    expect(await names('tora')).toEqual({});
    expect(reading(anna)).toContain('Tora Ny har nu rollen matchning.');
    expect(await scene.known(scene.teams.person('tora'))).toMatchObject({ name: 'Tora Ny' });
  });

  it('may be chosen in one’s own chat too, where they are not', async () => {
    const vera = scene.teams.add({ name: 'vera', realName: 'Vera Ny' }).name;
    expect(await names(vera, 'message')).toEqual({});
    expect(reading(anna)).toContain('Vera Ny har nu rollen matchning.');
  });

  it('is told of at the field where they do not belong here, and what was chosen stays', async () => {
    await scene.quiet();
    const before = await scene.stored();
    expect(await names('gunnar')).toMatchObject({ person: expect.stringContaining('Välj någon i organisationen.') as string });
    expect(reading(anna)).toContain('Gunnar Gäst');
    expect(await scene.stored()).toEqual(before);
    expect(await scene.known(scene.teams.person('gunnar'))).toBeUndefined();
  });

  it('can be sent once more where Teams did not say who that is', async () => {
    const nils = scene.teams.add({ name: 'nils', realName: 'Nils Ny' }).name;
    scene.teams.connector.fail({ status: 503 }, 1, 'read');
    expect(await names(nils)).toMatchObject({ person: expect.stringContaining('Välj någon i organisationen.') as string });
    await anna.submits();
    expect(reading(anna)).toContain('Nils Ny har nu rollen matchning.');
  });
});

describe('a list of people that is pasted in', () => {
  const row = (n: number) => `Person Nummer ${n};person${n}@example.org;${n % 2 ? 'adept' : 'mentor'};Titel ${n};${`Å${n} `.repeat(12).trim()}`;
  const people = Array.from({ length: 48 }, (_, index) => row(index + 1));

  it('keeps its faulty rows before the eyes, takes the good ones, and loses none on the way', async () => {
    const whole = [
      'Namn;E-post;Roll;Titel;Erfarenhet',
      ...people.with(3, 'Ingen Adress;;mentor;;').with(40, 'Person Nummer 41;person41@example.org;kung;;'),
    ].join('\n');
    await opens(anna, '/cohort import Hösten');
    anna.fills({ csv: whole });
    await anna.submits();
    const told = reading(anna);
    for (const words of ['2 rader behöver ses över, 46 är rätt.', 'Rad 5: e-postadressen saknas', 'Rad 42: ”kung” är ingen roll'])
      expect(told).toContain(words);
    expect(standing(anna)['f.csv']).toBe(whole);
    await anna.presses('Importera 46 rader som är rätt');
    expect(reading(anna)).toContain('46 personer står på listan till Hösten.');
    expect(await scene.rows(`SELECT count(*)::int AS "count" FROM "Person" WHERE "email" LIKE 'person%'`)).toEqual([{ count: 46 }]);
  });
});
