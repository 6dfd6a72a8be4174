// Forms as windows in Slack: faults at their fields, and nothing that somebody has typed is ever lost (E9.4).

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { typedIn } from '../../../../adapters/slack/translate/values.ts';
import type { Filling } from '../../../support/slack/local/form.ts';
import type { Person } from '../../../support/slack/person.ts';
import { carried, carries, drawn, inDays, openScene, opensCohort, pastes, reading, type Scene, standing, until } from './scene.ts';

const USERS = [
  { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE', owner: true },
  { name: 'alva', realName: 'Alva Lindqvist', locale: 'sv-SE' },
  { name: 'cia', realName: 'Cia Berg', locale: 'sv-SE' },
  { name: 'ben', realName: 'Ben Ek', locale: 'sv-SE' },
];
const HOSTILE = 'Rad ett <!channel>\n*två* & <@U1>\n\n  fyra 👩‍👩‍👧‍👦 שלום';

let scene: Scene;
let anna: Person;
let alva: Person;
let ben: Person;
let cia: Person;

beforeAll(async () => {
  scene = await openScene({ users: USERS });
  const { slack } = scene;
  [anna, alva, ben, cia] = [slack.person('anna'), slack.person('alva'), slack.person('ben'), slack.person('cia')];
  await anna.types('/mentor');
  await opensCohort(anna, 'Hösten');
});
afterEach(() => {
  for (const person of [anna, alva, ben, cia]) person.desk.clear();
  expect(scene.house.faults).toEqual([]);
  expect(scene.slack.refusals).toEqual([]);
});
afterAll(() => scene.close());

async function presses(person: Person, button: string): Promise<void> {
  await person.presses(button);
  await until(() => person.desk.top);
}

describe('what is wrong in a form', () => {
  it('stands at its field, and all the rest stands as it was typed', async () => {
    await anna.types('/cohort create Våren');
    anna.fills({ startsOn: inDays(9), endsOn: inDays(3), target: 7 });
    const typed = standing(anna);
    expect(await anna.submits()).toEqual({ 'Sista dagen': expect.stringContaining('måste komma efter den första') });
    expect(standing(anna)).toEqual(typed);
    anna.fills({ target: 'många' });
    expect(Object.keys(await anna.submits())).toEqual(['Antal par']);
    anna.fills({ endsOn: inDays(90), target: '0x7' });
    expect(await anna.submits()).toEqual({ 'Antal par': 'Skriv ett heltal från 1 till 500.' });
    expect(await reading(anna)).toContain('Antal par: 0x7');
    expect(await scene.rows(`SELECT 1 FROM "Cohort" WHERE "name" = 'Våren'`)).toEqual([]);
  });

  it('stands at several fields at once', async () => {
    await anna.types('/cohort create');
    anna.fills({ name: ' ', startsOn: inDays(9), endsOn: inDays(90), target: 501 });
    expect(Object.keys(await anna.submits()).toSorted()).toEqual(['Antal par', 'Namn']);
  });

  interface Kind {
    readonly kinds: string;
    readonly who: () => Person;
    readonly opens: (person: Person) => Promise<void>;
    readonly fields: Readonly<Record<string, Filling>>;
  }
  const profile = (pages: readonly Readonly<Record<string, Filling>>[]) => async (person: Person) => {
    await person.types('/mentor join');
    await presses(person, 'Börja');
    for (const page of pages) {
      person.fills(page);
      expect(await person.submits()).toEqual({});
    }
  };
  const FORMS: readonly Kind[] = [
    {
      kinds: 'radio buttons, a paragraph, lines',
      who: () => ben,
      opens: profile([]),
      fields: { role: 'mentor', experience: HOSTILE, employer: 'Rönnen & Co <b>', title: null, email: 'ben@example.org' },
    },
    {
      kinds: 'checkboxes, paragraphs',
      who: () => ben,
      opens: profile([{ role: 'båda: jag vill ha vägledning och kan ge den' }]),
      fields: { help: ['kommunikation och empati', 'affärsförståelse'], topics: HOSTILE, challenges: 'x'.repeat(1500), interests: null },
    },
    {
      kinds: 'many choices, a list of hundreds, a number',
      who: () => alva,
      opens: profile([{ role: 'mentor' }, { topics: 'retorik' }]),
      fields: { languages: ['svenska', 'finska'], slots: ['wed-pm', 'helger'], timeZone: 'Asia/Tokyo', capacity: '3', wishes: HOSTILE },
    },
    {
      kinds: 'a person, radio buttons',
      who: () => anna,
      opens: async (person) => {
        await person.types('/cohort coordinators');
        await presses(person, 'Lägg till en samordnare');
      },
      fields: { person: 'ben', role: 'trygghetsansvar' },
    },
    { kinds: 'a channel', who: () => anna, opens: (person) => person.types('/cohort channel Hösten'), fields: { conversation: 'mentoring' } },
    {
      kinds: 'dates, a line, a number',
      who: () => anna,
      opens: (person) => person.types('/cohort create'),
      fields: { name: 'Sommaren', startsOn: inDays(20), endsOn: inDays(99), target: '12' },
    },
    {
      kinds: 'a long text in several boxes',
      who: () => anna,
      opens: (person) => person.types('/cohort import Hösten'),
      fields: { 'Listan (1 av 4)': 'namn;e-post', 'Listan (3 av 4)': HOSTILE },
    },
  ];

  it.each(FORMS)('stands above the form where it has no field, and everything is there again: $kinds', async ({ who, opens, fields }) => {
    const person = who();
    await opens(person);
    person.fills(fields);
    const [typed, { action }] = [standing(person), carried(person)];
    const token = await scene.seal({ p: String((await scene.known(person))?.['id']), action }, { daysOld: 31 });
    carries(person, JSON.stringify({ action, token }));
    const before = await scene.stored();
    for (const time of [1, 2]) {
      expect(await person.submits()).toEqual({});
      expect(await reading(person)).toContain('Den knappen är gammal.');
      expect([time, standing(person)]).toEqual([time, typed]);
      expect([time, drawn(person)]).toEqual([time, typed]);
    }
    expect((await reading(person)).match(/Den knappen är gammal/g)).toHaveLength(1);
    expect(carried(person)).toEqual({ action, token });
    expect(await scene.stored()).toEqual(before);
  });
});

describe('a form of several pages', () => {
  const about = { role: 'adept: jag vill ha vägledning', experience: HOSTILE, employer: 'Rönnen', title: 'Sjuksköterska' };

  it('keeps what was typed when somebody goes on later, and says in the window what is wrong with it', async () => {
    await cia.types('/mentor join');
    await presses(cia, 'Börja');
    cia.fills({ ...about, email: 'cia@nowhere' });
    const typed = standing(cia);
    await cia.presses('Spara och fortsätt senare');
    await until(async () => (await reading(cia)).includes('Några svar behöver ses över. Inget har gått förlorat.'));
    expect(await reading(cia)).toMatch(/ser inte ut som en e-postadress.*\nE-postadress: cia@nowhere/);
    expect([standing(cia), drawn(cia)]).toEqual([typed, typed]);

    cia.fills({ email: 'cia@nowhere.example' });
    await cia.presses('Spara och fortsätt senare');
    await until(async () => (await reading(cia)).includes('Sparat. Fortsätt när du vill'));
    expect(await scene.known(cia)).toMatchObject({ email: 'cia@nowhere.example' });
  });

  it('begins there again with what was kept, and leads on page by page', async () => {
    await cia.types('/mentor profile');
    await cia.presses('Fortsätt');
    await until(async () => (await reading(cia)).includes('Hjälp (2 av 3)'));
    cia.fills({ topics: 'retorik' });
    expect(await cia.submits()).toEqual({});
    expect(await reading(cia)).toContain('Vem och när (3 av 3)');
    cia.fills({ languages: ['svenska'] });
    expect(await cia.submits()).toEqual({});
    expect(await reading(cia)).toContain('Allt som behövs finns här.');
    await cia.presses('Om mig');
    await until(async () => (await reading(cia)).includes('Om dig (1 av 3)'));
    expect(await reading(cia)).toContain(`Din erfarenhet, i några meningar: ${HOSTILE}`);
    for (const kept of ['adept', 'Rönnen', 'Sjuksköterska', 'cia@nowhere.example']) expect(await reading(cia)).toContain(`: ${kept}`);
  });

  it('tells of a missing tick in the window, and keeps the page', async () => {
    await cia.types('/mentor profile');
    await presses(cia, 'Vad jag vill eller kan ge');
    cia.fills({ topics: '', challenges: 'Tala inför 30 kollegor' });
    expect(await cia.submits()).toEqual({ 'Vad vill du ha hjälp med?': 'Välj minst en sorts hjälp, eller skriv ett eget ämne här nedanför.' });
    expect(await reading(cia)).toContain('Tala inför 30 kollegor');
  });
});

describe('a list of people that is pasted in', () => {
  const FIRST = 'Namn;E-post;Roll;Titel;Erfarenhet';
  const row = (n: number) => `Person Nummer ${n};person${n}@example.org;${n % 2 ? 'adept' : 'mentor'};Titel ${n};${`Å${n} `.repeat(12).trim()}`;
  const people = Array.from({ length: 48 }, (_, index) => row(index + 1));
  const stored = () =>
    scene.rows(`SELECT p."name", p."email" FROM "Person" p JOIN "Participation" USING ("tenantId") WHERE "personId" = p."id" AND p."email" LIKE 'person%'`);

  it('keeps its faulty rows before the eyes, takes the good ones, and loses none on the way', async () => {
    const faulty = people.with(3, 'Ingen Adress;;mentor;;').with(40, 'Person Nummer 41;person41@example.org;kung;;');
    const whole = [FIRST, ...faulty].join('\n');
    expect(whole.length).toBeGreaterThan(3100);
    await anna.types('/cohort import Hösten');
    pastes(anna, whole);
    expect(await anna.submits()).toEqual({});
    const told = await reading(anna);
    expect(told).toContain('Inget har importerats än.');
    expect(told).toContain('2 rader behöver ses över, 46 är rätt.');
    expect(told).toContain('Rad 5: e-postadressen saknas');
    expect(told).toContain('Rad 42: ”kung” är ingen roll');
    expect(await stored()).toEqual([]);
    expect(boxes()).toBe(whole);

    await anna.presses('Importera 46 rader som är rätt');
    await until(async () => (await reading(anna)).includes('46 personer står på listan till Hösten.'));
    expect(await reading(anna)).toContain('2 rader lämnades utanför:');
    expect(await stored()).toHaveLength(46);
  });

  it('arrives whole over several boxes, however they were filled', async () => {
    await opensCohort(anna, 'Våren');
    await anna.types('/cohort import Våren');
    pastes(anna, [FIRST, ...people].join('\n'));
    expect(await anna.submits()).toEqual({});
    expect(await reading(anna)).toContain('48 personer står på listan till Våren.');
    await anna.types('/cohort export Våren');
    const exported = boxes();
    for (const [index] of people.entries())
      expect(exported).toContain(`"Person Nummer ${index + 1}","person${index + 1}@example.org","${index % 2 ? 'mentor' : 'adept'}",`);
  });

  it('is not taken where it is no list at all, and stays in the window', async () => {
    await anna.types('/cohort import Våren');
    pastes(anna, 'bara ord\noch fler');
    expect(Object.values(await anna.submits())).toEqual(['Första raden ska namnge kolumnerna. Det här saknas: Namn, E-post och Roll.']);
    expect(boxes()).toBe('bara ord\noch fler');
  });

  /** What stands in the boxes of the window, joined as we join them. */
  function boxes(): string {
    return String(typedIn(standing(anna)).typed['csv']);
  }
});
