// One person in one cohort: the application, and the profile that matching reads (S4.11-S4.19).

import type { Instant } from '../../time.ts';
import type { Topic } from '../topics/index.ts';

export type Role = 'mentor' | 'mentee' | 'both';

/** `draft` may be left for weeks; `ready` is submitted and can be matched; `withdrawn` keeps nothing of the profile. */
export type ParticipationState = 'draft' | 'ready' | 'withdrawn';

/** The six kinds of help of S4.4. */
export const HELP = ['insight', 'applying', 'exploring', 'goals', 'communication', 'commercial'] as const;
export type Help = (typeof HELP)[number];

/** Half-days of the week, such as `mon-am`. */
export const SLOTS = ['mon-am', 'mon-pm', 'tue-am', 'tue-pm', 'wed-am', 'wed-pm', 'thu-am', 'thu-pm', 'fri-am', 'fri-pm', 'evenings', 'weekends'] as const;
export type Slot = (typeof SLOTS)[number];

/** Languages people can meet in: ISO 639-1. */
export const MEETING_LANGUAGES = ['en', 'sv', 'es', 'fi', 'no', 'da', 'de', 'fr', 'ar', 'uk'] as const;
export type MeetingLanguage = (typeof MEETING_LANGUAGES)[number];

/** How far somebody has come in working life, step by step. */
export const LEVELS = ['starting', 'some', 'experienced', 'leading', 'senior'] as const;
export type Level = (typeof LEVELS)[number];

/** How people would rather meet. */
export const MEETS = ['person', 'online', 'either'] as const;
export type Meets = (typeof MEETS)[number];

/** Every field may be empty while the profile is a draft; all but role, languages and help may stay so (S4.80). */
export interface Profile {
  /** Shown only after both have said yes. */
  readonly employer: string;
  readonly title: string;
  readonly experience: string;
  readonly interests: string;
  readonly languages: readonly MeetingLanguage[];
  /** Wanted by a mentee, offered by a mentor. */
  readonly help: readonly Help[];
  /** Own topics beyond the six, one on a line. */
  readonly topics: string;
  /** Challenges: that a mentor can guide, or that a mentee wants guided (S4.16, S4.18). */
  readonly challenges: string;
  /** Qualities of the ideal partner (S4.15). */
  readonly ideal: string;
  /** Special wishes about the partner (S4.19). */
  readonly wishes: string;
  readonly slots: readonly Slot[];
  /** Topics that the person has confirmed, the most important first: what we understood of `topics` and `challenges`. */
  readonly focus: readonly Topic[];
  /** Asked only where the programme's matching uses it, and in no summary: the others are told nothing of these. */
  readonly level: Level | '';
  readonly unit: string;
  /** The manager's e-mail address. */
  readonly manager: string;
  readonly place: string;
  readonly meets: Meets | '';
}

export const EMPTY_PROFILE: Profile = {
  employer: '',
  title: '',
  experience: '',
  interests: '',
  languages: [],
  help: [],
  topics: '',
  challenges: '',
  ideal: '',
  wishes: '',
  slots: [],
  focus: [],
  level: '',
  unit: '',
  manager: '',
  place: '',
  meets: '',
};

export interface Participation {
  readonly id: string;
  readonly cohortId: string;
  readonly personId: string;
  readonly role: Role;
  readonly state: ParticipationState;
  /** How many mentees a mentor can take; 0 for a mentee. */
  readonly capacity: number;
  readonly profile: Profile;
  readonly noticeVersion: number;
  readonly noticeReadAt: Instant | null;
  readonly createdAt: Instant;
  readonly submittedAt: Instant | null;
}
