// The plan that a coordinator looks at before anybody is asked: who with whom, who is left over and why, how good it is. Pure.

import { hashOf } from '../hash.ts';
import { BARRIERS, type Barrier, barrierBetween, both } from '../rules.ts';
import type { LeftOver, Plan, PlannedPair, Snapshot, Two } from '../solving.ts';
import type { Watch } from '../engine/index.ts';
import { measuresFor, plainMeasures } from './measures.ts';
import { remediesFor } from './remedies.ts';
import { pairsOf, type Solution, solutionOf } from './solution.ts';

export function planOf(snapshot: Snapshot, watch?: Watch): Plan {
  const began = performance.now();
  const solution = solutionOf(snapshot, watch);
  const { mentees, standing, movable, solved } = solution;
  const chosen = pairsOf(solution);
  const keys = new Set(chosen.map(both));
  const matched = new Set(chosen.map(({ menteeId }) => menteeId));
  const busy = new Set([...chosen.map(({ mentorId }) => mentorId), ...standing.taken.keys()]);
  const plain = plainMeasures(solution, watch);
  return {
    pairs: chosen.map(planning(solution)),
    left: mentees.filter(({ id }) => !matched.has(id)).map(({ id }) => leftOver(solution, id)),
    idle: solution.mentors.filter(({ id, capacity }) => capacity > 0 && !busy.has(id)).map(({ id }) => id),
    broken: brokenLocks(solution, keys),
    moved: movable.filter((one) => !keys.has(both(one))).map(({ id, menteeId, mentorId }) => ({ id, menteeId, mentorId })),
    measures: measuresFor(solution),
    price: { mean: plain.mean, worst: plain.worst, first: plain.first },
    stages: solved.stages,
    proof: solved.stopped ?? (solved.certificate?.violation === 0 ? 'proved' : 'many-in-both-roles'),
    looked: solved.certificate?.pairs ?? 0,
    seen: `${solution.digest}.${hashOf([...keys].join('\n')).toString(36)}`,
    ms: performance.now() - began,
  };
}

function planning({ fits, locked, movable }: Solution): (two: Two) => PlannedPair {
  const [locks, open] = [new Set(locked.map(both)), new Set(movable.map(both))];
  return (two) => ({ ...two, fit: fits.between(two), locked: locks.has(both(two)), open: open.has(both(two)) });
}

function leftOver(solution: Solution, menteeId: string): LeftOver {
  const { mentors, by, standing, snapshot } = solution;
  const mentee = by.get(menteeId);
  const rules = snapshot.settings.rules;
  const barriers = mentee ? mentors.filter(({ id }) => id !== menteeId).map((mentor) => barrierBetween(mentee, mentor, standing, rules)) : [];
  const remedies = remediesFor(solution, menteeId);
  if (barriers.includes(null)) return { menteeId, why: 'taken', remedies };
  const why = BARRIERS.map((barrier) => ({ barrier, count: barriers.filter((one) => one === barrier).length }));
  return { menteeId, why: why.filter(({ count }) => count > 0), remedies };
}

/** A lock waits in silence while its mentee is in a pair or being asked; otherwise it is told why it does not hold. */
function brokenLocks({ snapshot, by, standing, rowOf }: Solution, kept: ReadonlySet<string>): (Two & { barrier: Barrier })[] {
  const locks = snapshot.rules.filter(({ kind }) => kind === 'lock').toSorted((a, b) => (both(a) < both(b) ? -1 : 1));
  return locks.flatMap(({ menteeId, mentorId }) => {
    const [mentee, mentor] = [by.get(menteeId), by.get(mentorId)];
    if (!mentee || !mentor || !rowOf.has(menteeId) || kept.has(both({ menteeId, mentorId }))) return [];
    return [{ menteeId, mentorId, barrier: barrierBetween(mentee, mentor, standing, snapshot.settings.rules) ?? 'full' }];
  });
}
