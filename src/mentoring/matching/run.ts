// One matching of a cohort that somebody looked at or published, kept so that it can be compared, explained and made again.

import type { Instant } from '../../time.ts';
import type { Stage } from './engine/index.ts';

/**
 * How much of what is under way may move when people are matched anew. `patch`: no open proposal; `gentle`: hardly any
 * that a mentee has not answered yet; `full`: everything that is not a pair.
 */
export const MODES = ['patch', 'gentle', 'full'] as const;
export type Mode = (typeof MODES)[number];

export interface MatchRun {
  readonly id: string;
  readonly cohortId: string;
  /** The last preview of a cohort is kept, and everything that was published. */
  readonly kind: 'preview' | 'published';
  /** The number of the settings' version; 0: those that come with the product. */
  readonly weighing: number;
  readonly mode: Mode;
  /** A digest of everything that it was made from: the same again gives the same pairs. */
  readonly seen: string;
  /** Mentee, mentor (participation ids), score in permille; by mentee. */
  readonly pairs: readonly (readonly [string, string, number])[];
  readonly stages: readonly Pick<Stage, 'name' | 'value'>[];
  readonly proved: boolean;
  /** Person id. */
  readonly createdBy: string;
  readonly createdAt: Instant;
}
