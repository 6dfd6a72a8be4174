// The plan that a coordinator looks at before anybody is asked: who with whom, who is left over, and why. Pure.

import type { Participation } from '../orientation/participation.ts';
import { type Candidate, type MatchEngine, plainEngine } from './engine.ts';
import { hashOf } from './hash.ts';
import { personIn, type Pool } from './pool.ts';
import { isOpen, type MatchRule } from './proposal.ts';
import { type Barrier, BARRIERS, barrierBetween, both, isMentee, isMentor, roomOf, type Standing, standingOf } from './rules.ts';
import { type Fit, fitOf, sideOf } from './score.ts';

export interface Planned {
  readonly mentee: Participation;
  readonly mentor: Participation;
  readonly fit: Fit;
  readonly locked: boolean;
}

export interface LeftOver {
  readonly mentee: Participation;
  /** How many mentors each barrier holds back; empty where there are none. `taken`: some would suit, but have no place left in this round. */
  readonly why: 'taken' | readonly { readonly barrier: Barrier; readonly count: number }[];
}

export interface Plan {
  readonly pairs: readonly Planned[];
  readonly left: readonly LeftOver[];
  /** Mentors with no mentee, no open proposal and nobody in this plan. */
  readonly idle: readonly Participation[];
  /** Locks that cannot be kept now. */
  readonly broken: readonly { readonly rule: MatchRule; readonly barrier: Barrier }[];
  /** Profiles that are not sent in and so take no part. */
  readonly drafts: number;
  readonly open: number;
  /** A digest of everything that the plan was made from: another digest, another plan. */
  readonly seen: string;
}

export function planOf(pool: Pool, engine: MatchEngine = plainEngine): Plan {
  const standing = standingOf(pool.proposals, pool.pairs, pool.rules);
  const ready = pool.participations.filter((one) => one.state === 'ready').sort((a, b) => (a.id < b.id ? -1 : 1));
  const mentees = ready.filter((one) => isMentee(one) && !standing.settled.has(one.id));
  const mentors = ready.filter(isMentor);
  const by = new Map(ready.map((one) => [one.id, one]));
  const fits = fitsBetween(pool, mentees, mentors, standing);
  const candidates = [...fits].map(([key, { score }]) => candidate(key, score));
  const locks = pool.rules.filter((rule) => rule.kind === 'lock').sort((a, b) => (both(a) < both(b) ? -1 : 1));
  const places = mentors.map((mentor) => ({ id: mentor.id, capacity: roomOf(mentor, standing) }));
  const problem = {
    mentees: mentees.map((mentee) => mentee.id),
    mentors: places,
    pairs: candidates,
    locks: locks.flatMap((rule) => candidates.filter((one) => one.mentee === rule.menteeId && one.mentor === rule.mentorId)),
  };
  const solution = engine(problem);
  const locked = new Set(locks.map(both));
  const pairs = solution.pairs.flatMap(({ mentee: menteeId, mentor: mentorId }) => {
    const [mentee, mentor, fit] = [by.get(menteeId), by.get(mentorId), fits.get(both({ menteeId, mentorId }))];
    return mentee && mentor && fit ? [{ mentee, mentor, fit, locked: locked.has(both({ menteeId, mentorId })) }] : [];
  });
  const chosen = new Set(pairs.map(({ mentee, mentor }) => both({ menteeId: mentee.id, mentorId: mentor.id })));
  const busy = new Set([...pairs.map(({ mentor }) => mentor.id), ...standing.taken.keys()]);
  return {
    pairs,
    left: solution.unmatched.flatMap((id) => leftOver(by.get(id), mentors, standing)),
    idle: mentors.filter((mentor) => mentor.capacity > 0 && !busy.has(mentor.id)),
    broken: locks.flatMap((rule) => (chosen.has(both(rule)) ? [] : broken(rule, by, standing))),
    drafts: pool.participations.filter((one) => one.state === 'draft').length,
    open: pool.proposals.filter(isOpen).length,
    seen: hashOf(JSON.stringify([pool.cohort.id, problem])).toString(36),
  };
}

/** The fit of every two whom no rule keeps apart. */
function fitsBetween(pool: Pool, mentees: readonly Participation[], mentors: readonly Participation[], standing: Standing): ReadonlyMap<string, Fit> {
  const sides = new Map([...mentees, ...mentors].map((one) => [one.id, sideOf(one.profile, personIn(pool.people, one).timeZone, pool.cohort.startsOn)]));
  const fits = new Map<string, Fit>();
  for (const mentee of mentees) {
    for (const mentor of mentors) {
      const [mine, theirs] = [sides.get(mentee.id), sides.get(mentor.id)];
      if (!mine || !theirs || barrierBetween(mentee, mentor, standing)) continue;
      fits.set(both({ menteeId: mentee.id, mentorId: mentor.id }), fitOf(mine, theirs));
    }
  }
  return fits;
}

function candidate(key: string, score: number): Candidate {
  const [mentee = '', mentor = ''] = key.split(' ');
  return { mentee, mentor, score };
}

function leftOver(mentee: Participation | undefined, mentors: readonly Participation[], standing: Standing): LeftOver[] {
  if (!mentee) return [];
  const barriers = mentors.filter((mentor) => mentor.id !== mentee.id).map((mentor) => barrierBetween(mentee, mentor, standing));
  if (barriers.includes(null)) return [{ mentee, why: 'taken' }];
  const why = BARRIERS.map((barrier) => ({ barrier, count: barriers.filter((one) => one === barrier).length }));
  return [{ mentee, why: why.filter(({ count }) => count > 0) }];
}

/** A lock waits in silence while its mentee is in a pair or being asked; otherwise it is told why it does not hold. */
function broken(rule: MatchRule, by: ReadonlyMap<string, Participation>, standing: Standing): { rule: MatchRule; barrier: Barrier }[] {
  const [mentee, mentor] = [by.get(rule.menteeId), by.get(rule.mentorId)];
  if (!mentee || !mentor || standing.settled.has(mentee.id)) return [];
  return [{ rule, barrier: barrierBetween(mentee, mentor, standing) ?? 'full' }];
}

/**
 * Whether somebody who is left over has been told so at the last publishing, and nothing has changed for them since:
 * then there is nothing to say again.
 */
export function wasTold(participation: Participation, { proposals, pairs }: Pick<Pool, 'proposals' | 'pairs'>): boolean {
  const published = Math.max(...proposals.map((proposal) => proposal.createdAt));
  if (participation.submittedAt === null || participation.submittedAt > published) return false;
  const mine = (two: { readonly menteeId: string; readonly mentorId: string }) => two.menteeId === participation.id || two.mentorId === participation.id;
  const asked = proposals.filter(mine).some(({ createdAt, closedAt }) => createdAt >= published || closedAt === null || closedAt > published);
  const paired = pairs.filter(mine).some(({ endedAt }) => endedAt === null || endedAt > published);
  return !asked && !paired;
}
