// A calendar after a time in which nothing ran: what is still worth saying is said once, the rest is let be.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datesOf } from '../../../src/mentoring/calendar/index.ts';
import { DAY, HOUR, instantOf, isoOf } from '../../../src/time.ts';
import type { World } from '../../support/world.ts';
import { openWorlds } from '../meetings/pairing.ts';
import { at, offUntil, people, publish, toldTo, until } from './moments-scene.ts';

let worlds: Awaited<ReturnType<typeof openWorlds>>;
let world: World;
beforeAll(async () => void (worlds = await openWorlds()));
beforeEach(async () => void (world = await worlds.next()));
afterAll(() => worlds.database.close());

describe('after a time in which nothing ran', () => {
  const late = (from: string, ms: number) => isoOf(instantOf(at(from) + ms));

  it.each([
    ['25 hours', 25 * HOUR, ['meetings.window']],
    // Its week is over: what is left is the question.
    ['8 days', 8 * DAY, ['meetings.windowAsk']],
    // Both of its weeks are long over: silence.
    ['60 days', 60 * DAY, []],
  ] as const)('of %s, a pair hears of its week as long as that helps (Q13)', async (_, ms, expected) => {
    const { bo, maria } = await people(world);
    await publish(world);
    await until(world, '2026-10-05T06:59Z');
    await offUntil(world, late('2026-10-05T07:00Z', ms));
    await world.advance(HOUR);
    for (const person of [bo, maria]) expect(world.inbox(person).map((one) => one.template)).toEqual(expected);
    // And then all goes on as it would have.
    await until(world, '2027-01-10T08:00Z');
    expect(toldTo(world, bo).filter((one) => one.startsWith('2026-12'))).toEqual(['2026-12-07T08:00 meetings.window', '2026-12-14T08:00 meetings.windowAsk']);
  });

  it.each([
    ['25 hours', 25 * HOUR, 'is meant to be ready', 3],
    ['8 days', 8 * DAY, 'is meant to be ready', 3],
    // All three have come: the newest stands for all.
    ['15 days', 15 * DAY, 'was meant to be ready', 1],
    ['60 days', 60 * DAY, '', 0],
  ] as const)('of %s, only the newest deadline is named, and none after the kick-off', async (_, ms, words, times) => {
    world.clock.set(at('2026-08-27T06:00Z'));
    const { anna } = await people(world);
    await publish(world);
    await offUntil(world, late('2026-08-27T07:00Z', ms));
    await world.advance(HOUR);
    const first = world.inbox(anna);
    expect(first).toHaveLength(words === '' ? 0 : 1);
    if (words !== '') expect(first[0]?.text).toContain(words);
    await until(world, '2026-11-20T08:00Z');
    expect(world.inbox(anna).filter((one) => one.template === 'year.deadline')).toHaveLength(times);
  });

  it.each([
    ['25 hours', 25 * HOUR],
    ['8 days', 8 * DAY],
    ['60 days', 60 * DAY],
  ])('of %s, sign-up opens all the same, and the talk is offered until the closing', async (_, ms) => {
    world.clock.set(at('2026-06-01T08:00Z'));
    const { anna, bo } = await people(world);
    await publish(world);
    await offUntil(world, late('2026-06-11T07:00Z', ms));
    // Eight days later is Midsummer Eve.
    await world.advance(4 * DAY);
    expect(world.inbox(anna).map((one) => one.template)).toEqual(['year.called']);
    await until(world, '2027-04-29T06:59Z');
    const before = world.inbox(bo).length;
    await offUntil(world, late('2027-04-29T07:00Z', ms));
    const offers = world
      .inbox(bo)
      .slice(before)
      .filter((one) => one.template === 'meetings.talkOffered');
    expect(offers).toHaveLength(ms < 28 * DAY ? 1 : 0);
  });

  it('that ends at night or on a holiday, the calendar waits for the morning', async () => {
    const { bo } = await people(world);
    await publish(world);
    await until(world, '2026-10-05T06:59Z');
    await offUntil(world, '2026-10-05T21:00Z');
    expect(toldTo(world, bo)).toEqual([]);
    await until(world, '2026-10-06T08:00Z');
    expect(toldTo(world, bo)).toEqual(['2026-10-06T06:00 meetings.window']);
    // Good Friday, in the week of the fifth pair meeting: nothing can be said before the week is over.
    await until(world, '2027-03-22T07:00Z');
    await offUntil(world, '2027-03-26T09:00Z');
    await world.advance(5 * DAY);
    expect(toldTo(world, bo).filter((one) => one.startsWith('2027-03-2') || one.startsWith('2027-03-3'))).toEqual(['2027-03-30T07:00 meetings.windowAsk']);
  });

  it('nobody is told twice, however often it is looked at', async () => {
    const { bo } = await people(world);
    const year = await publish(world);
    expect(datesOf(year).faults).toEqual([]);
    await until(world, '2026-10-05T08:00Z');
    for (let n = 0; n < 3; n++) {
      await world.tx(async (tx) => tx.remind('year.moments', world.cohort.id, world.clock.now()));
      await world.deliver();
    }
    expect(toldTo(world, bo)).toEqual(['2026-10-05T07:00 meetings.window']);
  });
});
