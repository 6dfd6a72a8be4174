// Counting a cohort, naming it, and who may become what among its coordinators.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_PROFILE, type Participation } from '../../../src/mentoring/orientation/index.ts';
import { GRANT_ROLES, type Grant, type GrantRole } from '../../../src/mentoring/programme/index.ts';
import { givingRole, removingRole } from '../../../src/mentoring/programme/roles.ts';
import { cohortFaults, cohortsNamed, countsOf, missingOf, sameName, shortOf, standingsOf } from '../../../src/mentoring/programme/rules.ts';
import { civilOf, instantOf } from '../../../src/time.ts';

function member(id: string, of: Partial<Participation> = {}): Participation {
  return {
    id,
    cohortId: 'c',
    personId: `p-${id}`,
    role: 'mentee',
    state: 'ready',
    capacity: 0,
    profile: EMPTY_PROFILE,
    noticeVersion: 1,
    noticeReadAt: null,
    createdAt: instantOf(0),
    submittedAt: null,
    ...of,
  };
}

const people = [
  member('a'),
  member('b'),
  member('m', { role: 'mentor', capacity: 2 }),
  member('x', { role: 'both', capacity: 1 }),
  member('d', { state: 'draft', role: 'mentor', capacity: 3 }),
  member('w', { state: 'withdrawn' }),
];

describe('a cohort in numbers (S2.2, E0.13)', () => {
  const members = {
    people,
    proposals: [{ menteeId: 'b', mentorId: 'x', state: 'asked_mentor' } as const, { menteeId: 'b', mentorId: 'm', state: 'expired' } as const],
    pairs: [{ menteeId: 'a', mentorId: 'm', state: 'active' } as const, { menteeId: 'b', mentorId: 'm', state: 'ended' } as const],
  };

  it('counts whoever is both on both sides, and drafts on none', () => {
    expect(countsOf(members)).toEqual({ mentees: 3, mentors: 2, places: 3, ready: 4, draft: 1, withdrawn: 1, pairs: 1, open: 1 });
  });

  it('says how many are short: a mentor with two places fills two', () => {
    expect(shortOf(10, countsOf(members))).toEqual({ mentors: 7, mentees: 7 });
    expect(shortOf(2, countsOf(members))).toEqual({ mentors: 0, mentees: 0 });
  });

  it('knows who waits, so that nobody is left over in silence (C12)', () => {
    expect(Object.fromEntries(standingsOf(members))).toEqual({ a: 'paired', b: 'asked', m: 'paired', x: 'asked', d: 'none', w: 'none' });
    expect(standingsOf({ people, proposals: [], pairs: [] }).get('a')).toBe('waiting');
  });

  it('asks for no more than languages and help (S4.80)', () => {
    expect(missingOf(member('a'))).toEqual(['languages', 'help']);
    expect(missingOf(member('a', { profile: { ...EMPTY_PROFILE, languages: ['sv'], topics: 'Welding' } }))).toEqual([]);
  });
});

describe('the name of a cohort', () => {
  const cohort = (name: string) =>
    ({
      id: name,
      programmeId: 'p',
      name,
      signup: 'open',
      startsOn: civilOf('2026-09-01'),
      endsOn: civilOf('2027-05-01'),
      target: 22,
      channel: null,
      createdAt: instantOf(0),
    }) as const;
  const all = ['Autumn 2026', 'Autumn 2027', 'Autumn'].map(cohort);

  it('is one among those of the programme, however it is typed', () => {
    expect(sameName('autumn  2026', 'AUTUMN 2026')).toBe(true);
    expect(sameName('“Autumn 2026”', 'Autumn 2026')).toBe(true);
    expect(sameName('Autumn 2026', 'Autumn 2027')).toBe(false);
  });

  it('is found whole before it is found by its beginning', () => {
    expect(cohortsNamed(all, 'autumn').map((one) => one.name)).toEqual(['Autumn']);
    expect(cohortsNamed(all, 'autumn 2').map((one) => one.name)).toEqual(['Autumn 2026', 'Autumn 2027']);
    expect(cohortsNamed(all, '')).toHaveLength(3);
    expect(cohortsNamed(all, 'spring')).toEqual([]);
  });

  it('must be new, and the dates must make sense', () => {
    const asked = (name: string, startsOn: string, endsOn: string) =>
      Object.entries(cohortFaults({ name, startsOn: civilOf(startsOn), endsOn: civilOf(endsOn) }, all, civilOf('2026-08-01'))).map(([field, text]) => [
        field,
        'say' in text && text.say,
      ]);
    expect(asked('Spring', '2026-09-01', '2027-05-01')).toEqual([]);
    expect(asked('AUTUMN 2026', '2026-09-01', '2027-05-01')).toEqual([['name', 'programme.create.nameTaken']]);
    expect(asked('Spring', '2026-09-01', '2026-09-01')).toEqual([['endsOn', 'programme.create.endsFirst']]);
    expect(asked('Spring', '2026-01-01', '2026-07-31')).toEqual([['endsOn', 'error.past']]);
  });
});

describe('the roles of coordinators (E8.2)', () => {
  const grant = (personId: string, role: GrantRole): Grant => ({ id: `${personId}/${role}`, programmeId: 'p', personId, role, createdAt: instantOf(0) });

  it('takes the place of the role one has, with safeguarding beside', () => {
    const grants = [grant('anna', 'programme'), grant('bo', 'read-only'), grant('bo', 'safeguarding')];
    expect(givingRole(grants, { personId: 'bo', role: 'matching', by: 'anna' })).toEqual({ remove: [grant('bo', 'read-only')] });
    expect(givingRole(grants, { personId: 'bo', role: 'safeguarding', by: 'anna' })).toEqual({ same: true });
    expect(givingRole(grants, { personId: 'eva', role: 'safeguarding', by: 'anna' })).toEqual({ remove: [] });
  });

  it('gives nobody a further role by their own hand', () => {
    const grants = [grant('anna', 'programme'), grant('bo', 'programme')];
    expect(givingRole(grants, { personId: 'anna', role: 'safeguarding', by: 'anna' })).toMatchObject({ refused: { say: 'people.role.notOneself' } });
    expect(givingRole(grants, { personId: 'anna', role: 'matching', by: 'anna' })).toEqual({ remove: [grant('anna', 'programme')] });
  });

  it('always leaves a programme coordinator, whatever is given and removed in whatever order', () => {
    const name = fc.constantFrom('anna', 'bo', 'eva');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('give' as const), personId: name, by: name, role: fc.constantFrom(...GRANT_ROLES) }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat(10) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let grants = [grant('anna', 'programme')];
        for (const one of steps) {
          const target = one.kind === 'remove' ? grants[one.at % grants.length] : undefined;
          const change = one.kind === 'give' ? givingRole(grants, one) : target ? removingRole(grants, target) : { same: true as const };
          if (!('remove' in change)) continue;
          grants = grants.filter((held) => !change.remove.includes(held));
          if (one.kind === 'give') grants = [...grants, grant(one.personId, one.role)];
          const ladder = (person: string) => grants.filter((held) => held.personId === person && held.role !== 'safeguarding').length;
          expect(grants.filter((held) => held.role === 'programme').length).toBeGreaterThan(0);
          expect(Math.max(...['anna', 'bo', 'eva'].map(ladder))).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
