// Where the answer to something that somebody did appears: where they did it if nobody else sees it there, and where that
// fails, in another place.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { channelIdOf } from '../../../support/teams/payloads.ts';
import type { Person } from '../../../support/teams/person.ts';
import { createsCohort, openScene, opens, reading, type Scene, takesPart, until } from './scene.ts';

let scene: Scene;
let anna: Person;
let alva: Person;
let ben: Person;
let mateo: Person;

beforeAll(async () => {
  scene = await openScene({
    people: [
      { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE' },
      { name: 'alva', realName: 'Alva Lindqvist', locale: 'sv-SE' },
      { name: 'ben', realName: 'Ben Ek' },
      { name: 'mateo', realName: 'Mateo Rivas' },
    ],
    channels: ['mentoring', 'lounge'],
  });
  const { teams } = scene;
  [anna, alva, ben, mateo] = [teams.person('anna'), teams.person('alva'), teams.person('ben'), teams.person('mateo')];
  await anna.installs({});
  await createsCohort(anna, 'Hösten');
});
afterEach(() => {
  for (const person of [anna, alva, ben, mateo]) {
    person.closes();
    person.notice = null;
  }
  scene.teams.connector.heal();
  expect(scene.house.faults).toEqual([]);
  expect(scene.teams.refusals).toEqual([]);
});
afterAll(() => scene.close());

const inChannel = (name: string) => scene.teams.inChannel(name).map(({ words }) => words);
const HERE = 'Den här kanalen';

describe('what is answered', () => {
  it('to words in one’s own chat is a message there', async () => {
    await anna.types('cohort show Hösten');
    expect(anna.newest).toContain('Hösten');
    expect(alva.sees().messages).toEqual([]);
  });

  it('to a command from the menu is a message in the channel that nobody else sees', async () => {
    await anna.slashes('cohort show Hösten', { channel: 'lounge' });
    expect(anna.sees().privately.at(-1)).toContain('[Öppna anmälan]');
    expect([inChannel('lounge'), alva.sees().privately]).toEqual([[], []]);
  });

  it('to a mention in a channel is in one’s own chat, and a word in the thread says so', async () => {
    await anna.mentions('cohort show Hösten', { channel: 'lounge' });
    expect(anna.sees().messages.at(-1)).toContain('[Öppna anmälan]');
    expect(inChannel('lounge')).toEqual(['Svaret finns i din chatt med Mentor Cycle: här skulle alla se det.']);
  });

  it('to a command from the menu is in one’s own chat where Teams takes no such message', async () => {
    const before = anna.sees().privately.length;
    scene.teams.connector.fail({ status: 400, code: 'BadArgument' }, 1, 'post');
    await anna.slashes('cohort show Hösten', { channel: 'lounge' });
    expect(anna.newest).toContain('[Öppna anmälan]');
    expect([anna.sees().privately.length, inChannel('lounge').length]).toEqual([before, 1]);
    scene.teams.refusals.splice(0);
  });

  it('to a command of the message extension is a dialog, from wherever it is chosen', async () => {
    await alva.chooses('goal-new');
    expect(reading(alva)).toContain('Nytt mål');
    await alva.chooses('mentor-contact', { channel: 'lounge' });
    expect(reading(alva)).toContain('samordnar');
    await alva.chooses('moon-landing');
    expect(reading(alva)).not.toBe('');
  });

  it('to a command with a form is a card whose button opens it', async () => {
    await opens(alva, '/goal new');
    expect(reading(alva)).toContain('Nytt mål');
  });

  it('takes the place of the pressed card, where it was an answer itself', async () => {
    await anna.types('/cohort');
    const before = anna.sees().messages.length;
    await anna.presses('Visa Hösten');
    expect(anna.sees().messages.at(-1)).toContain('[Öppna anmälan]');
    await anna.presses('Öppna anmälan');
    expect(anna.sees().messages.at(-1)).toContain('Anmälan till Hösten är öppen');
    expect(anna.sees().messages).toHaveLength(before);
  });
});

describe('the channel of a cohort', () => {
  it('is the one in which somebody has asked for it by mention, though the card is in their own chat', async () => {
    await anna.mentions('cohort channel Hösten', { channel: 'lounge' });
    await anna.presses('Öppna');
    anna.fills({ conversation: HERE });
    expect(await anna.submits()).toEqual({});
    const kept = JSON.stringify((await scene.rows(`SELECT "channel" FROM "Cohort" WHERE "name" = 'Hösten'`))[0]);
    expect(kept).toContain(channelIdOf('lounge'));
    expect(kept).not.toContain('messageid');
  });

  it('is the one in which it is chosen', async () => {
    await anna.slashes('cohort channel Hösten', { channel: 'mentoring' });
    await anna.presses('Öppna', { in: 'private' });
    anna.fills({ conversation: HERE });
    expect(await anna.submits()).toEqual({});
    expect(reading(anna)).toContain('från och med nu');
    await anna.types('cohort close Hösten');
    await anna.types('cohort open Hösten');
    await until(() => inChannel('mentoring').some((words) => words.includes('Hösten')));
  });

  it('has one card for all: two people who press it at once get each their own answer', async () => {
    await Promise.all([ben, mateo].map((person) => person.presses('Join', { channel: 'mentoring' })));
    for (const person of [ben, mateo]) {
      const all = [person.newest, ...scene.teams.inChannel('mentoring').map((posted) => person.wordsOf(posted))];
      expect(all.some((words) => words.includes('[Begin]'))).toBe(true);
    }
    expect(
      scene.teams
        .inChannel('mentoring')
        .map((posted) => alva.wordsOf(posted))
        .join(),
    ).not.toContain('[Begin]');
    for (const [person, role] of [
      [ben, 'mentee'],
      [mateo, 'mentor'],
    ] as const)
      await takesPart(person, role);
    const ready = `SELECT count(*)::int AS "count" FROM "Participation" WHERE "tenantId" = $1 AND "state" = 'ready'`;
    expect(await scene.rows(ready, await scene.tenantId())).toEqual([{ count: 2 }]);
  });

  it('loses its button once sign-up is closed; an old card of one’s own says so kindly when it is pressed', async () => {
    await alva.types('/mentor join');
    await anna.types('cohort close Hösten');
    await until(() => inChannel('mentoring').join().includes('closed'));
    expect(inChannel('mentoring').join()).not.toContain('[Join]');
    const before = await scene.stored();
    await alva.presses('Börja');
    expect(reading(alva)).toContain('Ingen anmälan är öppen just nu.');
    expect(await scene.stored()).toEqual(before);
  });
});

describe('a message that was delivered', () => {
  it('changes where it stands when it is pressed, and says all that there is to say', async () => {
    await anna.types('/match preview Hösten');
    await anna.presses('Publicera');
    await ben.hears('Somebody who may suit you');
    await scene.quiet();
    const before = ben.sees().messages.length;
    await ben.presses('Yes, please ask them');
    expect(await ben.hears('Thank you for your yes')).not.toContain('[Yes, please ask them]');
    expect(ben.sees().messages).toHaveLength(before);
  });

  it('shows whoever presses it how things are now, though Teams does not change it: what was done is done', async () => {
    await mateo.hears('Somebody who would like to learn from you');
    await scene.quiet();
    scene.teams.connector.fail({ status: 502 }, 1, 'update');
    await mateo.presses('Yes, I can');
    expect(mateo.newest).toContain('You have both said yes.');
    expect(mateo.newest).not.toContain('[Yes, I can]');
    expect(await scene.rows(`SELECT "state" FROM "Pair" WHERE "tenantId" = $1`, await scene.tenantId())).toEqual([{ state: 'active' }]);
  });
});
