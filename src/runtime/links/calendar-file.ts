// A calendar for one reader: words decided, and the changes of the clocks that its hours need.

import { type Reader, wordsOf } from '../../bot/texts/format.ts';
import { peopleIn } from '../../bot/views/present.ts';
import type { CalendarEntry, CalendarFile } from '../../links.ts';
import { clockChanges, instantAt } from '../../mentoring/calendar/index.ts';
import type { CalendarOf } from '../../mentoring/passes/index.ts';
import { type Civil, type Instant, isoOf } from '../../time.ts';

export interface Reading extends Omit<Reader, 'names'> {
  readonly now: Instant;
  readonly names: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export async function calendarFile({ name, entries }: CalendarOf, { now, names, ...more }: Reading): Promise<CalendarFile> {
  const reader = { ...more, names: await names([...peopleIn(entries)]) };
  const { language, timeZone } = reader;
  const read = entries.map((entry) => ({
    ...entry,
    title: wordsOf(entry.title, reader),
    text: entry.text.map((paragraph) => wordsOf(paragraph, reader)).join('\n\n'),
  }));
  return { name: wordsOf(name, reader), language, timeZone, clocks: clocksOf(read, timeZone, now), entries: read };
}

/** From a whole year before the first entry to a whole year after the last: whoever reads them can tell a rule by it. */
export function clocksOf(entries: readonly Pick<CalendarEntry, 'when'>[], timeZone: string, now: Instant): CalendarFile['clocks'] {
  const years = entries.flatMap(({ when }) => ('from' in when ? [when.from, when.until] : [isoOf(when.startsAt), isoOf(when.endsAt)])).map(yearOf);
  const [first, last] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [yearOf(isoOf(now)), yearOf(isoOf(now))];
  return clockChanges(timeZone, newYear(first - 1, timeZone), newYear(last + 2, timeZone));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function newYear(year: number, timeZone: string): Instant {
  return instantAt(`${year}-01-01` as Civil, 0, timeZone);
}
