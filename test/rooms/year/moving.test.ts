// A date on another day than its rule says: with a reason, seen before it is done, and taken back as easily.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { instantOf, isoOf } from '../../../src/time.ts';
import { buttonsOf, createWorld, formOf, ownValues, type World } from '../../support/world.ts';
import { begun, coordinator, dayIn, published, yearOf } from './coordinating.ts';

let database: Database;
let world: World;
let anna: Person;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
beforeEach(async () => {
  world = await createWorld({ database });
  anna = await coordinator(world);
  await begun(world, anna);
});
afterAll(() => database.close());

const formFor = (milestone: string, person = anna) => world.act(person, 'year.moveForm', { cohort: world.cohort.id, milestone });
const move = async (milestone: string, fields: Record<string, unknown>) =>
  world.submit(anna, await formFor(milestone), { reason: 'The hall is taken', ...fields });
const why = (milestone: string) => world.act(anna, 'year.why', { cohort: world.cohort.id, milestone });

describe('moving a date', () => {
  it('needs a day and a reason, and is told where it stands', async () => {
    const bare = await move('mid-gathering', { from: '2027-01-21', reason: '  ' });
    expect(Object.keys(bare.fields ?? {})).toEqual(['reason']);
    const done = await move('mid-gathering', { from: '2027-01-21' });
    expect(world.words(done)).toContain('Mid-term gathering is moved: Thursday 21 January.');
    expect(world.words(done)).toContain('Thursday 21 January | Mid-term gathering | moved: The hall is taken');
    expect(world.words(await why('mid-gathering'))).toContain('Moved from Thursday 28 January by Anna. The reason: The hall is taken');
    expect((await yearOf(world))?.shifts).toHaveLength(1);
  });

  it('shows what follows from it before it is done, and keeps what was typed', async () => {
    const form = await formFor('mentee-training');
    const shown = await world.submit(anna, form, { from: '2026-09-18', reason: 'The trainer is away' });
    expect(shown.kind).toBe('refused');
    const words = world.words(shown);
    expect(words).toContain('Training for mentors: Thursday 17 September, then Saturday 19 September');
    expect(words).toContain('Training for mentors: Saturday 19 September is at the weekend.');
    expect(ownValues(formOf(shown))).toEqual({ from: '2026-09-18', reason: 'The trainer is away' });
    expect((await yearOf(world))?.shifts).toEqual([]);
    // Another day is another question.
    expect((await world.submit(anna, shown, { from: '2026-09-11' })).kind).toBe('refused');
    expect((await world.submit(anna, shown)).kind).toBe('done');
    expect(await dayIn(world, 'mentor-training')).toBe('2026-09-19');
    expect(world.words(await why('mentor-training'))).toContain('Follows the training for mentees, which has been moved.');
  });

  it('moves a week with both its ends', async () => {
    expect(formOf(await formFor('kickoff')).inputs.map((input) => input.name)).toEqual(['from', 'reason']);
    expect((await move('pair-meeting-1', { from: '2026-10-12', until: '' })).fields).toEqual({ until: 'Something is missing here.' });
    expect((await move('pair-meeting-1', { from: '2026-10-12', until: '2026-10-10' })).fields?.['until']).toContain('before the first, Monday 12 October');
    expect((await move('pair-meeting-1', { from: '2026-10-12', until: '2026-10-16' })).kind).toBe('done');
  });

  it.each([
    ['2026-09-24', 'That is where it is already. Choose another day.'],
    ['2206-09-24', 'This is too far from the year of the programme. Choose a day between 1 Jan 2025 and 31 Dec 2027.'],
    ['2026-02-30', 'This is not a date we know. Write it as year-month-day, such as 2026-10-15.'],
    ['', 'Something is missing here.'],
  ])('refuses %j as the day of the kick-off', async (from, words) => {
    expect((await move('kickoff', { from })).fields).toEqual({ from: words });
    expect((await yearOf(world))?.shifts).toEqual([]);
  });

  it('is decided again by whoever comes second', async () => {
    const bo = await coordinator(world, 'Bo');
    const [annas, bos] = [await formFor('mid-gathering'), await formFor('mid-gathering', bo)];
    expect((await world.submit(anna, annas, { from: '2027-01-21', reason: 'The hall' })).kind).toBe('done');
    const late = await world.submit(bo, bos, { from: '2027-01-20', reason: 'The guest' });
    expect(late.kind).toBe('refused');
    expect(world.words(late)).toContain('Somebody changed the calendar in the meantime');
    expect(await dayIn(world, 'mid-gathering')).toBe('2027-01-21');
  });

  it('keeps the newest of several moves, and goes back to the rule', async () => {
    await move('mid-gathering', { from: '2027-01-21' });
    await move('mid-gathering', { from: '2027-01-20' });
    expect((await yearOf(world))?.shifts).toHaveLength(1);
    const back = await world.click(anna, await why('mid-gathering'), 'year.takeBack');
    expect(world.words(back)).toContain('Mid-term gathering follows its rule again: Thursday 28 January.');
    expect(await yearOf(world)).toMatchObject({ shifts: [] });
    expect(buttonsOf(await why('mid-gathering')).map((button) => button.action)).not.toContain('year.takeBack');
  });

  it('shows hostile reasons as they were typed, and only the beginning of a long one in the list', async () => {
    const done = await move('mid-gathering', { from: '2027-01-21', reason: `<!channel> {day} ${'x'.repeat(200)}` });
    expect(world.words(done)).toContain(`moved: <!channel> {day} ${'x'.repeat(23)}…`);
    expect(world.words(await why('mid-gathering'))).toContain(`<!channel> {day} ${'x'.repeat(200)}`);
    expect((await move('closing', { from: '2027-05-20', reason: 'y'.repeat(301) })).fields?.['reason']).toContain('300');
  });
});

describe('after publishing', () => {
  const kickoffAt = async () => {
    const all = await world.tx((tx) => tx.gatherings.find({ milestone: 'kickoff' }));
    return all.map((one) => isoOf(one.startsAt)).sort();
  };

  beforeEach(async () => {
    await published(world, anna);
  });

  it('moves the gatherings and the days of the cohort along (S2.12)', async () => {
    expect(await kickoffAt()).toEqual(['2026-09-24T11:00:00.000Z', '2026-09-24T13:15:00.000Z']);
    const form = await formFor('kickoff');
    expect(world.words(form)).toContain('Whoever has been invited is told of the new day.');
    const shown = await world.submit(anna, form, { from: '2026-09-23', reason: 'The hall is taken' });
    const done = shown.kind === 'refused' ? await world.submit(anna, shown) : shown;
    expect(world.words(done)).toContain('Kick-off is moved: Wednesday 23 September. Whoever has been invited is told.');
    expect(await kickoffAt()).toEqual(['2026-09-23T11:00:00.000Z', '2026-09-23T13:15:00.000Z']);
    expect(await world.tx((tx) => tx.cohorts.get(world.cohort.id))).toMatchObject({ startsOn: '2026-09-23', endsOn: '2027-05-27' });
  });

  it('never into the past, nor back to a day that is past', async () => {
    expect((await move('kickoff', { from: '2026-08-31' })).fields?.['from']).toContain('lies in the past');
    const moved = await move('mingle', { from: '2026-09-08' });
    if (moved.kind === 'refused') await world.submit(anna, moved);
    world.clock.set(instantOf('2026-09-04T08:00:00Z'));
    const refused = await world.click(anna, await why('mingle'), 'year.takeBack');
    expect(world.words(refused)).toContain('By its rule it would be on Thursday 3 September, which is past.');
    expect(await dayIn(world, 'mingle')).toBe('2026-09-08');
  });

  it('lets a week that has begun end later', async () => {
    world.clock.set(instantOf('2026-10-07T08:00:00Z'));
    expect((await move('pair-meeting-1', { from: '2026-10-06', until: '2026-10-16' })).fields?.['from']).toContain('lies in the past');
    expect((await move('pair-meeting-1', { from: '2026-10-05', until: '2026-10-06' })).fields?.['until']).toContain('lies in the past');
    expect((await move('pair-meeting-1', { from: '2026-10-05', until: '2026-10-16' })).kind).toBe('done');
  });

  it('speaks no more of doubts that lie behind', async () => {
    world.clock.set(instantOf('2027-03-01T08:00:00Z'));
    const words = world.words(await world.command(anna, '/cohort calendar autumn'));
    expect(words).toContain('Next: Pair meeting 5, Monday 22 March to Friday 26 March.');
    expect(words).not.toContain('28 January there is nobody');
    expect(words).toContain('published it on 1 Sept 2026');
  });
});
