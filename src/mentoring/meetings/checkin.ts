// "Have you two met?": one question to a pair, answered for both by either.

import type { Civil, Instant } from '../../time.ts';

export const ANSWERS = ['met', 'planned', 'not_yet', 'busy'] as const;
export type Answer = (typeof ANSWERS)[number];

export interface Checkin {
  readonly id: string;
  readonly pairId: string;
  /** 1, 2, 3 … for the pair. */
  readonly number: number;
  /** `open` until answered; `unanswered` once the coordinator is to see it. */
  readonly state: 'open' | 'answered' | 'unanswered' | 'cancelled';
  /** "since": the last meeting or check-in, or the start. */
  readonly sinceOn: Civil;
  readonly dueAt: Instant;
  /** Person ids of those who have been asked. */
  readonly asked: readonly string[];
  readonly answer: Answer | null;
  /** Person id. */
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
}

/** A time when a person is not to be asked; the partner is told (S4.42). */
export interface BusyPeriod {
  readonly id: string;
  readonly personId: string;
  readonly fromOn: Civil;
  /** The last day of it. */
  readonly untilOn: Civil;
  readonly createdAt: Instant;
}
