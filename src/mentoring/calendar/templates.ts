// The two programmes of the manual, exact to it: one from September to May, one from January to November (S2.3, S2.4).
// Hours are ours (Q14), and so are the weeks before which people are invited; each can be changed in the file.

import { FORMAT, type Audience, type Plan, planSchema } from './plan.ts';
import type { Rule, Weekday } from './rule.ts';

export const TEMPLATE_NAMES = ['september', 'january'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

const [LAST_YEAR, NEXT_YEAR] = [-1, 1];
const [JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER] = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12];

const nth = (which: number, weekday: Weekday, month: number, year = 0): Rule => ({ kind: 'nth', nth: which, weekday, month, year });
const last = (weekday: Weekday, month: number, year = 0): Rule => ({ kind: 'last', weekday, month, year });
const week = (which: 'first' | 'last', month: number, year = 0): Rule => ({ kind: 'week', which, month, year });
const after = (milestone: string, days: number): Rule => ({ kind: 'after', milestone, days, working: false });
const on = (milestone: string): Rule => after(milestone, 0);

const part = (name: 'day' | 'seminar' | 'evening', from: string, until: string, ...audience: readonly Audience[]) => ({ part: name, from, until, audience });
const gathering = (id: string, rule: Rule, ...parts: readonly object[]) => ({ id, rule, kind: 'gathering', parts });
const pairMeeting = (number: number, rule: Rule) => ({ id: `pair-meeting-${number}`, rule, kind: 'pair-meeting', number });

// "För erfarenhetsutbyte": former pairs come to both trainings, mentors of the running programme to the kick-off (S2.9, S2.11).
const menteeTraining = (rule: Rule) => gathering('mentee-training', rule, part('day', '13:00', '16:00', 'mentees', 'former-pairs'));
// In the morning: where it falls on the day of the other programme's mid gathering, its mentors go on to that seminar (Q8).
const mentorTraining = gathering('mentor-training', after('mentee-training', 1), part('day', '09:00', '12:00', 'mentors', 'former-pairs'));
const kickoff = (rule: Rule) =>
  gathering(
    'kickoff',
    rule,
    part('day', '13:00', '15:00', 'pairs', 'running-mentors'),
    // "Dagen inkluderar även ett inspirationsseminarium" (S2.12).
    part('seminar', '15:15', '16:30', 'pairs', 'running-mentors'),
  );
const midGathering = (rule: Rule) => gathering('mid-gathering', rule, part('seminar', '13:00', '16:00', 'pairs', 'new-mentors'));
const closing = (rule: Rule) => gathering('closing', rule, part('day', '10:00', '16:00', 'pairs'));
const mingle = (rule: Rule) => ({
  ...gathering('mingle', rule, { ...part('evening', '17:00', '19:00', 'former-pairs', 'recruits'), recruits: true }),
  shared: true,
});
const talk = { id: 'three-party-talk', rule: { kind: 'between', from: 'kickoff', until: 'closing' }, kind: 'talk' };

// A pair stands in the stage that began last: they overlap, as the cycle does (S0.4).
const stages = [
  { stage: 1, from: 'call', until: 'results' },
  { stage: 2, from: 'results', until: 'pair-meeting-1' },
  { stage: 3, from: 'kickoff', until: 'pair-meeting-2' },
  { stage: 4, from: 'pair-meeting-1', until: 'pair-meeting-6' },
  { stage: 5, from: 'pair-meeting-3', until: 'pair-meeting-6' },
  { stage: 6, from: 'mid-gathering', until: 'closing' },
  { stage: 7, from: 'pair-meeting-6', until: 'closing' },
];

const SEPTEMBER_PLAN = {
  name: 'September to May',
  milestones: [
    // The manual gives no date: recruitment is open from the mingle of the programme before on (Q11).
    { id: 'call', rule: nth(2, 'thursday', JUNE), kind: 'call' },
    mingle({ kind: 'date', month: SEPTEMBER, day: 3, year: 0 }),
    { id: 'matching-ready', rule: nth(2, 'thursday', SEPTEMBER), kind: 'matching', deadline: true, written: '10/9' },
    { id: 'results', rule: on('matching-ready'), kind: 'results', deadline: true },
    { ...menteeTraining(nth(3, 'wednesday', SEPTEMBER)), written: '16/9' },
    // "Torsdagen": the day after, not the third Thursday (Q3).
    { ...mentorTraining, written: '17/9' },
    { ...kickoff(nth(4, 'thursday', SEPTEMBER)), written: '24/9' },
    pairMeeting(1, week('first', OCTOBER)),
    pairMeeting(2, week('first', NOVEMBER)),
    pairMeeting(3, week('first', DECEMBER)),
    midGathering(last('thursday', JANUARY, NEXT_YEAR)),
    pairMeeting(4, week('last', FEBRUARY, NEXT_YEAR)),
    pairMeeting(5, week('last', MARCH, NEXT_YEAR)),
    pairMeeting(6, week('last', APRIL, NEXT_YEAR)),
    closing(last('thursday', MAY, NEXT_YEAR)),
    gathering('closing-evening', on('closing'), part('evening', '17:00', '20:00', 'pairs', 'other-pairs')),
    talk,
  ],
};

const JANUARY_PLAN = {
  name: 'January to November',
  milestones: [
    { id: 'call', rule: on('mingle'), kind: 'call' },
    mingle({ kind: 'date', month: SEPTEMBER, day: 3, year: LAST_YEAR }),
    { id: 'matching-ready', rule: { kind: 'month', month: DECEMBER, year: LAST_YEAR }, kind: 'matching' },
    { id: 'results', rule: nth(1, 'friday', JANUARY), kind: 'results', deadline: true },
    menteeTraining(last('wednesday', JANUARY)),
    mentorTraining,
    kickoff(nth(2, 'thursday', FEBRUARY)),
    pairMeeting(1, week('first', MARCH)),
    pairMeeting(2, week('first', APRIL)),
    pairMeeting(3, week('first', MAY)),
    midGathering(nth(2, 'thursday', JUNE)),
    // Recruits mentors for the start in August or September (S2.18).
    gathering('mid-evening', on('mid-gathering'), { ...part('evening', '17:00', '19:00', 'pairs', 'former-pairs', 'recruits'), recruits: true }),
    pairMeeting(4, week('last', AUGUST)),
    pairMeeting(5, week('last', SEPTEMBER)),
    pairMeeting(6, week('last', OCTOBER)),
    closing(nth(2, 'thursday', NOVEMBER)),
    // Recruits mentors for the start in January or February (S2.19).
    gathering('closing-evening', on('closing'), { ...part('evening', '17:00', '20:00', 'pairs', 'other-pairs', 'recruits'), recruits: true }),
    talk,
  ],
};

function planFrom(written: typeof SEPTEMBER_PLAN | typeof JANUARY_PLAN): Plan {
  return planSchema.parse({ format: FORMAT, weeks: 'whole-weeks', holidays: 'SE', stages, ...written });
}

export const TEMPLATE_PLANS: Readonly<Record<TemplateName, Plan>> = { september: planFrom(SEPTEMBER_PLAN), january: planFrom(JANUARY_PLAN) };
