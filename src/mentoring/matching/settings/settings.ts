// What a programme's coordinators decide about matching: how much each thing weighs, the rules, and how even it should be.
// Every change is a new version; an old one is never altered, so that an old plan can be made again exactly.

import type { Instant } from '../../../time.ts';
import type { MeetingLanguage } from '../../orientation/participation.ts';
import type { Dial } from '../engine/index.ts';

/** What two people are compared by, in the order in which it is told. */
export const FEATURES = ['help', 'topics', 'text', 'experience', 'interests', 'language', 'time', 'place', 'seniority', 'unit'] as const;
export type Feature = (typeof FEATURES)[number];

/** 0 (not at all) to 10 (the most). */
export const MOST_WEIGHT = 10;
export type Weights = Readonly<Record<Feature, number>>;

/** Rules that nobody's score can outweigh; each has a name for the explanation. */
export interface HardRules {
  /** Nobody is matched with their own manager, nor two with the same manager (S4.19). */
  readonly manager: boolean;
  /** Nobody is matched within the same unit. */
  readonly unit: boolean;
  /** `shared`: at least one language in common; a language: both must speak it. */
  readonly language: 'shared' | MeetingLanguage;
  /** By how many steps of seniority the mentor must be ahead, at least and at most; `null`: no matter. */
  readonly least: number | null;
  readonly most: number | null;
  /** Hours a week that both must be free at the same time; 0: no matter. */
  readonly hours: number;
  /** Nobody gets the mentor of an earlier cohort of the programme again (C11). */
  readonly again: boolean;
}

export interface Settings {
  readonly weights: Weights;
  readonly rules: HardRules;
  readonly dial: Dial;
  /** As few mentors without a mentee as possible. */
  readonly spread: boolean;
  /** No pair below the best worst score that can be had. */
  readonly floor: boolean;
}

/** The steps of seniority that the mentor should be ahead: there the score is best. */
export const BEST_GAP = 1;

export const DEFAULT_SETTINGS: Settings = {
  weights: { help: 10, topics: 8, text: 4, experience: 3, interests: 2, language: 3, time: 4, place: 0, seniority: 0, unit: 0 },
  rules: { manager: false, unit: false, language: 'shared', least: null, most: null, hours: 0, again: true },
  dial: 'balanced',
  spread: true,
  floor: true,
};

/** One version of a programme's settings. */
export interface Weighing {
  readonly id: string;
  readonly programmeId: string;
  /** 1, 2, 3...: the highest counts. */
  readonly number: number;
  readonly settings: Settings;
  /** Person id. */
  readonly createdBy: string;
  readonly createdAt: Instant;
}

/** What of the profile is asked for only because it counts here. */
export type Asked = 'level' | 'unit' | 'manager' | 'place' | 'meets';

/** Nobody is asked for what is not used (S4.80). */
export function askedBy({ weights, rules }: Settings): readonly Asked[] {
  const level = weights.seniority > 0 || rules.least !== null || rules.most !== null;
  const unit = weights.unit > 0 || rules.unit;
  return [
    ...(level ? (['level'] as const) : []),
    ...(unit ? (['unit'] as const) : []),
    ...(rules.manager ? (['manager'] as const) : []),
    ...(weights.place > 0 ? (['place', 'meets'] as const) : []),
  ];
}
