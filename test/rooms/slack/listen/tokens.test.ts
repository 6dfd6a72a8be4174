// What forms and buttons carry, once it is too old, another's, altered or no token at all: a polite word in the person's
// own language, nothing changed, nothing typed lost (F13).

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '../../../../src/time.ts';
import { acting, buttonsCalled, inMessages, pressOf } from '../../../support/slack/local/places.ts';
import type { Person } from '../../../support/slack/person.ts';
import { carried, carries, drawn, inDays, lists, openScene, opensCohort, reading, type Scene, shown, standing, until } from './scene.ts';

const OLD = 'Este botón es de hace tiempo';
const UNREAD = 'No hemos podido leer ese botón';
const NOT_YOURS = 'Esto no es tuyo o ya no está aquí';
const FORM = 'Conviene revisar algunas respuestas';

let scene: Scene;
let anna: Person;
let tora: Person;
let mateo: Person;
let cohort = '';
let ids: { readonly mateo: string; readonly anna: string; readonly elsewhere: string };

beforeAll(async () => {
  const users = [
    { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE', owner: true },
    { name: 'tora', realName: 'Tora Ny', locale: 'sv-SE' },
    { name: 'mateo', realName: 'Mateo Rivas', locale: 'es-MX' },
  ];
  scene = await openScene({ users });
  const { slack } = scene;
  [anna, tora, mateo] = [slack.person('anna'), slack.person('tora'), slack.person('mateo')];
  for (const person of [anna, tora, mateo]) await person.types('/mentor');
  await opensCohort(anna, 'Hösten');
  await lists(anna, 'Hösten', ['Mateo;mateo@example.org;adept']);
  await mateo.hears('Hösten');
  await scene.quiet();
  const [row] = await scene.rows(`SELECT "id" FROM "Cohort" WHERE "name" = 'Hösten'`);
  cohort = String(row?.['id']);
  const [other] = await scene.rows(`SELECT "tenantId" FROM "Organisation" WHERE "tenantId" <> $1`, await scene.tenantId());
  ids = { mateo: await idOf(mateo), anna: await idOf(anna), elsewhere: String(other?.['tenantId']) };
});
afterEach(() => {
  for (const person of [anna, tora, mateo]) person.desk.clear();
  expect(scene.house.faults).toEqual([]);
  expect(scene.slack.refusals).toEqual([]);
});
afterAll(() => scene.close());

async function idOf(person: Person): Promise<string> {
  return String((await scene.known(person))?.['id']);
}

/** The same token with one sign of it changed, so far along. */
function altered(token: string, share: number): string {
  const at = Math.floor(share * (token.length - 1));
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}

const GOAL = { title: 'Hablar en público <!channel>', specific: 'Una charla\npara 30 personas', dueOn: inDays(60) };

async function beginsGoal(): Promise<{ readonly action: string; readonly token: string }> {
  await mateo.types('/goal new');
  mateo.fills(GOAL);
  return carried(mateo);
}

/** Sends the form on top, which is refused: with the window, all that was typed and the database as they were. */
async function refusedForm(person: Person, words: string): Promise<void> {
  const [typed, before, metadata] = [standing(person), await scene.stored(), carried(person)];
  expect(await person.submits()).toEqual({});
  expect(await reading(person)).toContain(words);
  expect([standing(person), drawn(person), carried(person)]).toEqual([typed, typed, metadata]);
  expect(await scene.stored()).toEqual(before);
}

interface Case {
  readonly what: string;
  /** What the form carries, or the button, instead of what it was given. */
  readonly token: (own: string) => Promise<string> | string;
  readonly says: string;
}

const ALTERED: readonly Case[] = [0, 0.04, 0.15, 0.5, 0.85, 1].map((share) => ({
  what: `altered ${Math.round(share * 100)} hundredths along`,
  token: (own) => altered(own, share === 1 ? 0.995 : share),
  says: UNREAD,
}));

const BROKEN: readonly Case[] = [
  ...ALTERED,
  { what: 'cut off', token: (own) => own.slice(0, -5), says: UNREAD },
  { what: 'cut to its key', token: (own) => own.split('.')[0] ?? '', says: UNREAD },
  { what: 'of another person', token: () => scene.seal({ p: ids.anna, action: 'goals.save' }), says: UNREAD },
  { what: 'of another organisation', token: () => scene.seal({ p: ids.mateo, action: 'goals.save' }, { tenantId: ids.elsewhere }), says: UNREAD },
  { what: 'of an action of before, and its version', token: () => scene.seal({ p: ids.mateo, action: 'goals.save', v: 0 }), says: OLD },
  { what: 'of a version that is not there yet', token: () => scene.seal({ p: ids.mateo, action: 'goals.save', v: 99 }), says: OLD },
  { what: 'of an action that was retired', token: () => scene.seal({ p: ids.mateo, action: 'goals.whisper' }), says: OLD },
  { what: 'of a coordinator’s action', token: () => scene.seal({ p: ids.mateo, action: 'programme.close', about: { cohort } }), says: NOT_YOURS },
];

describe('a form', () => {
  it.each([
    ...BROKEN,
    { what: 'of 31 days ago', token: () => scene.seal({ p: ids.mateo, action: 'goals.save' }, { daysOld: 31 }), says: OLD },
    { what: 'of another form of one’s own', token: () => scene.seal({ p: ids.mateo, action: 'goals.note' }), says: FORM },
    { what: 'empty', token: () => '', says: UNREAD },
    { what: 'many times too long', token: (own) => own.repeat(9), says: UNREAD },
    { what: 'anything', token: () => '\u0000 {"p":"me"} ♥', says: UNREAD },
  ] satisfies Case[])('is refused where its token is $what', async ({ token, says }) => {
    const own = await beginsGoal();
    carries(mateo, JSON.stringify({ ...own, token: await token(own.token) }));
    await refusedForm(mateo, says);
  });

  it.each([
    '',
    'null',
    '7',
    '[]',
    '{}',
    '{"action":"goals.save"}',
    '{"token":"x"}',
    '{"action":7,"token":7}',
    '{"action":',
    '{"__proto__":{"action":"goals.save","token":"x"}}',
  ])('is refused where it carries %j', async (metadata) => {
    await beginsGoal();
    const [typed, before] = [standing(mateo), await scene.stored()];
    carries(mateo, metadata);
    expect(await mateo.submits()).toEqual({});
    expect(await reading(mateo)).toContain(UNREAD);
    expect([standing(mateo), drawn(mateo)]).toEqual([typed, typed]);
    expect(await scene.stored()).toEqual(before);
  });

  it('is for what its token says, whatever else it names', async () => {
    const { token } = await beginsGoal();
    carries(mateo, JSON.stringify({ action: 'programme.close', token }));
    expect(await mateo.submits()).toEqual({});
    expect(await reading(mateo)).toContain('Hablar en público');
    expect(await scene.rows(`SELECT "signup" FROM "Cohort" WHERE "id" = $1`, cohort)).toEqual([{ signup: 'open' }]);
  });

  it('that is sent twice, or arrives twice, is one and has one answer', async () => {
    await beginsGoal();
    const form = mateo.desk.top?.view ?? {};
    expect(await mateo.submits()).toEqual({});
    const [after, goals] = [await scene.stored(), await reading(mateo)];
    const { body } = await mateo.again();
    expect(JSON.stringify(body)).toContain('Hablar en público');
    mateo.desk.open(form);
    mateo.fills({ ...GOAL, title: 'Otra cosa' });
    expect(await mateo.submits()).toEqual({});
    expect(await reading(mateo)).toBe(goals);
    expect(await scene.stored()).toEqual(after);
  });

  it('in two windows makes one thing, and the other window says at the field why not', async () => {
    await anna.types('/cohort create Våren');
    const first = anna.desk.top?.view ?? {};
    await anna.types('/cohort create Våren');
    const dates = { startsOn: inDays(9), endsOn: inDays(99), target: 3 };
    anna.fills(dates);
    expect(await anna.submits()).toEqual({});
    const before = await scene.stored();
    anna.desk.open(first);
    anna.fills({ ...dates, target: 4 });
    const typed = standing(anna);
    expect(await anna.submits()).toEqual({ Namn: 'Det finns redan en omgång med det namnet. Välj ett annat, till exempel termin och år.' });
    expect(standing(anna)).toEqual(typed);
    expect(await scene.stored()).toEqual(before);
  });
});

describe('a button', () => {
  /** Presses a button in the newest message that has it, with a value of another kind. */
  async function presses(person: Person, label: string, value: (own: string) => Promise<string> | string): Promise<void> {
    const { slack } = scene;
    const [button] = (await inMessages(slack, person.id, undefined)).toReversed().flatMap((place) => buttonsCalled(place, label));
    if (!button) throw new Error(`no button ${label}`);
    const { value: own = '', ...press } = pressOf(button.found);
    const payload = button.place.payload({ ...press, value: await value(own) }, acting(slack, person.id, await slack.views.trigger(person.id)));
    expect((await slack.deliver('interaction', payload)).status).toBe(200);
  }

  async function refusedPress(value: (own: string) => Promise<string> | string, says: string): Promise<void> {
    const [before, messages, { length }] = [await scene.stored(), (await mateo.sees()).messages, mateo.desk.ephemerals];
    await presses(mateo, 'No, gracias', value);
    await until(() => mateo.desk.ephemerals.length > length);
    expect(mateo.desk.ephemerals.length).toBe(length + 1);
    expect(await shown(mateo)).toContain(says);
    expect((await mateo.sees()).messages).toEqual(messages);
    expect(await scene.stored()).toEqual(before);
  }

  it.each(BROKEN)('is refused where its token is $what', async ({ token, says }) => {
    await refusedPress(async (own) => {
      const [action = '', sealed = ''] = own.split(' ');
      return `${action} ${await token(sealed)}`;
    }, says);
  });

  it.each(['', ' ', 'no', 'people.decline', 'people.decline ', ' token', 'a b c', '{"action":"x"}', '♥ ♥', 'x'.repeat(2000), 'programme.close x'])(
    'is refused where its value is %j',
    async (value) => refusedPress(() => value, UNREAD),
  );

  it('is for what its token says, whatever else it names', async () => {
    await refusedPress(async () => `home.show ${await scene.seal({ p: ids.mateo, action: 'programme.close', about: { cohort }, form: false })}`, NOT_YOURS);
  });
});

describe('what has changed since a form or a button was shown', () => {
  async function role(what: 'given' | 'taken'): Promise<void> {
    await anna.types('/cohort coordinators');
    if (what === 'taken') return anna.presses('Ta bort', { in: 'ephemeral', nth: 1 });
    await anna.presses('Lägg till en samordnare', { in: 'ephemeral' });
    await until(() => anna.desk.top);
    anna.fills({ person: 'tora', role: 'programsamordnare' });
    expect(await anna.submits()).toEqual({});
    anna.desk.clear();
  }

  it('is told to somebody whose role was taken meanwhile, at their form and at their button', async () => {
    await role('given');
    await tora.types('/cohort show Hösten');
    await tora.types('/cohort create Sommaren');
    tora.fills({ startsOn: inDays(9), endsOn: inDays(99), target: 3 });
    await role('taken');
    await until(
      async () => (await scene.rows(`SELECT 1 FROM "Grant" g JOIN "Account" a USING ("tenantId", "personId") WHERE a."externalId" = $1`, tora.id)).length === 0,
    );
    await tora.hears('Du har inte längre rollen');
    await scene.quiet();
    await refusedForm(tora, 'Det här är inte ditt att öppna');
    tora.desk.clear();
    const before = await scene.stored();
    await tora.presses('Stäng anmälan', { in: 'ephemeral' });
    await until(async () => (await shown(tora)).includes('Det här är inte ditt att öppna'));
    expect(await scene.stored()).toEqual(before);
  });

  it('is told to somebody who begins to sign up when sign-up has closed', async () => {
    await tora.types('/mentor join');
    await anna.types('/cohort close Hösten');
    await scene.quiet();
    const before = await scene.stored();
    await tora.presses('Börja', { in: 'ephemeral' });
    await until(async () => (await shown(tora)).includes('Ingen anmälan är öppen just nu.'));
    expect(await scene.stored()).toEqual(before);
    await anna.types('/cohort open Hösten');
  });

  it('is told to somebody who sends a form after more than a month, and they can go on in a new one', async () => {
    await beginsGoal();
    const title = 'Hablar ante 30 colegas';
    mateo.fills({ title });
    await scene.house.advance(31 * DAY);
    await refusedForm(mateo, OLD);
    mateo.desk.clear();
    await mateo.types('/goal new');
    mateo.fills({ ...GOAL, title, dueOn: inDays(90) });
    expect(await mateo.submits()).toEqual({});
    expect(await reading(mateo)).toContain(title);
  });
});
