// A coordinator's way from an empty page to a year that runs by itself: choose, look, mend, publish.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { instantOf } from '../../../src/time.ts';
import { buttonsOf, createWorld, formOf, type World } from '../../support/world.ts';
import { begun, cohortIn, coordinator, dayIn, published, yearOf } from './coordinating.ts';

let database: Database;
let world: World;
let anna: Person;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
beforeEach(async () => {
  world = await createWorld({ database });
  world.clock.set(instantOf('2026-06-01T08:00:00Z'));
  anna = await coordinator(world);
});
afterAll(() => database.close());

const show = () => world.act(anna, 'year.show', { cohort: world.cohort.id });

describe('a cohort without a calendar', () => {
  it('offers both programmes of the manual, in the year next to its own days (S2.3, S2.4)', async () => {
    const words = world.words(await world.command(anna, '/cohort calendar autumn'));
    expect(words).toContain('September to May, 2026: 11 Jun 2026 to 27 May 2027');
    expect(words).toContain('January to November, 2027: 3 Sept 2026 to 11 Nov 2027');
  });

  it.each(['/omgång kalender autumn', '/promoción calendario autumn', '/cohort kalender autumn', '/cohort calendario autumn'])(
    'is found by %s',
    async (line) => {
      expect(world.words(await world.command(anna, line))).toContain('Autumn 2026: no calendar yet');
    },
  );

  it('begins in one press, or in any year from 1970 to 2199', async () => {
    const page = await world.click(anna, await show(), 'year.begin', {}, (button) => button.label.startsWith('January'));
    expect(world.words(page)).toContain('Friday 1 January at the latest | Match results');
    expect(await yearOf(world)).toMatchObject({ year: 2027, state: 'draft', shifts: [], publishedAt: null });
    await world.click(anna, page, 'year.drop');
    const form = await world.click(anna, await show(), 'year.choose');
    for (const year of ['1969', '2200', 'soon', '']) {
      const refused = await world.submit(anna, form, { year });
      expect(refused.fields?.['year'], year).toBe('Choose a year from 1970 to 2199.');
    }
    expect((await world.submit(anna, form, { template: 'september', year: 2199 })).kind).toBe('done');
    expect(await dayIn(world, 'closing')).toBe('2200-05-29');
  });

  it('is asked for again where somebody has dropped the draft meanwhile', async () => {
    const page = await begun(world, anna);
    const bo = await coordinator(world, 'Bo');
    await world.click(bo, await world.act(bo, 'year.show', { cohort: world.cohort.id }), 'year.drop');
    const late = await world.click(anna, page, 'year.pick');
    expect(late.kind).toBe('refused');
    expect(world.words(late)).toContain('no calendar any more');
    expect(buttonsOf(late).map((button) => button.action)).toContain('year.begin');
  });
});

describe('a draft', () => {
  it('says first what is next and what is doubtful, and nobody hears of it', async () => {
    await cohortIn(world);
    const lines = world.words(await begun(world, anna, 'january', 2027)).split('\n');
    expect(lines[0]).toBe('Autumn 2026: calendar');
    expect(lines[1]).toContain('Only coordinators see it, and nothing is sent');
    expect(lines[2]).toBe('1 point needs a decision. Then it can be published.');
    expect(lines[4]).toBe('Match results: Friday 1 January is a holiday, New Year’s Day.');
    await world.advance(400 * 86_400_000);
    expect(world.inbox(anna)).toEqual([]);
    expect(await world.tx((tx) => tx.gatherings.count({}))).toBe(0);
  });

  it('explains each of its dates: rule, year, the number in the manual, who is invited', async () => {
    await begun(world, anna);
    const form = await world.click(anna, await show(), 'year.pick');
    const words = world.words(await world.submit(anna, form, { milestone: 'mentee-training' }));
    for (const part of ['Wednesday 16 September', 'third Wednesday of September', '2026', '16/9', '13:00 to 16:00', 'former pairs'])
      expect(words).toContain(part);
  });

  it('keeps the days off of the organisation’s own country, and says which (Q15)', async () => {
    expect(world.words(await begun(world, anna))).toContain('Days off are those of Sweden (SE).');
    await world.tx(async (tx) => {
      const [organisation] = await tx.organisations.find({});
      if (organisation) tx.organisations.put({ ...organisation, timeZone: 'Europe/Madrid' });
    });
    await world.act(anna, 'year.drop', { cohort: world.cohort.id });
    expect(world.words(await begun(world, anna, 'january', 2027))).toContain('Days off are those of Spain (ES).');
  });

  it('takes a proposed mend: a move with the doubt as its reason, decided by whoever accepts it (Q6)', async () => {
    const page = await begun(world, anna, 'january', 2027);
    const mended = await world.click(anna, page, 'year.mend');
    expect(world.words(mended)).toContain('Match results is moved: Wednesday 30 December at the latest.');
    const [shift] = (await yearOf(world))?.shifts ?? [];
    expect(shift).toMatchObject({ milestone: 'results', from: '2026-12-30', until: '2026-12-30', by: anna.id });
    expect(shift?.reason).toBe('to mend: Match results: Friday 1 January is a holiday, New Year’s Day.');
    const again = await world.click(anna, page, 'year.mend');
    expect(again.kind).toBe('refused');
    expect(world.words(again)).toContain('mended already');
  });

  it('accepts nothing as a mend that was not proposed', async () => {
    await begun(world, anna, 'january', 2027);
    const about = { cohort: world.cohort.id, milestone: 'results', from: '2026-12-29', until: '2026-12-29' };
    expect((await world.act(anna, 'year.mend', about)).kind).toBe('refused');
    expect((await yearOf(world))?.shifts).toEqual([]);
  });

  it('invites the recruits for the autumn to the June gathering instead of a programme that has just started (Q7)', async () => {
    const page = await begun(world, anna, 'january', 2027);
    const bare = world.words(page).includes('Invite them instead') ? page : await world.click(anna, page, 'year.doubts');
    const changed = await world.click(anna, bare, 'year.audience');
    expect(world.words(changed)).toContain('Mid-term gathering, Thursday 10 June');
    const june = (await yearOf(world))?.plan.milestones.find(({ id }) => id === 'mid-gathering');
    expect(june?.parts.map((part) => part.audience)).toEqual([['pairs', 'recruits']]);
    expect((await world.act(anna, 'year.audience', { cohort: world.cohort.id, milestone: 'mid-gathering' })).kind).toBe('refused');
  });

  it('cannot be dropped once it is published', async () => {
    const page = await begun(world, anna);
    await published(world, anna);
    const refused = await world.click(anna, page, 'year.drop');
    expect(refused.kind).toBe('refused');
    expect(await yearOf(world)).not.toBeNull();
  });
});

describe('publishing', () => {
  it('shows what is open, asks once more, and sets the cohort to kick-off and closing', async () => {
    const page = await begun(world, anna);
    const asked = await world.click(anna, page, 'year.publish');
    expect(world.words(asked)).toContain('You can publish all the same');
    expect((await yearOf(world))?.state).toBe('draft');
    const done = await world.click(anna, asked, 'year.publish');
    const words = world.words(done);
    expect(words).toContain('It runs from Thursday 24 September to Thursday 27 May.');
    expect(words).toContain('Next comes Call for mentors, Thursday 11 June.');
    expect(await yearOf(world)).toMatchObject({ state: 'published', publishedBy: anna.id, publishedAt: world.clock.now() });
    expect(await world.tx((tx) => tx.cohorts.get(world.cohort.id))).toMatchObject({ startsOn: '2026-09-24', endsOn: '2027-05-27' });
    const made = await world.tx((tx) => tx.gatherings.find({}));
    expect(made.map((one) => `${one.milestone}/${one.part}`).sort()).toEqual(
      [
        'closing-evening/evening',
        'closing/day',
        'kickoff/day',
        'kickoff/seminar',
        'mentee-training/day',
        'mentor-training/day',
        'mid-gathering/seminar',
        'mingle/evening',
      ].sort(),
    );
  });

  it('publishes what was looked at, and nothing else', async () => {
    const page = await begun(world, anna);
    const bo = await coordinator(world, 'Bo');
    const form = await world.act(bo, 'year.moveForm', { cohort: world.cohort.id, milestone: 'closing' });
    const shown = await world.submit(bo, form, { from: '2027-05-20', reason: 'The hall is taken' });
    expect((await world.submit(bo, shown, {})).kind).toBe('done');
    const late = await world.click(anna, page, 'year.publish');
    expect(late.kind).toBe('refused');
    expect(world.words(late)).toContain('Somebody changed the calendar in the meantime');
    expect((await yearOf(world))?.state).toBe('draft');
  });

  it('happens once: the second coordinator is told how things stand', async () => {
    const page = await begun(world, anna);
    const bo = await coordinator(world, 'Bo');
    await published(world, anna);
    const again = await world.act(bo, 'year.publish', { cohort: world.cohort.id, seen: 'x' });
    expect(again.kind).toBe('refused');
    expect(world.words(again)).toContain('published already');
    expect((await world.click(anna, page, 'year.publish')).kind).toBe('refused');
    expect(await world.tx((tx) => tx.gatherings.count({}))).toBe(8);
  });

  it('asks again where a doubt has come since', async () => {
    const asked = await world.click(anna, await begun(world, anna, 'january', 2027), 'year.publish');
    const before = (asked.answer?.type === 'message' && world.words(asked)) || '';
    const autumn = await cohortIn(world, { name: 'Autumn 2026 B' });
    await begun(world, anna, 'september', 2026, autumn);
    const again = await world.click(anna, asked, 'year.publish');
    expect((await yearOf(world))?.state).toBe('draft');
    expect(world.words(again)).not.toBe(before);
    expect(world.words(again)).toContain('Autumn 2026 B');
  });

  it('is refused where a date cannot be worked out, with the place, and where all is past', async () => {
    const page = await begun(world, anna);
    await world.tx(async (tx) => {
      const year = await tx.years.get(world.cohort.id);
      const milestones = year?.plan.milestones.map((one) =>
        one.id === 'call' ? { ...one, rule: { kind: 'nth', nth: 5, weekday: 'friday', month: 6, year: 0 } } : one,
      );
      if (year && milestones) tx.years.put({ ...year, plan: { ...year.plan, milestones: milestones as typeof year.plan.milestones } });
    });
    const faulty = await show();
    expect(world.words(faulty)).toContain('Call for mentors: there is no such day in 2026 (fifth Friday of June).');
    expect(buttonsOf(faulty).map((button) => button.action)).not.toContain('year.publish');
    expect((await world.click(anna, page, 'year.publish')).kind).toBe('refused');
    await world.click(anna, faulty, 'year.drop');
    const past = await world.click(anna, await begun(world, anna, 'september', 2020), 'year.publish');
    expect(world.words(past)).toContain('All its dates are past');
    expect((await yearOf(world))?.state).toBe('draft');
  });

  it('leaves what is past unsaid, and says so', async () => {
    world.clock.set(instantOf('2026-09-14T08:00:00Z'));
    await begun(world, anna);
    const words = world.words(await published(world, anna));
    expect(words).toContain('4 dates are past already, and nothing is sent about them.');
    expect(words).toContain('Next comes Training for mentees, Wednesday 16 September.');
  });
});

it('is in reach from the page of the cohort', async () => {
  const cohort = await world.command(anna, '/cohort show autumn');
  expect(formOf(await world.click(anna, await world.click(anna, cohort, 'year.show'), 'year.choose')).title).toBe('Begin a calendar');
});
