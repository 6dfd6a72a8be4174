// A peer circle: three to five people of a cohort who learn from each other, each asked before anybody sees a name.

import type { Instant } from '../../time.ts';

/** `asked`: answers are coming in; `formed`: those who said yes know each other; `closed`: too few did. */
export type CircleState = 'asked' | 'formed' | 'closed';

export interface CircleMember {
  readonly participationId: string;
  readonly answer: 'open' | 'yes' | 'no';
}

export interface Circle {
  readonly id: string;
  readonly cohortId: string;
  readonly state: CircleState;
  readonly members: readonly CircleMember[];
  /** The mean fit within the circle, permille. */
  readonly score: number;
  readonly expiresAt: Instant;
  /** Person id. */
  readonly createdBy: string;
  readonly createdAt: Instant;
}
