// Days on which nobody works, by country and region: data in a package, not a service (Q15).

import { createRequire } from 'node:module';
import type Library from 'date-holidays';
import { z } from 'zod';
import { isTextKey } from '../../bot/texts/catalogue.ts';
import { quote, type Text } from '../../bot/views/text.ts';
import { type Civil, civilOf, DAY } from '../../time.ts';
import type { Days } from './weeks.ts';
import { daysBetween, isWorkingDay, plusDays } from './working-time.ts';

export interface Holiday {
  readonly day: Civil;
  readonly name: Text;
}

/** Days that people have off, whether the law says so or custom does (Midsummer Eve). */
const OFF: ReadonlySet<string> = new Set(['public', 'bank']);

/** Known without the package, whose data nobody should load before a holiday is asked for: they weigh more than a small deployment. */
const KNOWN: ReadonlySet<string> = new Set(['none', 'SE']);

/** Countries whose holidays have names in the catalogue. */
const NAMED: ReadonlySet<string> = new Set(['SE', 'ES']);

let library: typeof Library | null = null;

function calendarOf(country: string, state: string): Library {
  library ??= createRequire(import.meta.url)('date-holidays') as typeof Library;
  return new library(country, state);
}

function partsOf(region: string): readonly [country: string, state: string] {
  const [country = '', state = ''] = region.split('-');
  return [country, state];
}

/** `none`, a country such as `SE`, or a region such as `ES-MD`. */
export const regionSchema = z.string().refine(isRegion, 'must be none, a country such as SE, or a region such as ES-MD');

export function isRegion(region: string): boolean {
  if (KNOWN.has(region)) return true;
  if (!/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(region)) return false;
  const [country, state] = partsOf(region);
  const calendar = calendarOf(country, '');
  if (!Object.hasOwn(calendar.getCountries(), country)) return false;
  return state === '' || Object.hasOwn(calendar.getStates(country) ?? {}, state);
}

const remembered = new Map<string, ReadonlyMap<Civil, Holiday>>();
const MOST = 500;

/** `null` too where the region is unknown. */
export function holidayOn(region: string, day: Civil): Holiday | null {
  if (region === 'none') return null;
  const key = `${region}/${day.slice(0, 4)}`;
  let year = remembered.get(key);
  if (!year) {
    year = isRegion(region) ? holidaysIn(region, Number(day.slice(0, 4))) : new Map();
    if (remembered.size >= MOST) remembered.clear();
    remembered.set(key, year);
  }
  return year.get(day) ?? null;
}

/** Those from one day to another, both included. */
export function holidaysOf(region: string, { from, until }: Days): readonly Holiday[] {
  const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, past) => plusDays(from, past));
  return days.flatMap((day) => holidayOn(region, day) ?? []);
}

/** Monday to Friday, and no holiday. */
export function worksOn(region: string): (day: Civil) => boolean {
  return (day) => isWorkingDay(day) && holidayOn(region, day) === null;
}

/** A day that is off in part is off. Of several holidays on one day, the first one names it. */
function holidaysIn(region: string, year: number): ReadonlyMap<Civil, Holiday> {
  const [country, state] = partsOf(region);
  const calendar = calendarOf(country, state);
  // In this order: the package takes the language asked for last as the country's own.
  const local = calendar.getHolidays(year, calendar.getLanguages()[0]);
  const english = calendar.getHolidays(year, 'en');
  const found = new Map<Civil, Holiday>();
  for (const [index, { date, start, end, name, type }] of english.entries()) {
    if (!OFF.has(type)) continue;
    const called = quote(bare(local[index]?.name ?? name));
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY));
    for (let past = 0; past < days; past++) {
      const day = plusDays(civilOf(date.slice(0, 10)), past);
      if (!found.has(day)) found.set(day, { day, name: (NAMED.has(country) ? ours(name) : null) ?? called });
    }
  }
  return found;
}

/** `null` for a feast of one place, which is called in all languages as that place calls it. */
function ours(english: string): Text | null {
  const letters = bare(english)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '');
  const key = `calendar.holiday.${letters.replaceAll(' ', '-')}`;
  return isTextKey(key) ? { say: key, args: {} } : null;
}

/** Without "(substitute day)": it is off all the same. */
function bare(name: string): string {
  return name.replace(/ \(.*$/, '');
}
