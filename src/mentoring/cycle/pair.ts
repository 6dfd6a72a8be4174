// Two people in contact, and where they stand in the seven stages.

import type { Civil, Instant } from '../../time.ts';

export type Stage = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface Pair {
  readonly id: string;
  readonly cohortId: string;
  readonly proposalId: string;
  /** Participation ids. */
  readonly menteeId: string;
  readonly mentorId: string;
  readonly stage: Stage;
  readonly state: 'active' | 'ended';
  /** Days between check-ins; the pair may agree on another rhythm than the programme's. */
  readonly rhythmDays: number;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly lastMetOn: Civil | null;
}
