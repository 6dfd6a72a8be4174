// The channel of a cohort: chosen from Slack's own list, written to when sign-up opens, and missed when the bot is not in it.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../../src/time.ts';
import type { Person } from '../../../support/slack/person.ts';
import { createsCohort, openScene, reading, type Scene, shown, until } from './scene.ts';

let scene: Scene;
let anna: Person;
let alva: Person;

beforeAll(async () => {
  const users = [
    { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE', owner: true },
    { name: 'alva', realName: 'Alva Lindqvist', locale: 'en-GB' },
  ];
  scene = await openScene({ users, channels: ['mentoring', 'quiet-room'] });
  [anna, alva] = [scene.slack.person('anna'), scene.slack.person('alva')];
  await anna.types('/mentor');
  await scene.slack.invite('mentoring');
});
afterEach(() => {
  for (const person of [anna, alva]) person.desk.clear();
  expect(scene.house.faults).toEqual([]);
});
afterAll(() => scene.close());

async function chooses(cohort: string, channel: string | null): Promise<string> {
  await anna.types(`/cohort channel ${cohort}`);
  anna.fills({ conversation: channel });
  expect(await anna.submits()).toEqual({});
  return reading(anna);
}

const inMentoring = async () => (await scene.slack.inChannel('mentoring')).map(({ words }) => words);

describe('the channel of a cohort', () => {
  it('is pointed to once it is chosen, and stands in the form the next time', async () => {
    await createsCohort(anna, 'Hösten');
    expect(await chooses('Hösten', 'mentoring')).toContain('Utskick om Hösten går till #mentoring från och med nu.');
    anna.desk.clear();
    await anna.types('/cohort channel Hösten');
    expect(await reading(anna)).toContain('Kanal: mentoring');
  });

  it('hears that sign-up is open, with a button for whoever is there', async () => {
    await anna.types('/cohort open Hösten');
    expect(await shown(anna)).toContain('Anmälan till Hösten är öppen, och det meddelas i kanalen.');
    await until(async () => (await inMentoring()).some((words) => words.includes('Hösten')));
    expect(await inMentoring()).toHaveLength(1);
    await alva.presses('Join', { channel: 'mentoring' });
    const { ephemerals } = await until(async () => {
      const seen = await alva.sees();
      return seen.ephemerals.length > 0 ? seen : null;
    });
    expect(ephemerals.at(-1)).toContain('[Begin]');
    expect(await inMentoring()).toHaveLength(1);
  });

  it('loses the button there once sign-up is closed', async () => {
    await anna.types('/cohort close Hösten');
    await until(async () => (await inMentoring()).join().includes('closed'));
    expect((await inMentoring()).join()).not.toContain('[Join]');
  });

  it('hears nothing any more once there is none', async () => {
    expect(await chooses('Hösten', null)).toContain('Inga utskick om Hösten görs från och med nu.');
    await anna.types('/cohort open Hösten');
    expect(await shown(anna)).toContain('Omgången har ingen kanal');
  });

  it('is told of to the coordinators, once and by name, where the bot is not in it (E7.3)', async () => {
    await createsCohort(anna, 'Våren');
    await chooses('Våren', 'quiet-room');
    anna.desk.clear();
    await anna.types('/cohort open Våren');
    // What delivery itself has to say goes out with the next tick.
    await until(() => scene.slack.refusals.length > 0);
    await scene.house.advance(MINUTE);
    const told = await anna.hears('Vi kan inte skriva i #quiet-room, så meddelandet om Våren har inte kommit ut.');
    expect(told).toContain('[Kanal för utskick]');
    expect(scene.slack.refusals).toEqual(['chat.postMessage: not_in_channel']);
    expect((await anna.sees()).messages.filter((message) => message.includes('#quiet-room'))).toHaveLength(1);
    expect(await scene.known(anna)).toMatchObject({ reachable: true });
  });

  it('is chosen anew from that message, and hears what the other one missed', async () => {
    await anna.presses('Kanal för utskick', { in: 'message' });
    await until(() => anna.desk.top);
    expect(await reading(anna)).toContain('Kanal: quiet-room');
    anna.fills({ conversation: 'mentoring' });
    expect(await anna.submits()).toEqual({});
    expect(await reading(anna)).toContain('Utskick om Våren går till #mentoring från och med nu. Det första är att anmälan är öppen.');
    await until(async () => (await inMentoring()).join().includes('Våren'));
  });
});
