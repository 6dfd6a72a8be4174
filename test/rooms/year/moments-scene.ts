// A cohort with a published calendar from September 2026 on, and people around it, for what the calendar says by itself.

import { datesOf, dayOf, TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import type { Year } from '../../../src/mentoring/year/index.ts';
import { scheduleMoments } from '../../../src/mentoring/year/due.ts';
import { type Instant, instantOf, isoOf } from '../../../src/time.ts';
import type { World } from '../../support/world.ts';

/** Publishes it at the world's hour; its cohort runs from the kick-off to the closing. */
export async function publish(world: World, of: Partial<Year> = {}): Promise<Year> {
  const now = world.clock.now();
  const year: Year = {
    ...{ id: world.cohort.id, plan: TEMPLATE_PLANS.september, year: 2026, shifts: [] },
    ...{ state: 'published', publishedBy: null, publishedAt: now, doneUntil: now, ...of },
  };
  const dates = datesOf(year);
  const [start, end] = [dayOf(dates, 'kickoff'), dayOf(dates, 'closing')];
  if (!start || !end) throw new Error('no dates');
  await world.tx(async (tx) => {
    const cohort = await tx.cohorts.get(year.id);
    if (!cohort) throw new Error('no cohort');
    await tx.years.get(year.id);
    tx.cohorts.put({ ...cohort, signup: 'closed', startsOn: start.from, endsOn: end.until });
    tx.years.put(year);
    scheduleMoments(tx, year, { timeZone: 'Europe/Stockholm', now });
  });
  return year;
}

export function at(when: string): Instant {
  return instantOf(when);
}

/** Anna leads, Matti matches, Rea reads; Bo and María are a pair, Cleo has sent in and waits. */
export async function people(world: World) {
  const [anna, matti, rea] = [await world.person('Anna Lind'), await world.person('Matti Salo', { language: 'sv' }), await world.person('Rea Wall')];
  await world.grant(anna, 'programme');
  await world.grant(matti, 'matching');
  await world.grant(rea, 'read-only');
  const bo = await world.person('Bo Ek', { language: 'sv' });
  const maria = await world.person('María Ruiz', { language: 'es', timeZone: 'Europe/Madrid' });
  const cleo = await world.person('Cleo Ask');
  const pair = await world.pair(await world.join(bo, 'mentee'), await world.join(maria, 'mentor'));
  const waiting = await world.join(cleo, 'mentee');
  return { anna, matti, rea, bo, maria, cleo, pair, waiting };
}

/** As a coordinator's change of it does. */
export async function change(world: World, of: Partial<Year>): Promise<void> {
  await world.tx(async (tx) => {
    const year = await tx.years.get(world.cohort.id);
    if (!year) throw new Error('no year');
    const changed = { ...year, ...of };
    tx.years.put(changed);
    scheduleMoments(tx, changed, { timeZone: 'Europe/Stockholm', now: world.clock.now() });
  });
}

/** Lets the time pass as it does, each timer at its minute. */
export async function until(world: World, when: string): Promise<void> {
  await world.advance(at(when) - world.clock.now());
}

/** The machine was off until then: all that was due comes at once. */
export async function offUntil(world: World, when: string): Promise<void> {
  world.clock.set(at(when));
  await world.deliver();
}

/** What somebody was told: when, and by which message. */
export function toldTo(world: World, person: Parameters<World['inbox']>[0]): string[] {
  return world.inbox(person).map((one) => `${isoOf(one.at).slice(0, 16)} ${one.template}`);
}

/** Messages in the cohort's channel. */
export function announced(world: World): Promise<number> {
  return world.store.prisma.message.count({ where: { tenantId: world.tenantId, conversation: `channel:${world.cohort.id}`, mode: 'post' } });
}
