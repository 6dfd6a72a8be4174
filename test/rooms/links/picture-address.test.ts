// Who finds the picture of the year behind an address, and what is in it: as things stand when somebody comes.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/bot/views/address.ts';
import { type Plan, TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import type { Cohort } from '../../../src/mentoring/programme/index.ts';
import type { Year } from '../../../src/mentoring/year/index.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { pictureAt } from '../../../src/runtime/links/picture.ts';
import { civilOf, instantOf } from '../../../src/time.ts';
import { createWorld, type World } from '../../support/world.ts';
import { textsIn } from '../year/drawn.ts';

describe('the picture behind an address', () => {
  let world: World;
  let anna: Person;
  beforeEach(async () => {
    world = await createWorld();
    anna = await world.person('Anna', { language: 'sv' });
    await world.grant(anna, 'read-only');
    await calendar(world.cohort, TEMPLATE_PLANS.september, 2026, 'draft');
  });
  afterEach(() => world.close());

  async function calendar(cohort: Pick<Cohort, 'id'>, plan: Plan, year: number, state: Year['state']): Promise<void> {
    const at = world.clock.now();
    const published = state === 'published' ? { publishedBy: anna.id, publishedAt: at } : { publishedBy: null, publishedAt: null };
    await world.tx(async (tx) => tx.years.put({ id: cohort.id, plan, year, shifts: [], state, doneUntil: at, ...published }));
  }

  /** A start of a programme that Anna does not know. */
  async function elsewhere(name: string, state: Year['state'], year = 2027): Promise<void> {
    const programme = { ...world.programme, id: world.ids.next(), name: `${name}, the programme` };
    const cohort: Cohort = { ...world.cohort, id: world.ids.next(), programmeId: programme.id, name };
    await world.tx(async (tx) => {
      tx.programmes.put(programme);
      tx.cohorts.put(cohort);
    });
    await calendar(cohort, TEMPLATE_PLANS.january, year, state);
  }

  const tokenFor = (person: Pick<Person, 'id'>, about: Readonly<Record<string, string>> = { year: world.cohort.id }, tenantId = world.tenantId) => {
    const reader = { tenantId, personId: person.id, language: 'sv' } as const;
    const url = addressOf({ to: 'picture', about }, reader, { site: () => 'https://mentor.example.org', secrets: world.secrets }) ?? '';
    return /picture\/(.+)\.png$/.exec(url)?.[1] ?? '';
  };
  const look = async (token: string): Promise<string[] | null> => {
    const found = await pictureAt(token, world);
    return found && textsIn(found.svg).map(({ text }) => text);
  };

  it('shows a calendar to those in charge, in the language in which it was promised, a draft too', async () => {
    const said = await look(tokenFor(anna));
    expect(said).toEqual(expect.arrayContaining(['Programåret', 'Autumn 2026 11 juni 2026–27 maj 2027', 'Kick-off 24 sep.', 'I dag, 1 sep. 2026']));
  });

  it('has the day of today where the organisation is', async () => {
    world.clock.set(instantOf('2026-11-21T23:30:00Z'));
    expect(await look(tokenFor(anna))).toContain('I dag, 22 nov. 2026');
  });

  it('shows the calendars of others beside it once they are published, and those only that run at the same time', async () => {
    await elsewhere('Januaristarten', 'published');
    await elsewhere('Hemlig', 'draft');
    await elsewhere('För länge sedan', 'published', 2019);
    const said = (await look(tokenFor(anna))) ?? [];
    const laneOf = (name: string) => said.findIndex((text) => text.startsWith(name));
    expect(said[laneOf('Januaristarten')]).toBe('Januaristarten 3 september 2026–11 november 2027');
    expect(laneOf('Autumn 2026')).toBeLessThan(laneOf('Januaristarten'));
    expect(said.join(' ')).not.toMatch(/Hemlig|För länge sedan/);
  });

  it('follows what is changed, and goes with the calendar', async () => {
    const token = tokenFor(anna);
    const moved = { milestone: 'kickoff', from: civilOf('2026-10-01'), until: civilOf('2026-10-01'), reason: 'The hall', by: anna.id, at: world.clock.now() };
    await world.tx(async (tx) => {
      const year = await tx.years.get(world.cohort.id);
      if (year) tx.years.put({ ...year, shifts: [moved] });
    });
    expect(await look(token)).toContain('Kick-off 1 okt.');
    await world.tx(async (tx) => {
      await tx.years.get(world.cohort.id);
      tx.years.remove(world.cohort.id);
    });
    expect(await look(token)).toBeNull();
  });

  it('is for nobody else: strangers, participants, another organisation, whoever is in charge no more or has left', async () => {
    const bo = await world.person('Bo');
    await world.join(bo, 'mentee');
    expect(await look(tokenFor(bo))).toBeNull();
    expect(await look(tokenFor({ id: 'nobody' }))).toBeNull();
    expect(await look(tokenFor({ id: '' }))).toBeNull();
    expect(await look(tokenFor(anna, { year: world.cohort.id }, 'another'))).toBeNull();
    expect(await look(tokenFor(anna, { year: 'no such cohort' }))).toBeNull();
    expect(await look(tokenFor(anna, { cohort: world.cohort.id }))).toBeNull();
    expect(await look('garbage')).toBeNull();

    const token = tokenFor(anna);
    expect(await look(token)).not.toBeNull();
    await world.tx(async (tx) => {
      const [grant] = await tx.grants.find({ personId: anna.id });
      if (grant) tx.grants.remove(grant.id);
    });
    expect(await look(token)).toBeNull();
    await world.grant(anna, 'programme');
    expect(await look(token)).not.toBeNull();
    await world.tx(async (tx) => {
      const person = await tx.people.get(anna.id);
      if (person) tx.people.put({ ...person, leftAt: world.clock.now() });
    });
    expect(await look(token)).toBeNull();
  });
});
