// For somebody who is left over: the smallest change that would help. A person decides whether to make it.

import { remediesOf } from '../engine/index.ts';
import { type Barrier, barrierBetween } from '../rules.ts';
import type { Remedy } from '../solving.ts';
import type { Solution } from './solution.ts';

/** Barriers that a coordinator, or the two themselves, could think over again; nobody is asked twice about the same person (C11). */
const OPEN_TO_THOUGHT: readonly (Barrier | null)[] = ['forbidden', 'again', 'unit', 'seniority', 'hours', 'full'];
const MOST = 3;

export function remediesFor({ market, solved, mentors, by, rowOf, standing, snapshot }: Solution, menteeId: string): readonly Remedy[] {
  const [mentee, row] = [by.get(menteeId), rowOf.get(menteeId)];
  if (!mentee || row === undefined) return [];
  const barred = mentors.flatMap((mentor, column) => {
    const barrier = barrierBetween(mentee, mentor, standing, snapshot.settings.rules);
    return barrier && OPEN_TO_THOUGHT.includes(barrier) ? [{ mentor: column, rule: barrier }] : [];
  });
  return remediesOf(market, solved.partner, row, barred)
    .slice(0, MOST)
    .flatMap((remedy): Remedy[] => {
      const mentorId = mentors[remedy.mentor]?.id;
      if (mentorId === undefined) return [];
      // Whoever has no place left at all takes no part; for one more it is all the same.
      return [remedy.by === 'place' || remedy.rule === 'full' ? { by: 'place', mentorId } : { by: 'rule', mentorId, barrier: remedy.rule }];
    });
}
