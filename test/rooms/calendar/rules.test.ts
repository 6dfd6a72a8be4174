// Rules that hang on others, and what happens to rules that cannot be (oracle.test.ts holds all rules against a list of all days).

import { describe, expect, it } from 'vitest';
import { resolve } from '../../../src/mentoring/calendar/resolve.ts';
import { type Milestone, milestoneSchema } from '../../../src/mentoring/calendar/rule.ts';
import type { Civil } from '../../../src/time.ts';

function milestone(id: string, rule: unknown): Milestone {
  return milestoneSchema.parse({ id, rule });
}

function dates(milestones: readonly Milestone[], of = 2026) {
  const { dates: found, faults } = resolve(milestones, { year: of, policy: 'whole-weeks' });
  return { found: Object.fromEntries(found.map(({ milestone: one, from }) => [one.id, from])), faults };
}

describe('a rule', () => {
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
