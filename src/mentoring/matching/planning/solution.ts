// The engine's answer for a cohort, kept while it is asked about: preview, why and what-if look at the same one.

import { digestOf } from '../digest.ts';
import { type Solved, solveApart, type Watch } from '../engine/index.ts';
import type { Snapshot, Two } from '../solving.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { aimsOf, type Ready, readyOf } from './cohort.ts';

export interface Solution extends Ready {
  readonly solved: Solved;
  /** Whether nobody is at once somebody's mentee and their mentor in the engine's first answer: then the proof holds as it stands. */
  readonly apart: boolean;
  readonly digest: string;
}

const KEPT = 4;
const solutions = new Map<string, Solution>();
const markets = new Map<string, Ready>();

/** The same snapshot is solved once. */
export function solutionOf(snapshot: Snapshot, watch?: Watch): Solution {
  const digest = digestOf(snapshot);
  const known = solutions.get(digest);
  const solution = known ?? solve(snapshot, digest, watch);
  if (!solution.solved.stopped) keep(solutions, digest, solution);
  return solution;
}

/** What was asked for last is kept longest. */
function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
}

function solve(snapshot: Snapshot, digest: string, watch?: Watch): Solution {
  const ready = marketFor(snapshot);
  const self = Int32Array.from(ready.mentees, ({ id }) => ready.columnOf.get(id) ?? -1);
  return { ...ready, ...solveApart(ready.market, ready.aims, self, watch), digest };
}

/** Where only the aims differ, as from one setting of the dial to the next, people are not compared again. */
function marketFor(snapshot: Snapshot): Ready {
  const { spread, floor, dial } = DEFAULT_SETTINGS;
  const key = digestOf({ ...snapshot, settings: { ...snapshot.settings, spread, floor, dial } });
  const ready = markets.get(key) ?? readyOf(snapshot);
  keep(markets, key, ready);
  return { ...ready, snapshot, aims: aimsOf(snapshot) };
}

/** Who gets whom: what was locked, and what the engine found. */
export function pairsOf({ solved, mentees, mentors, locked }: Pick<Solution, 'solved' | 'mentees' | 'mentors' | 'locked'>): readonly Two[] {
  const found = mentees.flatMap(({ id: menteeId }, row) => {
    const mentorId = mentors[solved.partner[row] ?? -1]?.id;
    return mentorId === undefined ? [] : [{ menteeId, mentorId }];
  });
  return [...locked, ...found].sort((a, b) => (a.menteeId < b.menteeId ? -1 : 1));
}
