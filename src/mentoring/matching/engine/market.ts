// A matching problem in numbers: people are rows and columns in the order of their ids, and pairs lie one after the other.

import type { Flow, Weights } from './flow.ts';

/** Who may be paired, how well they fit, and how many mentees each mentor takes. Everything else is forbidden. */
export interface Market {
  readonly mentees: number;
  readonly mentors: number;
  /** For each mentor, how many mentees at most. */
  readonly capacity: Int32Array;
  /** For each mentor, how many mentees they have from outside this market: their next one is not their first. */
  readonly held: Int32Array;
  /** The pairs of mentee `i` are `first[i]` to `first[i + 1] - 1`, by rising mentor. */
  readonly first: Int32Array;
  /** For each pair, its mentor. */
  readonly mentor: Int32Array;
  /** For each pair, a whole number from 0 to `top`; more is better. */
  readonly score: Int32Array;
  /** The best score there can be: 1000 for people. */
  readonly top: number;
  /** For each pair, 1 where it is an open proposal that should rather stay. */
  readonly open: Uint8Array;
  /** For each mentee how much they come before others where not all can be matched: 0, 1 (waited last time, C8) or 2 (is being asked already). */
  readonly priority: Uint8Array;
  /** A hash of each person's id. Pairs that are equal in everything else are told apart by these, whatever order people came in. */
  readonly menteeKey: Uint32Array;
  readonly mentorKey: Uint32Array;
}

/** The highest priority of a mentee. */
export const HIGHEST = 2;

/** The same, too large to lie in memory: scores are worked out a row at a time. */
export interface Rows extends Omit<Market, 'first' | 'mentor' | 'score' | 'open'> {
  /** Writes the scores of one mentee with every mentor, -1 where they may not be paired. */
  row(mentee: number, into: Int32Array): void;
}

/**
 * How much the weaker pairs count, from the least to the most. With `d` for the distance of a score to the best score:
 * `total` d, `balanced` d squared, `even` d cubed; the least sum wins. `leximin`: the worst-off pair first, then the next.
 */
export type Dial = 'total' | 'balanced' | 'even' | 'leximin';
export const DIALS = ['total', 'balanced', 'even', 'leximin'] as const satisfies readonly Dial[];

export interface Aims {
  /** As few mentors without a mentee as possible, then as few with two, and so on. */
  readonly spread: boolean;
  /** No pair below the best worst score that can be had. */
  readonly floor: boolean;
  readonly dial: Dial;
  /** So many points more is an open proposal worth; `Infinity`: it stays whatever it costs the others' fit. */
  readonly keep: number;
}

/** From outside: whether to go on, and somebody to tell how far it is. */
export interface Watch {
  /** Asked often. `time`: the budget is spent; what the last finished stage found is the answer. */
  stop(): 'time' | 'cancelled' | null;
  progress(stage: StageName, done: number, of: number): void;
}

export type StageName = 'count' | 'spread' | 'floor' | 'fit' | 'tie';

/**
 * What a stage reached: people matched; the sum over mentors of 0 for the first place taken, 1 for the second..., places held
 * before included; the worst score; the sum of the dial's distances (less is better); the sum of the tie-breaking hashes.
 */
export interface Stage {
  readonly name: StageName;
  readonly value: number;
  readonly ms: number;
}

/** Nobody can do better: the prices prove it over so many pairs. `violation` is 0 in a proof. */
export interface Certificate {
  readonly violation: number;
  readonly pairs: number;
  /** Whether all allowed pairs were looked at, or only the candidates that had been kept. */
  readonly over: 'all' | 'candidates';
}

export interface Solved {
  /** For each mentee the mentor, or -1. */
  readonly partner: Int32Array;
  readonly stages: readonly Stage[];
  /** `null` where time ran out before the proof. */
  readonly certificate: Certificate | null;
  readonly stopped: 'time' | 'cancelled' | null;
  /** From what to go on when one thing changes; `null` where the stages were too large to be kept as one question. */
  readonly kept: Kept | null;
}

/** The question of all stages up to `fit` as one, with its optimal answer after the tie was broken. */
export interface Kept {
  readonly flow: Flow;
  readonly weights: Weights;
  /** The worst score that was allowed; pairs below it cost `Infinity`. */
  readonly floor: number;
}
