// A SMART goal, owned by the person who set it (S4.1, S4.41).

import type { Civil, Instant } from '../../time.ts';

export const LETTERS = ['specific', 'measurable', 'achievable', 'relevant'] as const;
export type Letter = (typeof LETTERS)[number];

export interface GoalText {
  readonly title: string;
  readonly specific: string;
  readonly measurable: string;
  readonly achievable: string;
  readonly relevant: string;
}

export interface GoalNote {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  readonly progress: number;
}

export interface Goal {
  readonly id: string;
  readonly personId: string;
  readonly pairId: string | null;
  /** `private`: only me. `pair`: my mentor and I. */
  readonly visibility: 'private' | 'pair';
  readonly state: 'active' | 'done' | 'dropped';
  readonly text: GoalText;
  /** The T of SMART. */
  readonly dueOn: Civil | null;
  /** Per cent. */
  readonly progress: number;
  readonly notes: readonly GoalNote[];
  readonly createdAt: Instant;
  readonly doneAt: Instant | null;
}
