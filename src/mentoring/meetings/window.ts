// A pair meeting of the programme: a week in which the pair is meant to meet, and what became of it (S2.13, Q13).

import type { Civil, Instant } from '../../time.ts';

export interface PairMeeting {
  readonly id: string;
  readonly pairId: string;
  /** 1 to 6 in the manual's programmes. */
  readonly number: number;
  readonly fromOn: Civil;
  readonly untilOn: Civil;
  /** Either of the two says so, in one press. */
  readonly state: 'ahead' | 'held' | 'moved' | 'skipped';
  readonly saidBy: string | null;
  readonly saidAt: Instant | null;
}
