// Who is at the other end of a goal: the owner's mentors, and for a mentor the mentees.

import type { Pair } from '../cycle/index.ts';
import { membersOf } from '../cycle/index.ts';
import type { Context, Tx } from '../store.ts';
import type { Goal } from './goal.ts';
import type { Partner } from './rules.ts';

type Me = Pick<Context['actor'], 'personId' | 'participations'>;

/** My mentors in active pairs, the first one first; two queries. */
export async function mentorsOf(tx: Tx, me: Me): Promise<readonly Partner[]> {
  const menteeId = participationsAs(me, 'mentee');
  const pairs = menteeId.length > 0 ? await tx.pairs.find({ menteeId, state: 'active' }) : [];
  return await partners(tx, pairs, 'mentorId');
}

/** My mentees in active pairs, the first one first; two queries. */
export async function menteesOf(tx: Tx, me: Me): Promise<readonly Partner[]> {
  const mentorId = participationsAs(me, 'mentor');
  const pairs = mentorId.length > 0 ? await tx.pairs.find({ mentorId, state: 'active' }) : [];
  return await partners(tx, pairs, 'menteeId');
}

/** Whoever takes part as a mentee has, or will have, a mentor to share with. */
export function mayHaveMentor(me: Me): boolean {
  return participationsAs(me, 'mentee').length > 0;
}

function participationsAs(me: Me, role: 'mentee' | 'mentor'): readonly string[] {
  return me.participations.filter((mine) => mine.role === role || mine.role === 'both').map((mine) => mine.id);
}

async function partners(tx: Tx, pairs: readonly Pair[], end: 'menteeId' | 'mentorId'): Promise<readonly Partner[]> {
  if (pairs.length === 0) return [];
  const members = await membersOf(tx, pairs);
  return pairs.flatMap((pair) => {
    const partner = members.get(pair[end]);
    return partner ? [{ pairId: pair.id, personId: partner.personId }] : [];
  });
}

/** Keeps the change, tells the mentor once when it is newly shared, and draws anew what the mentor was told before. */
export function keep(tx: Tx, goal: Goal, before: Goal | null, mentors: readonly Partner[]): void {
  tx.goals.put(goal);
  if (before?.pairId) tx.refresh(topicOf(goal));
  if (goal.visibility !== 'pair' || goal.pairId === (before?.pairId ?? null)) return;
  const mentor = mentors.find((one) => one.pairId === goal.pairId);
  if (mentor) tx.post({ to: { person: mentor.personId }, template: 'goals.shared', args: { goal: goal.id }, kind: 'nudge', topic: topicOf(goal) });
}

function topicOf(goal: Goal): string {
  return `goal:${goal.id}`;
}
