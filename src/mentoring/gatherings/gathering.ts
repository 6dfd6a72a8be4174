// A gathering of people, or one part of it: a training, the kick-off, its seminar, an evening mingle, a workshop (S2.8-S2.19).

import type { Audience, PartName } from '../calendar/index.ts';
import type { Instant } from '../../time.ts';

export interface Gathering {
  readonly id: string;
  readonly cohortId: string;
  /** Other cohorts that share it: the mingle recruits for two starts (S2.6). */
  readonly sharedWith: readonly string[];
  /** The milestone it belongs to, such as `kickoff`; for a workshop its own id. */
  readonly milestone: string;
  readonly part: PartName;
  /** What it is called, where it is none of the manual's; else empty. */
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: string;
  readonly link: string;
  /** `null`: as many as want to come. */
  readonly capacity: number | null;
  readonly audience: readonly Audience[];
  /** Announced in the channel as well, with the way to sign up. */
  readonly recruits: boolean;
  /** When people are invited first. */
  readonly inviteFrom: Instant;
  readonly state: 'planned' | 'cancelled';
  /** Of the calendar entry: rises with each change that people must hear of. */
  readonly sequence: number;
  /** The steps that have been taken: each is taken once. */
  readonly done: readonly ('announced' | 'week' | 'day' | 'thanks')[];
  readonly createdAt: Instant;
}

/** One person, one gathering, one invitation. */
export interface Invitation {
  readonly id: string;
  readonly gatheringId: string;
  readonly personId: string;
  /** `waiting`: said yes, and the places were taken. */
  readonly answer: 'open' | 'yes' | 'no' | 'waiting';
  readonly invitedAt: Instant;
  readonly answeredAt: Instant | null;
  /** Whether they came, once somebody has said so. */
  readonly came: boolean | null;
}

/** Messages about it are found by this. */
export function topicOf(gathering: Pick<Gathering, 'id'>): string {
  return `gathering:${gathering.id}`;
}
