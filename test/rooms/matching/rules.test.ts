// Hard rules, deadlines, scores and the plan: pure.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pair } from '../../../src/mentoring/cycle/index.ts';
import { namesTyped, peopleNamed } from '../../../src/mentoring/matching/names.ts';
import { planOf, wasTold } from '../../../src/mentoring/matching/plan.ts';
import type { Pool } from '../../../src/mentoring/matching/pool.ts';
import type { MatchRule, Proposal, ProposalState } from '../../../src/mentoring/matching/proposal.ts';
import { barrierBetween, roomOf, standingOf, timesFor } from '../../../src/mentoring/matching/rules.ts';
import { worksOn } from '../../../src/mentoring/calendar/index.ts';
import { fitOf, sideOf } from '../../../src/mentoring/matching/score.ts';
import {
  EMPTY_PROFILE,
  HELP,
  MEETING_LANGUAGES,
  type Participation,
  type Profile,
  type Role,
  SLOTS,
} from '../../../src/mentoring/orientation/participation.ts';
import { civilOf, type Instant, instantOf } from '../../../src/time.ts';

const NOW = instantOf('2026-09-01T08:00:00Z');
const START = civilOf('2026-09-24');

function someone(id: string, role: Role, of: Partial<Participation> & { profile?: Profile } = {}): Participation {
  return {
    id,
    cohortId: 'c',
    personId: `person-${id}`,
    role,
    state: 'ready',
    capacity: role === 'mentee' ? 0 : 1,
    profile: { ...EMPTY_PROFILE, languages: ['en'], help: ['goals'] },
    noticeVersion: 1,
    noticeReadAt: NOW,
    createdAt: NOW,
    submittedAt: NOW,
    ...of,
  };
}

function proposal(menteeId: string, mentorId: string, state: ProposalState, of: Partial<Proposal> = {}): Proposal {
  return {
    id: `${menteeId}-${mentorId}-${state}`,
    cohortId: 'c',
    menteeId,
    mentorId,
    state,
    score: 500,
    reasons: [],
    askedAt: NOW,
    remindAt: null,
    expiresAt: NOW,
    closedAt: state.startsWith('asked') ? null : NOW,
    publishedBy: 'x',
    createdAt: NOW,
    ...of,
  };
}

function pairOf(menteeId: string, mentorId: string, state: Pair['state'] = 'active'): Pair {
  const endedAt = state === 'ended' ? NOW : null;
  return {
    id: `${menteeId}-${mentorId}`,
    cohortId: 'c',
    proposalId: 'p',
    menteeId,
    mentorId,
    stage: 2,
    state,
    rhythmDays: 14,
    startedAt: NOW,
    endedAt,
    lastMetOn: null,
  };
}

function rule(menteeId: string, mentorId: string, kind: MatchRule['kind']): MatchRule {
  return { id: `${menteeId}-${mentorId}`, cohortId: 'c', menteeId, mentorId, kind, createdBy: 'x', createdAt: NOW };
}

function poolWith(participations: readonly Participation[], of: Partial<Pool> = {}): Pool {
  const people = participations.map((one) => {
    return {
      id: one.personId,
      name: one.id,
      email: null,
      language: 'en',
      timeZone: 'Europe/Stockholm',
      chosen: [],
      prefers: null,
      formerly: [],
      createdAt: NOW,
      leftAt: null,
    } as const;
  });
  return {
    cohort: {
      id: 'c',
      programmeId: 'p',
      name: 'Autumn',
      signup: 'open',
      startsOn: START,
      endsOn: civilOf('2027-05-27'),
      target: 24,
      channel: null,
      createdAt: NOW,
    },
    participations,
    people: new Map(people.map((person) => [person.id, person])),
    rules: [],
    proposals: [],
    pairs: [],
    ...of,
  };
}

describe('hard rules', () => {
  const [mentee, mentor] = [someone('e', 'mentee'), someone('m', 'mentor')];
  const none = standingOf([], [], []);

  it('lets two who share a language be matched', () => expect(barrierBetween(mentee, mentor, none)).toBeNull());

  it('names what stands between two people', () => {
    const swedish = someone('m', 'mentor', { profile: { ...EMPTY_PROFILE, languages: ['sv'] } });
    expect(barrierBetween(mentee, { ...mentor, personId: mentee.personId }, none)).toBe('self');
    expect(barrierBetween(mentee, mentor, standingOf([], [], [rule('e', 'm', 'forbid')]))).toBe('forbidden');
    expect(barrierBetween(mentee, swedish, none)).toBe('language');
    expect(barrierBetween(mentee, mentor, standingOf([], [pairOf('x', 'm')], []))).toBe('full');
    expect(barrierBetween(mentee, mentor, standingOf([proposal('x', 'm', 'asked_mentee')], [], []))).toBe('full');
  });

  it.each(['declined_by_mentee', 'declined_by_mentor', 'expired'] as const)('asks nobody twice about the same person: %s (C11)', (state) => {
    expect(barrierBetween(mentee, mentor, standingOf([proposal('e', 'm', state)], [], []))).toBe('before');
  });

  it('does not match a former pair again (C11), but may propose again what was taken back', () => {
    expect(barrierBetween(mentee, mentor, standingOf([], [pairOf('e', 'm', 'ended')], []))).toBe('before');
    expect(barrierBetween(mentee, mentor, standingOf([proposal('e', 'm', 'withdrawn')], [], []))).toBeNull();
  });

  it('never makes somebody the mentor of their own mentor', () => {
    const [a, b] = [someone('a', 'both'), someone('b', 'both')];
    expect(barrierBetween(a, b, standingOf([], [pairOf('b', 'a')], []))).toBe('swap');
    expect(barrierBetween(a, b, standingOf([proposal('b', 'a', 'asked_mentor')], [], []))).toBe('swap');
  });

  it('counts pairs and open proposals against the places of a mentor, ended pairs and answers not (C7)', () => {
    const standing = standingOf([proposal('a', 'm', 'asked_mentee'), proposal('b', 'm', 'expired')], [pairOf('c', 'm'), pairOf('d', 'm', 'ended')], []);
    expect(roomOf({ id: 'm', capacity: 3 }, standing)).toBe(1);
    expect(roomOf({ id: 'm', capacity: 1 }, standing)).toBe(0);
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

describe('the score', () => {
  const profile = fc.record({
    help: fc.subarray([...HELP]),
    languages: fc.subarray([...MEETING_LANGUAGES]),
    slots: fc.subarray([...SLOTS]),
    topics: fc.constantFrom('', 'ledarskap\nförändring', 'leda förändringar', 'byta bana', 'intervjuer'),
    interests: fc.constantFrom('', 'skidor, körsång', 'opera och körsång', 'schack'),
  });
  const zone = fc.constantFrom('Europe/Stockholm', 'America/Bogota', 'Asia/Kolkata');

  it('is whole permille, and the points of its reasons add up to it exactly', () => {
    fc.assert(
      fc.property(profile, profile, zone, zone, (wants, offers, here, there) => {
        const { score, reasons } = fitOf(sideOf({ ...EMPTY_PROFILE, ...wants }, here, START), sideOf({ ...EMPTY_PROFILE, ...offers }, there, START));
        expect(Number.isInteger(score)).toBe(true);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1000);
        expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(score);
      }),
    );
  });

  const fit = (wants: Partial<Profile>, offers: Partial<Profile>, there = 'Europe/Stockholm') =>
    fitOf(sideOf({ ...EMPTY_PROFILE, ...wants }, 'Europe/Stockholm', START), sideOf({ ...EMPTY_PROFILE, ...offers }, there, START));

  it('spreads the weight of what one of them left empty: silence neither wins nor loses', () => {
    expect(fit({ help: ['goals', 'insight'] }, { help: ['goals'] })).toEqual({ score: 500, reasons: [{ feature: 'help', points: 500, shared: ['goals'] }] });
    expect(fit({ help: ['goals'], interests: 'opera' }, { help: ['goals'] }).score).toBe(1000);
    expect(fit({}, {})).toEqual({ score: 0, reasons: [] });
  });

  it('finds the same word in another form, and a compound’s parts', () => {
    expect(fit({ topics: 'ledarskap' }, { challenges: 'ledarskapets villkor' }).score).toBe(1000);
    expect(fit({ topics: 'intervjuer' }, { experience: 'Har hållit jobbintervjuer i tio år' }).score).toBe(1000);
    expect(fit({ topics: 'ledarskap' }, { topics: 'kalkylblad' }).score).toBe(0);
  });

  it('lays the hours of two time zones over each other (C19)', () => {
    expect(fit({ slots: ['mon-am', 'tue-am'] }, { slots: ['mon-am', 'tue-am'] }).score).toBe(1000);
    // Morning in Stockholm is night in Bogotá; its evening is Bogotá's noon.
    expect(fit({ slots: ['mon-am'] }, { slots: ['mon-am'] }, 'America/Bogota').score).toBe(0);
    expect(fit({ slots: ['evenings'] }, { slots: ['mon-am', 'mon-pm'] }, 'America/Bogota').reasons).toMatchObject([{ feature: 'time', shared: ['evenings'] }]);
  });
});

describe('the plan', () => {
  const [e1, e2, m1] = [someone('e1', 'mentee'), someone('e2', 'mentee'), someone('m1', 'mentor')];

  it('says of everyone who is left over why (C12)', () => {
    const spanish = someone('e3', 'mentee', { profile: { ...EMPTY_PROFILE, languages: ['es'] } });
    const plan = planOf(poolWith([e1, e2, spanish, m1]));
    expect(plan.pairs).toHaveLength(1);
    const why = new Map(plan.left.map((left) => [left.mentee.id, left.why]));
    expect(why.get('e3')).toEqual([{ barrier: 'language', count: 1 }]);
    expect([...why.entries()].filter(([id]) => id !== 'e3').map(([, reason]) => reason)).toEqual(['taken']);
    expect(planOf(poolWith([e1])).left).toEqual([{ mentee: e1, why: [] }]);
    expect(planOf(poolWith([e1, m1], { pairs: [pairOf('x', 'm1')] })).left).toEqual([{ mentee: e1, why: [{ barrier: 'full', count: 1 }] }]);
  });

  it('leaves out whoever is being asked, has a mentor, or has not sent in (C6)', () => {
    const draft = someone('e3', 'mentee', { state: 'draft' });
    const plan = planOf(poolWith([e1, e2, draft, m1, someone('m2', 'mentor')], { proposals: [proposal('e1', 'm2', 'asked_mentor')] }));
    expect(plan.pairs.map(({ mentee, mentor }) => [mentee.id, mentor.id])).toEqual([['e2', 'm1']]);
    expect(plan).toMatchObject({ open: 1, drafts: 1, left: [], idle: [] });
  });

  it('keeps a lock, and says when it cannot', () => {
    const m2 = someone('m2', 'mentor', { profile: { ...EMPTY_PROFILE, languages: ['en'], help: ['insight'] } });
    const locked = planOf(poolWith([e1, m1, m2], { rules: [rule('e1', 'm2', 'lock')] }));
    expect(locked.pairs).toMatchObject([{ mentor: { id: 'm2' }, locked: true }]);
    const broken = planOf(poolWith([e1, m1, m2], { rules: [rule('e1', 'm2', 'lock')], pairs: [pairOf('x', 'm2')] }));
    expect(broken.broken).toMatchObject([{ barrier: 'full' }]);
    expect(broken.pairs).toMatchObject([{ mentor: { id: 'm1' }, locked: false }]);
  });

  it('has the same digest for the same state in any order, and another for another', () => {
    const everyone = [e1, e2, m1, someone('m2', 'mentor')];
    const seen = planOf(poolWith(everyone)).seen;
    expect(planOf(poolWith([...everyone].reverse())).seen).toBe(seen);
    expect(planOf(poolWith(everyone, { rules: [rule('e1', 'm1', 'forbid')] })).seen).not.toBe(seen);
    expect(planOf(poolWith(everyone.map((one) => (one.id === 'm1' ? { ...one, capacity: 2 } : one)))).seen).not.toBe(seen);
  });

  it('knows who was told at the last publishing and has nothing new to hear', () => {
    const later = (NOW + 1000) as Instant;
    const published = [proposal('x', 'y', 'expired', { createdAt: later, closedAt: later })];
    expect(wasTold(e1, { proposals: [], pairs: [] })).toBe(false);
    expect(wasTold(e1, { proposals: published, pairs: [] })).toBe(true);
    expect(wasTold({ ...e1, submittedAt: (later + 1) as Instant }, { proposals: published, pairs: [] })).toBe(false);
    expect(wasTold(e1, { proposals: [...published, proposal('e1', 'y', 'expired', { createdAt: later, closedAt: later })], pairs: [] })).toBe(false);
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
