// A programme as a file: its milestones as rules, who comes to which gathering, and what its stages mean. Exported, reviewed
// and imported; the two programmes of the manual are built in (templates.ts).

import { z } from 'zod';
import { milestoneSchema, WEEK_POLICIES } from './rule.ts';
import { regionSchema } from './holidays.ts';

/** Who is invited: queries, answered anew each time they are asked (S2.9, S2.11, S2.15, S2.17, A.7). */
export const AUDIENCES = [
  'mentees', // this cohort's, in a pair
  'mentors', // this cohort's, in a pair
  'pairs', // both of them
  'running-mentors', // mentors in pairs of other cohorts that run on the day (Q9)
  'new-mentors', // mentors of the other cohort that has just started (Q8)
  'former-pairs', // both people of pairs in cohorts that are over
  'other-pairs', // both people of pairs in other cohorts that run on the day
  'recruits', // who has signed up for a start that is yet to come
] as const;
export type Audience = (typeof AUDIENCES)[number];

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, such as 17:00');
const words = (max: number) => z.string().trim().max(max);

/** A gathering has one part or several, each with its own audience: a day, a seminar, an evening (S2.12, S2.17). */
export const PARTS = ['day', 'seminar', 'evening', 'workshop'] as const;
export type PartName = (typeof PARTS)[number];

export const partSchema = z.strictObject({
  part: z.enum(PARTS),
  /** In the organisation's place. */
  from: hour,
  until: hour,
  audience: z.array(z.enum(AUDIENCES)).min(1).max(AUDIENCES.length),
  /** Announced in the cohort's channel too, with the way to sign up: a mingle that recruits (S2.5). */
  recruits: z.boolean().default(false),
  place: words(200).default(''),
  link: z.union([z.literal(''), z.url({ protocol: /^https$/, error: 'must begin with https://' }).max(500)]).default(''),
  capacity: z.int().min(1).max(2000).nullable().default(null),
  /** How many days before it people are invited first; those who come to belong to it later, as they do. */
  inviteDays: z.int().min(1).max(120).default(28),
});
export type Part = z.infer<typeof partSchema>;

/** What happens on it: sign-up opens, a deadline of the coordinators', people come together, a pair's own week, a talk of three. */
export const KINDS = ['call', 'matching', 'results', 'gathering', 'pair-meeting', 'talk'] as const;

export const planMilestoneSchema = milestoneSchema.extend({
  kind: z.enum(KINDS),
  /** What it is called, where it is none of the manual's. */
  title: words(120).optional(),
  /** Of a pair meeting: the how manieth (S2.13). */
  number: z.int().min(1).max(24).optional(),
  /** One event for all cohorts that have it on the same day: the mentor mingle (S2.6). */
  shared: z.boolean().default(false),
  /** Of a gathering; at least one. */
  parts: z.array(partSchema).max(PARTS.length).default([]),
});
export type PlanMilestone = z.infer<typeof planMilestoneSchema>;

/** A stage of the cycle, from one milestone to another; stages may overlap or be left out (S0.4). */
export const stageSpanSchema = z.strictObject({ stage: z.int().min(1).max(7), from: z.string(), until: z.string() });
export type StageSpan = z.infer<typeof stageSpanSchema>;

export const FORMAT = 'mentor-cycle/programme@1';

export const planSchema = z.strictObject({
  format: z.literal(FORMAT),
  name: words(80).min(1),
  /** What "the first week of October" means (Q1, Q2). */
  weeks: z.enum(WEEK_POLICIES).default('whole-weeks'),
  /** Days on which nobody works: a country or region, such as SE or ES-MD, or none (Q15). */
  holidays: regionSchema.default('SE'),
  milestones: z.array(planMilestoneSchema).min(1).max(80),
  stages: z.array(stageSpanSchema).max(7).default([]),
});
export type Plan = z.infer<typeof planSchema>;
