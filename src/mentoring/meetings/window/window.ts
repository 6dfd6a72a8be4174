// A pair meeting of the programme: a week in which the pair is meant to meet, and what became of it (S2.13, Q13).

import { type Civil, DAY, type Instant } from '../../../time.ts';

export interface PairMeeting {
  readonly id: string;
  readonly pairId: string;
  /** 1 to 6 in the manual's programmes; 0 is the talk of three, once it is wished for (S2.20). */
  readonly number: number;
  readonly fromOn: Civil;
  readonly untilOn: Civil;
  /** Either of the two says so, in one press. */
  readonly state: 'ahead' | 'held' | 'moved' | 'skipped';
  readonly saidBy: string | null;
  readonly saidAt: Instant | null;
}

export const SAYINGS = ['held', 'moved', 'skipped'] as const;
export type Saying = (typeof SAYINGS)[number];

/** So many days after its week, an answer is still asked for; after that there is silence. */
export const ASKED_FOR = 14;

/** Messages about it are found by this. */
export function windowTopic(meeting: Pick<PairMeeting, 'id'>): string {
  return `meeting:${meeting.id}`;
}

/** The number of the talk of three. */
export const TALK = 0;

/** A wish holds for four weeks; after that, another one is told again. */
export function isWishedFor(wish: PairMeeting, now: Instant): boolean {
  return wish.state === 'ahead' && wish.saidAt !== null && now - wish.saidAt < 28 * DAY;
}
