// A milestone's date as the manual writes it: "the second Thursday of September", "the first week of October", "the day
// after the mentees' training". Rules are data: checked here, computed in resolve.ts (S2.4 to S2.17).

import { z } from 'zod';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What "the first week of October" means (Q1, Q2); `whole-weeks` is the default of the manual's programmes. */
export const WEEK_POLICIES = [
  'whole-weeks', // the first Monday to Friday that begins in the month; the last one wholly inside it
  'seven-days', // days 1 to 7; the last seven days
  'containing', // the Monday to Friday that holds the first day of the month; the last one
  'iso-weeks', // the first week, and the last, whose Thursday is in the month
] as const;
export type WeekPolicy = (typeof WEEK_POLICIES)[number];

const month = z.int().min(1).max(12);
/** Counted from the year in which the programme starts. */
const year = z.int().min(-1).max(1).default(0);
const weekday = z.enum(WEEKDAYS);
const id = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits and hyphens, such as pair-meeting-1');

export const ruleSchema = z.discriminatedUnion('kind', [
  /** 3 September. */
  z.strictObject({ kind: z.literal('date'), month, day: z.int().min(1).max(31), year }),
  /** The second Thursday of September. */
  z.strictObject({ kind: z.literal('nth'), nth: z.int().min(1).max(5), weekday, month, year }),
  /** The last Thursday of January. */
  z.strictObject({ kind: z.literal('last'), weekday, month, year }),
  /** The first, or last, week of October: a span of days. */
  z.strictObject({ kind: z.literal('week'), which: z.enum(['first', 'last']), month, year }),
  /** "In December": the whole month. */
  z.strictObject({ kind: z.literal('month'), month, year }),
  /** So many days, or working days, after another milestone; before it where negative, and on its day where 0. */
  z.strictObject({ kind: z.literal('after'), milestone: id, days: z.int().min(-400).max(400), working: z.boolean().default(false) }),
  /** From one milestone to another. */
  z.strictObject({ kind: z.literal('between'), from: id, until: id }),
]);

export type Rule = z.infer<typeof ruleSchema>;

export const milestoneSchema = z.strictObject({
  id,
  rule: ruleSchema,
  /** "At the latest": where nobody works on that day, the working day before it is proposed (Q6). */
  deadline: z.boolean().default(false),
  /** What the manual wrote in brackets beside the rule, `10/9`: day and month of one year, checked and never used (Q5). */
  written: z
    .string()
    .regex(/^\d{1,2}\/\d{1,2}$/, 'must be a day and a month, such as 10/9')
    .optional(),
});

export type Milestone = z.infer<typeof milestoneSchema>;
