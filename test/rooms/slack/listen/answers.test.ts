// Where the answer to something that somebody did appears: where they did it, and where that fails, in another place (E9.3).

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../support/slack/person.ts';
import { createsCohort, lists, openScene, opensCohort, reading, type Scene, shown, takesPart, until } from './scene.ts';

const CROWD = Array.from({ length: 150 }, (_, index) => `Person Nummer ${index};p${index}@example.org;adept`);
const HOPELESS = 'chatten hann stänga dörren';

let scene: Scene;
let anna: Person;
let alva: Person;
let ben: Person;
let mateo: Person;

beforeAll(async () => {
  const users = [
    { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE', owner: true },
    { name: 'alva', realName: 'Alva Lindqvist', locale: 'sv-SE' },
    { name: 'ben', realName: 'Ben Ek' },
    { name: 'mateo', realName: 'Mateo Rivas' },
  ];
  scene = await openScene({ users });
  const { slack } = scene;
  [anna, alva, ben, mateo] = [slack.person('anna'), slack.person('alva'), slack.person('ben'), slack.person('mateo')];
  for (const person of [anna, alva]) await person.types('/mentor');
  await opensCohort(anna, 'Hösten');
  await takesPart(ben, 'mentee');
  await takesPart(mateo, 'mentor');
  await scene.quiet();
});
afterEach(() => {
  for (const person of [anna, alva, ben, mateo]) person.desk.clear();
  scene.slack.mend();
  expect(scene.house.faults).toEqual([]);
});
afterAll(() => scene.close());

const asides = (person: Person) => person.desk.ephemerals.length;

describe('what is answered', () => {
  it('to a command is a message that only this person sees', async () => {
    const [before, calls] = [asides(anna), scene.slack.calls.length];
    await anna.types('/cohort show Hösten', { channel: 'mentoring' });
    expect(asides(anna)).toBe(before + 1);
    expect(await shown(anna)).toContain('Hösten');
    expect(anna.desk.ephemerals.at(-1)?.channel).toBe(scene.slack.channelId('mentoring'));
    expect(await scene.slack.inChannel('mentoring')).toEqual([]);
    expect(asides(alva)).toBe(1);
    expect(scene.slack.calls.length).toBe(calls);
  });

  it('to a command with a form is a window', async () => {
    const before = asides(anna);
    await anna.types('/cohort create Våren');
    expect(await reading(anna)).toContain('Ny omgång');
    expect(asides(anna)).toBe(before);
  });

  it('is a window where it is too long for a message', async () => {
    await createsCohort(anna, 'Fullt');
    await lists(anna, 'Fullt', CROWD);
    const before = asides(anna);
    await anna.types('/cohort people Fullt');
    expect(await reading(anna)).toContain('Fullt: 150 personer');
    expect(asides(anna)).toBe(before);
  });

  it('to a shortcut is a window, from wherever it is chosen', async () => {
    for (const [shortcut, words] of Object.entries({ my_page: 'Ditt mentorskap', new_goal: 'Nytt mål', contact: 'samordnar' })) {
      const before = asides(alva);
      await alva.shortcut(shortcut);
      expect([shortcut, await reading(alva)]).toEqual([shortcut, expect.stringContaining(words)]);
      expect(asides(alva)).toBe(before);
      alva.desk.clear();
    }
  });

  it('takes the place of the message that was pressed, where only this person sees it', async () => {
    await anna.types('/cohort');
    const before = asides(anna);
    await anna.presses('Visa Hösten', { in: 'ephemeral' });
    await until(async () => (await shown(anna)).includes('[Stäng anmälan]'));
    expect(asides(anna)).toBe(before);
    await anna.presses('Stäng anmälan', { in: 'ephemeral' });
    await until(async () => (await shown(anna)).includes('Anmälan till Hösten är stängd.'));
    expect(asides(anna)).toBe(before);
    await anna.types('/cohort open Hösten');
  });

  it('stands in the direct message that was pressed, which loses its buttons', async () => {
    await lists(anna, 'Hösten', ['Alva;alva@example.org;adept']);
    await alva.hears('satt upp dig på listan till Hösten');
    const [before, { messages }] = [asides(alva), await alva.sees()];
    await alva.presses('Nej tack', { in: 'message' });
    expect(await alva.hears('Du är inte med i Hösten.')).not.toContain('[Nej tack]');
    expect((await alva.sees()).messages).toHaveLength(messages.length);
    await until(async () => (await shown(alva)).includes('Du har dragit dig ur'));
    expect(asides(alva)).toBe(before + 1);
  });

  it('to a press in a window changes that window', async () => {
    await alva.shortcut('my_page');
    const opened = scene.slack.callsOf('views.open').length;
    await alva.presses('Vad jag kan skriva');
    await until(async () => (await reading(alva)).includes('/mentor join'));
    expect(alva.desk.modals).toHaveLength(1);
    expect(scene.slack.callsOf('views.open')).toHaveLength(opened);
  });

  it('is said by the message itself where it changes at once, and by nothing else', async () => {
    await anna.types('/match preview Hösten');
    await anna.presses('Publicera', { in: 'ephemeral' });
    await ben.hears('Somebody who may suit you');
    await scene.quiet();
    const [before, updates] = [asides(ben), scene.slack.callsOf('chat.update').length];
    await ben.presses('Yes, please ask them', { in: 'message' });
    expect(await ben.hears('Thank you for your yes')).not.toContain('[Yes, please ask them]');
    expect(scene.slack.callsOf('chat.update').length).toBeGreaterThan(updates);
    expect(asides(ben)).toBe(before);
    expect(ben.desk.top).toBeUndefined();
  });

  it('to a press on the Home tab is a window, and the tab is drawn anew with each step', async () => {
    await alva.opensHome();
    const home = async () => (await alva.sees()).home ?? '';
    await alva.presses('Läs om det', { in: 'home' });
    await until(async () => (await reading(alva)).includes('[Börja]'));
    const published = scene.slack.callsOf('views.publish').length;
    await alva.presses('Börja');
    await until(() => alva.desk.top?.view['submit']);
    await until(async () => (await home()).includes('av 9'));
    alva.fills({ role: 'adept: jag vill ha vägledning', experience: 'Tre år på en vårdcentral.' });
    const drafted = await home();
    expect(await alva.submits()).toEqual({});
    await until(async () => (await home()) !== drafted);
    expect(scene.slack.callsOf('views.publish').length).toBe(published + 2);
  });

  it('draws no page for somebody who has never had it open', async () => {
    const published = scene.slack.callsOf('views.publish').length;
    await anna.types('/cohort close Hösten');
    await anna.types('/cohort open Hösten');
    await scene.quiet();
    expect(scene.slack.callsOf('views.publish').length).toBe(published);
  });
});

describe('where Slack does not take an answer', () => {
  it.each([
    { why: 'the time for a window is over', fault: { error: 'expired_trigger_id' } },
    { why: 'the window is refused', fault: { error: 'internal_error' } },
    { why: 'Slack is down', fault: { status: 503 } },
    { why: 'there are too many calls', fault: { status: 429, retryAfter: 30 } },
    { why: 'the connection breaks', fault: 'reset' },
  ] as const)('a word follows in the conversation instead of a window: $why', async ({ fault }) => {
    scene.slack.fault('views.open', fault);
    await alva.types('/goal new');
    await until(async () => (await shown(alva)).includes(HOPELESS));
    expect(alva.desk.top).toBeUndefined();
    await alva.types('/goal new');
    expect(await reading(alva)).toContain('Nytt mål');
  });

  it('a window opens instead of a word in the conversation', async () => {
    await anna.types('/cohort');
    const before = asides(anna);
    scene.slack.fault('response_url', { status: 404 });
    await anna.presses('Visa Hösten', { in: 'ephemeral' });
    await until(async () => (await reading(anna)).includes('[Stäng anmälan]'));
    expect(asides(anna)).toBe(before);
  });

  it('a direct message comes instead of both', async () => {
    const words = async () => (await alva.sees()).messages.filter((message) => message.includes(HOPELESS)).length;
    for (const [times, act] of [() => alva.types('/goal new'), () => alva.shortcut('new_goal')].entries()) {
      scene.slack.fault('views.open', { error: 'expired_trigger_id' });
      scene.slack.fault('response_url', { status: 404 });
      await act();
      await until(async () => (await words()) === times + 1);
      scene.slack.mend();
    }
    await alva.opensHome();
    scene.slack.fault('views.open', { error: 'expired_trigger_id' });
    await alva.presses('Vad jag kan skriva', { in: 'home' });
    await alva.hears('/mentor join');
  });

  it('nothing is done twice, and nothing is lost, when all ways are closed', async () => {
    await anna.types('/cohort show Hösten');
    for (const method of ['views.open', 'response_url', 'chat.postMessage']) scene.slack.fault(method, { status: 503 }, 2);
    await anna.presses('Stäng anmälan', { in: 'ephemeral' });
    await until(() => scene.house.logged.some(({ event }) => event === 'slack.unanswered'));
    expect((await anna.again()).status).toBe(200);
    expect(await scene.rows(`SELECT "signup" FROM "Cohort" WHERE "name" = 'Hösten'`)).toEqual([{ signup: 'closed' }]);
    await anna.types('/cohort open Hösten');
  });

  it('the direct message that was pressed is drawn anew another way: what was done is done', async () => {
    await mateo.hears('Somebody who would like to learn from you');
    await scene.quiet();
    scene.slack.fault('chat.update', { error: 'internal_error' });
    await mateo.presses('Yes, I can', { in: 'message' });
    await mateo.hears('Ben Ek is your mentee');
    expect(await scene.rows(`SELECT "state" FROM "Pair"`)).toEqual([{ state: 'active' }]);
  });

  it('the Home tab is drawn the next time', async () => {
    scene.slack.fault('views.publish', { status: 503 });
    await alva.opensHome();
    await alva.opensHome();
    expect((await alva.sees()).home).toContain('Ditt mentorskap');
  });

  it('a window that was closed meanwhile leaves nothing behind', async () => {
    await alva.shortcut('my_page');
    scene.slack.fault('views.update', { error: 'not_found' });
    await alva.presses('Vad jag kan skriva');
    expect(await reading(alva)).toContain('Ditt mentorskap');
  });
});
