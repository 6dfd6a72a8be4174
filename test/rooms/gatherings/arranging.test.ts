// Gatherings follow the calendar: made once, moved with their people told once, called off, and shared between programmes.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { civilIn, hourIn, TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { createWorld, type World } from '../../support/world.ts';
import { answersOf, at, cohortOf, diary, gathering, gatheringsIn, kickoffPlan, last, pairIn, publish, shift, told, until, ZONE } from './season.ts';

let database: Database;
let world: World;
let bo: Person;
let cia: Person;
beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
beforeEach(async () => {
  await database.prisma.$executeRawUnsafe('TRUNCATE "Timer", "Message"');
  world = await createWorld({ database });
  world.clock.set(at('2026-08-03'));
  bo = await world.person('Bo');
  cia = await world.person('Cia');
  await pairIn(world, world.cohort, bo, cia);
});
afterAll(() => database.close());

describe('a published calendar', () => {
  it('makes each gathering once, however often it is arranged', async () => {
    await publish(world, world.cohort);
    const first = await gatheringsIn(world, world.cohort);
    expect(first).toHaveLength(8);
    await publish(world, world.cohort);
    await until(world, '2026-09-10');
    await publish(world, world.cohort);
    const [ids, before] = [(await gatheringsIn(world, world.cohort)).map((one) => one.id), first.map((one) => one.id)];
    expect(ids).toEqual(before);
    expect(told(world, bo, 'moved')).toEqual([]);
  });

  it('makes nothing of what has passed', async () => {
    world.clock.set(at('2026-09-20'));
    await publish(world, world.cohort);
    expect((await gatheringsIn(world, world.cohort)).map((one) => one.milestone)).toEqual([
      'kickoff',
      'kickoff',
      'mid-gathering',
      'closing',
      'closing-evening',
    ]);
  });

  it('keeps the hour in winter and summer', async () => {
    await publish(world, world.cohort);
    for (const one of ['kickoff', 'mid-gathering']) expect(hourIn((await gathering(world, world.cohort, one)).startsAt, ZONE)).toBe('13:00');
  });
});

describe('a milestone that is moved', () => {
  it('moves both parts, asks all again, and tells each person once with the new day', async () => {
    await publish(world, world.cohort, { plan: kickoffPlan({}, 2) });
    await until(world, '2026-08-28');
    await world.click(bo, last(world, bo), 'gatherings.answer');
    await publish(world, world.cohort, { shifts: [shift('kickoff', '2026-10-01')] });
    await world.deliver();
    const parts = await gatheringsIn(world, world.cohort);
    expect(parts.map((one) => [civilIn(one.startsAt, ZONE), one.sequence])).toEqual([
      ['2026-10-01', 1],
      ['2026-10-01', 1],
    ]);
    for (const one of parts) expect(await answersOf(world, one)).toEqual({ [bo.id]: 'open', [cia.id]: 'open' });
    expect(told(world, bo, 'moved')).toHaveLength(1);
    expect(last(world, bo).text).toContain('There is a new time for the kick-off: Thursday 1 October');
    // The earlier message has no button any more, and points to the new one.
    expect(told(world, bo, 'invited')[0]?.text).toMatch(/new time.*1 October.*latest message/s);
    await publish(world, world.cohort);
    await until(world, '2026-10-02', '06:00');
    expect(diary(world, bo)).toEqual(['2026-08-27 09:00 invited', '2026-08-28 14:00 moved', '2026-09-24 09:00 reminder', '2026-09-30 09:00 reminder']);
  });

  it('leaves a gathering alone that has begun, and keeps hours that a coordinator chose', async () => {
    const anna = await world.person('Anna');
    await world.grant(anna, 'programme');
    await publish(world, world.cohort, { plan: kickoffPlan() });
    const one = await gathering(world, world.cohort, 'kickoff');
    const form = await world.act(anna, 'gatherings.edit', { gathering: one.id });
    await world.submit(anna, form, { from: '15:30', until: '17:00' });
    await publish(world, world.cohort, { shifts: [shift('kickoff', '2026-09-25')] });
    const moved = await gathering(world, world.cohort, 'kickoff');
    expect([civilIn(moved.startsAt, ZONE), hourIn(moved.startsAt, ZONE), hourIn(moved.endsAt, ZONE)]).toEqual(['2026-09-25', '15:30', '17:00']);
    await until(world, '2026-09-26');
    await publish(world, world.cohort, { shifts: [shift('kickoff', '2026-10-08')] });
    expect((await gathering(world, world.cohort, 'kickoff')).startsAt).toBe(moved.startsAt);
  });
});

describe('a milestone that goes', () => {
  it('is called off, and those who may come are told once', async () => {
    await publish(world, world.cohort, { plan: kickoffPlan({}, 2) });
    await until(world, '2026-08-28');
    await world.click(cia, last(world, cia), 'gatherings.answer', {}, (button) => button.label === 'I can’t');
    const plan = kickoffPlan();
    await publish(world, world.cohort, { plan: { ...plan, milestones: TEMPLATE_PLANS.september.milestones.filter((one) => one.id === 'closing') } });
    await world.deliver();
    expect(told(world, bo, 'cancelled').map((one) => one.text)).toEqual([expect.stringContaining('Called off: the kick-off on Thursday 24 September')]);
    expect(told(world, cia, 'cancelled')).toEqual([]);
    expect(told(world, bo, 'invited')[0]?.text).toContain('Called off');
    await until(world, '2026-09-30');
    expect(diary(world, bo)).toEqual(['2026-08-27 09:00 invited', '2026-08-28 14:00 cancelled']);
  });
});

describe('the mentor mingle of two programmes (S2.6)', () => {
  const both = async () => {
    const p2 = await cohortOf(world, 'January 2027', '2027-02-11', '2027-11-11');
    await publish(world, p2, { plan: TEMPLATE_PLANS.january, year: 2027 });
    await publish(world, world.cohort);
    return p2;
  };
  const mingles = async () => {
    const all = await world.tx((tx) => tx.gatherings.find({ milestone: 'mingle', state: 'planned' }, { by: 'startsAt' }));
    return all.map((one) => [civilIn(one.startsAt, ZONE), [one.cohortId, ...one.sharedWith].length]);
  };

  it('is one event on one day, and two once one of them is moved; one again when both are', async () => {
    const p2 = await both();
    expect(await mingles()).toEqual([['2026-09-03', 2]]);
    await publish(world, p2, { shifts: [shift('mingle', '2026-09-08')] });
    expect(await mingles()).toEqual([
      ['2026-09-03', 1],
      ['2026-09-08', 1],
    ]);
    await publish(world, world.cohort, { shifts: [shift('mingle', '2026-09-08')] });
    expect(await mingles()).toEqual([['2026-09-08', 2]]);
    await publish(world, world.cohort, { shifts: [shift('mingle', '2026-09-09')] });
    expect(await mingles()).toEqual([
      ['2026-09-08', 1],
      ['2026-09-09', 1],
    ]);
  });

  it('goes on as the other’s where one calendar loses it', async () => {
    const p2 = await both();
    const plan = { ...TEMPLATE_PLANS.january, milestones: TEMPLATE_PLANS.january.milestones.filter((one) => one.id !== 'mingle' && one.id !== 'call') };
    await publish(world, p2, { plan });
    expect(await mingles()).toEqual([['2026-09-03', 1]]);
    expect((await gatheringsIn(world, world.cohort)).map((one) => one.milestone)).toContain('mingle');
  });

  it('is announced once in the channel that both have', async () => {
    const channel = { platform: 'web', conversation: 'mentoring' };
    await world.tx(async (tx) => {
      const cohort = await tx.cohorts.get(world.cohort.id);
      if (cohort) tx.cohorts.put({ ...cohort, channel });
    });
    const p2 = await cohortOf(world, 'January 2027', '2027-02-11', '2027-11-11', { channel });
    await publish(world, p2, { plan: TEMPLATE_PLANS.january, year: 2027 });
    await publish(world, world.cohort);
    await until(world, '2026-09-04');
    const rows = await world.store.prisma.message.findMany({ where: { tenantId: world.tenantId, template: 'gatherings.announcement' } });
    expect(rows.map((row) => row.mode)).toEqual(['post']);
  });
});
