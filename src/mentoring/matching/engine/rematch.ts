// One thing changes: somebody declines, leaves, is decided on, or makes room. Nobody is renumbered: who has left keeps a row or column without pairs.

import type { Aims, Market, Solved } from './market.ts';
import { type Changed, cut, resolve } from './resolve.ts';

/** What `solve` would find on the market as it is now, pair for pair. */
export interface Rematched {
  readonly market: Market;
  readonly solved: Solved;
}

/** A pair that may no longer be: declined, or forbidden. */
export function withoutPair(solved: Solved, market: Market, aims: Aims, mentee: number, mentor: number): Rematched {
  return rematched(solved, aims, lessOne(market, pairOf(market, mentee, mentor)));
}

/** A pair that is decided: both leave the market, she with all her pairs and he with his first place. The pair itself is the caller's to remember. */
export function withLock(solved: Solved, market: Market, aims: Aims, mentee: number, mentor: number): Rematched {
  return rematched(solved, aims, lockedIn(market, mentee, mentor));
}

/** One more place at a mentor. */
export function withPlace(solved: Solved, market: Market, aims: Aims, mentor: number): Rematched {
  const was = new Int32Array(market.mentor.length).map((_, e) => e);
  return rematched(solved, aims, { market: { ...market, capacity: roomsWith(market, mentor, 1) }, was, less: false });
}

export function withoutMentor(solved: Solved, market: Market, aims: Aims, mentor: number): Rematched {
  const capacity = market.capacity.slice();
  capacity[mentor] = 0;
  return rematched(
    solved,
    aims,
    lessOf({ ...market, capacity }, (_, j) => j === mentor),
  );
}

export function withoutMentee(solved: Solved, market: Market, aims: Aims, mentee: number): Rematched {
  return rematched(
    solved,
    aims,
    lessOf(market, (i) => i === mentee),
  );
}

/** The market around a pair that is decided. */
export function lockedIn(market: Market, mentee: number, mentor: number): Changed {
  const held = market.held.slice();
  held[mentor] = (held[mentor] as number) + 1;
  return lessOf({ ...market, capacity: roomsWith(market, mentor, -1), held }, (i) => i === mentee);
}

function rematched(solved: Solved, aims: Aims, changed: Changed): Rematched {
  return { market: changed.market, solved: resolve(solved, aims, changed) };
}

function roomsWith({ capacity }: Market, mentor: number, more: number): Int32Array {
  const rooms = capacity.slice();
  rooms[mentor] = Math.max(0, (rooms[mentor] as number) + more);
  return rooms;
}

/** The market without some pairs. */
export function lessOf(market: Market, gone: (mentee: number, mentor: number) => boolean): Changed {
  const first = new Int32Array(market.mentees + 1);
  const was = new Int32Array(market.mentor.length);
  let size = 0;
  for (let i = 0; i < market.mentees; i++) {
    for (let e = market.first[i] as number; e < (market.first[i + 1] as number); e++) if (!gone(i, market.mentor[e] as number)) was[size++] = e;
    first[i + 1] = size;
  }
  const left = was.slice(0, size);
  const [mentor, score, open] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)];
  for (let k = 0; k < size; k++) {
    const e = left[k] as number;
    mentor[k] = market.mentor[e] as number;
    score[k] = market.score[e] as number;
    open[k] = market.open[e] as number;
  }
  return { market: { ...market, first, mentor, score, open }, was: left, less: true };
}

/** The market without one pair: all others are copied as they lie. */
function lessOne(market: Market, pair: number): Changed {
  const { first, mentor, score, open } = market;
  if (pair < 0) return lessOf(market, () => false);
  const was = new Int32Array(mentor.length - 1);
  for (let k = 0; k < pair; k++) was[k] = k;
  for (let k = pair; k < was.length; k++) was[k] = k + 1;
  const left = {
    first: first.map((at) => (at > pair ? at - 1 : at)),
    mentor: cut(new Int32Array(was.length), mentor, pair),
    score: cut(new Int32Array(was.length), score, pair),
    open: cut(new Uint8Array(was.length), open, pair),
  };
  return { market: { ...market, ...left }, was, less: true, cut: pair };
}

function pairOf({ first, mentor }: Market, mentee: number, wanted: number): number {
  const at = mentor.subarray(first[mentee], first[mentee + 1]).indexOf(wanted);
  return at < 0 ? -1 : (first[mentee] as number) + at;
}
