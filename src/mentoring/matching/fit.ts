// How well two people fit, and why: what the scorer finds out, and every page explains.

import type { Participation } from '../orientation/participation.ts';
import type { Feature } from './settings/settings.ts';

/** What matching knows of a person: no name, no address. */
export type Member = Pick<Participation, 'id' | 'personId' | 'role' | 'capacity' | 'profile'> & {
  readonly timeZone: string;
  /** Stands for the person's e-mail address (`markOf`), to be compared with others' managers; absent or empty where there is none. */
  readonly mark?: string;
  /** Was ready at the last publishing of this cohort, or in an earlier one, and got nobody: comes first (C8). */
  readonly waited: boolean;
};

/** One part of a score. The points of all parts add up to the score exactly. */
export interface Reason {
  readonly feature: Feature;
  /** Permille of the whole. */
  readonly points: number;
  /** The most that this part could have brought; absent in what was written before it was kept. */
  readonly of?: number;
  /** What both share: kinds of help, language codes, slots, topics. Never user text. */
  readonly shared: readonly string[];
}

export interface Fit {
  /** Permille, 0 to 1000. */
  readonly score: number;
  /** Those that brought points, in the order of the features. */
  readonly reasons: readonly Reason[];
  /** What could not be compared, as one of the two, or both, left it open or wrote in another language: it counted for nothing and against nobody. */
  readonly missing: readonly Feature[];
  /** Permille: how much of all that counts could be compared. Below 500 the score was drawn towards the middle. */
  readonly known: number;
  /** Points that were added, or taken, because little is known; part of the score, 0 where enough is. */
  readonly drawn: number;
}
