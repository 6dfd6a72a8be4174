// All that is doubtful about one cohort's calendar, by itself and beside the calendars of others (Q4 to Q8, A.6). Pure.

import type { Civil } from '../../../time.ts';
import type { DatedMilestone } from '../dates.ts';
import { weekdayOf } from '../days.ts';
import type { Doubt, Place } from './doubt.ts';
import { holidayOn, holidaysOf, worksOn } from '../holidays.ts';
import { another, earlier, type Planned } from './mends.ts';
import type { Audience, PartName } from '../plan.ts';
import { type CohortCalendar, reach } from './reach.ts';
import { sameDays } from './same-day.ts';
import { isWorkingDay, plusDays } from '../working-time.ts';

/** How many people an audience of a part has now; only where somebody has counted. */
export interface Counted {
  readonly milestone: string;
  readonly part: PartName;
  readonly audience: Audience;
  readonly people: number;
}

export interface Doubting {
  /** Working days that each of the two has to answer a proposal (S4.39). */
  readonly proposalDays?: number;
  /** When sign-up is announced, where that is later than the mingle. */
  readonly publishedOn?: Civil;
  /** Without it, the calendars alone say whether there is anybody to invite. */
  readonly audiences?: readonly Counted[];
}

const ANSWER_DAYS = 4;
const FRIDAY = 4;

/** By day; `others`: the calendars of the organisation's other cohorts. */
export function doubtsOf(own: CohortCalendar, others: readonly CohortCalendar[], options: Doubting = {}): readonly Doubt[] {
  const byId = new Map(own.dates.dates.map((one) => [one.milestone.id, one]));
  const inOrder = own.plan.milestones.flatMap(({ id }) => byId.get(id) ?? []);
  const planned: Planned = { own, byId, works: worksOn(own.plan.holidays) };
  const found = [
    ...orderOf(inOrder),
    ...inOrder.flatMap((one) => daysOff(one, planned)),
    ...sameDays(inOrder, others, planned),
    ...replies(inOrder, planned, options),
    ...inOrder.flatMap((one) => nobodies(one, own, others, options.audiences)),
    ...inOrder.flatMap(written),
  ];
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function placeOf({ milestone: { id, title } }: DatedMilestone): Place {
  return { id, title };
}

/** What the file lists later should not come earlier; spans from one milestone to another stand beside the order. */
function orderOf(inOrder: readonly DatedMilestone[]): Doubt[] {
  const found: Doubt[] = [];
  let latest: DatedMilestone | undefined;
  for (const one of inOrder) {
    if (one.milestone.rule.kind === 'between') continue;
    if (!latest || latest.from <= one.from) {
      latest = one;
      continue;
    }
    const back = one.byRule && one.byRule.from >= latest.from ? { mend: { milestone: one.milestone.id, title: one.milestone.title, ...one.byRule } } : {};
    found.push({ kind: 'order', severity: 'mend', milestones: [placeOf(one), placeOf(latest)], day: one.from, ...back });
  }
  return found;
}

/** Gatherings and deadlines on days off; holidays inside the weeks of pair meetings. */
function daysOff(one: DatedMilestone, planned: Planned): Doubt[] {
  const { kind, deadline, rule } = one.milestone;
  if (kind === 'pair-meeting') return weekHolidays(one, planned);
  if (kind !== 'gathering' && !deadline) return [];
  // What always falls on the day of another one is mended with it.
  if (rule.kind === 'after' && rule.days === 0 && !one.byRule) return [];
  const day = one.from;
  const mend = deadline ? earlier(one, planned) : another(one, planned);
  const about = { milestones: [placeOf(one)] as const, day, ...(mend ? { mend } : {}) };
  const holiday = holidayOn(planned.own.plan.holidays, day);
  if (holiday) return [{ kind: 'holiday', severity: 'mend', ...about, holiday: holiday.name }];
  // A weekday that the rule names is meant; that of a date is chance (Q4).
  const meant = !one.byRule && (rule.kind === 'nth' || rule.kind === 'last');
  if (!isWorkingDay(day)) return [{ kind: 'weekend', severity: meant && !deadline ? 'look' : 'mend', ...about }];
  const evening = one.milestone.parts.some(({ part }) => part === 'evening');
  return evening && rule.kind === 'date' && weekdayOf(day) === FRIDAY ? [{ kind: 'friday', severity: 'look', ...about }] : [];
}

function weekHolidays(one: DatedMilestone, { own }: Planned): Doubt[] {
  const holidays = holidaysOf(own.plan.holidays, one).filter(({ day }) => isWorkingDay(day));
  const [first] = holidays;
  return first ? [{ kind: 'week-holiday', severity: 'look', milestones: [placeOf(one)], day: first.day, holidays }] : [];
}

/** The mentee answers first, then the mentor (S4.20-S4.24): both need their working days before the matching is to be ready. */
function replies(inOrder: readonly DatedMilestone[], { works }: Planned, { proposalDays: each = ANSWER_DAYS, publishedOn }: Doubting): Doubt[] {
  const deadline = inOrder.find(({ milestone }) => milestone.kind === 'matching');
  const mingle = inOrder.find(({ milestone }) => milestone.id === 'mingle')?.from;
  const from = mingle === undefined || (publishedOn !== undefined && publishedOn > mingle) ? publishedOn : mingle;
  if (!deadline || from === undefined || each <= 0) return [];
  const needed = 2 * each;
  let working = 0;
  let fits = from;
  while (working < needed && fits < deadline.until) {
    fits = plusDays(fits, 1);
    if (works(fits)) working++;
  }
  if (working >= needed) return [];
  return [{ kind: 'reply-window', severity: 'look', milestones: [placeOf(deadline)], day: from, until: deadline.until, working, each }];
}

/** Nobody to invite: as counted, or as the calendars have it. In June no programme has just started (Q7). */
function nobodies(one: DatedMilestone, own: CohortCalendar, others: readonly CohortCalendar[], counted: Doubting['audiences']): Doubt[] {
  const { id, parts } = one.milestone;
  return parts.flatMap(({ part, audience: invited }) =>
    invited.flatMap((audience): Doubt[] => {
      const people = counted
        ? counted.find((count) => count.milestone === id && count.part === part && count.audience === audience)?.people
        : reach(audience, one.from, own, others).length;
      if (people !== 0) return [];
      const instead = [...new Set(invited.map((other) => (other === audience ? 'recruits' : other)))];
      const mend = audience === 'new-mentors' ? { mend: { milestone: id, part, audience: instead, instead: 'recruits' as const } } : {};
      return [{ kind: 'nobody', severity: 'look', milestones: [placeOf(one)], day: one.from, part, audience, ...mend }];
    }),
  );
}

/** The bracketed number is checked and never used (Q5). */
function written(one: DatedMilestone): Doubt[] {
  const { written: text } = one.milestone;
  const day = (one.byRule ?? one).from;
  return text === undefined || isWritten(text, day) ? [] : [{ kind: 'written', severity: 'look', milestones: [placeOf(one)], day, written: text }];
}

/** Whether `10/9` is that day. */
export function isWritten(text: string, on: Civil): boolean {
  const [day, month] = text.split('/').map(Number);
  return Number(on.slice(8)) === day && Number(on.slice(5, 7)) === month;
}
