// What a profile needs, how far it has come, and what a change of it means. Pure.

import type { Participation, Profile, Role } from './participation.ts';

/** The introduction and data notice, as it reads now. Raise it when what we ask, why, or who sees it changes. */
export const NOTICE_VERSION = 2;

/** Whoever was brought in by a coordinator, or read an older notice, reads it before the next question (S4.80-S4.82). */
export function mustReadNotice(participation: Pick<Participation, 'noticeReadAt' | 'noticeVersion'>): boolean {
  return participation.noticeReadAt === null || participation.noticeVersion < NOTICE_VERSION;
}

export type Side = 'mentee' | 'mentor';

export function playsAs(role: Role, side: Side): boolean {
  return role === side || role === 'both';
}

/** The parts of a profile that help to find the right person. Wishes are left out: nobody is pressed to have any. */
export const PARTS = ['help', 'languages', 'challenges', 'experience', 'slots', 'topics', 'interests', 'ideal', 'email'] as const;
export type Part = (typeof PARTS)[number];

/** What helps most comes first: a mentee's challenges, a mentor's experience (S4.14-S4.18). */
const ORDER: Readonly<Record<Role, readonly Part[]>> = {
  mentee: ['help', 'languages', 'challenges', 'slots', 'experience', 'topics', 'interests', 'ideal', 'email'],
  mentor: ['help', 'languages', 'experience', 'slots', 'challenges', 'topics', 'interests', 'ideal', 'email'],
  both: ['help', 'languages', 'challenges', 'experience', 'slots', 'topics', 'interests', 'ideal', 'email'],
};

export interface Filled {
  readonly role: Role;
  readonly profile: Profile;
  readonly email: string | null;
}

export interface Completeness {
  readonly done: number;
  readonly of: number;
  /** What is not there yet, the most helpful first. */
  readonly missing: readonly Part[];
  /** Those of the missing without which nobody can be suggested. */
  readonly needed: readonly Part[];
}

/** "7 of 9", and what would help most (S4.12). */
export function completeness(filled: Filled): Completeness {
  const parts = ORDER[filled.role];
  const missing = parts.filter((part) => isEmpty(part === 'email' ? (filled.email ?? '') : filled.profile[part]));
  return { done: parts.length - missing.length, of: parts.length, missing, needed: neededFor(filled.profile) };
}

/** Languages, and one kind of help or one topic of their own: the rest is each person's choice (S4.80). */
export function neededFor(profile: Profile): readonly Part[] {
  const needed: Part[] = [];
  if (profile.help.length === 0 && isEmpty(profile.topics)) needed.push('help');
  if (profile.languages.length === 0) needed.push('languages');
  return needed;
}

function isEmpty(value: string | readonly string[]): boolean {
  return typeof value === 'string' ? value.trim() === '' : value.length === 0;
}

/** Nobody has written anything yet, so the role that stands there was not chosen either. */
export function isUntouched(participation: Pick<Participation, 'state' | 'profile'>): boolean {
  return participation.state === 'draft' && Object.values(participation.profile).every(isEmpty);
}

export type Step = 1 | 2 | 3;

/** Where to go on: at the first page that lacks what is needed. */
export function stepToOpen(participation: Pick<Participation, 'state' | 'profile'>): Step {
  if (isUntouched(participation)) return 1;
  const [first] = neededFor(participation.profile);
  if (first === 'help') return 2;
  return first === 'languages' ? 3 : 1;
}

export interface Change {
  readonly role?: Role;
  readonly capacity?: number;
  readonly profile?: Partial<Profile>;
}

/** The participation after a change: ready stays ready while it holds what is needed, otherwise it is a draft again. */
export function changed(before: Participation, change: Change): Participation {
  const role = change.role ?? before.role;
  const profile = { ...before.profile, ...change.profile };
  const capacity = role === 'mentee' ? 0 : (change.capacity ?? Math.max(before.capacity, 1));
  const kept = { ...before, role, profile, capacity };
  if (before.state !== 'ready' || neededFor(profile).length === 0) return kept;
  return { ...kept, state: 'draft', submittedAt: null };
}

/** The sides a person no longer takes part in after a change of role. */
export function sidesGivenUp(before: Role, after: Role): readonly Side[] {
  return (['mentee', 'mentor'] as const).filter((side) => playsAs(before, side) && !playsAs(after, side));
}

/** Whether questions that stand open about this person must be taken back. */
export function leavesMatching(before: Participation, after: Participation): boolean {
  if (before.state !== 'ready') return false;
  return after.state !== 'ready' || sidesGivenUp(before.role, after.role).length > 0;
}
