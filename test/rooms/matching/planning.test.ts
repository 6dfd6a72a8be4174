// From a snapshot of a cohort to its plan: who is left over and why, what holds, what moves. Pure, without a database.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Member } from '../../../src/mentoring/matching/fit.ts';
import { alternativesFor } from '../../../src/mentoring/matching/planning/alternatives.ts';
import { closeLook } from '../../../src/mentoring/matching/planning/close.ts';
import { planOf } from '../../../src/mentoring/matching/planning/plan.ts';
import { solutionOf } from '../../../src/mentoring/matching/planning/solution.ts';
import { compared } from '../../../src/mentoring/matching/planning/what-if.ts';
import { DEFAULT_SETTINGS, FEATURES } from '../../../src/mentoring/matching/settings/settings.ts';
import type { Plan, Snapshot } from '../../../src/mentoring/matching/solving.ts';
import { EMPTY_PROFILE, type Profile, type Role } from '../../../src/mentoring/orientation/participation.ts';
import { snapshotFor } from './support/snapshots.ts';

function someone(id: string, role: Role, of: Partial<Omit<Member, 'profile'>> & { readonly profile?: Partial<Profile> } = {}): Member {
  return {
    ...{ id, personId: `person-${id}`, role, capacity: role === 'mentee' ? 0 : 1, timeZone: 'Europe/Stockholm', waited: false },
    ...of,
    profile: { ...EMPTY_PROFILE, languages: ['sv'], help: ['goals'], ...of.profile },
  };
}

function cohort(members: readonly Member[], of: Partial<Snapshot> = {}): Snapshot {
  return snapshotFor(0, { members, ...of });
}

const pairs = (plan: Plan) => plan.pairs.map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`);
const total = (plan: Plan) => plan.pairs.reduce((all, { fit }) => all + fit.score, 0);
const asked = (menteeId: string, mentorId: string, state: 'asked_mentee' | 'asked_mentor') => ({ id: `${menteeId}-${mentorId}`, menteeId, mentorId, state });

describe('who is left over', () => {
  it('is told why, by the rules that stand in the way', () => {
    const plan = planOf(cohort([someone('bo', 'mentee', { profile: { languages: ['es'] } }), someone('mia', 'mentor'), someone('nora', 'mentor')]));
    expect(plan.left).toEqual([{ menteeId: 'bo', why: [{ barrier: 'language', count: 2 }], remedies: [] }]);
  });

  it('is told what would help: one more place, or an exception', () => {
    const two = [someone('bo', 'mentee'), someone('eva', 'mentee'), someone('mia', 'mentor')];
    const [first] = planOf(cohort(two)).left;
    expect(first).toMatchObject({ why: 'taken', remedies: [{ by: 'place', mentorId: 'mia' }] });
    const after = compared(cohort(two), { change: 'place', mentorId: 'mia' }).after;
    expect(after.left).toEqual([]);

    const apart = cohort([someone('bo', 'mentee'), someone('mia', 'mentor')], { rules: [{ menteeId: 'bo', mentorId: 'mia', kind: 'forbid' }] });
    expect(planOf(apart).left[0]?.remedies).toEqual([{ by: 'rule', mentorId: 'mia', barrier: 'forbidden' }]);
  });

  it('comes first where somebody must wait again, if they waited last time (C8)', () => {
    for (const waiting of ['bo', 'eva']) {
      const two = ['bo', 'eva'].map((id) => someone(id, 'mentee', { waited: id === waiting }));
      expect(pairs(planOf(cohort([...two, someone('mia', 'mentor')])))).toEqual([`${waiting}-mia`]);
    }
  });

  it('has no mentors, where there are none', () => {
    expect(planOf(cohort([someone('bo', 'mentee')])).left).toEqual([{ menteeId: 'bo', why: [], remedies: [] }]);
    expect(planOf(cohort([])).pairs).toEqual([]);
  });
});

describe('a coordinator’s word', () => {
  const four = [
    someone('bo', 'mentee', { profile: { help: ['applying'] } }),
    someone('eva', 'mentee'),
    someone('mia', 'mentor'),
    someone('nora', 'mentor', { profile: { help: ['applying'] } }),
  ];

  it('holds against every score', () => {
    expect(pairs(planOf(cohort(four)))).toEqual(['bo-nora', 'eva-mia']);
    const locked = planOf(cohort(four, { rules: [{ menteeId: 'bo', mentorId: 'mia', kind: 'lock' }] }));
    expect(locked.pairs.map(({ menteeId, mentorId, locked: by }) => [menteeId, mentorId, by])).toEqual([
      ['bo', 'mia', true],
      ['eva', 'nora', false],
    ]);
  });

  it('that cannot be kept is named with its reason, and never vanishes', () => {
    const spanish = [someone('bo', 'mentee', { profile: { languages: ['es'] } }), someone('mia', 'mentor')];
    const plan = planOf(cohort(spanish, { rules: [{ menteeId: 'bo', mentorId: 'mia', kind: 'lock' }] }));
    expect(plan.broken).toEqual([{ menteeId: 'bo', mentorId: 'mia', barrier: 'language' }]);
  });

  it('makes nobody each other’s mentor, nor their own', () => {
    const both = [someone('bo', 'both'), someone('eva', 'both')];
    expect(pairs(planOf(cohort(both)))).toHaveLength(1);
    expect(pairs(planOf(cohort(both, { rules: [{ menteeId: 'bo', mentorId: 'eva', kind: 'lock' }] })))).toEqual(['bo-eva']);
    expect(pairs(planOf(cohort([someone('bo', 'both')])))).toEqual([]);
  });

  it('never again the mentor of an earlier cohort, unless that is allowed (C11)', () => {
    const [bo, mia] = [someone('bo', 'mentee'), someone('mia', 'mentor')];
    const again = cohort([bo, mia], { earlier: [['person-bo', 'person-mia']] });
    expect(planOf(again).left[0]?.why).toEqual([{ barrier: 'again', count: 1 }]);
    const settings = { ...DEFAULT_SETTINGS, rules: { ...DEFAULT_SETTINGS.rules, again: false } };
    expect(pairs(planOf({ ...again, settings }))).toEqual(['bo-mia']);
  });
});

describe('an idle mentor', () => {
  const three = [
    someone('bo', 'mentee', { profile: { help: ['applying'] } }),
    someone('eva', 'mentee'),
    someone('mia', 'mentor', { capacity: 2, profile: { help: ['applying'] } }),
    someone('nora', 'mentor'),
  ];
  const bos = (of: Partial<Snapshot>) => planOf(cohort(three, of)).pairs.find(({ menteeId }) => menteeId === 'bo')?.mentorId;

  it('comes before one who has somebody already: in a pair, being asked, or by a lock', () => {
    const has = { menteeId: 'eva', mentorId: 'mia' };
    expect(bos({})).toBe('mia');
    expect(bos({ pairs: [{ ...has, state: 'active' }] })).toBe('nora');
    expect(bos({ proposals: [asked('eva', 'mia', 'asked_mentor')] })).toBe('nora');
    expect(bos({ rules: [{ ...has, kind: 'lock' }] })).toBe('nora');
    expect(bos({ pairs: [{ ...has, state: 'active' }], settings: { ...DEFAULT_SETTINGS, spread: false } })).toBe('mia');
    expect(bos({ pairs: [{ ...has, state: 'ended' }] })).toBe('mia');
  });
});

describe('matching again', () => {
  // Bo is asked about Mia. Eva could have only Mia; Bo could have Nora as well.
  const three = [
    someone('bo', 'mentee'),
    someone('eva', 'mentee', { profile: { languages: ['es'] } }),
    someone('mia', 'mentor', { profile: { languages: ['sv', 'es'] } }),
    someone('nora', 'mentor'),
  ];
  const open = (state: 'asked_mentee' | 'asked_mentor') => cohort(three, { proposals: [asked('bo', 'mia', state)] });

  it('moves nothing by `patch`, although somebody waits', () => {
    const plan = planOf({ ...open('asked_mentee'), mode: 'patch' });
    expect(plan).toMatchObject({ pairs: [], moved: [] });
    expect(plan.left.map(({ menteeId }) => menteeId)).toEqual(['eva']);
  });

  it('takes an unanswered question back by `gentle` where somebody would otherwise be left out', () => {
    const plan = planOf({ ...open('asked_mentee'), mode: 'gentle' });
    expect(pairs(plan)).toEqual(['bo-nora', 'eva-mia']);
    expect(plan.moved).toEqual([{ id: 'bo-mia', menteeId: 'bo', mentorId: 'mia' }]);
  });

  it('takes none back by `gentle` that has its first yes; only `full` does', () => {
    expect(planOf({ ...open('asked_mentor'), mode: 'gentle' })).toMatchObject({ pairs: [], moved: [] });
    expect(planOf({ ...open('asked_mentor'), mode: 'full' }).moved).toHaveLength(1);
  });

  it('keeps an open question by `gentle` where moving it would help little', () => {
    const both = [someone('bo', 'mentee'), someone('mia', 'mentor'), someone('nora', 'mentor')];
    for (const mentorId of ['mia', 'nora']) {
      const plan = planOf(cohort(both, { proposals: [asked('bo', mentorId, 'asked_mentee')] }));
      expect(plan.pairs).toMatchObject([{ menteeId: 'bo', mentorId, open: true }]);
    }
  });

  it('takes no question back by `gentle` only because somebody else waited, and fits better', () => {
    const members = [someone('bo', 'mentee', { profile: { help: ['applying'] } }), someone('eva', 'mentee', { waited: true }), someone('mia', 'mentor')];
    const bos = cohort(members, { proposals: [asked('bo', 'mia', 'asked_mentee')] });
    const gentle = planOf({ ...bos, mode: 'gentle' });
    expect(gentle).toMatchObject({ pairs: [{ menteeId: 'bo', open: true }], moved: [] });
    expect(gentle.left).toMatchObject([{ menteeId: 'eva', why: 'taken', remedies: [{ by: 'place', mentorId: 'mia' }] }]);
    expect(pairs(planOf({ ...bos, mode: 'full' }))).toEqual(['eva-mia']);
  });

  it('never moves a pair', () => {
    const plan = planOf(cohort(three, { pairs: [{ menteeId: 'bo', mentorId: 'mia', state: 'active' }], mode: 'full' }));
    expect(plan.left.map(({ menteeId }) => menteeId)).toEqual(['eva']);
  });
});

describe('a plan', () => {
  it('is the same in whatever order people came, and proved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer(), (seed, order) => {
        const snapshot = snapshotFor(12, {}, seed);
        const shuffled = snapshot.members.toSorted((a, b) => hash(a.id, order) - hash(b.id, order));
        const [plan, other] = [planOf(snapshot), planOf({ ...snapshot, members: shuffled })];
        expect(pairs(other)).toEqual(pairs(plan));
        expect(other.seen).toBe(plan.seen);
        expect(plan.proof).toBe('proved');
        expect(plan.measures.matched).toBe(plan.measures.possible);
        for (const { fit } of plan.pairs) expect(fit.reasons.reduce((sum, { points }) => sum + points, fit.drawn)).toBe(fit.score);
      }),
      { numRuns: 10 },
    );
  });

  it('is another one, to whoever publishes, once a profile has changed', () => {
    const before = [someone('bo', 'mentee'), someone('mia', 'mentor')];
    const after = [someone('bo', 'mentee', { profile: { challenges: 'Våga tala inför folk' } }), someone('mia', 'mentor')];
    expect(planOf(cohort(after)).seen).not.toBe(planOf(cohort(before)).seen);
    expect(planOf(cohort(before)).seen).toBe(planOf(cohort(before)).seen);
  });

  it('says what fairness costs: never more of the weakest pair’s, never less of the mean', () => {
    const plan = planOf(snapshotFor(20));
    expect(plan.price.mean).toBeGreaterThanOrEqual(plan.measures.mean);
    expect(plan.price.worst).toBeLessThanOrEqual(plan.measures.worst);
  });

  it('takes half-way what is there when time is up, and says so', () => {
    const plan = planOf(snapshotFor(9), { stop: () => 'time', progress() {} });
    expect(plan.proof).toBe('time');
    expect(plan.pairs.length + plan.left.length).toBe(9);
  });

  it('is made even where nothing weighs anything', () => {
    const weights = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as typeof DEFAULT_SETTINGS.weights;
    expect(planOf(snapshotFor(5, { settings: { ...DEFAULT_SETTINGS, weights } })).pairs).toHaveLength(5);
  });
});

describe('what it would cost', () => {
  function costsAsLocked(snapshot: Snapshot): void {
    const solution = solutionOf(snapshot);
    const now = planOf(snapshot);
    const menteeId = now.pairs.find(({ locked }) => !locked)?.menteeId ?? '';
    const found = alternativesFor(solution, menteeId);
    expect(found.filter(({ planned }) => planned)).toHaveLength(1);
    for (const { mentorId, matched, worst, sum } of found) {
      const { after } = compared(snapshot, { change: 'lock', menteeId, mentorId });
      expect([matched, worst, sum]).toEqual([after.pairs.length - now.pairs.length, after.measures.worst - now.measures.worst, total(after) - total(now)]);
    }
  }

  it('to give a mentee another mentor is exactly what a lock brings about', () => costsAsLocked(snapshotFor(7)));

  it('also beside other locks, and where some are mentee and mentor at once', () => {
    const { members, ...snapshot } = snapshotFor(6);
    const both = members.map((one) => ({ ...one, role: 'both' as const, capacity: 1 }));
    costsAsLocked({ ...snapshot, members: both });
    const [first] = planOf({ ...snapshot, members }).pairs;
    const rules = [{ menteeId: first?.menteeId ?? '', mentorId: first?.mentorId ?? '', kind: 'lock' as const }];
    costsAsLocked({ ...snapshot, members, rules });
  });

  it('stands on the page of two who are not matched, with their ranks', () => {
    const snapshot = snapshotFor(7);
    const solution = solutionOf(snapshot);
    const [first, second] = planOf(snapshot).pairs;
    const apart = closeLook(solution, { menteeId: first?.menteeId ?? '', mentorId: second?.mentorId ?? '' });
    expect(apart).toMatchObject({ planned: false, barrier: null, instead: { mentorId: first?.mentorId, menteeIds: [second?.menteeId] } });
    expect(apart.cost?.displaced.length).toBeGreaterThan(0);
    const together = closeLook(solution, { menteeId: first?.menteeId ?? '', mentorId: first?.mentorId ?? '' });
    expect(together).toMatchObject({ planned: true, cost: null, rank: { ofMentors: 7, ofMentees: 7 } });
  });
});

describe('a mentor who has somebody from before', () => {
  it('costs what a lock brings about, also where mentors take several', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { members, ...rest } = snapshotFor(6, {}, seed);
      const roomy = members.map((one, index) => (one.role === 'mentor' ? { ...one, capacity: (index % 3) + 1 } : one));
      const fewer = roomy.filter(({ id }) => !['mentor-0004', 'mentor-0005'].includes(id));
      const snapshot = { ...rest, members: fewer, pairs: [{ menteeId: 'mentee-0005', mentorId: 'mentor-0001', state: 'active' as const }] };
      const [solution, now] = [solutionOf(snapshot), planOf(snapshot)];
      for (const menteeId of ['mentee-0000', 'mentee-0003']) {
        for (const { mentorId, matched, sum, displaced } of alternativesFor(solution, menteeId)) {
          const { after, changes } = compared(snapshot, { change: 'lock', menteeId, mentorId });
          expect([matched, sum]).toEqual([after.pairs.length - now.pairs.length, total(after) - total(now)]);
          expect(displaced).toEqual(changes.filter((change) => change.menteeId !== menteeId));
        }
      }
    }
  });
});

function hash(id: string, seed: number): number {
  return Array.from({ length: id.length }, (_, at) => id.charCodeAt(at)).reduce((sum, code) => Math.imul(sum ^ code, 2654435761), seed | 1);
}
