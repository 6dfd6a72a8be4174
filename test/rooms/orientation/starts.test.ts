// Which start one joins: one, several, none, again; and what a coordinator has prepared.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_PROFILE } from '../../../src/mentoring/orientation/index.ts';
import type { Cohort } from '../../../src/mentoring/programme/index.ts';
import { civilOf } from '../../../src/time.ts';
import { buttonsOf, createWorld, formOf, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function another(name: string, of: Partial<Cohort> = {}): Promise<Cohort> {
  const cohort: Cohort = { ...world.cohort, id: world.ids.next(), name, startsOn: civilOf('2027-01-28'), ...of };
  await world.tx(async (tx) => tx.cohorts.put(cohort));
  return cohort;
}

async function put(cohort: Cohort): Promise<void> {
  await world.tx(async (tx) => {
    await tx.cohorts.get(cohort.id);
    tx.cohorts.put(cohort);
  });
}

describe('which start', () => {
  it('is chosen where several are open, and begun twice is begun once', async () => {
    const january = await another('January 2027');
    const anna = await world.person('Anna Lind');
    const choice = await world.command(anna, '/mentor join');
    expect(world.words(choice)).toContain('Mentor Match: January 2027, 28 Jan 2027 to 27 May 2027');
    const intro = await world.click(anna, choice, 'orientation.join', {}, (button) => button.label === 'January 2027');
    await world.click(anna, intro, 'orientation.begin');
    const again = await world.click(anna, intro, 'orientation.begin');
    expect(again.answer?.type).toBe('form');
    const mine = await world.tx((tx) => tx.participations.find({ personId: anna.id }));
    expect(mine).toMatchObject([{ cohortId: january.id, state: 'draft' }]);

    const joined = await world.command(anna, '/mentor join');
    expect(world.words(joined)).toContain('This is a draft.');
    expect(world.words(joined)).toContain('You can also join:');
    expect(buttonsOf(joined).map((button) => button.label)).toContain('Autumn 2026');
    await put({ ...january, signup: 'closed' });
  });

  it('is named on each profile of whoever is in two', async () => {
    const spring = await another('Spring 2027', { signup: 'closed' });
    const bo = await world.person('Bo Ek');
    await world.join(bo, 'mentor');
    await world.join(bo, 'mentee', { cohort: spring });
    const choice = await world.command(bo, '/mentor profile');
    expect(world.words(choice)).toContain('You take part in more than one start.');
    const review = await world.click(bo, choice, 'orientation.show', {}, (button) => button.label === 'Spring 2027');
    expect(world.words(review)).toContain('Your profile: Spring 2027');
  });

  it('that has ended is history: its profile is no longer asked about', async () => {
    const old = await another('Autumn 2025', { startsOn: civilOf('2025-09-24'), endsOn: civilOf('2026-05-27') });
    const eva = await world.person('Eva Ros');
    await world.join(eva, 'mentee', { cohort: old });
    expect(world.words(await world.command(eva, '/mentor profile'))).toContain('Mentor Match: Autumn 2026');
  });

  it('is not offered once sign-up has closed, and a person is named to ask; whoever has begun may finish', async () => {
    const coordinator = await world.person('Carla Ruiz');
    await world.grant(coordinator, 'programme');
    const early = await world.person('Early Bird');
    const intro = await world.command(early, '/mentor join');
    await world.click(early, intro, 'orientation.begin');
    const late = await world.person('Late Owl');
    const opened = await world.command(late, '/mentor join');

    await put({ ...world.cohort, signup: 'closed' });
    const closed = await world.command(late, '/mentor join');
    expect(world.words(closed)).toContain('No sign-up is open just now.');
    expect(world.words(closed)).toContain('Ask Carla Ruiz when the next start opens');
    expect((await world.click(late, opened, 'orientation.begin')).kind).toBe('refused');
    expect(await world.tx((tx) => tx.participations.count({ personId: late.id }))).toBe(0);

    const form = await world.click(early, await world.command(early, '/mentor profile'), 'orientation.edit');
    expect(formOf(form).action).toBe('orientation.about');
    await put(world.cohort);
  });
});

describe('somebody whom a coordinator has listed', () => {
  it('reads the notice before the first question, whatever was filled in for them (S4.80-S4.82)', async () => {
    const lars = await world.person('Lars Berg');
    const listed = await world.join(lars, 'mentor', { profile: { experience: 'from a list' } });
    await world.tx(async (tx) => {
      await tx.participations.get(listed.id);
      tx.participations.put({ ...listed, state: 'draft', noticeVersion: 0, noticeReadAt: null, submittedAt: null });
    });
    const home = await world.command(lars, '/mentor');
    expect(world.words(home)).toContain('You are invited to Autumn 2026.');
    const intro = await world.command(lars, '/mentor profile');
    expect(world.words(intro)).toContain('Before you begin: your data');
    expect(world.words(await world.act(lars, 'orientation.edit', { participation: listed.id, step: 2 }))).toContain('Before you begin: your data');
    expect((await world.act(lars, 'orientation.submit', { participation: listed.id })).kind).toBe('refused');
    const form = await world.click(lars, intro, 'orientation.begin');
    expect(world.words(form)).toContain('from a list');
    const [row] = await world.tx((tx) => tx.participations.all([listed.id]));
    expect(row).toMatchObject({ noticeVersion: 2, noticeReadAt: world.clock.now(), profile: { experience: 'from a list' } });
  });

  it('begins anew after having said no', async () => {
    const nils = await world.person('Nils Lund');
    const listed = await world.join(nils, 'mentee');
    await world.tx(async (tx) => {
      await tx.participations.get(listed.id);
      tx.participations.put({ ...listed, state: 'withdrawn', profile: EMPTY_PROFILE });
    });
    const form = await world.click(nils, await world.command(nils, '/mentor join'), 'orientation.begin');
    expect(formOf(form).action).toBe('orientation.about');
    const [row] = await world.tx((tx) => tx.participations.find({ personId: nils.id }));
    expect(row).toMatchObject({ id: listed.id, state: 'draft' });
  });
});
