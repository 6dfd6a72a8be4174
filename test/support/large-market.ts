// A made-up market of any size: some mentors are wanted by many, scores are seldom equal, and the same seed makes the same one.

import type { Market } from '../../src/mentoring/matching/engine/market.ts';

export interface Size {
  readonly mentees: number;
  readonly mentors: number;
  /** Allowed mentors of each mentee. */
  readonly each: number;
  /** Of each mentor at most. */
  readonly places: number;
  readonly seed: number;
}

export function largeMarket({ mentees, mentors, each, places, seed }: Size): Market {
  const chance = chanceFrom(seed);
  const below = (number: number) => Math.floor(chance() * number);
  const fame = Array.from({ length: mentors }, chance);
  const first = [0];
  const pairs: { readonly mentor: number; readonly score: number }[] = [];
  for (let i = 0; i < mentees; i++) {
    const mine = new Set<number>();
    while (mine.size < Math.min(each, mentors)) {
      const j = below(mentors);
      if (chance() < 0.3 + 0.7 * (fame[j] as number)) mine.add(j);
    }
    for (const mentor of [...mine].sort((a, b) => a - b))
      pairs.push({ mentor, score: Math.round(1000 * (0.1 + 0.4 * (fame[mentor] as number) + 0.5 * chance())) });
    first.push(pairs.length);
  }
  return {
    ...{ mentees, mentors, top: 1000 },
    capacity: Int32Array.from({ length: mentors }, () => 1 + below(places)),
    held: Int32Array.from({ length: mentors }, (_, j) => (j % 5 === 0 ? 1 : 0)),
    first: Int32Array.from(first),
    mentor: Int32Array.from(pairs, ({ mentor }) => mentor),
    score: Int32Array.from(pairs, ({ score }) => score),
    open: new Uint8Array(pairs.length),
    priority: Uint8Array.from({ length: mentees }, () => (chance() < 0.1 ? 1 + below(2) : 0)),
    menteeKey: Uint32Array.from({ length: mentees }, () => below(2 ** 32)),
    mentorKey: Uint32Array.from({ length: mentors }, () => below(2 ** 32)),
  };
}

function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
