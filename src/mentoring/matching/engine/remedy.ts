// The smallest change that would let somebody be matched who could not be, and who has somebody else after a change.

import type { Market } from './market.ts';

/** One more place at a mentor, or a rule dropped that bars the mentee from one. `moves`: how many others would have to move for it. */
export type Remedy<Rule> =
  | { readonly by: 'place'; readonly mentor: number; readonly moves: number }
  | { readonly by: 'rule'; readonly mentor: number; readonly rule: Rule; readonly moves: number };

export interface Barred<Rule> {
  readonly mentor: number;
  readonly rule: Rule;
}

/**
 * Everything of that kind that lets one more be matched, given a partner for as many as possible: the fewest moves first,
 * then places before rules, then the better score of the pair with which a place would be filled. A mentor whom two rules
 * bar is named twice in `barred`: dropping one would not help.
 */
export function remediesOf<Rule>(market: Market, partner: Int32Array, mentee: number, barred: readonly Barred<Rule>[]): readonly Remedy<Rule>[] {
  if ((partner[mentee] as number) >= 0) return [];
  const { moves, score } = reachedFrom(market, partner, mentee);
  const places = Array.from(moves, (count, mentor) => ({ by: 'place', mentor, moves: count }) as const)
    .filter((place) => place.moves >= 0)
    .sort((a, b) => a.moves - b.moves || (score[b.mentor] as number) - (score[a.mentor] as number) || a.mentor - b.mentor);
  const toFree = movesToFree(market, partner);
  const rules = barred
    .filter(({ mentor }) => (toFree[mentor] as number) >= 0 && barred.filter((other) => other.mentor === mentor).length === 1)
    .map(({ mentor, rule }) => ({ by: 'rule', mentor, rule, moves: toFree[mentor] as number }) as const)
    .sort((a, b) => a.moves - b.moves || a.mentor - b.mentor);
  return [...places, ...rules].sort((a, b) => a.moves - b.moves);
}

/** For each mentor how many must move until the mentee's search ends there, -1 where it never does, and the score of the last pair on the way. */
function reachedFrom({ mentors, first, mentor, score }: Market, partner: Int32Array, mentee: number): { moves: Int32Array; score: Int32Array } {
  const moves = new Int32Array(mentors).fill(-1);
  const best = new Int32Array(mentors);
  const held = heldBy(mentors, partner);
  let now = [mentee];
  for (let depth = 0; now.length > 0; depth++) {
    const reached: number[] = [];
    for (const i of now) {
      for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
        const j = mentor[e] as number;
        if (moves[j] === -1) {
          moves[j] = depth;
          reached.push(j);
        }
        if (moves[j] === depth) best[j] = Math.max(best[j] as number, score[e] as number);
      }
    }
    now = reached.flatMap((j) => held[j] ?? []);
  }
  return { moves, score: best };
}

/** For each mentor how many must move until there is a place, -1 where there never is: from the free places backwards. */
function movesToFree(market: Market, partner: Int32Array): Int32Array {
  const { mentees, mentors, capacity, first, mentor } = market;
  const held = heldBy(mentors, partner);
  const moves = Int32Array.from(capacity, (room, j) => ((held[j]?.length ?? 0) < room ? 0 : -1));
  for (let depth = 0, more = true; more; depth++) {
    more = false;
    for (let i = 0; i < mentees; i++) {
      const j = partner[i] as number;
      if (j < 0 || moves[j] !== -1) continue;
      for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
        if (moves[mentor[e] as number] !== depth) continue;
        moves[j] = depth + 1;
        more = true;
        break;
      }
    }
  }
  return moves;
}

function heldBy(mentors: number, partner: Int32Array): readonly (readonly number[])[] {
  const held: number[][] = Array.from({ length: mentors }, () => []);
  partner.forEach((j, i) => {
    if (j >= 0) held[j]?.push(i);
  });
  return held;
}

/** Mentee, mentor before and mentor after, -1 for nobody. */
export type Move = readonly [mentee: number, from: number, to: number];

/** Everyone whose mentor is another one now. */
export function changesBetween(before: Int32Array, after: Int32Array): readonly Move[] {
  const moves: Move[] = [];
  for (let i = 0; i < before.length; i++) if (before[i] !== after[i]) moves.push([i, before[i] as number, after[i] as number]);
  return moves;
}
