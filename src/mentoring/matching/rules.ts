// Who may be matched at all, and by when people answer. Pure.

import type { Civil, Instant } from '../../time.ts';
import { civilIn, instantAt, isWorkingDay, plusWorkingDays } from '../calendar/index.ts';
import type { Pair } from '../cycle/index.ts';
import type { Participation, Profile } from '../orientation/participation.ts';
import { isOpen, type MatchRule, type Proposal } from './proposal.ts';

/** Why two people cannot be matched now, in the order in which it is told. */
export const BARRIERS = ['self', 'forbidden', 'before', 'swap', 'language', 'full'] as const;
export type Barrier = (typeof BARRIERS)[number];

/** How a cohort stands: who has whom, who is being asked, what has been and what was ruled out. */
export interface Standing {
  /** Mentees who have a mentor, or a proposal that waits: one at a time (C6). */
  readonly settled: ReadonlySet<string>;
  /** For each mentor, the places in use: pairs and open proposals alike (C7). */
  readonly taken: ReadonlyMap<string, number>;
  readonly together: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly forbidden: ReadonlySet<string>;
}

type Two = Pick<Proposal, 'menteeId' | 'mentorId'>;

/** A key for two people in their two roles. */
export function both({ menteeId, mentorId }: Two): string {
  return `${menteeId} ${mentorId}`;
}

export function standingOf(proposals: readonly Proposal[], pairs: readonly Pair[], rules: readonly MatchRule[]): Standing {
  const now = [...proposals.filter(isOpen), ...pairs.filter((pair) => pair.state === 'active')];
  const taken = new Map<string, number>();
  for (const { mentorId } of now) taken.set(mentorId, (taken.get(mentorId) ?? 0) + 1);
  // Nobody is asked twice about the same person (C11). A proposal that was taken back was not an answer.
  const over = proposals.filter((proposal) => ['declined_by_mentee', 'declined_by_mentor', 'expired'].includes(proposal.state));
  return {
    settled: new Set(now.map((two) => two.menteeId)),
    taken,
    together: new Set(now.map(both)),
    before: new Set([...over, ...pairs].map(both)),
    forbidden: new Set(rules.filter((rule) => rule.kind === 'forbid').map(both)),
  };
}

export function isMentee(participation: Pick<Participation, 'role'>): boolean {
  return participation.role !== 'mentor';
}

export function isMentor(participation: Pick<Participation, 'role'>): boolean {
  return participation.role !== 'mentee';
}

/** How many more mentees a mentor can take. */
export function roomOf(mentor: Pick<Participation, 'id' | 'capacity'>, standing: Pick<Standing, 'taken'>): number {
  return Math.max(0, mentor.capacity - (standing.taken.get(mentor.id) ?? 0));
}

type Someone = Pick<Participation, 'id' | 'personId' | 'capacity'> & { readonly profile: Pick<Profile, 'languages'> };

/** The first hard rule that stands between two people; `null` where none does. */
export function barrierBetween(mentee: Someone, mentor: Someone, standing: Standing): Barrier | null {
  const two = { menteeId: mentee.id, mentorId: mentor.id };
  if (mentee.personId === mentor.personId) return 'self';
  if (standing.forbidden.has(both(two))) return 'forbidden';
  if (standing.before.has(both(two))) return 'before';
  if (standing.together.has(both({ menteeId: mentor.id, mentorId: mentee.id }))) return 'swap';
  if (!mentee.profile.languages.some((language) => mentor.profile.languages.includes(language))) return 'language';
  if (roomOf(mentor, standing) === 0) return 'full';
  return null;
}

/** The hour of the day, in the asked person's place, until which an answer counts, and that of the reminder: where the other one lives it is day too. */
const UNTIL = 16;
const REMIND = 10;

/** So many working days to answer, counted where the asked person lives, and one reminder halfway (S4.39). */
export function timesFor(
  now: Instant,
  timeZone: string,
  workingDays: number,
  works: (day: Civil) => boolean = isWorkingDay,
): Pick<Proposal, 'askedAt' | 'remindAt' | 'expiresAt'> {
  const today = civilIn(now, timeZone);
  const half = Math.floor(workingDays / 2);
  return {
    askedAt: now,
    remindAt: half === 0 ? null : instantAt(plusWorkingDays(today, half, works), REMIND, timeZone),
    expiresAt: instantAt(plusWorkingDays(today, Math.max(1, workingDays), works), UNTIL, timeZone),
  };
}
