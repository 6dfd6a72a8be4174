// What forms and buttons carry, once it is too old, another's, altered or no token at all: a polite word in the person's
// own language, nothing changed, nothing typed lost (F13).

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '../../../../src/time.ts';
import { record, text } from '../../../support/slack/local/json.ts';
import { execute } from '../../../support/teams/payloads.ts';
import type { Person } from '../../../support/teams/person.ts';
import { carried, carries, inDays, lists, openScene, opens, opensCohort, reading, type Scene, standing, until } from './scene.ts';

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
  scene = await openScene({
    people: [
      { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE' },
      { name: 'tora', realName: 'Tora Ny', locale: 'sv-SE' },
      { name: 'mateo', realName: 'Mateo Rivas', locale: 'es-MX' },
    ],
  });
  const { teams } = scene;
  [anna, tora, mateo] = [teams.person('anna'), teams.person('tora'), teams.person('mateo')];
  await anna.installs({});
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
  for (const person of [anna, tora, mateo]) person.closes();
  expect(scene.house.faults).toEqual([]);
  expect(scene.teams.refusals).toEqual([]);
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

async function beginsGoal(): Promise<Readonly<Record<string, unknown>>> {
  await opens(mateo, '/goal new');
  mateo.fills(GOAL);
  return carried(mateo);
}

/** Sends the form on top, which is refused: with the dialog, all that was typed and the database as they were. */
async function refusedForm(person: Person, words: string): Promise<void> {
  const [typed, before, { a, t }] = [standing(person), await scene.stored(), carried(person)];
  expect(Object.keys(typed).length).toBeGreaterThan(2);
  await person.submits();
  expect(reading(person)).toContain(words);
  expect([standing(person), carried(person)]).toEqual([typed, expect.objectContaining({ a, t })]);
  expect(await scene.stored()).toEqual(before);
}

interface Case {
  readonly what: string;
  /** What the form carries, or the button, instead of what it was given. */
  readonly token: (own: string) => Promise<string> | string;
  readonly says: string;
}

const ALTERED: readonly Case[] = [0, 0.04, 0.15, 0.5, 0.85, 0.995].map((share) => ({
  what: `altered ${Math.round(share * 1000)} thousandths along`,
  token: (own) => altered(own, share),
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
  ] satisfies Case[])('is refused where its token is $what', async ({ token, says }) => {
    const own = await beginsGoal();
    carries(scene, mateo, { ...own, t: await token(text(own['t'])) });
    await refusedForm(mateo, says);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a list', []],
    ['no token', { a: 'goals.save' }],
    ['no action', { t: 'x' }],
    ['numbers', { a: 7, t: 7 }],
    ['a token of signs that no token has', { a: 'goals.save', t: '\u0000 {"p":"me"} ♥' }],
    ['a token that is many times too long', { a: 'goals.save', t: 'x'.repeat(9000) }],
  ])('is refused where it carries %s', async (_what, mc) => {
    await beginsGoal();
    const before = await scene.stored();
    carries(scene, mateo, mc);
    const [button] = mateo.dialog?.open.buttons ?? [];
    await mateo.presses(text(button?.['title']));
    expect([reading(mateo), mateo.newest].join()).toContain(UNREAD);
    expect(await scene.stored()).toEqual(before);
  });

  it('is taken where the form that it carries cannot be read: what was typed says enough', async () => {
    const own = await beginsGoal();
    mateo.fills({ title: 'Sin formulario' });
    carries(scene, mateo, { ...own, k: 'x' });
    await mateo.submits();
    expect(reading(mateo)).toContain('Sin formulario');
  });

  it('is for what its token says, whatever else it names', async () => {
    const own = await beginsGoal();
    carries(scene, mateo, { ...own, a: 'programme.close' });
    await mateo.submits();
    expect(reading(mateo)).toContain('Hablar en público');
    expect(await scene.rows(`SELECT "signup" FROM "Cohort" WHERE "id" = $1`, cohort)).toEqual([{ signup: 'open' }]);
  });

  it('that is sent twice, or arrives twice under one id or two, is one and has one answer', async () => {
    await beginsGoal();
    const { dialog } = mateo;
    await mateo.submits();
    const [after, goals] = [await scene.stored(), reading(mateo)];
    for (const { body } of [await mateo.again(), await mateo.anew()]) expect(JSON.stringify(body)).toContain('Hablar en público');
    mateo.dialog = dialog;
    mateo.fills({ title: 'Otra cosa' });
    await mateo.submits();
    expect(reading(mateo)).toBe(goals);
    expect(await scene.stored()).toEqual(after);
  });

  it('in two windows makes one thing, and the other window says at the field why not', async () => {
    await opens(anna, '/cohort create Våren');
    const first = anna.dialog;
    await opens(anna, '/cohort create Våren');
    const dates = { startsOn: inDays(9), endsOn: inDays(99), target: 3 };
    anna.fills(dates);
    expect(await anna.submits()).toEqual({});
    const before = await scene.stored();
    anna.dialog = first;
    anna.fills({ ...dates, target: 4 });
    const typed = standing(anna);
    expect(await anna.submits()).toMatchObject({ name: expect.stringContaining('Det finns redan en omgång med det namnet.') as string });
    expect(standing(anna)).toEqual(typed);
    expect(await scene.stored()).toEqual(before);
  });
});

describe('a button', () => {
  /** Presses a button of a delivered message, with something else in it. */
  async function refusedPress(change: (own: Readonly<Record<string, unknown>>) => unknown, says: string): Promise<void> {
    const [before, messages] = [await scene.stored(), mateo.sees().messages];
    const posted = mateo.own().findLast(({ words }) => words.includes('[No, gracias]'));
    const data = record(JSON.parse(/"title":"No, gracias".*?"data":(\{.*?\}\})/.exec(JSON.stringify(posted?.card))?.[1] ?? 'null'));
    const { status, body } = await scene.teams.deliver(
      execute({ ...data, mc: await change(record(data['mc'])) }, scene.teams.originOf('mateo'), { on: posted?.id ?? '' }),
    );
    expect([status, JSON.stringify(body)]).toEqual([200, expect.stringContaining(says)]);
    // The delivered message is as it was; at most a word has come below it.
    expect(mateo.sees().messages.slice(0, messages.length)).toEqual(messages);
    expect(await scene.stored()).toEqual(before);
  }

  it.each(BROKEN)('is refused where its token is $what', async ({ token, says }) => {
    await refusedPress(async (own) => ({ ...own, t: await token(text(own['t'])) }), says);
  });

  it.each([undefined, null, 'x', {}, { a: 'people.decline' }, { t: 'x' }, { a: '♥', t: '♥' }, { a: 'x'.repeat(2000), t: 'x' }])(
    'is refused where it carries %j',
    async (mc) => refusedPress(() => mc, UNREAD),
  );

  it('is for what its token says, whatever else it names', async () => {
    const t = await scene.seal({ p: ids.mateo, action: 'programme.close', about: { cohort }, form: false });
    await refusedPress(() => ({ a: 'home.show', t }), NOT_YOURS);
  });
});

describe('what has changed since a form or a button was shown', () => {
  async function role(what: 'given' | 'taken'): Promise<void> {
    await anna.types('/cohort coordinators');
    if (what === 'taken') return anna.presses('Ta bort', { nth: 1 });
    await anna.presses('Lägg till en samordnare');
    anna.fills({ person: 'tora', role: 'programsamordnare' });
    expect(await anna.submits()).toEqual({});
    anna.closes();
  }

  it('is told to somebody whose role was taken meanwhile, at their form and at their button', async () => {
    await role('given');
    await tora.types('/cohort show Hösten');
    await opens(tora, '/cohort create Sommaren');
    tora.fills({ startsOn: inDays(9), endsOn: inDays(99), target: 3 });
    await role('taken');
    const granted = `SELECT 1 FROM "Grant" g JOIN "Account" a USING ("tenantId", "personId") WHERE a."externalId" = $1`;
    await until(async () => (await scene.rows(granted, tora.known.account.aadObjectId)).length === 0);
    await tora.hears('Du har inte längre rollen');
    await scene.quiet();
    await refusedForm(tora, 'Det här är inte ditt att öppna');
    tora.closes();
    const before = await scene.stored();
    await tora.presses('Stäng anmälan');
    expect(tora.newest).toContain('Det här är inte ditt att öppna');
    expect(await scene.stored()).toEqual(before);
  });

  it('is told to somebody who sends a form after more than a month, and they can go on in a new one', async () => {
    await beginsGoal();
    const title = 'Hablar ante 30 colegas';
    mateo.fills({ title });
    await scene.house.advance(31 * DAY);
    await refusedForm(mateo, OLD);
    mateo.closes();
    await opens(mateo, '/goal new');
    mateo.fills({ ...GOAL, title, dueOn: inDays(90) });
    expect(await mateo.submits()).toEqual({});
    expect(reading(mateo)).toContain(title);
  });
});
