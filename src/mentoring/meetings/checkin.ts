// "Have you two met?": one question to a pair, answered for both by either.

import type { Civil, Instant } from '../../time.ts';

export type Answer = 'met' | 'planned' | 'not_yet' | 'busy';

export interface Checkin {
  readonly id: string;
  readonly pairId: string;
  /** 1, 2, 3 … for the pair. */
  readonly number: number;
  /**
   * `planned` until it is asked: each pair has one such row, its next question. `open` until answered; `unanswered`
   * once the coordinator is to see it, when an answer is still welcome; `cancelled` by a busy period or the pair's end.
   */
  readonly state: 'planned' | 'open' | 'answered' | 'unanswered' | 'cancelled';
  /** "since": the last meeting or check-in, or the start. */
  readonly sinceOn: Civil;
  /** While planned: not before this. Then: when it was asked. */
  readonly dueAt: Instant;
  /** Person ids of those who have been asked. */
  readonly asked: readonly string[];
  readonly answer: Answer | null;
  /** Person id. */
  readonly answeredBy: string | null;
  /** When it was answered or cancelled. */
  readonly answeredAt: Instant | null;
}

/** A time when a person is not to be asked; the partner is told (S4.42). */
export interface BusyPeriod {
  readonly id: string;
  readonly personId: string;
  readonly fromOn: Civil;
  /** The last day of it. Before `fromOn` where it was called off. */
  readonly untilOn: Civil;
  readonly createdAt: Instant;
}

/** What messages about a check-in, and about a busy period, are found by. */
export function topicOf(checkin: Pick<Checkin, 'id'>): string {
  return `checkin:${checkin.id}`;
}

export function busyTopic(period: Pick<BusyPeriod, 'id'>): string {
  return `busy:${period.id}`;
}
