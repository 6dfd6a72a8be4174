// A milestone's rule against an oracle that looks at every day of the month, and what happens to rules that cannot be.

import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolve } from '../../../src/mentoring/calendar/resolve.ts';
import { type Milestone, milestoneSchema, type Rule, WEEK_POLICIES, WEEKDAYS, type WeekPolicy } from '../../../src/mentoring/calendar/rule.ts';
import type { Civil } from '../../../src/time.ts';

const YEARS = { min: 1970, max: 2199 };
const ZONES = ['Europe/Stockholm', 'Europe/Madrid', 'Atlantic/Canary', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia', 'Pacific/Honolulu'];

interface Day {
  readonly text: string;
  readonly month: number;
  readonly weekday: (typeof WEEKDAYS)[number];
}

/** The days from `from` on, as a calendar on a wall in that zone shows them at noon. */
function wall(year: number, month: number, zone: string, offset: number, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new TZDate(year, month - 1, 1 + offset + index, 12, zone);
    const text = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    return { text, month: day.getMonth() + 1, weekday: WEEKDAYS[(day.getDay() + 6) % 7] ?? 'monday' };
  });
}

function span(days: readonly (Day | undefined)[]): string | null {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? `${first.text}/${last.text}` : null;
}

/** By looking: no arithmetic with weekdays. */
function oracle(rule: Exclude<Rule, { kind: 'after' | 'between' }>, year: number, policy: WeekPolicy, zone: string): string | null {
  const around = wall(year + rule.year, rule.month, zone, -10, 55);
  const first = around.findIndex((day) => day.month === rule.month);
  const inside = around.filter((day) => day.month === rule.month);
  const weekOf = (day: Day | undefined) => {
    let at = around.findIndex((one) => one === day);
    while (around[at]?.weekday !== 'monday') at--;
    return span(around.slice(at, at + 5));
  };
  switch (rule.kind) {
    case 'date':
      return span(inside.filter((_, index) => index + 1 === rule.day));
    case 'nth':
      return span([inside.filter((day) => day.weekday === rule.weekday)[rule.nth - 1]]);
    case 'last':
      return span([inside.filter((day) => day.weekday === rule.weekday).at(-1)]);
    case 'month':
      return span(inside);
    case 'week': {
      const end = <T>(all: readonly T[]) => (rule.which === 'first' ? all[0] : all.at(-1));
      if (policy === 'seven-days') return span(rule.which === 'first' ? inside.slice(0, 7) : inside.slice(-7));
      if (policy === 'containing') return weekOf(rule.which === 'first' ? around[first] : inside.at(-1));
      if (policy === 'iso-weeks') return weekOf(end(inside.filter((day) => day.weekday === 'thursday')));
      return weekOf(end(inside.filter((day) => day.weekday === (rule.which === 'first' ? 'monday' : 'friday'))));
    }
  }
}

const month = fc.integer({ min: 1, max: 12 });
const weekday = fc.constantFrom(...WEEKDAYS);
const year = fc.constant(0);
const anyRule: fc.Arbitrary<Exclude<Rule, { kind: 'after' | 'between' }>> = fc.oneof(
  fc.record({ kind: fc.constant('date' as const), month, day: fc.integer({ min: 1, max: 31 }), year }),
  fc.record({ kind: fc.constant('nth' as const), nth: fc.integer({ min: 1, max: 5 }), weekday, month, year }),
  fc.record({ kind: fc.constant('last' as const), weekday, month, year }),
  fc.record({ kind: fc.constant('week' as const), which: fc.constantFrom('first' as const, 'last' as const), month, year }),
  fc.record({ kind: fc.constant('month' as const), month, year }),
);

function milestone(id: string, rule: unknown): Milestone {
  return milestoneSchema.parse({ id, rule });
}

function dates(milestones: readonly Milestone[], of = 2026) {
  const { dates: found, faults } = resolve(milestones, { year: of, policy: 'whole-weeks' });
  return { found: Object.fromEntries(found.map(({ milestone: one, from }) => [one.id, from])), faults };
}

describe('a rule', () => {
  it('gives the day that a calendar on the wall shows, in any year and zone', () => {
    fc.assert(
      fc.property(anyRule, fc.integer(YEARS), fc.constantFrom(...WEEK_POLICIES), fc.constantFrom(...ZONES), (rule, of, policy, zone) => {
        // Samoa left out 30 December 2011: no wall showed it.
        fc.pre(!(zone === 'Pacific/Apia' && of >= 2011 && of <= 2012 && (rule.month === 12 || rule.month === 1)));
        const [found] = resolve([milestone('x', rule)], { year: of, policy }).dates;
        expect(found ? `${found.from}/${found.until}` : null).toBe(oracle(rule, of, policy, zone));
      }),
      { numRuns: 500 },
    );
  });

  it('counts days and working days on from another one, over the turn of the year and 29 February', () => {
    const eve = milestone('eve', { kind: 'date', month: 12, day: 31 });
    const leap = milestone('leap', { kind: 'date', month: 2, day: 28 });
    const rule = (of: string, days: number, working = false) => ({ kind: 'after', milestone: of, days, working });
    const { found } = dates([eve, leap, milestone('next', rule('eve', 1)), milestone('work', rule('eve', 1, true)), milestone('back', rule('eve', -1, true))]);
    // 31 December 2026 is a Thursday.
    expect(found).toMatchObject({ next: '2027-01-01', work: '2027-01-01', back: '2026-12-30' });
    expect(dates([leap, milestone('day', rule('leap', 1))], 2028).found).toMatchObject({ day: '2028-02-29' });
    expect(dates([leap, milestone('day', rule('leap', 1))], 2100).found).toMatchObject({ day: '2100-03-01' });
  });

  it('skips the days on which nobody works, where it counts working days', () => {
    const [eve, after] = [milestone('eve', { kind: 'date', month: 12, day: 31 }), milestone('x', { kind: 'after', milestone: 'eve', days: 1, working: true })];
    const works = (day: Civil) => day !== '2027-01-01' && !['2027-01-02', '2027-01-03'].includes(day);
    expect(resolve([eve, after], { year: 2026, policy: 'whole-weeks', works }).dates[1]?.from).toBe('2027-01-04');
  });
});

describe('a rule that cannot be', () => {
  it.each([
    ['31 February', { kind: 'date', month: 2, day: 31 }],
    ['29 February outside leap years', { kind: 'date', month: 2, day: 29 }],
    ['the fifth Friday of a month with four', { kind: 'nth', nth: 5, weekday: 'friday', month: 2 }],
  ])('is named: %s', (_name, rule) => {
    expect(dates([milestone('x', rule)])).toEqual({ found: {}, faults: [{ milestone: 'x', fault: 'no-such-day' }] });
  });

  it('is named where it hangs on itself, in a circle, on nobody, or on one without a date', () => {
    const on = (id: string, of: string) => milestone(id, { kind: 'after', milestone: of, days: 1 });
    expect(dates([on('a', 'a')]).faults).toEqual([{ milestone: 'a', fault: 'circle' }]);
    expect(dates([on('a', 'b'), on('b', 'a')]).faults.map(({ fault }) => fault)).toEqual(['circle', 'circle']);
    expect(dates([on('a', 'b')]).faults).toEqual([{ milestone: 'a', fault: 'unknown', names: 'b' }]);
    const never = milestone('never', { kind: 'date', month: 2, day: 30 });
    expect(dates([never, on('a', 'never')]).faults.map(({ fault }) => fault)).toEqual(['no-such-day', 'hangs']);
  });

  it('is named where it ends before it begins, or is there twice', () => {
    const [may, june] = [milestone('may', { kind: 'month', month: 5 }), milestone('june', { kind: 'month', month: 6 })];
    const between = milestone('x', { kind: 'between', from: 'june', until: 'may' });
    expect(dates([may, june, between]).faults).toEqual([{ milestone: 'x', fault: 'backwards', names: 'may' }]);
    expect(dates([may, may]).faults).toEqual([{ milestone: 'may', fault: 'twice' }]);
  });
});
