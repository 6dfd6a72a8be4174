// An organisation runs programmes; a programme has cohorts (starts) and coordinators.

import type { Language } from '../../bot/texts/language.ts';
import type { TermChoice } from '../../bot/texts/terms.ts';
import type { Civil, Instant } from '../../time.ts';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly createdAt: Instant;
}

export interface ProgrammeSettings {
  /** Working days each side has to answer a proposal (E.12). */
  readonly proposalDays: number;
  /** Days between check-ins: twice a month (S4.55). */
  readonly rhythmDays: number;
  /** The hour, in each person's place, at which a check-in is asked. */
  readonly checkinHour: number;
  /** The stages that the programme uses, 1 to 7, in order (S0.4). */
  readonly stages: readonly number[];
}

export const DEFAULT_SETTINGS: ProgrammeSettings = { proposalDays: 4, rhythmDays: 14, checkinHour: 9, stages: [1, 2, 3, 4, 5, 6, 7] };

export interface Programme {
  readonly id: string;
  readonly name: string;
  readonly terms: TermChoice;
  readonly settings: ProgrammeSettings;
  readonly createdAt: Instant;
}

export const GRANT_ROLES = ['programme', 'matching', 'read-only', 'safeguarding'] as const;
export type GrantRole = (typeof GRANT_ROLES)[number];

export interface Grant {
  readonly id: string;
  readonly programmeId: string;
  readonly personId: string;
  readonly role: GrantRole;
  readonly createdAt: Instant;
}

/** One start of a programme: about 20 to 25 pairs (S2.2). */
export interface Cohort {
  readonly id: string;
  readonly programmeId: string;
  readonly name: string;
  readonly signup: 'open' | 'closed';
  readonly startsOn: Civil;
  readonly endsOn: Civil;
  /** How many pairs it is meant for. */
  readonly target: number;
  /** Where its announcements go. */
  readonly channel: { readonly platform: string; readonly conversation: string } | null;
  readonly createdAt: Instant;
}
