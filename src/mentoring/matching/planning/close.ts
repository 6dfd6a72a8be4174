// Two people looked at closely: why they are matched, or why not, and what it would change for everybody if they were. Pure.

import { barrierBetween, both } from '../rules.ts';
import type { Close, Two } from '../solving.ts';
import { alternativesFor } from './alternatives.ts';
import { pairsOf, type Solution } from './solution.ts';

export function closeLook(solution: Solution, two: Two): Close {
  const { standing, snapshot, locked } = solution;
  const mentee = snapshot.members.find(({ id }) => id === two.menteeId);
  const mentor = snapshot.members.find(({ id }) => id === two.mentorId);
  const pairs = pairsOf(solution);
  const planned = pairs.some((pair) => both(pair) === both(two));
  const barrier = mentee && mentor ? barrierBetween(mentee, mentor, standing, snapshot.settings.rules) : 'self';
  const decided = locked.some((lock) => both(lock) === both(two));
  const cost = planned ? undefined : alternativesFor(solution, two.menteeId).find(({ mentorId }) => mentorId === two.mentorId);
  return {
    ...two,
    fit: solution.fits.between(two),
    barrier: decided ? null : barrier,
    planned,
    rank: rankOf(solution, two),
    instead: {
      mentorId: pairs.find(({ menteeId }) => menteeId === two.menteeId)?.mentorId ?? null,
      menteeIds: pairs.filter(({ mentorId }) => mentorId === two.mentorId).map(({ menteeId }) => menteeId),
    },
    cost: cost ? { matched: cost.matched, worst: cost.worst, sum: cost.sum, displaced: cost.displaced } : null,
  };
}

/** How many fit better: for the mentee among the mentors of this round, for the mentor among its mentees. */
function rankOf({ market, rowOf, columnOf }: Solution, { menteeId, mentorId }: Two): Close['rank'] {
  const [row, column] = [rowOf.get(menteeId), columnOf.get(mentorId)];
  if (row === undefined || column === undefined) return null;
  const { first, mentor, score } = market;
  const mine = score.subarray(first[row], first[row + 1]);
  const at = mentor.subarray(first[row], first[row + 1]).indexOf(column);
  if (at < 0) return null;
  const own = mine[at] ?? 0;
  let [better, all] = [0, 0];
  for (let pair = 0; pair < mentor.length; pair++) {
    if (mentor[pair] !== column) continue;
    all++;
    if ((score[pair] ?? 0) > own) better++;
  }
  return { mentee: 1 + mine.filter((other) => other > own).length, ofMentors: mine.length, mentor: 1 + better, ofMentees: all };
}
