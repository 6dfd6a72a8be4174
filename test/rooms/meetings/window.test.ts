// The programme's own pair meetings: told when the week begins, said by either in one press, asked after once (S2.13, Q13).

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
  const bo = await world.person('Bo Ek', { language: 'sv' });
  const maria = await world.person('María Ruiz', { language: 'es', timeZone: 'Europe/Madrid' });
  const pair = await world.pair(await world.join(bo, 'mentee'), await world.join(maria, 'mentor'));
  await publish(world);
  return { anna, bo, maria, pair };
}

const labels = (on: Parameters<typeof buttonsOf>[0]) => buttonsOf(on).map((button) => button.label);

describe('the week of a pair meeting', () => {
  it('begins with a word to each in their own language', async () => {
    const { bo, maria } = await couple();
    await until(world, '2026-10-05T08:00Z');
    expect(last(world, bo).text).toBe(
      [
        'Parträff 1 är tänkt till den här veckan, från måndag 5 oktober till fredag 9 oktober (v. 41): ett bra tillfälle för dig och María Ruiz att ses. En annan vecka går också bra, säg bara till.',
        '[Vi har träffats]',
        '[Vi ses en annan gång]',
        '[Vi hoppar över den]',
        'Ett tryck gäller för er båda. Samordnarna ser hur många par som har träffats, inte vilka, och aldrig vad ni pratar om.',
      ].join('\n'),
    );
    expect(last(world, maria).text).toContain(
      'La reunión de pareja 1 está pensada para esta semana, del lunes 5 de octubre al viernes 9 de octubre: buen momento para veros Bo Ek y tú.',
    );
  });

  it.each([
    [
      'Nos hemos visto',
      'held',
      'Has dicho que Bo Ek y tú habéis tenido la reunión de pareja 1. Qué bien.',
      'María Ruiz säger att ni har haft parträff 1. Vad bra.',
    ],
    [
      'La dejamos para otro día',
      'moved',
      'Anotado: Bo Ek y tú dejáis la reunión de pareja 1',
      'María Ruiz säger att ni har parträff 1 en annan gång. Det går utmärkt.',
    ],
    ['Esta la saltamos', 'skipped', 'Anotado: Bo Ek y tú os saltáis', 'María Ruiz säger att ni hoppar över parträff 1. Det går utmärkt.'],
  ])('is answered for both by one press: %s', async (label, state, mine, theirs) => {
    const { bo, maria, pair } = await couple();
    await until(world, '2026-10-05T08:00Z');
    const reply = await world.click(maria, last(world, maria), 'meetings.window', {}, (button) => button.label === label);
    expect(world.words(reply)).toContain(mine);
    await world.deliver();
    expect(last(world, bo).text).toContain(theirs);
    const [meeting] = await world.tx((tx) => tx.meetings.find({ pairId: pair.id }));
    expect(meeting).toMatchObject({ number: 1, state, saidBy: maria.id });
    // Said: then nobody asks.
    const before = world.inbox(bo).length;
    await until(world, '2026-10-20T08:00Z');
    expect(world.inbox(bo)).toHaveLength(before);
  });

  it('can be said otherwise: a meeting that was put off came about', async () => {
    const { bo, maria } = await couple();
    await until(world, '2026-10-05T08:00Z');
    await world.click(bo, last(world, bo), 'meetings.window', {}, (button) => button.label === 'Vi ses en annan gång');
    await world.deliver();
    expect(labels(last(world, maria))).toEqual(['Nos hemos visto', 'Esta la saltamos']);
    await world.click(maria, last(world, maria), 'meetings.window', {}, (button) => button.label === 'Nos hemos visto');
    await world.deliver();
    expect(last(world, bo).text).toContain('María Ruiz säger att ni har haft parträff 1.');
  });

  it('is asked after once, without blame, then there is silence', async () => {
    const { bo, maria } = await couple();
    await until(world, '2026-10-12T08:00Z');
    expect(world.inbox(bo).map((one) => one.template)).toEqual(['meetings.window', 'meetings.windowAsk']);
    expect(last(world, bo).text).toContain('Hade du och María Ruiz parträff 1, som var tänkt från måndag 5 oktober till fredag 9 oktober (v. 41)?');
    await until(world, '2026-11-01T08:00Z');
    expect(world.inbox(bo)).toHaveLength(2);
    // The answer is still welcome.
    await world.click(bo, last(world, bo), 'meetings.window', {}, (button) => button.label === 'Vi har träffats');
    await world.deliver();
    expect(last(world, maria).text).toContain('Bo Ek dice que habéis tenido la reunión de pareja 1. Qué bien.');
  });

  it('is not told to a pair of which one is busy all week, and asked after when that is over (S4.42)', async () => {
    const { bo, maria } = await couple();
    await until(world, '2026-10-01T08:00Z');
    await world.submit(bo, await world.command(bo, '/mentor busy'), { from: '2026-10-01', until: '2026-10-13' });
    await until(world, '2026-10-12T18:00Z');
    expect(world.inbox(bo)).toEqual([]);
    expect(world.inbox(maria).map((one) => one.template)).toEqual(['meetings.partnerBusy']);
    await until(world, '2026-10-14T10:00Z');
    expect(world.inbox(maria).at(-1)?.template).toBe('meetings.windowAsk');
  });

  it('is nobody else’s to answer, nor that of a pair that has ended', async () => {
    const { bo, pair } = await couple();
    const cleo = await world.person('Cleo Ask');
    await world.join(cleo, 'mentee');
    await until(world, '2026-10-05T08:00Z');
    const [meeting] = await world.tx((tx) => tx.meetings.find({ pairId: pair.id }));
    const say = { meeting: meeting?.id ?? '', said: 'held' };
    expect((await world.act(cleo, 'meetings.window', say)).kind).toBe('refused');
    await world.tx(async (tx) => {
      await tx.pairs.get(pair.id);
      tx.pairs.put({ ...pair, state: 'ended', endedAt: world.clock.now() });
    });
    expect((await world.act(bo, 'meetings.window', say)).kind).toBe('refused');
    // Nor is it asked after.
    await until(world, '2026-10-13T08:00Z');
    expect(world.inbox(bo)).toHaveLength(1);
  });
});

describe('the home page', () => {
  it('has the buttons while the week is on, and two weeks longer while nobody has said anything', async () => {
    const { bo } = await couple();
    const held = async () => labels(await world.command(bo, '/mentor')).includes('Vi har träffats');
    await until(world, '2026-10-02T08:00Z');
    expect(await held()).toBe(false);
    expect(world.words(await world.command(bo, '/mentor'))).toContain('Härnäst: parträff 1, måndag 5 oktober till fredag 9 oktober (v. 41)');
    await until(world, '2026-10-06T08:00Z');
    expect(await held()).toBe(true);
    await until(world, '2026-10-23T08:00Z');
    expect(await held()).toBe(true);
    await until(world, '2026-10-25T08:00Z');
    expect(await held()).toBe(false);
    await until(world, '2026-11-03T08:00Z');
    await world.click(bo, await world.command(bo, '/mentor'), 'meetings.window', {}, (button) => button.label === 'Vi hoppar över den');
    expect(world.words(await world.command(bo, '/mentor'))).toContain('Noterat: du och María Ruiz hoppar över parträff 2.');
    await world.advance(7 * DAY);
    expect(world.words(await world.command(bo, '/mentor'))).not.toContain('hoppar över');
  });

  it('shows coordinators counts, and neither who nor what', async () => {
    const { anna, bo } = await couple();
    for (const name of ['Cleo', 'Dan', 'Eva']) {
      await world.pair(await world.join(await world.person(`${name} Ask`), 'mentee'), await world.join(await world.person(`${name} Mentor`), 'mentor'));
    }
    await until(world, '2026-10-05T08:00Z');
    await world.click(bo, last(world, bo), 'meetings.window', {}, (button) => button.label === 'Vi har träffats');
    const words = world.words(await world.command(anna, '/mentor'));
    expect(words).toContain('Pair meeting 1: 1 pair has met, 0 moved it, 0 skipped it, 3 not said.');
    expect(words).toContain('Now: stage 2 (Building the relationship), stage 3 (Goals and action plan) and stage 4 (Regular meetings and support)');
    expect(words).toContain('Next: pair meeting 2, Monday 2 November to Friday 6 November');
    for (const name of ['Bo Ek', 'María', 'Cleo']) expect(words).not.toContain(name);
  });
});
