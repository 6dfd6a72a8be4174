// Who may be matched at all, and by when people answer. Pure.

import type { Civil, Instant } from '../../time.ts';
import { civilIn, instantAt, isWorkingDay, plusWorkingDays } from '../calendar/index.ts';
import type { Pair } from '../cycle/index.ts';
import type { Participation } from '../orientation/participation.ts';
import type { Member } from './fit.ts';
import { isOpen, type MatchRule, type Proposal } from './proposal.ts';
import { BARS, factsOf } from './score/index.ts';
import type { HardRules } from './settings/settings.ts';

/** Why two people cannot be matched now, in the order in which it is told. */
export const BARRIERS = ['self', 'forbidden', 'before', 'again', 'swap', 'manager', 'unit', 'language', 'seniority', 'hours', 'full'] as const;
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
  /** Who was a pair in an earlier cohort: person ids of mentee and mentor. */
  readonly earlier: ReadonlySet<string>;
  /** Hours in common depend on the season; without a start they are not looked at. */
  readonly startsOn: Civil | null;
}

/** What stands from before, and when it begins. */
export interface Around {
  readonly earlier: readonly (readonly [string, string])[];
  readonly startsOn: Civil | null;
}

type Two = Pick<Proposal, 'menteeId' | 'mentorId'>;

/** A key for two people in their two roles. */
export function both({ menteeId, mentorId }: Two): string {
  return `${menteeId} ${mentorId}`;
}

export function standingOf(
  proposals: readonly (Two & Pick<Proposal, 'state'>)[],
  pairs: readonly (Two & Pick<Pair, 'state'>)[],
  rules: readonly (Two & Pick<MatchRule, 'kind'>)[],
  { earlier, startsOn }: Around = { earlier: [], startsOn: null },
): Standing {
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
    earlier: new Set(earlier.map(([menteeId, mentorId]) => both({ menteeId, mentorId }))),
    startsOn,
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

export type Someone = Omit<Member, 'role' | 'waited'>;

interface Looked {
  readonly mentee: Someone;
  readonly mentor: Someone;
  readonly key: string;
  readonly standing: Standing;
  readonly rules: HardRules;
}

/** `true`: it stands between the two; `false`: looked at, and it does not; `null`: no rule here, or too little is known. */
type Look = (two: Looked) => boolean | null;

const LOOKS: Readonly<Record<Barrier, Look>> = {
  self: ({ mentee, mentor }) => mentee.personId === mentor.personId,
  forbidden: ({ key, standing }) => standing.forbidden.has(key),
  before: ({ key, standing }) => standing.before.has(key),
  again: ({ mentee, mentor, standing, rules }) => (rules.again ? standing.earlier.has(both({ menteeId: mentee.personId, mentorId: mentor.personId })) : null),
  swap: ({ mentee, mentor, standing }) => standing.together.has(both({ menteeId: mentor.id, mentorId: mentee.id })),
  manager: told('manager'),
  unit: told('unit'),
  language: told('language'),
  seniority: told('seniority'),
  hours: told('hours'),
  full: ({ mentor, standing }) => roomOf(mentor, standing) === 0,
};

/** What both have told about themselves decides. */
function told(bar: keyof typeof BARS): Look {
  return ({ mentee, mentor, standing, rules }) => BARS[bar](factsOf(mentee, standing.startsOn), factsOf(mentor, standing.startsOn), rules);
}

/** The first hard rule that stands between two people; `null` where none does. */
export function barrierBetween(mentee: Someone, mentor: Someone, standing: Standing, rules: HardRules): Barrier | null {
  const two = looked(mentee, mentor, standing, rules);
  return BARRIERS.find((barrier) => LOOKS[barrier](two) === true) ?? null;
}

/** The rules that were looked at and let the two pass. Where too little is known to say, a rule has not been looked at. */
export function rulesPassed(mentee: Someone, mentor: Someone, standing: Standing, rules: HardRules): readonly Barrier[] {
  const two = looked(mentee, mentor, standing, rules);
  return BARRIERS.filter((barrier) => LOOKS[barrier](two) === false);
}

function looked(mentee: Someone, mentor: Someone, standing: Standing, rules: HardRules): Looked {
  return { mentee, mentor, key: both({ menteeId: mentee.id, mentorId: mentor.id }), standing, rules };
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
