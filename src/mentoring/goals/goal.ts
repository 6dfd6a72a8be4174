// A SMART goal, owned by the person who set it (S4.1, S4.41).

import type { Civil, Instant } from '../../time.ts';

/** The letters that are written; the T is a date. */
export const LETTERS = ['specific', 'measurable', 'achievable', 'relevant'] as const;

export interface GoalText {
  readonly title: string;
  readonly specific: string;
  readonly measurable: string;
  readonly achievable: string;
  readonly relevant: string;
}

/** What its owner said on the way. The words are the owner's alone, even where the goal is shared. */
export interface GoalNote {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  readonly progress: number;
}

export interface Goal {
  readonly id: string;
  readonly personId: string;
  /** The pair that it was last shared with, also while it is private again: its mentor has had the message already. */
  readonly pairId: string | null;
  /** `private`: only me. `pair`: my mentor and I; with no pair yet, whoever becomes my mentor. */
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

export const TITLE_MAX = 150;
export const LETTER_MAX = 1000;
export const NOTE_MAX = 1000;
