// 100,000 rules, years and zones against an oracle that knows no arithmetic with dates: it walks along a list of all days.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilIn, instantAt } from '../../../src/mentoring/calendar/index.ts';
import { resolve } from '../../../src/mentoring/calendar/resolve.ts';
import { type Milestone, type Rule, WEEK_POLICIES, WEEKDAYS, type Weekday, type WeekPolicy } from '../../../src/mentoring/calendar/rule.ts';
import type { Civil } from '../../../src/time.ts';

const RUNS = 100_000;
const ZONES = [
  ...['Europe/Stockholm', 'Europe/Madrid', 'Atlantic/Canary', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
  ...['Pacific/Apia', 'Pacific/Honolulu', 'Pacific/Kiritimati', 'America/St_Johns', 'Africa/Casablanca', 'Antarctica/Troll'],
];

interface Day {
  readonly text: string;
  readonly year: number;
  readonly month: number;
  readonly weekday: Weekday;
  /** Its place among all days. */
  readonly at: number;
}

/** Every day from 1967 to 2202, written down one after the other: 1 January 1967 was a Sunday. */
const ALL: readonly Day[] = everyDay(1967, 2202);
const MONTHS = Map.groupBy(ALL, ({ year, month }) => year * 100 + month);

function everyDay(first: number, last: number): Day[] {
  const days: Day[] = [];
  for (let year = first; year <= last; year++) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    for (const [index, length] of [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
      for (let day = 1; day <= length; day++) {
        const weekday = WEEKDAYS[(days.length + 6) % 7] ?? 'monday';
        const text = `${year}-${String(index + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        days.push({ text, year, month: index + 1, weekday, at: days.length });
      }
    }
  }
  return days;
}

type Placed = Exclude<Rule, { kind: 'after' | 'between' }>;
type After = Extract<Rule, { kind: 'after' }>;

function looked(rule: Placed, year: number, policy: WeekPolicy): readonly (Day | undefined)[] {
  const inside = MONTHS.get((year + rule.year) * 100 + rule.month) ?? [];
  const weekOf = (day: Day | undefined) => {
    let monday = day?.at ?? 0;
    while (ALL[monday]?.weekday !== 'monday') monday--;
    return ALL.slice(monday, monday + 5);
  };
  switch (rule.kind) {
    case 'date':
      return inside.filter((_, index) => index + 1 === rule.day);
    case 'nth':
      return [inside.filter(({ weekday }) => weekday === rule.weekday)[rule.nth - 1]];
    case 'last':
      return [inside.findLast(({ weekday }) => weekday === rule.weekday)];
    case 'month':
      return inside;
    case 'week': {
      const end = (all: readonly Day[]) => (rule.which === 'first' ? all[0] : all.at(-1));
      if (policy === 'seven-days') return rule.which === 'first' ? inside.slice(0, 7) : inside.slice(-7);
      if (policy === 'containing') return weekOf(end(inside));
      if (policy === 'iso-weeks') return weekOf(end(inside.filter(({ weekday }) => weekday === 'thursday')));
      return weekOf(end(inside.filter(({ weekday }) => weekday === (rule.which === 'first' ? 'monday' : 'friday'))));
    }
  }
}

/** By taking one step after the other. */
function walked(start: Day, { days, working }: After): Day | undefined {
  let day: Day | undefined = start;
  for (let left = Math.abs(days); left > 0; ) {
    day = ALL[(day?.at ?? 0) + Math.sign(days)];
    if (!working || (day?.weekday !== 'saturday' && day?.weekday !== 'sunday')) left--;
  }
  return day;
}

const walls = new Map<string, Intl.DateTimeFormat>();

/** What the wall shows, `2026-03-29 02:30`, by the platform's own calendar. */
function wall(at: number, timeZone: string): string {
  const known = walls.get(timeZone);
  const numbers = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const reader = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone, ...numbers });
  walls.set(timeZone, reader);
  return reader.format(at);
}

const month = fc.integer({ min: 1, max: 12 });
const weekday = fc.constantFrom(...WEEKDAYS);
const year = fc.constantFrom(-1, 0, 0, 0, 1);
const placed: fc.Arbitrary<Placed> = fc.oneof(
  fc.record({ kind: fc.constant('date' as const), month, day: fc.integer({ min: 1, max: 31 }), year }),
  fc.record({ kind: fc.constant('nth' as const), nth: fc.integer({ min: 1, max: 5 }), weekday, month, year }),
  fc.record({ kind: fc.constant('last' as const), weekday, month, year }),
  fc.record({ kind: fc.constant('week' as const), which: fc.constantFrom('first' as const, 'last' as const), month, year }),
  fc.record({ kind: fc.constant('month' as const), month, year }),
);
/** Few walk far, for the walk takes its time. */
const steps = fc.oneof({ weight: 19, arbitrary: fc.integer({ min: -20, max: 20 }) }, { weight: 1, arbitrary: fc.integer({ min: -400, max: 400 }) });
const after = fc.record({ kind: fc.constant('after' as const), milestone: fc.constant('x'), days: steps, working: fc.boolean() });
const years = fc.oneof(fc.integer({ min: 1970, max: 2199 }), fc.constantFrom(1970, 2000, 2011, 2026, 2028, 2100, 2199));

function milestone(id: string, rule: Rule): Milestone {
  return { id, rule, deadline: false };
}

describe('a rule in any year, and its hour in any zone', () => {
  it('is what whoever walks along all days finds, and the first instant at which the wall there shows it', () => {
    let none = 0;
    fc.assert(
      fc.property(placed, after, years, fc.constantFrom(...WEEK_POLICIES), fc.constantFrom(...ZONES), fc.nat(23), (rule, follows, of, policy, zone, hour) => {
        const { dates, faults } = resolve([milestone('x', rule), milestone('y', follows)], { year: of, policy });
        const days = looked(rule, of, policy);
        const [first, last] = [days[0], days.at(-1)];
        if (!first || !last) {
          none++;
          expect([dates.length, faults[0]?.fault, faults[1]?.fault]).toEqual([0, 'no-such-day', 'hangs']);
          return;
        }
        const [x, y] = dates;
        if (x?.from !== first.text || x.until !== last.text || y?.from !== walked(first, follows)?.text) expect(dates).toBe([first, last, follows]);
        hourHolds(first.text as Civil, hour, zone);
      }),
      { numRuns: RUNS },
    );
    // 31 February, the fifth Friday of a month with four: about one in twenty.
    expect(none).toBeGreaterThan(RUNS / 100);
  }, 300_000);

  it.each([
    ['the day that Samoa left out', '2011-12-30', 'Pacific/Apia'],
    ['the day that the Line Islands left out', '1994-12-31', 'Pacific/Kiritimati'],
    ['a leap day', '2028-02-29', 'Pacific/Honolulu'],
    ['a spring gap', '2026-03-29', 'Europe/Stockholm'],
    ['a gap at midnight', '2018-11-04', 'America/Sao_Paulo'],
    ['a gap of half an hour', '2026-10-04', 'Australia/Lord_Howe'],
    ['an autumn fold', '2026-10-25', 'Europe/Madrid'],
    ['the turn of the year', '2026-12-31', 'Pacific/Kiritimati'],
    ['the last day of all', '2199-12-31', 'Pacific/Apia'],
  ])('holds on %s', (_name, day, zone) => {
    for (let hour = 0; hour < 24; hour++) hourHolds(day as Civil, hour, zone);
  });
});

/** The first instant at which the wall shows day and hour; where it never does, the first one after. */
function hourHolds(day: Civil, hour: number, zone: string): void {
  const wanted = `${day} ${String(hour).padStart(2, '0')}:00`;
  const at = instantAt(day, hour, zone);
  const shown = wall(at, zone);
  const there = `${wanted} ${zone}`;
  if (shown === wanted) {
    if (civilIn(at, zone) !== day) expect(civilIn(at, zone), there).toBe(day);
    // Half an hour is the shortest fold there is.
    for (const minutes of [30, 60]) if (wall(at - minutes * 60_000, zone) === wanted) expect.fail(`${there} comes earlier too`);
  } else if (!(shown > wanted && wall(at - 60_000, zone) < wanted)) expect(shown, there).toBe(wanted);
}
