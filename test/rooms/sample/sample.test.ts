// The playground's first organisation, as it lies in the storage.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clean, lengthOf } from '../../../src/bot/actions/fields.ts';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import { daysBetween, isWorkingDay } from '../../../src/mentoring/calendar/index.ts';
import { completeness, HELP, MEETING_LANGUAGES, type Participation, SLOTS } from '../../../src/mentoring/orientation/index.ts';
import { MAX, MOST_MENTEES } from '../../../src/mentoring/orientation/forms.ts';
import { mustReadNotice } from '../../../src/mentoring/orientation/rules.ts';
import type { Account, Person } from '../../../src/mentoring/people/person.ts';
import type { Cohort, Grant, Organisation, Programme } from '../../../src/mentoring/programme/programme.ts';
import { fillSample } from '../../../src/runtime/sample/index.ts';
import { civilOf, DAY, instantOf, plus } from '../../../src/time.ts';
import { createWorld, START, type World } from '../../support/world.ts';

interface Everything {
  readonly organisations: Organisation[];
  readonly programmes: Programme[];
  readonly cohorts: Cohort[];
  readonly people: Person[];
  readonly accounts: Account[];
  readonly grants: Grant[];
  readonly participations: Participation[];
}

const everything = (world: World, tenantId: string): Promise<Everything> =>
  world.store.read(tenantId, null, async ({ tx }) => ({
    organisations: await tx.organisations.find({}),
    programmes: await tx.programmes.find({}),
    cohorts: await tx.cohorts.find({}),
    people: await tx.people.find({}),
    accounts: await tx.accounts.find({}),
    grants: await tx.grants.find({}),
    participations: await tx.participations.find({}),
  }));

describe('the sample programme', () => {
  let world: World;
  let tenantId: string;
  let all: Everything;

  beforeAll(async () => {
    world = await createWorld();
    tenantId = await fillSample(world.store, world.clock, world.ids);
    all = await everything(world, tenantId);
  });
  afterAll(() => world.close());

  const nameOf = (id: string) => all.people.find((person) => person.id === id)?.name ?? '';
  const named = (name: string) => all.people.find((person) => person.name === name) ?? expect.fail(`no ${name}`);
  const playing = (side: 'mentee' | 'mentor') => all.participations.filter((one) => one.role === side || one.role === 'both');
  const share = (one: Participation, other: Participation) =>
    one.personId !== other.personId && one.profile.languages.some((language) => other.profile.languages.includes(language));

  it('has one organisation, one programme and one start open for sign-up', () => {
    expect(all.organisations.map(({ id, name }) => [id, name])).toEqual([[tenantId, 'Nordsol University']]);
    expect(all.programmes.map((programme) => programme.name)).toEqual(['Mentor Cycle']);
    expect(all.cohorts).toMatchObject([{ name: 'Autumn 2026', signup: 'open', target: 24, channel: { platform: 'web', conversation: 'general' } }]);
  });

  it('has 24 mentees, 24 mentors and two coordinators, of whom a mentee and a mentor have yet to join', () => {
    expect(all.people).toHaveLength(50);
    expect(all.participations.filter((one) => one.role === 'mentee')).toHaveLength(23);
    expect(all.participations.filter((one) => one.role !== 'mentee')).toHaveLength(23);
    expect(all.participations.filter((one) => one.role === 'both')).toHaveLength(2);
    const outside = all.people.filter((person) => !all.participations.some((one) => one.personId === person.id)).map((person) => person.name);
    expect(outside.sort()).toEqual(['Alva Lindqvist', 'Anna Lind', 'Carmen Ibáñez', 'Mateo Rivas Ortega']);
    expect(named('Alva Lindqvist')).toMatchObject({ language: 'sv', email: 'alva@example.org' });
    expect(named('Mateo Rivas Ortega')).toMatchObject({ language: 'es', email: 'mateo@example.org' });
  });

  it('lets Anna run the programme and Carmen do the matching (E8.2)', () => {
    expect(all.grants.map((grant) => [nameOf(grant.personId), grant.role])).toEqual([
      ['Anna Lind', 'programme'],
      ['Carmen Ibáñez', 'matching'],
    ]);
  });

  it('gives everybody one account that can be reached, and an address of their own', () => {
    expect(all.accounts).toHaveLength(50);
    for (const account of all.accounts) {
      expect(account).toMatchObject({ platform: 'web', conversation: `dm:${account.externalId}`, reachable: true });
      expect(account.externalId).toMatch(/^[a-z]{3,15}$/);
    }
    for (const distinct of [all.accounts.map((one) => one.externalId), all.accounts.map((one) => one.personId), all.people.map((one) => one.email)]) {
      expect(new Set(distinct).size).toBe(50);
    }
    expect(all.people.every((person) => person.email?.endsWith('@example.org'))).toBe(true);
  });

  it('speaks each language about a third, in all four time zones', () => {
    for (const language of LANGUAGES) expect(all.people.filter((person) => person.language === language).length).toBeGreaterThanOrEqual(16);
    expect([...new Set(all.people.map((person) => person.timeZone))].sort()).toEqual(['Atlantic/Canary', 'Europe/London', 'Europe/Madrid', 'Europe/Stockholm']);
  });

  it('has only complete profiles, sent in after the notice was read (S4.12, S4.80)', () => {
    for (const one of all.participations) {
      const { profile, role } = one;
      expect(completeness({ role, profile, email: `${one.id}@example.org` }), nameOf(one.personId)).toMatchObject({ missing: [], needed: [] });
      expect(one).toMatchObject({ state: 'ready', submittedAt: expect.any(Number) });
      expect(mustReadNotice(one)).toBe(false);
      if (role === 'mentee') expect(one.capacity).toBe(0);
      else expect(one.capacity >= 1 && one.capacity <= MOST_MENTEES).toBe(true);
    }
    expect(all.participations.filter((one) => one.capacity === 2).length).toBeGreaterThanOrEqual(3);
  });

  it('writes nothing that a form would refuse or change', () => {
    const most = {
      employer: MAX.line,
      title: MAX.line,
      experience: MAX.long,
      challenges: MAX.long,
      ideal: MAX.long,
      topics: MAX.short,
      interests: MAX.short,
      wishes: MAX.short,
    };
    for (const { profile, personId } of all.participations) {
      for (const [field, max] of Object.entries(most)) {
        const text = profile[field as keyof typeof most];
        expect(text, nameOf(personId)).toBe(clean(text));
        expect(lengthOf(text), `${nameOf(personId)}: ${field}`).toBeLessThanOrEqual(max);
      }
    }
  });

  it('uses every kind of help, every part of the week and every language to meet in (S4.4)', () => {
    const profiles = all.participations.map((one) => one.profile);
    expect(new Set(profiles.flatMap((profile) => profile.help))).toEqual(new Set(HELP));
    expect(new Set(profiles.flatMap((profile) => profile.slots))).toEqual(new Set(SLOTS));
    expect(new Set(profiles.flatMap((profile) => profile.languages))).toEqual(new Set(MEETING_LANGUAGES));
  });

  it('leaves over one mentee and one mentor who share no language with anybody they could meet', () => {
    const alone = (side: 'mentee' | 'mentor', others: 'mentee' | 'mentor') =>
      playing(side)
        .filter((one) => !playing(others).some((other) => share(one, other)))
        .map((one) => nameOf(one.personId));
    expect(alone('mentee', 'mentor')).toEqual(['Väinö Koskela']);
    expect(alone('mentor', 'mentee')).toEqual(['Harriet Delacourt']);
  });

  it('is the same when it is filled a second time, even later', async () => {
    world.clock.set(plus(START, 3 * DAY));
    expect(await fillSample(world.store, world.clock, world.ids)).toBe(tenantId);
    expect(await everything(world, tenantId)).toEqual(all);
    expect(await world.store.prisma.door.findMany()).toEqual([{ platform: 'web', externalId: 'playground', tenantId }]);
  });
});

describe('the coming start', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it.each([
    ['2026-06-20T08:00:00Z', 'Autumn 2026', '2026-07-13'],
    ['2026-09-01T08:00:00Z', 'Autumn 2026', '2026-09-22'],
    ['2026-12-15T08:00:00Z', 'Spring 2027', '2027-01-05'],
    ['2028-02-09T23:30:00Z', 'Spring 2028', '2028-03-02'],
  ])('at %s is %s, from %s on, a working day, for eight months', async (now, name, startsOn) => {
    world.clock.set(instantOf(now));
    await world.store.prisma.door.deleteMany();
    const { cohorts } = await everything(world, await fillSample(world.store, world.clock, world.ids));
    expect(cohorts).toMatchObject([{ name, startsOn }]);
    expect(isWorkingDay(civilOf(startsOn))).toBe(true);
    expect(daysBetween(civilOf(startsOn), cohorts[0]?.endsOn ?? civilOf(startsOn))).toBe(245);
  });
});
