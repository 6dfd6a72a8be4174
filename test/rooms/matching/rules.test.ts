// Hard rules, deadlines, and names typed in one line: pure.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worksOn } from '../../../src/mentoring/calendar/index.ts';
import type { Member } from '../../../src/mentoring/matching/fit.ts';
import { markOf } from '../../../src/mentoring/matching/hash.ts';
import { namesTyped, peopleNamed } from '../../../src/mentoring/matching/looking/names.ts';
import type { ProposalState } from '../../../src/mentoring/matching/proposal.ts';
import { BARRIERS, barrierBetween, roomOf, rulesPassed, type Standing, standingOf, timesFor } from '../../../src/mentoring/matching/rules.ts';
import type { HardRules } from '../../../src/mentoring/matching/settings/settings.ts';
import { wasTold } from '../../../src/mentoring/matching/consent/told.ts';
import { EMPTY_PROFILE, type Participation, type Profile, type Role } from '../../../src/mentoring/orientation/participation.ts';
import { civilOf, type Instant, instantOf } from '../../../src/time.ts';

const NOW = instantOf('2026-09-01T08:00:00Z');
const START = civilOf('2026-09-24');
const RULES: HardRules = { manager: false, unit: false, language: 'shared', least: null, most: null, hours: 0, again: true };

function someone(id: string, role: Role, profile: Partial<Profile> = {}, of: Partial<Member> = {}): Member {
  return {
    ...{ id, personId: `person-${id}`, role, capacity: role === 'mentee' ? 0 : 1, timeZone: 'Europe/Stockholm', waited: false },
    profile: { ...EMPTY_PROFILE, languages: ['en'], ...profile },
    ...of,
  };
}

const asked = (menteeId: string, mentorId: string, state: ProposalState) => ({ menteeId, mentorId, state });
const pairOf = (menteeId: string, mentorId: string, state: 'active' | 'ended' = 'active') => ({ menteeId, mentorId, state });

describe('hard rules', () => {
  const [mentee, mentor] = [someone('e', 'mentee'), someone('m', 'mentor')];
  const none = standingOf([], [], []);
  const between = (standing: Standing, one = mentee, other = mentor) => barrierBetween(one, other, standing, RULES);

  it('lets two who share a language be matched', () => expect(between(none)).toBeNull());

  it('names what stands between two people', () => {
    expect(between(none, mentee, { ...mentor, personId: mentee.personId })).toBe('self');
    expect(between(standingOf([], [], [{ menteeId: 'e', mentorId: 'm', kind: 'forbid' }]))).toBe('forbidden');
    expect(between(standingOf([], [], [{ menteeId: 'e', mentorId: 'm', kind: 'lock' }]))).toBeNull();
    expect(between(none, mentee, someone('m', 'mentor', { languages: ['sv'] }))).toBe('language');
    expect(between(standingOf([], [pairOf('x', 'm')], []))).toBe('full');
    expect(between(standingOf([asked('x', 'm', 'asked_mentee')], [], []))).toBe('full');
  });

  it.each(['declined_by_mentee', 'declined_by_mentor', 'expired'] as const)('asks nobody twice about the same person: %s (C11)', (state) => {
    expect(between(standingOf([asked('e', 'm', state)], [], []))).toBe('before');
  });

  it('does not match a former pair again (C11), but may propose again what was taken back', () => {
    expect(between(standingOf([], [pairOf('e', 'm', 'ended')], []))).toBe('before');
    expect(between(standingOf([asked('e', 'm', 'withdrawn')], [], []))).toBeNull();
  });

  it('does not give anybody the mentor of an earlier cohort again, unless the programme allows it', () => {
    const standing = standingOf([], [], [], { earlier: [['person-e', 'person-m']], startsOn: START });
    expect(between(standing)).toBe('again');
    expect(barrierBetween(mentee, mentor, standing, { ...RULES, again: false })).toBeNull();
    expect(between(standing, someone('m', 'both'), someone('e', 'both'))).toBeNull(); // the other way round they are new to each other
  });

  it('never makes somebody the mentor of their own mentor', () => {
    const [a, b] = [someone('a', 'both'), someone('b', 'both')];
    expect(between(standingOf([], [pairOf('b', 'a')], []), a, b)).toBe('swap');
    expect(between(standingOf([asked('b', 'a', 'asked_mentor')], [], []), a, b)).toBe('swap');
  });

  it('counts pairs and open proposals against the places of a mentor, ended pairs and answers not (C7)', () => {
    const standing = standingOf([asked('a', 'm', 'asked_mentee'), asked('b', 'm', 'expired')], [pairOf('c', 'm'), pairOf('d', 'm', 'ended')], []);
    expect(roomOf({ id: 'm', capacity: 3 }, standing)).toBe(1);
    expect(roomOf({ id: 'm', capacity: 1 }, standing)).toBe(0);
  });
});

describe('rules of a programme (S4.19)', () => {
  const standing = standingOf([], [], [], { earlier: [], startsOn: START });
  const MAIL = 'chief@example.org';
  const barrier = (rules: Partial<HardRules>, mine: Partial<Profile>, theirs: Partial<Profile>, of: readonly [Partial<Member>, Partial<Member>] = [{}, {}]) =>
    barrierBetween(someone('e', 'mentee', mine, of[0]), someone('m', 'mentor', theirs, of[1]), standing, { ...RULES, ...rules });

  it('manager: neither one’s own manager, nor two with the same', () => {
    expect(barrier({ manager: true }, { manager: MAIL }, { manager: ' Chief@Example.org' })).toBe('manager');
    expect(barrier({ manager: true }, { manager: MAIL }, {}, [{}, { mark: markOf(MAIL) }])).toBe('manager');
    expect(barrier({ manager: true }, {}, { manager: MAIL }, [{ mark: markOf(MAIL) }, {}])).toBe('manager');
    expect(barrier({ manager: true }, { manager: MAIL }, { manager: 'other@example.org' }, [{ mark: markOf('e@x') }, { mark: markOf('m@x') }])).toBeNull();
    expect(barrier({ manager: false }, { manager: MAIL }, { manager: MAIL })).toBeNull();
  });

  it('unit: not within the same', () => {
    expect(barrier({ unit: true }, { unit: 'Vård & Omsorg' }, { unit: 'vård &  omsorg' })).toBe('unit');
    expect(barrier({ unit: true }, { unit: 'Care' }, { unit: 'Research' })).toBeNull();
    expect(barrier({}, { unit: 'Care' }, { unit: 'Care' })).toBeNull();
  });

  it('language: one that both must speak', () => {
    const both = { languages: ['en', 'sv'] } as const;
    expect(barrier({ language: 'sv' }, both, { languages: ['en'] })).toBe('language');
    expect(barrier({ language: 'sv' }, { languages: ['en'] }, both)).toBe('language');
    expect(barrier({ language: 'sv' }, both, { languages: ['sv'] })).toBeNull();
  });

  it.each([
    [1, 2, 'some', 'some', 'seniority'],
    [1, 2, 'some', 'experienced', null],
    [1, 2, 'some', 'leading', null],
    [1, 2, 'some', 'senior', 'seniority'],
    [0, null, 'senior', 'leading', 'seniority'],
    [null, 0, 'starting', 'some', 'seniority'],
    [null, null, 'senior', 'starting', null],
  ] as const)('seniority: at least %s and at most %s steps ahead: %s with %s', (least, most, mine, theirs, expected) => {
    expect(barrier({ least, most }, { level: mine }, { level: theirs })).toBe(expected);
  });

  it('hours: as many in common as asked, in every season', () => {
    const slots = { slots: ['mon-pm'] } as const;
    expect(barrier({ hours: 5 }, slots, slots)).toBeNull();
    expect(barrier({ hours: 6 }, slots, slots)).toBe('hours');
    // Three hours in winter, two in summer.
    const bogota = [{}, { timeZone: 'America/Bogota' }] as const;
    expect(barrier({ hours: 2 }, slots, { slots: ['mon-am'] }, bogota)).toBeNull();
    expect(barrier({ hours: 3 }, slots, { slots: ['mon-am'] }, bogota)).toBe('hours');
  });

  it('bar nobody for what they left open (S4.80)', () => {
    const all = { manager: true, unit: true, language: 'sv', least: 1, most: 2, hours: 8 } as const;
    const told: Partial<Profile> = { languages: ['sv'], manager: MAIL, unit: 'Care', level: 'senior', slots: ['mon-am'] };
    const nothing: Partial<Profile> = { languages: [] };
    for (const [mine, theirs] of [
      [told, nothing],
      [nothing, told],
      [nothing, nothing],
    ] as const)
      expect(barrier(all, mine, theirs)).toBeNull();
  });

  it('are told in one order, and those that let two pass by name: only what could be looked at', () => {
    const rules: HardRules = { manager: true, unit: true, language: 'sv', least: 1, most: null, hours: 2, again: true };
    const [one, other] = [someone('e', 'mentee', { languages: ['sv'], unit: 'Care' }), someone('m', 'mentor', { languages: ['sv'], unit: 'Research' })];
    expect(rulesPassed(one, other, standing, rules)).toEqual(['self', 'forbidden', 'before', 'again', 'swap', 'unit', 'language', 'full']);
    expect(rulesPassed(one, other, standing, RULES)).toEqual(['self', 'forbidden', 'before', 'again', 'swap', 'language', 'full']);
    const same = { ...other, personId: one.personId, profile: one.profile, capacity: 0 };
    expect(barrierBetween(one, same, standing, rules)).toBe('self');
    expect(rulesPassed(one, same, standing, rules)).toEqual(BARRIERS.filter((name) => ['forbidden', 'before', 'again', 'swap', 'language'].includes(name)));
  });
});

describe('the time to answer (S4.39)', () => {
  it('is four working days until 16:00 where the asked person lives, with a reminder halfway', () => {
    const times = timesFor(instantOf('2026-09-03T20:00:00Z'), 'Europe/Stockholm', 4); // a Thursday
    expect(times.remindAt).toBe(instantOf('2026-09-07T08:00:00Z')); // Monday 10:00
    expect(times.expiresAt).toBe(instantOf('2026-09-09T14:00:00Z')); // Wednesday 16:00
  });

  it('counts days on which people work: not the holidays of the programme (Q15)', () => {
    const times = timesFor(instantOf('2026-12-21T09:00:00Z'), 'Europe/Stockholm', 4, worksOn('SE')); // the Monday before Christmas
    expect(times.remindAt).toBe(instantOf('2026-12-23T09:00:00Z'));
    expect(times.expiresAt).toBe(instantOf('2026-12-29T15:00:00Z')); // Tuesday, after Christmas Eve, Christmas Day and Boxing Day
  });

  it('always leaves at least one working day, and never reminds after the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('Europe/Stockholm', 'America/Bogota', 'Asia/Kathmandu'),
        (hours, days, zone) => {
          const now = (NOW + hours * 3_600_000) as Instant;
          const { remindAt, expiresAt, askedAt } = timesFor(now, zone, days);
          expect(askedAt).toBe(now);
          expect(expiresAt).toBeGreaterThan(now);
          if (remindAt !== null) expect(remindAt).toBeLessThan(expiresAt);
        },
      ),
    );
  });
});

describe('who is told that they wait', () => {
  it('has not been told at the last publishing, or something has changed since', () => {
    const mine: Participation = {
      ...{ id: 'e1', cohortId: 'c', personId: 'p', role: 'mentee', state: 'ready', capacity: 0, profile: EMPTY_PROFILE },
      ...{ noticeVersion: 1, noticeReadAt: NOW, createdAt: NOW, submittedAt: NOW },
    };
    const later = (NOW + 1000) as Instant;
    const expired = (menteeId: string, mentorId: string) => ({
      ...{ id: `${menteeId} ${mentorId}`, cohortId: 'c', menteeId, mentorId, state: 'expired' as const, score: 500, reasons: [], runId: null },
      ...{ askedAt: NOW, remindAt: null, expiresAt: NOW, closedAt: later, publishedBy: 'x', createdAt: later },
    });
    const published = [expired('x', 'y')];
    expect(wasTold(mine, { proposals: [], pairs: [] })).toBe(false);
    expect(wasTold(mine, { proposals: published, pairs: [] })).toBe(true);
    expect(wasTold({ ...mine, submittedAt: (later + 1) as Instant }, { proposals: published, pairs: [] })).toBe(false);
    expect(wasTold(mine, { proposals: [...published, expired('e1', 'y')], pairs: [] })).toBe(false);
  });
});

describe('two names in one line', () => {
  const people = ['Anna Lind', 'Anna-Karin Ström', 'Bo Ek', 'María del Pilar Santos'].map((name) => ({ name }));

  it.each([
    ['@Anna Lind @Bo Ek', ['Anna Lind', 'Bo Ek']],
    ['Anna Lind, Bo Ek', ['Anna Lind', 'Bo Ek']],
    ['bo och maría del pilar', ['bo', 'maría del pilar']],
    ['maria del pilar santos bo ek', ['maria del pilar santos', 'bo ek']],
    ['lind bo', ['lind', 'bo']],
    ['@Lind, Anna @Bo Ek', ['Lind, Anna', 'Bo Ek']],
    ['@Ana & Co, @Bo Ek', ['Ana & Co', 'Bo Ek']],
  ])('%s', (line, names) => expect(namesTyped(line, people)).toEqual(names));

  it('does not guess', () => {
    expect(namesTyped('anna', people)).toBeNull();
    expect(namesTyped('a, b, c', people)).toBeNull();
    expect(namesTyped('', people)).toBeNull();
  });

  it('finds by whole name, by word, by part; all who fit', () => {
    expect(peopleNamed('anna lind', people)).toEqual([{ name: 'Anna Lind' }]);
    expect(peopleNamed('maria', people)).toEqual([{ name: 'María del Pilar Santos' }]);
    expect(peopleNamed('ann', people)).toHaveLength(2);
    expect(peopleNamed('nobody', people)).toEqual([]);
  });
});
