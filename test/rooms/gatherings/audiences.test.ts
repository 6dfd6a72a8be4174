// Who is invited where: the table of A.7 by example, and any mixture of cohorts and pairs against a plain oracle.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience, plusDays, TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import type { Pair } from '../../../src/mentoring/cycle/index.ts';
import { audienceOf } from '../../../src/mentoring/gatherings/index.ts';
import { EMPTY_PROFILE, type Participation } from '../../../src/mentoring/orientation/index.ts';
import type { Cohort } from '../../../src/mentoring/programme/index.ts';
import type { Tx } from '../../../src/mentoring/store.ts';
import { type Civil, civilOf } from '../../../src/time.ts';
import { createWorld, START, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

class Undone {
  readonly found: readonly string[];
  constructor(found: readonly string[]) {
    this.found = found;
  }
}

/** Asks in a transaction of its own that never happened. */
async function asking(work: (tx: Tx) => Promise<readonly string[]>): Promise<string[]> {
  try {
    await world.tx(async (tx) => {
      throw new Undone(await work(tx));
    });
  } catch (thrown) {
    if (thrown instanceof Undone) return thrown.found.toSorted();
    throw thrown;
  }
  throw new Error('nothing was asked');
}

function cohort(tx: Tx, id: string, startsOn: Civil, endsOn: Civil): Cohort {
  const { programme } = world;
  const one: Cohort = { id, programmeId: programme.id, name: id, signup: 'open', startsOn, endsOn, target: 24, channel: null, createdAt: START };
  tx.cohorts.put(one);
  return one;
}

function person(tx: Tx, id: string, left = false): void {
  const blank = { name: id, email: null, language: 'en', timeZone: 'UTC', prefers: null } as const;
  tx.people.put({ ...blank, id, chosen: [], formerly: [], createdAt: START, leftAt: left ? START : null });
}

function participation(tx: Tx, of: Pick<Participation, 'cohortId' | 'personId' | 'state'>): string {
  const id = `${of.personId}-in-${of.cohortId}`;
  const blank = { capacity: 1, profile: EMPTY_PROFILE, noticeVersion: 1, noticeReadAt: null, createdAt: START, submittedAt: null };
  tx.participations.put({ ...blank, ...of, id, role: 'both' });
  return id;
}

function pair(tx: Tx, of: Pick<Pair, 'id' | 'cohortId' | 'menteeId' | 'mentorId' | 'state'>): void {
  const blank = { stage: 2, rhythmDays: 14, startedAt: START, endedAt: null, lastMetOn: null } as const;
  tx.pairs.put({ ...blank, ...of, proposalId: `p-${of.id}` });
}

/** The starts of 2026 to 2028, each with mentees m1, m2 and mentors M1, M2 in two pairs; one person stands in several. */
function manual(tx: Tx): void {
  const years = [
    ['P2-2026', '2026-02-12', '2026-11-12', 'january', 2026],
    ['P1-26', '2026-09-24', '2027-05-27', 'september', 2026],
    ['P2-2027', '2027-02-11', '2027-11-11', 'january', 2027],
    ['P1-27', '2027-09-23', '2028-05-25', 'september', 2027],
  ] as const;
  for (const [id, from, until, template, year] of years) {
    cohort(tx, id, civilOf(from), civilOf(until));
    tx.years.put({ id, plan: TEMPLATE_PLANS[template], year, shifts: [], state: 'published', publishedBy: null, publishedAt: null, doneUntil: START });
    for (const which of ['1', '2']) {
      const [mentee, mentor] = [`m${which}-${id}`, which === '2' && id.startsWith('P2') ? 'Eva' : `M${which}-${id}`];
      for (const one of [mentee, mentor]) person(tx, one);
      const [menteeId, mentorId] = [mentee, mentor].map((personId) => participation(tx, { cohortId: id, personId, state: 'ready' }));
      pair(tx, { id: `pair-${which}-${id}`, cohortId: id, menteeId: menteeId ?? '', mentorId: mentorId ?? '', state: 'active' });
    }
  }
}

const at = (cohortIds: string, on: string, ...audience: Audience[]) =>
  asking(async (tx) => {
    manual(tx);
    return audienceOf(tx, { cohortIds: [cohortIds], audience, on: civilOf(on) });
  });

describe('A.7: the manual 2026/27', () => {
  it('the kick-off of P1 on 24 September 2026 also invites the mentors of P2 2026 (S2.11, Q9)', async () => {
    expect(await at('P1-26', '2026-09-24', 'running-mentors')).toEqual(['Eva', 'M1-P2-2026']);
    expect(await at('P1-26', '2026-09-24', 'pairs')).toEqual(['M1-P1-26', 'M2-P1-26', 'm1-P1-26', 'm2-P1-26']);
  });

  it('the kick-off of P2 on 11 February 2027 also invites the mentors of P1 26/27', async () => {
    expect(await at('P2-2027', '2027-02-11', 'running-mentors')).toEqual(['M1-P1-26', 'M2-P1-26']);
  });

  it('the mid gathering of P1 on 28 January 2027 also invites the mentors of P2 2027, whose kick-off is still to come (S2.15, Q8)', async () => {
    expect(await at('P1-26', '2027-01-28', 'new-mentors')).toEqual(['Eva', 'M1-P2-2027']);
  });

  it('nobody is newly started on 10 June 2027 (Q7)', async () => {
    expect(await at('P2-2027', '2027-06-10', 'new-mentors')).toEqual([]);
  });

  it('without a calendar, results count as due six weeks before the kick-off', async () => {
    const found = (on: string) =>
      asking(async (tx) => {
        manual(tx);
        tx.years.remove('P2-2027');
        return audienceOf(tx, { cohortIds: ['P1-26'], audience: ['new-mentors'], on: civilOf(on) });
      });
    expect(await found('2026-12-30')).toEqual([]);
    expect(await found('2026-12-31')).toEqual(['Eva', 'M1-P2-2027']);
    expect(await found('2027-04-12')).toEqual(['Eva', 'M1-P2-2027']);
    expect(await found('2027-04-13')).toEqual([]);
  });

  it('the evenings at the closings invite the pairs of the other programme (S2.17)', async () => {
    expect(await at('P1-26', '2027-05-27', 'other-pairs')).toEqual(['Eva', 'M1-P2-2027', 'm1-P2-2027', 'm2-P2-2027']);
    expect(await at('P2-2027', '2027-11-11', 'other-pairs')).toEqual(['M1-P1-27', 'M2-P1-27', 'm1-P1-27', 'm2-P1-27']);
  });

  it('the trainings invite former pairs of any cohort that is over, and Eva once although she was and is a mentor (S2.9)', async () => {
    expect(await at('P2-2027', '2027-01-28', 'mentors', 'former-pairs')).toEqual(['Eva', 'M1-P2-2026', 'M1-P2-2027', 'm1-P2-2026', 'm2-P2-2026']);
    expect(await at('P1-26', '2026-09-16', 'former-pairs')).toEqual([]);
  });

  it('recruits are those who have signed up for a start to come and are in no pair of it (S2.5)', async () => {
    const found = await asking(async (tx) => {
      manual(tx);
      for (const [personId, state] of [
        ['Ida', 'draft'],
        ['Jon', 'ready'],
        ['Kim', 'withdrawn'],
      ] as const) {
        person(tx, personId);
        participation(tx, { cohortId: 'P2-2027', personId, state });
      }
      return audienceOf(tx, { cohortIds: ['P1-26'], audience: ['recruits'], on: civilOf('2026-09-03') });
    });
    expect(found).toEqual(['Ida', 'Jon']);
  });
});

interface Made {
  readonly cohorts: readonly { readonly starts: number; readonly lasts: number }[];
  readonly people: readonly boolean[];
  readonly joined: readonly { readonly cohort: number; readonly person: number; readonly state: Participation['state'] }[];
  readonly pairs: readonly { readonly cohort: number; readonly mentee: number; readonly mentor: number; readonly active: boolean }[];
}

const [COHORTS, PEOPLE] = [4, 7];
const index = (below: number) => fc.nat(below - 1);
const made: fc.Arbitrary<Made> = fc.record({
  cohorts: fc.array(fc.record({ starts: fc.integer({ min: -200, max: 120 }), lasts: fc.integer({ min: 1, max: 150 }) }), {
    minLength: COHORTS,
    maxLength: COHORTS,
  }),
  people: fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE }),
  joined: fc.array(fc.record({ cohort: index(COHORTS), person: index(PEOPLE), state: fc.constantFrom('draft', 'ready', 'withdrawn') })),
  pairs: fc.array(fc.record({ cohort: index(COHORTS), mentee: index(PEOPLE), mentor: index(PEOPLE), active: fc.boolean() }), { maxLength: 12 }),
});

/** Day 0 is the day of the gathering. */
function oracle(of: Made, own: readonly number[], audience: Audience): Set<number> {
  const days = of.cohorts.map(({ starts, lasts }) => ({ starts, ends: starts + lasts }));
  const active = of.pairs.filter((one) => one.active);
  const candidates = days.flatMap(({ starts }, c) => (!own.includes(c) && starts <= 42 && starts >= -60 ? [starts] : []));
  const isNew = (c: number) => !own.includes(c) && days[c]?.starts === Math.max(...candidates);
  const runs = (c: number) => !own.includes(c) && (days[c]?.starts ?? 1) <= 0 && 0 <= (days[c]?.ends ?? -1);
  const both = (pairs: Made['pairs']) => pairs.flatMap((one) => [one.mentee, one.mentor]);
  const mine = active.filter((one) => own.includes(one.cohort));
  const states = new Map(of.joined.map((one) => [`${one.cohort} ${one.person}`, one]));
  for (const one of of.pairs)
    for (const who of [one.mentee, one.mentor]) states.set(`${one.cohort} ${who}`, { cohort: one.cohort, person: who, state: 'ready' });
  switch (audience) {
    case 'mentees':
      return new Set(mine.map((one) => one.mentee));
    case 'mentors':
      return new Set(mine.map((one) => one.mentor));
    case 'pairs':
      return new Set(both(mine));
    case 'running-mentors':
      return new Set(active.filter((one) => runs(one.cohort)).map((one) => one.mentor));
    case 'other-pairs':
      return new Set(both(active.filter((one) => runs(one.cohort))));
    case 'new-mentors':
      return new Set(active.filter((one) => isNew(one.cohort)).map((one) => one.mentor));
    case 'former-pairs':
      return new Set(both(of.pairs.filter((one) => (days[one.cohort]?.ends ?? 0) < 0)));
    case 'recruits': {
      const coming = [...states.values()].filter((one) => one.state !== 'withdrawn' && (days[one.cohort]?.starts ?? 0) > 0);
      return new Set(coming.filter((one) => !both(active.filter((two) => two.cohort === one.cohort)).includes(one.person)).map((one) => one.person));
    }
  }
}

const DAY_ZERO = civilOf('2031-03-05');

function put(tx: Tx, of: Made): void {
  of.cohorts.forEach(({ starts, lasts }, c) => void cohort(tx, `c${c}`, plusDays(DAY_ZERO, starts), plusDays(DAY_ZERO, starts + lasts)));
  of.people.forEach((left, p) => person(tx, `q${p}`, left));
  for (const one of of.joined) participation(tx, { cohortId: `c${one.cohort}`, personId: `q${one.person}`, state: one.state });
  of.pairs.forEach((one, n) => {
    const [menteeId, mentorId] = [one.mentee, one.mentor].map((who) => participation(tx, { cohortId: `c${one.cohort}`, personId: `q${who}`, state: 'ready' }));
    pair(tx, { id: `x${n}`, cohortId: `c${one.cohort}`, menteeId: menteeId ?? '', mentorId: mentorId ?? '', state: one.active ? 'active' : 'ended' });
  });
}

it('any cohorts, pairs and audiences: exactly those whom the words mean, each once, nobody who has left', async () => {
  const wanted = fc.uniqueArray(fc.constantFrom(...AUDIENCES), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(made, fc.uniqueArray(index(COHORTS), { minLength: 1, maxLength: 2 }), wanted, async (of, own, audience) => {
      const expected = new Set(audience.flatMap((one) => [...oracle(of, own, one)]));
      const found = await asking(async (tx) => {
        put(tx, of);
        // The world's own cohort stands aside.
        tx.cohorts.remove(world.cohort.id);
        return audienceOf(tx, { cohortIds: own.map((c) => `c${c}`), audience, on: DAY_ZERO });
      });
      expect(found).toEqual(
        [...expected]
          .filter((p) => !of.people[p])
          .map((p) => `q${p}`)
          .sort(),
      );
    }),
    { numRuns: 150 },
  );
});
