// The two programmes of the manual, exact to it: one from September to May, one from January to November (S2.3, S2.4).

import { type Milestone, milestoneSchema, type Rule, type Weekday } from './rule.ts';

export type TemplateName = 'september' | 'january';

interface Written {
  readonly id: string;
  readonly rule: Partial<Rule>;
  readonly deadline?: true;
  readonly written?: string;
}

const [LAST_YEAR, NEXT_YEAR] = [-1, 1];
const [JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER] = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12];

const nth = (which: number, weekday: Weekday, month: number, year = 0): Rule => ({ kind: 'nth', nth: which, weekday, month, year });
const last = (weekday: Weekday, month: number, year = 0): Rule => ({ kind: 'last', weekday, month, year });
const week = (which: 'first' | 'last', month: number, year = 0): Rule => ({ kind: 'week', which, month, year });
const after = (milestone: string, days: number): Rule => ({ kind: 'after', milestone, days, working: false });
const on = (milestone: string): Rule => after(milestone, 0);
const THREE_PARTY = { id: 'three-party-talk', rule: { kind: 'between', from: 'kickoff', until: 'closing' } } as const;

const SEPTEMBER_TEMPLATE: readonly Written[] = [
  // The manual gives no date: recruitment is open from the mingle of the programme before on (Q11).
  { id: 'call', rule: nth(2, 'thursday', JUNE) },
  { id: 'mingle', rule: { kind: 'date', month: SEPTEMBER, day: 3 } },
  { id: 'matching-ready', rule: nth(2, 'thursday', SEPTEMBER), deadline: true, written: '10/9' },
  { id: 'results', rule: on('matching-ready'), deadline: true },
  { id: 'mentee-training', rule: nth(3, 'wednesday', SEPTEMBER), written: '16/9' },
  // "Torsdagen": the day after, not the third Thursday (Q3).
  { id: 'mentor-training', rule: after('mentee-training', 1), written: '17/9' },
  { id: 'kickoff', rule: nth(4, 'thursday', SEPTEMBER), written: '24/9' },
  { id: 'pair-meeting-1', rule: week('first', OCTOBER) },
  { id: 'pair-meeting-2', rule: week('first', NOVEMBER) },
  { id: 'pair-meeting-3', rule: week('first', DECEMBER) },
  { id: 'mid-gathering', rule: last('thursday', JANUARY, NEXT_YEAR) },
  { id: 'pair-meeting-4', rule: week('last', FEBRUARY, NEXT_YEAR) },
  { id: 'pair-meeting-5', rule: week('last', MARCH, NEXT_YEAR) },
  { id: 'pair-meeting-6', rule: week('last', APRIL, NEXT_YEAR) },
  { id: 'closing', rule: last('thursday', MAY, NEXT_YEAR) },
  { id: 'closing-evening', rule: on('closing') },
  THREE_PARTY,
];

const JANUARY_TEMPLATE: readonly Written[] = [
  { id: 'call', rule: on('mingle') },
  { id: 'mingle', rule: { kind: 'date', month: SEPTEMBER, day: 3, year: LAST_YEAR } },
  { id: 'matching-ready', rule: { kind: 'month', month: DECEMBER, year: LAST_YEAR } },
  { id: 'results', rule: nth(1, 'friday', JANUARY), deadline: true },
  { id: 'mentee-training', rule: last('wednesday', JANUARY) },
  { id: 'mentor-training', rule: after('mentee-training', 1) },
  { id: 'kickoff', rule: nth(2, 'thursday', FEBRUARY) },
  { id: 'pair-meeting-1', rule: week('first', MARCH) },
  { id: 'pair-meeting-2', rule: week('first', APRIL) },
  { id: 'pair-meeting-3', rule: week('first', MAY) },
  { id: 'mid-gathering', rule: nth(2, 'thursday', JUNE) },
  { id: 'mid-evening', rule: on('mid-gathering') },
  { id: 'pair-meeting-4', rule: week('last', AUGUST) },
  { id: 'pair-meeting-5', rule: week('last', SEPTEMBER) },
  { id: 'pair-meeting-6', rule: week('last', OCTOBER) },
  { id: 'closing', rule: nth(2, 'thursday', NOVEMBER) },
  { id: 'closing-evening', rule: on('closing') },
  THREE_PARTY,
];

export const TEMPLATES: Readonly<Record<TemplateName, readonly Milestone[]>> = {
  september: SEPTEMBER_TEMPLATE.map((one) => milestoneSchema.parse(one)),
  january: JANUARY_TEMPLATE.map((one) => milestoneSchema.parse(one)),
};
