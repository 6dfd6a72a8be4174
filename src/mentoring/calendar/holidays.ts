// Days on which nobody works, by country and region: data in a package, not a service (Q15).

import { createRequire } from 'node:module';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../bot/texts/language.ts';
import type { Civil } from '../../time.ts';
import { isWorkingDay } from './working-time.ts';

export interface Holiday {
  readonly day: Civil;
  readonly names: Readonly<Record<Language, string>>;
}

/** Days that people have off, whether the law says so or custom does (Midsummer Eve). */
const OFF = new Set(['public', 'bank']);

interface Library {
  new (
    country: string,
    region?: string,
  ): { getHolidays(year: number, language?: string): readonly { readonly date: string; readonly type: string; readonly name: string }[] };
}

/** Loaded when the first holiday is asked for: its data weigh more than a small deployment. */
let library: (Library & { prototype: { getCountries(): Record<string, string>; getStates(country: string): Record<string, string> | undefined } }) | null =
  null;

function holidays(): NonNullable<typeof library> {
  library ??= createRequire(import.meta.url)('date-holidays') as NonNullable<typeof library>;
  return library;
}

/** `none`, a country such as `SE`, or a region such as `ES-MD`. */
export const regionSchema = z.string().refine(isRegion, 'must be none, a country such as SE, or a region such as ES-MD');

export function isRegion(region: string): boolean {
  if (region === 'none') return true;
  const [country = '', state, ...more] = region.split('-');
  if (more.length > 0 || !/^[A-Z]{2}$/.test(country)) return false;
  const Library = holidays();
  const known = new Library(country) as unknown as { getCountries(): Record<string, string>; getStates(country: string): Record<string, string> | undefined };
  if (!Object.hasOwn(known.getCountries(), country)) return false;
  return state === undefined || Object.hasOwn(known.getStates(country) ?? {}, state);
}

const years = new Map<string, ReadonlyMap<Civil, Holiday>>();

/** The holidays of a year, by day; an unknown region has none. */
export function holidaysIn(region: string, year: number): ReadonlyMap<Civil, Holiday> {
  const key = `${region}/${year}`;
  let found = years.get(key);
  if (!found) {
    found = compute(region, year);
    years.set(key, found);
  }
  return found;
}

export function holidayOn(region: string, day: Civil): Holiday | null {
  return holidaysIn(region, Number(day.slice(0, 4))).get(day) ?? null;
}

/** Monday to Friday, and no holiday. */
export function worksOn(region: string): (day: Civil) => boolean {
  return (day) => isWorkingDay(day) && holidayOn(region, day) === null;
}

function compute(region: string, year: number): ReadonlyMap<Civil, Holiday> {
  if (!isRegion(region) || region === 'none') return new Map();
  const [country = '', state] = region.split('-');
  const Library = holidays();
  const calendar = new Library(country, state);
  const named = LANGUAGES.map((language) => [language, calendar.getHolidays(year, language)] as const);
  const days = new Map<Civil, Holiday>();
  for (const [language, all] of named) {
    for (const { date, type, name } of all) {
      if (!OFF.has(type)) continue;
      const day = date.slice(0, 10) as Civil;
      const names = { ...(days.get(day)?.names ?? { en: name, sv: name, es: name }), [language]: name };
      days.set(day, { day, names });
    }
  }
  return days;
}
