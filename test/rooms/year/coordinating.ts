// A coordinator and her cohort's calendar, for the tests of its pages and actions.

import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { datesOf, dayOf } from '../../../src/mentoring/calendar/index.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import type { Cohort } from '../../../src/mentoring/programme/index.ts';
import type { Year } from '../../../src/mentoring/year/index.ts';
import type { World } from '../../support/world.ts';

export async function coordinator(world: World, name = 'Anna', of: Parameters<World['person']>[1] = {}): Promise<Person> {
  const person = await world.person(name, of);
  await world.grant(person, 'programme');
  return person;
}

/** By the button of the page of a cohort that has none. */
export async function begun(world: World, anna: Person, template = 'september', year = 2026, cohort = world.cohort): Promise<Reply> {
  return world.act(anna, 'year.begin', { cohort: cohort.id, template, year });
}

/** With all that is open taken note of, as the buttons lead. */
export async function published(world: World, anna: Person, cohort = world.cohort): Promise<Reply> {
  const asked = await world.click(anna, await world.act(anna, 'year.show', { cohort: cohort.id }), 'year.publish');
  const known = world.words(asked).includes('Publish all the same');
  return known ? world.click(anna, asked, 'year.publish') : asked;
}

export async function yearOf(world: World, cohort = world.cohort): Promise<Year | null> {
  return world.tx((tx) => tx.years.get(cohort.id));
}

export async function dayIn(world: World, milestone: string, cohort = world.cohort): Promise<string | undefined> {
  const year = await yearOf(world, cohort);
  return year ? dayOf(datesOf(year), milestone)?.from : undefined;
}

export async function cohortIn(world: World, of: Partial<Cohort> = {}): Promise<Cohort> {
  const cohort: Cohort = { ...world.cohort, id: world.ids.next(), name: 'Spring 2027', ...of };
  await world.tx(async (tx) => tx.cohorts.put(cohort));
  return cohort;
}
