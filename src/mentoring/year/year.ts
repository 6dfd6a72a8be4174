// The calendar of one cohort: the programme file it began with, the year it starts in, and what has been moved, by whom and why.

import type { Civil, Instant } from '../../time.ts';
import type { Plan } from '../calendar/index.ts';

/** A milestone on other days than its rule says: always somebody's decision, with a reason. */
export interface Shift {
  readonly milestone: string;
  readonly from: Civil;
  readonly until: Civil;
  readonly reason: string;
  /** A person id. */
  readonly by: string;
  readonly at: Instant;
}

export interface Year {
  /** The id of the cohort, which has one calendar at most. */
  readonly id: string;
  readonly plan: Plan;
  /** The year in which the programme starts, 1970 to 2199. */
  readonly year: number;
  /** The newest one of a milestone holds. */
  readonly shifts: readonly Shift[];
  /** Nothing is said to anybody before it is published. */
  readonly state: 'draft' | 'published';
  readonly publishedBy: string | null;
  readonly publishedAt: Instant | null;
  /** All that was due until then has been done; it never moves back. */
  readonly doneUntil: Instant;
}
