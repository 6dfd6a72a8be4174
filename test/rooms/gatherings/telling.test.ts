// Whom a gathering is told to when: newcomers the next morning, nothing twice, and after downtime only what is still worth saying.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { DAY, HOUR } from '../../../src/time.ts';
import { createWorld, type World } from '../../support/world.ts';
import { answersOf, at, cohortOf, diary, gathering, kickoffPlan, last, pairIn, publish, told, until } from './season.ts';

let database: Database;
let world: World;
let bo: Person;
let cia: Person;
beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.$executeRawUnsafe('TRUNCATE "Timer", "Message"');
  world = await createWorld({ database });
  world.clock.set(at('2026-08-20'));
  bo = await world.person('Bo');
  cia = await world.person('Cia');
  await pairIn(world, world.cohort, bo, cia);
  await publish(world, world.cohort, { plan: kickoffPlan() });
});

/** All that fell due until then, at once. */
async function wakes(day: string, hour: string = '12:00'): Promise<void> {
  world.clock.set(at(day, hour));
  await world.deliver();
}

describe('invitations', () => {
  it('reach a pair that comes about later on the next working morning, once (S4.26)', async () => {
    await until(world, '2026-08-27');
    await wakes('2026-09-11', '15:00'); // a Friday
    const [dan, eva] = [await world.person('Dan'), await world.person('Eva')];
    await pairIn(world, world.cohort, dan, eva);
    await until(world, '2026-09-23', '06:00');
    for (const one of [dan, eva]) expect(diary(world, one)).toEqual(['2026-09-14 09:00 invited', '2026-09-17 09:00 reminder']);
    expect(diary(world, bo)).toEqual(['2026-08-27 09:00 invited', '2026-09-17 09:00 reminder']);
  });

  it('do not reach those who have left, and reminders only those who still belong to it and have not said no', async () => {
    const [dan, eva] = [await world.person('Dan'), await world.person('Eva')];
    const pair = await pairIn(world, world.cohort, dan, eva);
    const [fia, gun] = [await world.person('Fia'), await world.person('Gun')];
    await pairIn(world, world.cohort, fia, gun);
    await world.tx(async (tx) => tx.people.put({ ...((await tx.people.get(gun.id)) ?? gun), leftAt: world.clock.now() }));
    await until(world, '2026-08-28');
    await world.click(fia, last(world, fia), 'gatherings.answer', {}, (button) => button.label === 'I can’t');
    await world.tx(async (tx) => tx.pairs.put({ ...((await tx.pairs.get(pair.id)) ?? pair), state: 'ended', endedAt: world.clock.now() }));
    await until(world, '2026-09-24');
    expect(told(world, gun)).toEqual([]);
    for (const one of [dan, eva, fia]) expect(diary(world, one)).toEqual(['2026-08-27 09:00 invited']);
    expect(diary(world, cia)).toEqual(['2026-08-27 09:00 invited', '2026-09-17 09:00 reminder', '2026-09-23 09:00 reminder']);
  });

  it('are one message for a person of two cohorts with gatherings on one day', async () => {
    const other = await cohortOf(world, 'Another', '2026-09-24', '2027-05-27');
    await pairIn(world, other, await world.person('Dan'), cia);
    await publish(world, other, { plan: kickoffPlan() });
    await until(world, '2026-08-27');
    expect(diary(world, cia)).toEqual(['2026-08-27 09:00 invited']);
    const form = await world.click(cia, last(world, cia), 'gatherings.choose');
    expect(form.kind).toBe('done');
    await world.click(cia, last(world, cia), 'gatherings.answer');
    expect(await answersOf(world, await gathering(world, other, 'kickoff'))).toMatchObject({ [cia.id]: 'yes' });
    expect(await answersOf(world, await gathering(world, world.cohort, 'kickoff'))).toMatchObject({ [cia.id]: 'yes' });
  });
});

describe('thanks', () => {
  it('go to those who said yes, the working day after; not to those who did not come', async () => {
    const anna = await world.person('Anna');
    await world.grant(anna, 'programme');
    await wakes('2026-09-20');
    for (const one of [bo, cia]) await world.click(one, last(world, one), 'gatherings.answer');
    await world.advance(5 * DAY);
    expect(diary(world, bo).at(-1)).toBe('2026-09-25 09:00 thanks');
    expect(last(world, cia).text).toContain('Thank you for coming to the kick-off');
    expect(diary(world, anna)).toEqual(['2026-09-25 09:00 whoCame']);
    await world.advance(30 * DAY);
    expect(diary(world, bo).filter((line) => line.endsWith('thanks'))).toHaveLength(1);
  });
});

describe('after downtime', () => {
  /** The house sleeps from one moment to another, and wakes up to all that was due. */
  const sleeps = async (from: string, hours: number) => {
    await until(world, from, '06:00');
    world.clock.set((world.clock.now() + hours * HOUR) as never);
    await world.deliver();
  };

  it('of 25 hours, the invitation comes a day late, once', async () => {
    await sleeps('2026-08-27', 25);
    expect(diary(world, bo)).toEqual(['2026-08-28 09:00 invited']);
    await until(world, '2026-09-16');
    expect(diary(world, bo)).toHaveLength(1);
  });

  it('of 8 days over both reminders, only the newest comes', async () => {
    await sleeps('2026-09-16', 8 * 24 - 20); // until 23 September, 12:00 there
    expect(diary(world, bo)).toEqual(['2026-08-27 09:00 invited', '2026-09-23 12:00 reminder']);
    await until(world, '2026-09-24', '07:00');
    expect(diary(world, bo)).toHaveLength(2);
  });

  it('that ends after it began, no reminder comes; thanks do', async () => {
    await until(world, '2026-08-28');
    await world.click(bo, last(world, bo), 'gatherings.answer');
    await sleeps('2026-09-16', 8 * 24 + 6); // until the hour in which it takes place
    expect(diary(world, bo)).toEqual(['2026-08-27 09:00 invited']);
    await until(world, '2026-09-26');
    expect(diary(world, bo).slice(1)).toEqual(['2026-09-25 09:00 thanks']);
  });

  it('of 60 days, nothing is said of what is long over, and the rest goes on', async () => {
    await sleeps('2026-08-27', 60 * 24);
    expect(diary(world, bo)).toEqual([]);
    await world.advance(30 * DAY);
    expect(diary(world, bo)).toEqual([]);
    expect((await gathering(world, world.cohort, 'kickoff')).done).toContain('thanks');
  });
});
