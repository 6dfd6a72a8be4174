// The talk of three, mentor, mentee and coordinator: offered near the end, within reach at any time (S2.20).

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../src/time.ts';
import { buttonsOf, type World } from '../../support/world.ts';
import { publish, until } from '../year/moments-scene.ts';
import { last, openWorlds } from './pairing.ts';

let worlds: Awaited<ReturnType<typeof openWorlds>>;
let world: World;
beforeAll(async () => void (worlds = await openWorlds()));
beforeEach(async () => void (world = await worlds.next()));
afterAll(() => worlds.database.close());

async function couple() {
  const anna = await world.person('Anna Lind');
  await world.grant(anna, 'programme');
  const bo = await world.person('Bo Ek');
  const maria = await world.person('María Ruiz', { language: 'es', timeZone: 'Europe/Madrid' });
  const pair = await world.pair(await world.join(bo, 'mentee'), await world.join(maria, 'mentor'));
  await publish(world);
  return { anna, bo, maria, pair };
}

const offer = async (who: Parameters<World['inbox']>[0]) => {
  await until(world, '2027-04-29T07:30Z');
  return last(world, who);
};

describe('a talk of three', () => {
  it('is offered to both four weeks before the closing; a yes tells the coordinators once, and the partner’s offer says so', async () => {
    const { anna, bo, maria } = await couple();
    expect((await offer(bo)).text).toContain('Would you and María Ruiz like to round it off in a three-party talk, the two of you and a coordinator?');
    const reply = await world.click(bo, last(world, bo), 'meetings.askTalk', {}, (button) => button.style === 'main');
    expect(world.words(reply)).toContain('Anna Lind will get in touch with you both to find a time.');
    await world.deliver();
    expect(last(world, anna).text).toBe(
      'Bo Ek and María Ruiz would like a three-party talk with you. Bo Ek has asked for it. Please suggest a time to both.\nYou see that they would like to talk, never what they talk about.',
    );
    expect(last(world, maria).text).toBe('Bo Ek ha pedido una conversación a tres. La coordinación os escribirá a los dos.');
    expect(last(world, bo).text).toBe('You have asked for a three-party talk with María Ruiz. A coordinator gets in touch with you both.');
    const told = world.inbox(anna).length;
    await world.act(maria, 'meetings.askTalk', { pair: (await world.tx((tx) => tx.pairs.find({})))[0]?.id, answer: 'yes' });
    await world.deliver();
    expect(world.inbox(anna)).toHaveLength(told);
  });

  it('may be turned down by one without a reason; nobody is told, and the other may still ask', async () => {
    const { anna, bo, maria } = await couple();
    await offer(bo);
    const told = world.inbox(anna).length;
    await world.click(bo, last(world, bo), 'meetings.askTalk', {}, (button) => button.label === 'No, thank you');
    await world.deliver();
    expect(last(world, bo).text).toContain('Thank you for telling us.');
    expect(last(world, maria).text).toContain('¿Queréis Bo Ek y tú cerrarlo con una conversación a tres');
    expect(world.inbox(anna)).toHaveLength(told);
    await world.click(maria, last(world, maria), 'meetings.askTalk', {}, (button) => button.style === 'main');
    await world.deliver();
    expect(world.inbox(anna)).toHaveLength(told + 1);
    expect(last(world, bo).text).toBe('María Ruiz has asked for a three-party talk. A coordinator gets in touch with you both.');
  });

  it('is within reach at any time, in each language, and asked for once in four weeks', async () => {
    const { anna, bo, maria } = await couple();
    const page = await world.command(bo, '/mentor talk');
    expect(world.words(page)).toContain('The two of you and a coordinator sit down together');
    await world.click(bo, page, 'meetings.askTalk');
    await world.deliver();
    expect(world.inbox(anna).map((one) => one.template)).toEqual(['meetings.talkWished']);
    const again = await world.command(bo, '/mentor trepartssamtal');
    expect(buttonsOf(again)).toEqual([]);
    expect(world.words(again)).toContain('A talk with María Ruiz has been asked for on Tuesday 1 September.');
    await world.advance(29 * DAY);
    await world.click(maria, await world.command(maria, '/mentor conversación'), 'meetings.askTalk');
    await world.deliver();
    expect(world.inbox(anna).map((one) => one.template)).toEqual(['meetings.talkWished', 'meetings.talkWished']);
  });

  it('of several pairs on one day is one message to each coordinator, which grows', async () => {
    const { anna, bo } = await couple();
    const [eva, otto] = [await world.person('Eva Berg'), await world.person('Otto Lund')];
    await world.pair(await world.join(eva, 'mentee'), await world.join(otto, 'mentor'));
    for (const person of [bo, eva]) {
      await world.click(person, await world.command(person, '/mentor talk'), 'meetings.askTalk');
      await world.deliver();
    }
    expect(world.inbox(anna).map((one) => one.template)).toEqual(['meetings.talkWished']);
    expect(last(world, anna).text).toContain('2 pairs would like a three-party talk with you.');
    expect(last(world, anna).text).toContain('Bo Ek and María Ruiz\nEva Berg and Otto Lund');
  });

  it('is not offered to whom it is promised already, and is no stranger’s to ask for', async () => {
    const { bo, maria, pair } = await couple();
    await until(world, '2027-04-20T08:00Z');
    await world.act(maria, 'meetings.askTalk', { pair: pair.id, answer: 'yes' });
    expect((await offer(bo)).template).not.toBe('meetings.talkOffered');
    const cleo = await world.person('Cleo Ask');
    expect((await world.act(cleo, 'meetings.askTalk', { pair: pair.id, answer: 'yes' })).kind).toBe('refused');
    expect(world.words(await world.command(cleo, '/mentor talk'))).toContain('It is for pairs.');
  });
});
