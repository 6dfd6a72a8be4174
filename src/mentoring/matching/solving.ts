// What can be asked about a matching, and what is answered: plain data, so that it can be worked out in a thread of its own.
// Everybody is named by participation id.

import type { Pair } from '../cycle/index.ts';
import type { Civil } from '../../time.ts';
import type { Dial, Stage } from './engine/index.ts';
import type { Fit, Member } from './fit.ts';
import type { MatchRule, Proposal } from './proposal.ts';
import type { Barrier } from './rules.ts';
import type { Mode } from './run.ts';
import type { Settings } from './settings/settings.ts';

/** Everything that a matching is made from. The same snapshot gives the same answers, whatever the order of its lists. */
export interface Snapshot {
  readonly cohortId: string;
  readonly startsOn: Civil;
  /** Those who are ready. */
  readonly members: readonly Member[];
  readonly rules: readonly Pick<MatchRule, 'menteeId' | 'mentorId' | 'kind'>[];
  readonly proposals: readonly Pick<Proposal, 'id' | 'menteeId' | 'mentorId' | 'state'>[];
  readonly pairs: readonly Pick<Pair, 'menteeId' | 'mentorId' | 'state'>[];
  /** Person ids of mentee and mentor who were a pair in an earlier cohort of the programme. */
  readonly earlier: readonly (readonly [string, string])[];
  readonly settings: Settings;
  readonly mode: Mode;
}

export interface Two {
  readonly menteeId: string;
  readonly mentorId: string;
}

/** Something that a coordinator would like to try. */
export type Change =
  | ({ readonly change: 'lock' | 'forbid' } & Two)
  | { readonly change: 'place'; readonly mentorId: string }
  | { readonly change: 'settings'; readonly settings: Settings };

export interface PlannedPair extends Two {
  readonly fit: Fit;
  readonly locked: boolean;
  /** An open proposal that stays as it is. */
  readonly open: boolean;
}

/** What would help somebody who is left over, the smallest first. */
export type Remedy = { readonly by: 'place'; readonly mentorId: string } | { readonly by: 'rule'; readonly mentorId: string; readonly barrier: Barrier };

export interface LeftOver {
  readonly menteeId: string;
  /** How many mentors each barrier holds back; empty where there are none. `taken`: some would suit, but have no place left in this round. */
  readonly why: 'taken' | readonly { readonly barrier: Barrier; readonly count: number }[];
  readonly remedies: readonly Remedy[];
}

/** How good a matching is, for everybody together. Scores in permille. */
export interface Measures {
  readonly matched: number;
  /** How many could be matched at the most, by the rules and places that there are. */
  readonly possible: number;
  readonly worst: number;
  readonly mean: number;
  readonly best: number;
  /** Permille: 0 where all pairs fit equally well. */
  readonly gini: number;
  /** Mentees with their own best possible mentor, or one of the best three. */
  readonly first: number;
  readonly topThree: number;
  /** Two who are not matched with each other, and would both fit better together than with whom they have. */
  readonly blocking: number;
}

export interface Plan {
  /** By mentee. Accepted pairs are not in it. */
  readonly pairs: readonly PlannedPair[];
  readonly left: readonly LeftOver[];
  /** Mentors with no mentee, no open proposal and nobody in this plan. */
  readonly idle: readonly string[];
  /** Locks that cannot be kept now. */
  readonly broken: readonly (Two & { readonly barrier: Barrier })[];
  /** Open proposals that would be taken back: ids. */
  readonly moved: readonly (Two & { readonly id: string })[];
  readonly measures: Measures;
  /** What fairness costs: the mean and the worst score if only the total counted. */
  readonly price: { readonly mean: number; readonly worst: number; readonly first: number };
  readonly stages: readonly Stage[];
  /** Proved to be the best; otherwise why not. */
  readonly proof: 'proved' | 'time' | 'cancelled' | 'many-in-both-roles';
  /** How many allowed pairs the proof looked at. */
  readonly looked: number;
  /** A digest of everything that the plan was made from, and of whom it pairs. */
  readonly seen: string;
  readonly ms: number;
}

/** Two people looked at closely: why they are matched, or why not. */
export interface Close extends Two {
  readonly fit: Fit;
  readonly barrier: Barrier | null;
  readonly planned: boolean;
  /** Of the mentors whom the mentee could have, and the other way round; `null` where a rule keeps them apart. Equal scores share a rank. */
  readonly rank: { readonly mentee: number; readonly ofMentors: number; readonly mentor: number; readonly ofMentees: number } | null;
  /** Whom the plan gives them instead. */
  readonly instead: { readonly mentorId: string | null; readonly menteeIds: readonly string[] };
  /** What it would change for everybody if they were matched; `null` where they are, or cannot be. */
  readonly cost: Cost | null;
}

/** The exact change for everybody: better is more. */
export interface Cost {
  /** How many more people are matched; negative: fewer. */
  readonly matched: number;
  /** Of the worst score. */
  readonly worst: number;
  /** Of the sum of all scores. */
  readonly sum: number;
  /** Who would have somebody else, or nobody. */
  readonly displaced: readonly { readonly menteeId: string; readonly from: string | null; readonly to: string | null }[];
}

export interface Alternative extends Cost {
  readonly mentorId: string;
  readonly score: number;
  readonly planned: boolean;
}

/** Two plans side by side. */
export interface Comparison {
  readonly before: Plan;
  readonly after: Plan;
  readonly changes: readonly { readonly menteeId: string; readonly from: string | null; readonly to: string | null }[];
}

/** A question that needs no more than its name. */
type Nothing = Readonly<Record<string, never>>;

export interface Questions {
  readonly plan: { readonly asks: Nothing; readonly answer: Plan };
  readonly close: { readonly asks: Two; readonly answer: Close };
  readonly alternatives: { readonly asks: { readonly menteeId: string }; readonly answer: readonly Alternative[] };
  readonly whatIf: { readonly asks: { readonly change: Change }; readonly answer: Comparison };
  readonly dials: { readonly asks: Nothing; readonly answer: readonly { readonly dial: Dial; readonly measures: Measures }[] };
  readonly circles: {
    readonly asks: { readonly size: number };
    readonly answer: { readonly circles: readonly { readonly ids: readonly string[]; readonly score: number }[]; readonly left: readonly string[] };
  };
}

export type QuestionName = keyof Questions;
