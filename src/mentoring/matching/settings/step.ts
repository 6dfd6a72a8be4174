// What a coordinator decided about a matching, one step after the other, so that the last can be taken back (`/match undo`).

import type { Instant } from '../../../time.ts';

interface TwoRule {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly kind: 'lock' | 'forbid';
}

export type StepAbout =
  /** A word on two people; what stood before it comes back. */
  | { readonly kind: 'rule'; readonly menteeId: string; readonly mentorId: string; readonly now: 'lock' | 'forbid' | null; readonly before: readonly TwoRule[] }
  /** New settings: the numbers of the versions. */
  | { readonly kind: 'settings'; readonly from: number; readonly to: number }
  /** A published matching: what nobody has answered yet can be taken back. */
  | { readonly kind: 'publish'; readonly runId: string };

export interface MatchStep {
  readonly id: string;
  readonly cohortId: string;
  readonly kind: StepAbout['kind'];
  readonly about: StepAbout;
  /** Person id. */
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly undoneAt: Instant | null;
}
