// A whole year of both programmes: each gathering is told once, to exactly the right people, one message for each day.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilIn, TEMPLATE_PLANS, worksOn } from '../../../src/mentoring/calendar/index.ts';
import { audienceOf } from '../../../src/mentoring/gatherings/index.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import type { Cohort } from '../../../src/mentoring/programme/index.ts';
import { createWorld, type World } from '../../support/world.ts';
import { at, cohortOf, diary, gathering, gatheringsIn, pairIn, publish, told, until, ZONE } from './season.ts';

let world: World;
let [p1, p2]: Cohort[] = [];
const people: Record<string, Person> = {};
const channel = { platform: 'web', conversation: 'mentoring' };

beforeAll(async () => {
  world = await createWorld();
  world.clock.set(at('2026-06-01'));
  const p0 = await cohortOf(world, 'January 2026', '2026-02-12', '2026-11-12');
  const past = await cohortOf(world, 'September 2025', '2025-09-25', '2026-05-28');
  p1 = await cohortOf(world, 'September 2026', '2026-09-24', '2027-05-27', { channel });
  p2 = await cohortOf(world, 'January 2027', '2027-02-11', '2027-11-11', { channel });
  for (const name of ['Anna', 'Ada', 'Bo', 'Cia', 'Dan', 'Eva', 'Fia', 'Gun', 'Hal']) people[name] = await world.person(name);
  const of = (name: string) => people[name] as Person;
  await world.grant(of('Anna'), 'programme');
  await pairIn(world, p0, of('Ada'), of('Eva')); // Eva is a mentor everywhere
  await pairIn(world, past, of('Hal'), of('Gun'));
  await pairIn(world, p1, of('Bo'), of('Cia'));
  await pairIn(world, p1, of('Dan'), of('Eva'));
  await pairIn(world, p2, of('Fia'), of('Eva'));
  await publish(world, p1);
  await publish(world, p2, { plan: TEMPLATE_PLANS.january, year: 2027 });
  await until(world, '2027-12-01');
});
afterAll(() => world.close());

const names = (ids: readonly string[]) => ids.map((id) => Object.values(people).find((one) => one.id === id)?.name ?? id).toSorted();

async function invited(cohort: Cohort | undefined, milestone: string): Promise<string[]> {
  const one = await gathering(world, { id: cohort?.id ?? '' }, milestone);
  return names((await world.tx((tx) => tx.invitations.find({ gatheringId: one.id }))).map((row) => row.personId));
}

describe('the year 2026/27 of both programmes', () => {
  it('has every gathering of the manual on its day; the mingle once for both (S2.6, S2.8, S2.10, S2.14, S2.16)', async () => {
    const lines = async (cohort: Cohort | undefined) =>
      (await gatheringsIn(world, { id: cohort?.id ?? '' })).map((one) => `${civilIn(one.startsAt, ZONE)} ${one.milestone} ${one.part}`);
    expect(await lines(p1)).toEqual([
      '2026-09-03 mingle evening',
      '2026-09-16 mentee-training day',
      '2026-09-17 mentor-training day',
      '2026-09-24 kickoff day',
      '2026-09-24 kickoff seminar',
      '2027-01-28 mid-gathering seminar',
      '2027-05-27 closing day',
      '2027-05-27 closing-evening evening',
    ]);
    expect(await lines(p2)).toEqual([
      '2027-01-27 mentee-training day',
      '2027-01-28 mentor-training day',
      '2027-02-11 kickoff day',
      '2027-02-11 kickoff seminar',
      '2027-06-10 mid-gathering seminar',
      '2027-06-10 mid-evening evening',
      '2027-11-11 closing day',
      '2027-11-11 closing-evening evening',
    ]);
    expect((await gathering(world, p1 as Cohort, 'mingle')).sharedWith).toEqual([p2?.id]);
  });

  it('invites exactly whom the manual names (S2.9, S2.11, S2.15, S2.17)', async () => {
    expect(await invited(p1, 'mentee-training')).toEqual(['Bo', 'Dan', 'Gun', 'Hal']);
    expect(await invited(p1, 'mentor-training')).toEqual(['Cia', 'Eva', 'Gun', 'Hal']);
    expect(await invited(p1, 'kickoff')).toEqual(['Bo', 'Cia', 'Dan', 'Eva']);
    expect(await invited(p1, 'mid-gathering')).toEqual(['Bo', 'Cia', 'Dan', 'Eva']);
    expect(await invited(p2, 'mentor-training')).toEqual(['Ada', 'Eva', 'Gun', 'Hal']);
    expect(await invited(p2, 'kickoff')).toEqual(['Cia', 'Eva', 'Fia']);
    expect(await invited(p1, 'closing-evening')).toEqual(['Bo', 'Cia', 'Dan', 'Eva', 'Fia']);
    expect(await invited(p2, 'mid-gathering')).toEqual(['Eva', 'Fia']); // nobody is newly started in June (Q7)
    expect(await invited(p2, 'mid-evening')).toEqual(['Ada', 'Bo', 'Cia', 'Dan', 'Eva', 'Fia', 'Gun', 'Hal']);
  });

  it('resolves the same audience again on the day', async () => {
    for (const cohort of [p1, p2]) {
      for (const one of await gatheringsIn(world, { id: cohort?.id ?? '' })) {
        const asked = { cohortIds: [one.cohortId, ...one.sharedWith], audience: one.audience, on: civilIn(one.startsAt, ZONE) };
        expect(await invited(cohort, one.milestone), one.milestone).toEqual(names(await world.tx((tx) => audienceOf(tx, asked))));
      }
    }
  });

  it('tells Bo of each day once, reminds him a week and a day before, and nothing twice', () => {
    expect(diary(world, people['Bo'] as Person)).toEqual([
      '2026-08-19 09:00 invited',
      '2026-08-27 09:00 invited',
      '2026-09-09 09:00 reminder',
      '2026-09-15 09:00 reminder',
      '2026-09-17 09:00 reminder',
      '2026-09-23 09:00 reminder',
      '2027-01-04 09:00 invited', // four weeks before is New Year’s Eve
      '2027-01-21 09:00 reminder',
      '2027-01-27 09:00 reminder',
      '2027-04-29 09:00 invited',
      '2027-05-13 09:00 invited', // to the evening in June, when his will be a former pair
      '2027-05-20 09:00 reminder',
      '2027-05-26 09:00 reminder',
      '2027-06-03 09:00 reminder',
      '2027-06-09 09:00 reminder',
    ]);
  });

  it('tells Eva, who is both, of 28 January in one message: the mid gathering and the training (A.7)', () => {
    const january = told(world, people['Eva'] as Person, 'invited').filter((one) => one.text.includes('28 January'));
    expect(january).toHaveLength(1);
    expect(january[0]?.text).toContain('Mid-term gathering');
    expect(january[0]?.text).toContain('Training for mentors');
  });

  it('names both parts of a kick-off, and of the closing, in one message', () => {
    const [kickoff] = told(world, people['Bo'] as Person, 'invited').filter((one) => one.text.includes('24 September'));
    expect(kickoff?.text).toMatch(/Kick-off, main part.*\n?.*1:00 pm–3:00 pm/);
    expect(kickoff?.text).toMatch(/Kick-off, seminar.*\n?.*3:15 pm–4:30 pm/);
    const closing = told(world, people['Bo'] as Person, 'invited').filter((one) => one.text.includes('27 May'));
    expect(closing).toHaveLength(1);
    expect(closing[0]?.text).toContain('Closing evening mingle');
  });

  it('speaks at nine on working days of the calendar only', () => {
    const works = worksOn('SE');
    const all = Object.values(people).flatMap((person) => told(world, person));
    expect(all.length).toBeGreaterThan(60);
    for (const one of all) {
      expect(works(civilIn(one.at, ZONE))).toBe(true);
      expect(new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, timeStyle: 'short' }).format(one.at)).toBe('09:00');
    }
  });

  it('asks the coordinator once for each day who came, on the working day after', () => {
    const [first, ...more] = diary(world, people['Anna'] as Person);
    expect(first).toBe('2026-09-04 09:00 whoCame');
    expect(more).toHaveLength(9);
    expect(new Set(more).size).toBe(9);
  });
});
