// The VTIMEZONE block: when the clocks change, for programs that do not know the place by its name. It is made from the same
// changes as the hours of the entries, so the two cannot disagree. Where they follow a rule in all the years of the file it is
// written as one, which is all that desktop Outlook reads; otherwise each change stands by itself.

import type { Clocks } from '../../src/links.ts';
import { DAY, isoOf, MINUTE, plus } from '../../src/time.ts';

type Change = Clocks['changes'][number];

/** Minutes east of Greenwich at that instant. */
export function offsetIn({ offset, changes }: Clocks, at: number): number {
  return changes.findLast((change) => change.at <= at)?.after ?? offset;
}

export function zoneLines(timeZone: string, clocks: Clocks): string[] {
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, `X-LIC-LOCATION:${timeZone}`, ...observances(clocks), 'END:VTIMEZONE'];
}

function observances({ offset, changes }: Clocks): string[] {
  const begins = { name: 'STANDARD', start: '19700101T000000', before: offset, after: offset } as const;
  if (changes.length === 0) return observance(begins);
  const groups = Map.groupBy(changes, ({ before, after }) => `${before}/${after}`);
  const rules = [...groups.values()].map(ruleOf);
  const yearly = rules.length === 2 && rules.every((rule) => rule !== null);
  const least = Math.min(offset, ...changes.map(({ after }) => after));
  const lines = (change: Change, rule: string | null) =>
    observance({ name: change.after > least ? 'DAYLIGHT' : 'STANDARD', start: wallOf(change), before: change.before, after: change.after }, rule);
  if (yearly) return [...groups.values()].flatMap(([first], index) => (first ? lines(first, rules[index] ?? null) : []));
  return [...observance(begins), ...changes.flatMap((change) => lines(change, null))];
}

interface Observance {
  readonly name: 'STANDARD' | 'DAYLIGHT';
  /** What the wall shows when it begins, before the clocks are changed. */
  readonly start: string;
  readonly before: number;
  readonly after: number;
}

function observance({ name, start, before, after }: Observance, rule: string | null = null): string[] {
  return [
    `BEGIN:${name}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offsetWords(before)}`,
    `TZOFFSETTO:${offsetWords(after)}`,
    ...(rule === null ? [] : [`RRULE:${rule}`]),
    `END:${name}`,
  ];
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** 1 January 1970. */
const THURSDAY = 4;
/** Fewer could not tell the last Sunday from the fourth. */
const YEARS = 3;

/** "The last Sunday of March, each year"; `null` where these changes follow no such rule. */
function ruleOf(changes: readonly Change[]): string | null {
  const days = changes.map(({ at, before }) => {
    // As if the wall were in Greenwich: weekdays and months are the same there.
    const wall = plus(at, before * MINUTE);
    const [text, weekLater] = [isoOf(wall), isoOf(plus(wall, 7 * DAY))];
    const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
    return {
      year,
      month,
      weekday: (THURSDAY + Math.floor(wall / DAY)) % 7,
      nth: Math.ceil(day / 7),
      last: text.slice(0, 7) !== weekLater.slice(0, 7),
      hour: text.slice(11, 19),
    };
  });
  const [first] = days;
  if (!first || days.length < YEARS) return null;
  const alike = days.every((day, index) => {
    const same = day.month === first.month && day.weekday === first.weekday && day.hour === first.hour;
    return same && day.year === first.year + index;
  });
  const which = days.every((day) => day.last) ? -1 : days.every((day) => day.nth === first.nth) ? first.nth : null;
  return alike && which !== null ? `FREQ=YEARLY;BYMONTH=${first.month};BYDAY=${which}${WEEKDAYS[first.weekday]}` : null;
}

function wallOf({ at, before }: Change): string {
  return isoOf(plus(at, before * MINUTE))
    .slice(0, 19)
    .replace(/[-:]/g, '');
}

function offsetWords(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}
