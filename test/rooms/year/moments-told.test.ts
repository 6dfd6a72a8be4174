// A calendar that runs by itself: each moment once, in its hour, to the right people.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import { civilOf, HOUR } from '../../../src/time.ts';
import type { World } from '../../support/world.ts';
import { openWorlds } from '../meetings/pairing.ts';
import { announced, at, change, offUntil, people, publish, toldTo, until } from './moments-scene.ts';

let worlds: Awaited<ReturnType<typeof openWorlds>>;
let world: World;
beforeAll(async () => void (worlds = await openWorlds()));
beforeEach(async () => void (world = await worlds.next()));
afterAll(() => worlds.database.close());

describe('a year from September to May', () => {
  it('is told in its hours, each moment once (P1.1-P1.17)', async () => {
    world.clock.set(at('2026-06-01T08:00Z'));
    const { anna, matti, rea, bo, maria, cleo } = await people(world);
    await publish(world);
    await until(world, '2027-07-01T08:00Z');
    const year = [
      ['2026-10-05T07:00', 'meetings.window'],
      ['2026-10-12T07:00', 'meetings.windowAsk'],
      ['2026-11-02T08:00', 'meetings.window'],
      ['2026-11-09T08:00', 'meetings.windowAsk'],
      ['2026-12-07T08:00', 'meetings.window'],
      ['2026-12-14T08:00', 'meetings.windowAsk'],
      ['2027-02-22T08:00', 'meetings.window'],
      ['2027-03-01T08:00', 'meetings.windowAsk'],
      ['2027-03-22T08:00', 'meetings.window'],
      ['2027-03-30T07:00', 'meetings.windowAsk'],
      ['2027-04-26T07:00', 'meetings.window'],
      ['2027-04-29T07:00', 'meetings.talkOffered'],
      ['2027-05-03T07:00', 'meetings.windowAsk'],
    ].map((one) => one.join(' '));
    expect(toldTo(world, bo)).toEqual(year);
    expect(toldTo(world, maria)).toEqual(year);
    // Stages begin in silence, and whoever is in no pair hears of no pair meeting.
    expect(toldTo(world, cleo)).toEqual([]);
    const deadlines = ['2026-08-27T07:00 year.deadline', '2026-09-07T07:00 year.deadline', '2026-09-10T07:00 year.deadline'];
    expect(toldTo(world, anna)).toEqual(['2026-06-11T07:00 year.called', ...deadlines]);
    expect(toldTo(world, matti)).toEqual(['2026-06-11T07:00 year.called', ...deadlines]);
    expect(toldTo(world, rea)).toEqual(['2026-06-11T07:00 year.called']);
  });

  it('opens sign-up on its day and announces it; where it is open already, nobody hears of it (P1.1)', async () => {
    world.clock.set(at('2026-06-01T08:00Z'));
    const anna = await world.person('Anna Lind');
    await world.grant(anna, 'programme');
    await publish(world);
    const cohort = () => world.tx((tx) => tx.cohorts.get(world.cohort.id));
    await world.tx(async (tx) => {
      const row = await tx.cohorts.get(world.cohort.id);
      if (row) tx.cohorts.put({ ...row, channel: { platform: 'web', conversation: 'mentoring' } });
    });
    await until(world, '2026-06-11T06:59Z');
    expect([(await cohort())?.signup, await announced(world)]).toEqual(['closed', 0]);
    await until(world, '2026-06-11T07:00Z');
    expect([(await cohort())?.signup, await announced(world)]).toEqual(['open', 1]);
    expect(world.inbox(anna).at(-1)?.text).toContain('Sign-up for Autumn 2026 is open now, as its calendar says.\nIt is announced in mentoring.');

    // Looked at once more: it is open, and there is nothing to say.
    await change(world, { doneUntil: at('2026-06-10T08:00Z') });
    await world.advance(HOUR);
    expect([await announced(world), world.inbox(anna).length]).toEqual([1, 1]);
  });

  it('reminds of the matching only while somebody waits, and says what is missing (P1.3)', async () => {
    world.clock.set(at('2026-08-20T08:00Z'));
    const { anna, matti, waiting } = await people(world);
    await publish(world);
    await until(world, '2026-08-27T08:00Z');
    const [told] = world.inbox(anna);
    expect(told?.text).toContain('The matching of Autumn 2026 is meant to be ready by Thursday 10 September.');
    expect(told?.text).toContain('1 mentee still waits to be asked.\nOne more place with a mentor is needed for that.\n[Preview the matching]');
    expect(world.inbox(matti)[0]?.text).toContain('1 adept väntar fortfarande på en fråga.');

    const lea = await world.join(await world.person('Lea Moss'), 'mentor');
    await world.pair(waiting, lea);
    await until(world, '2026-09-20T08:00Z');
    expect(world.inbox(anna).map((one) => one.text)).toEqual(['Nobody in Autumn 2026 waits to be asked any more. Nothing is missing.']);
  });

  it('does nothing while it is a draft, and nothing once its cohort is over', async () => {
    const { anna, bo } = await people(world);
    await publish(world, { state: 'draft' });
    await until(world, '2026-10-20T08:00Z');
    expect([...toldTo(world, anna), ...toldTo(world, bo)]).toEqual([]);
    await change(world, { state: 'published', doneUntil: at('2027-01-10T08:00Z') });
    await offUntil(world, '2027-06-10T08:00Z');
    expect([...toldTo(world, anna), ...toldTo(world, bo)]).toEqual([]);
    expect((await world.tx((tx) => tx.years.get(world.cohort.id)))?.doneUntil).toBe(at('2027-06-10T08:00Z'));
    expect(await world.store.prisma.timer.count({ where: { tenantId: world.tenantId, rule: 'year.moments' } })).toBe(0);
  });

  it('says a moved pair meeting anew where its new week lies ahead, and not to a pair that has met', async () => {
    const { bo, maria } = await people(world);
    const [nora, omar] = [await world.person('Nora Dal'), await world.person('Omar Sy')];
    await world.pair(await world.join(nora, 'mentee'), await world.join(omar, 'mentor'));
    await publish(world);
    await until(world, '2026-10-06T08:00Z');
    await world.click(nora, world.inbox(nora).at(-1) as never, 'meetings.window', {}, (button) => button.label === 'We have met');
    const shift = { milestone: 'pair-meeting-1', reason: 'the building is closed', by: bo.id, at: world.clock.now() };
    await change(world, { shifts: [{ ...shift, from: civilOf('2026-10-19'), until: civilOf('2026-10-23') }] });
    await until(world, '2026-10-20T08:00Z');
    expect(toldTo(world, maria)).toEqual(['2026-10-05T07:00 meetings.window', '2026-10-19T07:00 meetings.window']);
    expect(toldTo(world, omar)).toEqual(['2026-10-05T07:00 meetings.window']);
    expect(world.inbox(maria).at(-1)?.text).toContain('del lunes 19 de octubre al viernes 23 de octubre');
    // Moved into the past: nothing is said of it.
    await change(world, { shifts: [{ ...shift, from: civilOf('2026-09-28'), until: civilOf('2026-10-02') }] });
    await until(world, '2026-10-30T08:00Z');
    expect(toldTo(world, maria)).toHaveLength(2);
  });
});

describe('a year from January to November', () => {
  it('is told in its hours, on both sides of the clock changes (P2.1-P2.18)', async () => {
    world.clock.set(at('2026-09-01T08:00Z'));
    const { anna, maria } = await people(world);
    await publish(world, { plan: TEMPLATE_PLANS.january, year: 2027 });
    await until(world, '2027-12-20T08:00Z');
    expect(toldTo(world, maria)).toEqual(
      [
        ['2027-03-01T08:00', 'meetings.window'],
        ['2027-03-08T08:00', 'meetings.windowAsk'],
        ['2027-04-05T07:00', 'meetings.window'],
        ['2027-04-12T07:00', 'meetings.windowAsk'],
        ['2027-05-03T07:00', 'meetings.window'],
        ['2027-05-10T07:00', 'meetings.windowAsk'],
        ['2027-08-23T07:00', 'meetings.window'],
        ['2027-08-30T07:00', 'meetings.windowAsk'],
        ['2027-09-20T07:00', 'meetings.window'],
        ['2027-09-27T07:00', 'meetings.windowAsk'],
        ['2027-10-14T07:00', 'meetings.talkOffered'],
        ['2027-10-25T07:00', 'meetings.window'],
        ['2027-11-01T08:00', 'meetings.windowAsk'],
      ].map((one) => one.join(' ')),
    );
    expect(toldTo(world, anna)).toEqual([
      '2026-09-03T07:00 year.called',
      ...['2026-12-17T08:00', '2026-12-23T08:00', '2026-12-30T08:00'].map((when) => `${when} year.deadline`),
    ]);
  });
});

describe('two calendars of one organisation', () => {
  it('that speak at one instant both go on', async () => {
    const { bo } = await people(world);
    const other = { ...world.cohort, id: world.ids.next(), name: 'Autumn 2026 in Borås' };
    await world.tx(async (tx) => tx.cohorts.put(other));
    const [nora, omar] = [await world.person('Nora Dal'), await world.person('Omar Sy')];
    await world.pair(await world.join(nora, 'mentee', { cohort: other }), await world.join(omar, 'mentor', { cohort: other }));
    await publish(world);
    await publish(world, { id: other.id });
    await until(world, '2026-11-10T08:00Z');
    const told = toldTo(world, bo).filter((one) => one.includes('meetings.'));
    expect(told).toHaveLength(4);
    expect(toldTo(world, nora)).toEqual(told);
  });
});
