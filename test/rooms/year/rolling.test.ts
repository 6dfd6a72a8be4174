// The same programme a year later, and programme files in and out.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPlan, TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { nextName } from '../../../src/mentoring/year/rolling.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { createWorld, formOf, ownValues, type World } from '../../support/world.ts';
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
});
afterAll(() => database.close());

const act = (action: string, input: Record<string, unknown> = {}) => world.act(anna, action, { cohort: world.cohort.id, ...input });

describe('next year', () => {
  it('shows each date of both years, and what differs beyond the year: 3 September 2027 is a Friday (Q4)', async () => {
    await begun(world, anna);
    const lines = world.words(await act('year.compare')).split('\n');
    expect(lines).toContain('Mentor mingle | Thursday 3 September | Friday 3 September | another weekday');
    expect(lines.some((line) => line.startsWith('Matching ready | ') && line.endsWith('6 days after the mentor mingle, not 7 days'))).toBe(true);
    expect(lines).toContain('Pair meeting 5 | Monday 22 March to Friday 26 March | Monday 27 March to Friday 31 March | a week later in the year');
    expect(lines).toContain('Kick-off | Thursday 24 September | Thursday 23 September | –');
    expect(lines).toContain('Mentor mingle: Friday 3 September is the evening before a weekend.');
    expect(lines).toContain('Closing gathering: Thursday 25 May is a holiday, Ascension Day.');
    // The June of next year is no newer than this one's.
    expect(lines.filter((line) => line.includes('nobody to invite'))).toEqual([]);
  });

  it('leaves moves behind, and says which', async () => {
    await begun(world, anna);
    await world.submit(anna, await act('year.moveForm', { milestone: 'mid-gathering' }), { from: '2027-01-21', reason: 'The hall is taken' });
    const words = world.words(await act('year.compare'));
    expect(words).toContain('Mid-term gathering: Thursday 21 January. Reason: The hall is taken');
    expect(words).toContain('Mid-term gathering | Thursday 28 January | Thursday 27 January | –');
  });

  it('makes a cohort with the same plan as a draft, sign-up closed, and tells nobody', async () => {
    await begun(world, anna);
    await world.submit(anna, await act('year.moveForm', { milestone: 'mid-gathering' }), { from: '2027-01-21', reason: 'The hall is taken' });
    await published(world, anna);
    const form = await world.click(anna, await act('year.compare'), 'year.rollForm');
    expect(ownValues(formOf(form))).toEqual({ name: 'Autumn 2027' });
    expect((await world.submit(anna, form, { name: 'AUTUMN  2026' })).fields?.['name']).toContain('of this name already');
    const made = await world.submit(anna, form);
    expect(world.words(made)).toContain('Autumn 2027 is there, with a draft of its calendar.');
    const [next] = await world.tx((tx) => tx.cohorts.find({ name: 'Autumn 2027' }));
    expect(next).toMatchObject({
      signup: 'closed',
      startsOn: '2027-09-23',
      endsOn: '2028-05-25',
      target: world.cohort.target,
      programmeId: world.programme.id,
    });
    expect(await yearOf(world, next)).toMatchObject({ year: 2027, state: 'draft', shifts: [], publishedAt: null });
    expect(await dayIn(world, 'mingle', next)).toBe('2027-09-03');
    expect(await world.tx((tx) => tx.gatherings.count({ cohortId: next?.id ?? '' }))).toBe(0);
  });

  it('ends with the year 2199', async () => {
    await begun(world, anna, 'september', 2199);
    const refused = await act('year.compare');
    expect(refused.kind).toBe('refused');
    expect((await act('year.rollOver', { name: 'Later' })).kind).toBe('refused');
    expect(await world.tx((tx) => tx.cohorts.count({}))).toBe(1);
  });

  it.each([
    ['Autumn 2026', 'Autumn 2027'],
    ['2026/27', '2027/28'],
    ['Hösten 2099–00 (v2)', 'Hösten 2100–01 (v2)'],
    ['Group 12026', 'Group 12026'],
    ['Mentors', 'Mentors'],
  ])('calls what comes after %j %j', (name, next) => {
    expect(nextName(name)).toBe(next);
  });
});

describe('a programme file', () => {
  it.each(['yaml', 'json'])('goes out as %s and comes in again the same', async (format) => {
    await begun(world, anna);
    const out = await world.submit(anna, await act('year.exportFile'), { next: format });
    const file = String(ownValues(formOf(out))['file']);
    expect(file.startsWith('{')).toBe(format === 'json');
    expect(readPlan(file)).toMatchObject({ plan: TEMPLATE_PLANS.september });
    expect(world.words(await world.submit(anna, out))).toContain('Autumn 2026: calendar');
    const back = await world.submit(anna, await act('year.importForm'), { file });
    expect(world.words(back)).toContain('The programme is imported.');
    expect(await yearOf(world)).toMatchObject({ plan: TEMPLATE_PLANS.september, year: 2026 });
  });

  it('begins a calendar where there is none', async () => {
    const out = formOf(await (async () => (await begun(world, anna, 'january', 2027), act('year.exportFile')))());
    await act('year.drop');
    const form = await act('year.importForm');
    expect((await world.submit(anna, form, { file: ownValues(out)['file'], year: 'next' })).fields?.['year']).toBe('Choose a year from 1970 to 2199.');
    expect((await world.submit(anna, form, { file: ownValues(out)['file'], year: 2027 })).kind).toBe('done');
    expect(await dayIn(world, 'kickoff')).toBe('2027-02-11');
  });

  it('is refused with each place and reason; what was pasted stays, and nothing changes', async () => {
    await begun(world, anna);
    const before = await yearOf(world);
    const file = String(ownValues(formOf(await act('year.exportFile')))['file'])
      .replace('weekday: thursday', 'weekday: thorsday')
      .replace('milestone: mentee-training', 'milestone: mentor-training');
    const refused = await world.submit(anna, await act('year.importForm'), { file });
    expect(refused.kind).toBe('refused');
    expect(ownValues(formOf(refused))).toMatchObject({ file, year: '2026' });
    expect(world.words(refused)).toMatch(/Line \d+ \(call, rule\.weekday\)/);
    expect(await yearOf(world)).toEqual(before);
    expect((await world.submit(anna, refused, { file: file.replace('thorsday', 'thursday') })).kind).toBe('refused');
  });

  it('keeps moves whose rules stay, and says how many do not', async () => {
    await begun(world, anna);
    for (const [milestone, from] of [
      ['mid-gathering', '2027-01-21'],
      ['call', '2026-06-08'],
    ] as const) {
      await world.submit(anna, await act('year.moveForm', { milestone }), { from, reason: 'So it is' });
    }
    const file = String(ownValues(formOf(await act('year.exportFile')))['file']).replace('weekday: thursday, month: 6', 'weekday: wednesday, month: 6');
    const done = await world.submit(anna, await act('year.importForm'), { file });
    expect(world.words(done)).toContain('1 date moved by hand follows its new rule.');
    expect((await yearOf(world))?.shifts.map((shift) => shift.milestone)).toEqual(['mid-gathering']);
    expect(await dayIn(world, 'call')).toBe('2026-06-10');
  });

  it('does not take the place of a draft that has changed since, nor of what is published', async () => {
    await begun(world, anna);
    const file = ownValues(formOf(await act('year.exportFile')))['file'];
    const form = await act('year.importForm');
    await world.submit(anna, await act('year.moveForm', { milestone: 'mid-gathering' }), { from: '2027-01-21', reason: 'The hall is taken' });
    expect(world.words(await world.submit(anna, form, { file }))).toContain('Somebody changed the calendar in the meantime');
    expect((await yearOf(world))?.shifts).toHaveLength(1);
    const fresh = await act('year.importForm');
    await published(world, anna);
    expect(world.words(await world.submit(anna, fresh, { file }))).toContain('A published calendar keeps its file');
    expect((await act('year.importForm')).kind).toBe('refused');
  });
});
