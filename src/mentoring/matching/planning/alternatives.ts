// What it would mean for everybody if one mentee had another mentor: the exact change, for each mentor she may have. Pure.

import { changesBetween } from '../changes.ts';
import { type Alternative as Found, alternativesOf } from '../engine/index.ts';
import type { Alternative, Cost, Two } from '../solving.ts';
import { changed } from './changed.ts';
import { decidedScores, foundScores } from './measures.ts';
import { pairsOf, type Solution, solutionOf } from './solution.ts';

/** The least loss first. Nothing for a mentee who is not in this round, or who is locked to somebody. */
export function alternativesFor(solution: Solution, menteeId: string): readonly Alternative[] {
  const { rowOf, mentors, mentees, solved, market, aims, locked } = solution;
  const row = rowOf.get(menteeId);
  if (row === undefined || locked.some((two) => two.menteeId === menteeId)) return [];
  const mentorAt = (column: number) => mentors[column]?.id ?? null;
  const [now, decided] = [worstOf(foundScores(solution)), worstOf(decidedScores(solution))];
  const others = alternativesOf(solved, market, aims, row).map((other): Alternative => {
    const mentorId = mentorAt(other.mentor) ?? '';
    const seen = { mentorId, score: other.score, planned: false };
    if (!solution.apart || swaps(solution, row, other)) return { ...seen, ...costOfLock(solution, { menteeId, mentorId }) };
    const displaced = other.displaced.map(([one, from, to]) => ({ menteeId: mentees[one]?.id ?? '', from: mentorAt(from), to: mentorAt(to) }));
    return { ...seen, matched: other.count, worst: Math.min(decided, now + other.floor) - Math.min(decided, now), sum: other.sum, displaced };
  });
  return [...presentOf(solution, row), ...others].sort((a, b) => byCost(a, b) || b.score - a.score || (a.mentorId < b.mentorId ? -1 : 1));
}

/** The engine looks at each pair by itself: whether two would then be each other's mentor. */
function swaps({ solved, mentees, mentors, rowOf }: Solution, row: number, { mentor, displaced }: Found): boolean {
  const then = solved.partner.slice();
  for (const [one, , to] of displaced) then[one] = to;
  then[row] = mentor;
  const rowAt = (column: number | undefined) => rowOf.get(mentors[column ?? -1]?.id ?? '') ?? -1;
  return mentees.some((_, one) => {
    const other = rowAt(then[one]);
    return other >= 0 && rowAt(then[other]) === one;
  });
}

/** By solving it: what a lock would bring about. */
function costOfLock(solution: Solution, two: Two): Cost {
  const after = solutionOf(changed(solution.snapshot, { change: 'lock', ...two }));
  const [before, then] = [solution, after].map((one) => [...foundScores(one), ...decidedScores(one)]);
  const sum = (scores: readonly number[] = []) => scores.reduce((all, score) => all + score, 0);
  return {
    matched: (then?.length ?? 0) - (before?.length ?? 0),
    worst: worstOf(then) - worstOf(before),
    sum: sum(then) - sum(before),
    displaced: changesBetween(pairsOf(solution), pairsOf(after)).filter(({ menteeId }) => menteeId !== two.menteeId),
  };
}

function worstOf(scores: readonly number[] = []): number {
  return Math.min(...scores, 1000);
}

/** The mentor she has in this plan, for comparison. */
function presentOf({ solved, market, mentors }: Solution, row: number): readonly Alternative[] {
  const mentorId = mentors[solved.partner[row] ?? -1]?.id;
  if (mentorId === undefined) return [];
  const at = market.mentor.subarray(market.first[row], market.first[row + 1]).indexOf(solved.partner[row] ?? -1);
  const score = market.score[(market.first[row] ?? 0) + at] ?? 0;
  return [{ mentorId, score, planned: true, matched: 0, worst: 0, sum: 0, displaced: [] }];
}

function byCost(a: Cost, b: Cost): number {
  return b.matched - a.matched || b.worst - a.worst || b.sum - a.sum;
}
