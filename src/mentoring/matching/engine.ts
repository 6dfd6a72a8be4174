// Who with whom: as many mentees as possible, then the best total. Plain, exact, and the same for every order of input.
// It stands behind `MatchEngine`, so that a stronger engine can take its place.

import { BotError } from '../../fault.ts';
import { hashOf } from './hash.ts';

/** Two people who may become a pair. The ids are of one kind: somebody in both roles has one id in both lists. */
export interface Candidate {
  readonly mentee: string;
  readonly mentor: string;
  /** Whole permille, 0 to 1000. */
  readonly score: number;
}

export interface Problem {
  readonly mentees: readonly string[];
  readonly mentors: readonly { readonly id: string; readonly capacity: number }[];
  /** Who may be paired at all; what is not here is forbidden. */
  readonly pairs: readonly Candidate[];
  /** Decided by a coordinator: they stand, as far as the mentor's capacity goes. */
  readonly locks: readonly Candidate[];
}

export interface Solution {
  /** Sorted by mentee. */
  readonly pairs: readonly Candidate[];
  readonly unmatched: readonly string[];
}

export type MatchEngine = (problem: Problem) => Solution;

/** The tie-break's size: 16 bits for each pair. */
const TIE = 65_536;

export const plainEngine: MatchEngine = (problem) => {
  const capacity = new Map(problem.mentors.map((mentor) => [mentor.id, Math.max(0, mentor.capacity)]));
  const waiting = new Set(problem.mentees);
  const locked: Candidate[] = [];
  for (const lock of inFairOrder(problem.locks)) {
    const room = capacity.get(lock.mentor) ?? 0;
    if (room === 0 || !waiting.has(lock.mentee) || lock.mentee === lock.mentor || locked.some((other) => swaps(lock, other))) continue;
    capacity.set(lock.mentor, room - 1);
    waiting.delete(lock.mentee);
    locked.push(lock);
  }
  const free = problem.pairs.filter((pair) => waiting.has(pair.mentee) && pair.mentee !== pair.mentor && !locked.some((lock) => swaps(pair, lock)));
  const chosen = [...locked, ...withoutSwaps([...waiting].sort(), capacity, free)].sort((a, b) => (a.mentee < b.mentee ? -1 : 1));
  const matched = new Set(chosen.map((pair) => pair.mentee));
  return { pairs: chosen, unmatched: [...problem.mentees].sort().filter((mentee) => !matched.has(mentee)) };
};

/** Where each would be the other's mentor. */
function swaps(a: Candidate, b: Candidate): boolean {
  return a.mentee === b.mentor && a.mentor === b.mentee;
}

function inFairOrder(pairs: readonly Candidate[]): readonly Candidate[] {
  return [...pairs].sort((a, b) => tie(a) - tie(b) || (a.mentee + a.mentor < b.mentee + b.mentor ? -1 : 1));
}

function tie(pair: Candidate): number {
  return hashOf(`${pair.mentee}\n${pair.mentor}`) % TIE;
}

interface Attempt {
  readonly pairs: readonly Candidate[];
  readonly chosen: readonly Candidate[];
  readonly cost: number;
}

/**
 * The best choice in which no two people are each other's mentor. Where the best choice of all has such a swap, one of
 * its two halves must go: both ways are tried, the most promising first, so the first one free of swaps is the best.
 * Many swaps in a large group would take too long; then the lesser half of each goes.
 */
function withoutSwaps(mentees: readonly string[], capacity: ReadonlyMap<string, number>, pairs: readonly Candidate[]): readonly Candidate[] {
  const open = [assign(mentees, capacity, pairs)];
  const patience = Math.ceil(Math.min(200, 4_000_000 / (pairs.length * mentees.length + 1)));
  for (let tries = 0; ; tries++) {
    const best = open.reduce((a, b) => (b.cost < a.cost ? b : a));
    const found = best.chosen.flatMap((pair) => best.chosen.filter((other) => swaps(pair, other)).map((other) => [pair, other] as const));
    const [first] = found;
    if (!first) return best.chosen;
    const without = (gone: readonly Candidate[]) =>
      assign(
        mentees,
        capacity,
        best.pairs.filter((pair) => !gone.includes(pair)),
      );
    open.splice(open.indexOf(best), 1);
    if (tries < patience) open.push(without([first[0]]), without([first[1]]));
    else open.splice(0, open.length, without(found.map(([a, b]) => (a.score < b.score || (a.score === b.score && tie(a) > tie(b)) ? a : b))));
  }
}

/**
 * Shortest augmenting paths with potentials (the Hungarian method): a row for each mentee, a column for each place of a
 * mentor, and for each mentee a private column "stays without". Without that column a mentee who finds no place would
 * be passed over, although she might have to take the place of somebody with a lesser score.
 */
function assign(mentees: readonly string[], capacity: ReadonlyMap<string, number>, pairs: readonly Candidate[]): Attempt {
  const places = [...capacity.keys()].sort().flatMap((id) => Array.from({ length: Math.min(capacity.get(id) ?? 0, mentees.length) }, () => id));
  const rows = new Map(mentees.map((id, index) => [id, index]));
  const between = mentees.map(() => new Map<string, Candidate>());
  for (const pair of pairs) between[rows.get(pair.mentee) ?? -1]?.set(pair.mentor, pair);

  // One permille weighs more than all tie-breaks together, one mentee without a mentor more than all scores together.
  const permille = Math.max(1, mentees.length) * TIE;
  const without = Math.max(1, mentees.length) * 1001 * permille;
  if (without > Number.MAX_SAFE_INTEGER / 8) throw new BotError('bug', 'too many people for the plain engine');
  const width = places.length + mentees.length;
  const costs = mentees.map((_, row) => {
    const cost = new Float64Array(width + 1).fill(Infinity);
    places.forEach((mentor, column) => {
      const pair = between[row]?.get(mentor);
      if (pair) cost[column + 1] = (1000 - pair.score) * permille + tie(pair);
    });
    cost[places.length + row + 1] = without;
    return cost;
  });

  const holder = cheapest(costs, width);
  let cost = 0;
  const chosen: Candidate[] = [];
  for (let column = 1; column <= width; column++) {
    const row = holder[column] ?? 0;
    if (row === 0) continue;
    cost += costs[row - 1]?.[column] ?? 0;
    const pair = between[row - 1]?.get(places[column - 1] ?? '');
    if (pair) chosen.push(pair);
  }
  return { pairs, chosen, cost };
}

/** For each column, counted from 1, the row that holds it in the cheapest choice; 0 for none. */
function cheapest(costs: readonly Float64Array[], width: number): Int32Array {
  const rowPrice = new Float64Array(costs.length + 1);
  const columnPrice = new Float64Array(width + 1);
  const holder = new Int32Array(width + 1);
  const from = new Int32Array(width + 1);
  for (let row = 1; row <= costs.length; row++) {
    const nearest = new Float64Array(width + 1).fill(Infinity);
    const done = new Uint8Array(width + 1);
    holder[0] = row;
    let at = 0;
    while (holder[at] !== 0) {
      done[at] = 1;
      const holding = holder[at] ?? 0;
      const cost = costs[holding - 1] ?? new Float64Array();
      let step = Infinity;
      let next = 0;
      for (let column = 1; column <= width; column++) {
        if (done[column]) continue;
        const here = num(cost[column]) - num(rowPrice[holding]) - num(columnPrice[column]);
        if (here < num(nearest[column])) {
          nearest[column] = here;
          from[column] = at;
        }
        if (num(nearest[column]) < step) {
          step = num(nearest[column]);
          next = column;
        }
      }
      for (let column = 0; column <= width; column++) {
        if (done[column]) {
          rowPrice[num(holder[column])] = num(rowPrice[num(holder[column])]) + step;
          columnPrice[column] = num(columnPrice[column]) - step;
        } else nearest[column] = num(nearest[column]) - step;
      }
      at = next;
    }
    for (; at !== 0; at = num(from[at])) holder[at] = num(holder[num(from[at])]);
  }
  return holder;
}

/** Inside its bounds a typed array always holds a number. */
function num(value: number | undefined): number {
  return value as number;
}
