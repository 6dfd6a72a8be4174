// From a programme's milestones and the year in which it starts to their dates. Whatever cannot be computed is named, with
// its reason, and nothing is guessed. Pure.

import type { Civil } from '../../time.ts';
import { dayOf, firstDay, lastDay, lastWeekday, nthWeekday } from './days.ts';
import type { Milestone, WeekPolicy } from './rule.ts';
import { type Days, weekIn } from './weeks.ts';
import { isWorkingDay, plusDays } from './working-time.ts';

export interface Dated<M extends Milestone = Milestone> extends Days {
  readonly milestone: M;
}

/** Why a milestone has no date. */
export type Fault =
  | { readonly milestone: string; readonly fault: 'no-such-day' | 'circle' | 'twice' }
  | { readonly milestone: string; readonly fault: 'unknown'; readonly names: string }
  | { readonly milestone: string; readonly fault: 'backwards'; readonly names: string }
  /** It hangs on one that has no date itself. */
  | { readonly milestone: string; readonly fault: 'hangs'; readonly names: string };

export interface Reading {
  /** The year in which the programme starts, 1970 to 2199. */
  readonly year: number;
  readonly policy: WeekPolicy;
  /** Whether people work on that day; Monday to Friday where nobody says. */
  readonly works?: (day: Civil) => boolean;
  /** Milestones that somebody has put on other days; what hangs on them follows. */
  readonly moved?: ReadonlyMap<string, Days>;
}

export interface Resolved<M extends Milestone = Milestone> {
  /** In the order of the milestones. */
  readonly dates: readonly Dated<M>[];
  readonly faults: readonly Fault[];
}

type Found = Days | Fault;

export function resolve<M extends Milestone>(milestones: readonly M[], reading: Reading): Resolved<M> {
  const byId = new Map(milestones.map((one) => [one.id, one]));
  const found = new Map<string, Found>();
  const open = new Set<string>();

  function find(one: Milestone): Found {
    const known = found.get(one.id);
    if (known) return known;
    if (open.has(one.id)) return { milestone: one.id, fault: 'circle' };
    open.add(one.id);
    const days = compute(one);
    open.delete(one.id);
    found.set(one.id, days);
    return days;
  }

  /** Another milestone's days, as far as this one hangs on it. */
  function other(one: Milestone, id: string): Found {
    const named = byId.get(id);
    if (!named) return { milestone: one.id, fault: 'unknown', names: id };
    const days = find(named);
    if (!('fault' in days)) return days;
    return days.fault === 'circle' ? { milestone: one.id, fault: 'circle' } : { milestone: one.id, fault: 'hangs', names: id };
  }

  function compute(one: Milestone): Found {
    const moved = reading.moved?.get(one.id);
    if (moved) return { from: moved.from, until: moved.until };
    const { rule } = one;
    if (rule.kind === 'after') {
      const start = other(one, rule.milestone);
      if ('fault' in start) return start;
      return single(rule.working ? plusWorking(start.from, rule.days, reading.works ?? isWorkingDay) : plusDays(start.from, rule.days));
    }
    if (rule.kind === 'between') {
      const [from, until] = [other(one, rule.from), other(one, rule.until)];
      if ('fault' in from) return from;
      if ('fault' in until) return until;
      return from.from <= until.until ? { from: from.from, until: until.until } : { milestone: one.id, fault: 'backwards', names: rule.until };
    }
    return inMonth(rule, reading) ?? { milestone: one.id, fault: 'no-such-day' };
  }

  const twice = milestones.filter((one, index) => milestones.findIndex((before) => before.id === one.id) !== index);
  const all = milestones.map((milestone) => ({ milestone, days: find(milestone) }));
  return {
    dates: all.flatMap(({ milestone, days }) => ('fault' in days ? [] : [{ milestone, ...days }])),
    faults: [...twice.map((one) => ({ milestone: one.id, fault: 'twice' as const })), ...all.flatMap(({ days }) => ('fault' in days ? [days] : []))],
  };
}

type Placed = Exclude<Milestone['rule'], { readonly kind: 'after' | 'between' }>;

/** `null` where the month has no such day. */
function inMonth(rule: Placed, { year: start, policy }: Reading): Days | null {
  const { month } = rule;
  const year = start + rule.year;
  switch (rule.kind) {
    case 'date':
      return singleOrNull(dayOf(year, month, rule.day));
    case 'nth':
      return singleOrNull(nthWeekday(rule.nth, rule.weekday, year, month));
    case 'last':
      return single(lastWeekday(rule.weekday, year, month));
    case 'week':
      return weekIn(rule.which, { year, month, policy });
    case 'month':
      return { from: firstDay(year, month), until: lastDay(year, month) };
  }
}

function single(day: Civil): Days {
  return { from: day, until: day };
}

function singleOrNull(day: Civil | null): Days | null {
  return day === null ? null : single(day);
}

/** So many working days on, or back; 0 is the day itself, whatever it is. */
export function plusWorking(day: Civil, days: number, works: (day: Civil) => boolean): Civil {
  const step = Math.sign(days);
  let at = day;
  for (let left = Math.abs(days); left > 0; left--) {
    do at = plusDays(at, step);
    while (!works(at));
  }
  return at;
}
