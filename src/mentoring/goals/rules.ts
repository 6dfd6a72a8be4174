// What may become of a goal, and who may see it. Pure: no storage, no clock.

import { say, type Said } from '../../bot/views/text.ts';
import { type Civil, type Instant, isCivil } from '../../time.ts';
import type { Goal, GoalNote } from './goal.ts';

/** Somebody at the other end of an active pair. */
export interface Partner {
  readonly pairId: string;
  readonly personId: string;
}

/** Where a goal stands, for choosing what to ask. */
export type Moment = 'new' | 'halfway' | 'late' | 'done';

export function momentOf(goal: Goal, today: Civil): Moment {
  if (goal.state === 'done') return 'done';
  if (isLate(goal, today)) return 'late';
  return goal.progress === 0 ? 'new' : 'halfway';
}

/** A goal that only waits to be called done is not late. */
export function isLate(goal: Goal, today: Civil): boolean {
  return goal.state === 'active' && goal.progress < 100 && goal.dueOn !== null && goal.dueOn < today;
}

/** A private goal, one let go, and one of an ended pair are the owner's alone. */
export function mentorSees(goal: Goal, mentees: readonly Partner[]): boolean {
  if (goal.visibility !== 'pair' || goal.state === 'dropped') return false;
  return mentees.some((mentee) => mentee.personId === goal.personId && (goal.pairId === null || goal.pairId === mentee.pairId));
}

/** The owner's mentors who see it now. */
export function seenBy(goal: Goal, mentors: readonly Partner[]): readonly Partner[] {
  if (goal.visibility !== 'pair' || goal.state === 'dropped') return [];
  return mentors.filter((mentor) => goal.pairId === null || goal.pairId === mentor.pairId);
}

type Sharing = Pick<Goal, 'visibility' | 'pairId'>;

/** `choice` is `private`, the id of an active pair, or `pair` for the first mentor, now or later. */
export function sharingOf(choice: string, mentors: readonly Partner[], before: Goal | null): Sharing | null {
  if (choice === 'private') return { visibility: 'private', pairId: before?.pairId ?? null };
  if (choice === 'pair') return { visibility: 'pair', pairId: mentors[0]?.pairId ?? null };
  return mentors.some((mentor) => mentor.pairId === choice) ? { visibility: 'pair', pairId: choice } : null;
}

/** What the form shows as chosen: a sharing that has lost its pair counts as private. */
export function sharingChoice(goal: Goal, mentors: readonly Partner[]): string {
  if (goal.visibility === 'private') return 'private';
  const pairId = seenBy(goal, mentors)[0]?.pairId;
  return pairId ?? (goal.pairId === null ? 'pair' : 'private');
}

const YEARS_AHEAD = 3;

/** From today on, at most three years ahead. A date that stood there before may stay: the title can be mended late. */
export function dueFault(dueOn: Civil | null, today: Civil, before: Civil | null): Said | null {
  if (dueOn === null || dueOn === before) return null;
  if (dueOn < today) return say('error.past');
  const last = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`;
  return dueOn > last ? say('goals.error.tooFar') : null;
}

export function dueOf(value: string | undefined): Civil | null {
  return value !== undefined && isCivil(value) ? value : null;
}

export function withNote(goal: Goal, note: GoalNote): Goal {
  return { ...goal, progress: note.progress, notes: [...goal.notes, note] };
}

export function reached(goal: Goal, now: Instant): Goal {
  return { ...goal, state: 'done', progress: 100, doneAt: now };
}

export function letGo(goal: Goal): Goal {
  return { ...goal, state: 'dropped', doneAt: null };
}

/** Back to where it was before it was closed. */
export function takenUp(goal: Goal): Goal {
  const progress = goal.state === 'done' ? (goal.notes.findLast((note) => note.progress < 100)?.progress ?? 0) : goal.progress;
  return { ...goal, state: 'active', progress, doneAt: null };
}

const ORDER = { active: 0, done: 1, dropped: 2 } as const;

/** Active first, the nearest date first; then what is done and what was let go, the latest first. */
export function inOrder(goals: readonly Goal[]): readonly Goal[] {
  return goals.toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || (a.state === 'active' ? nearer(a, b) : older(b, a)));
}

function nearer(a: Goal, b: Goal): number {
  if (a.dueOn === b.dueOn) return older(a, b);
  return (a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1;
}

/** Ids sort by time of making. */
function older(a: Goal, b: Goal): number {
  return a.id < b.id ? -1 : 1;
}
