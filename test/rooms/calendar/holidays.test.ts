// Days on which nobody works, as almanacs have them (Q15).

import { describe, expect, it } from 'vitest';
import { holidayOn, isRegion, worksOn } from '../../../src/mentoring/calendar/index.ts';
import { holidaysOf, regionSchema } from '../../../src/mentoring/calendar/holidays.ts';
import { civilOf } from '../../../src/time.ts';
import { inAll } from './calendars.ts';

function names(region: string, day: string): readonly string[] | null {
  const holiday = holidayOn(region, civilOf(day));
  return holiday && inAll(holiday.name);
}

describe('a holiday in Sweden', () => {
  it.each([
    ['2026-01-01', 'New Year’s Day', 'nyårsdagen', 'Año Nuevo'],
    ['2023-01-06', 'Epiphany', 'trettondedag jul', 'Día de Reyes'],
    ['2027-03-26', 'Good Friday', 'långfredagen', 'Viernes Santo'],
    ['2028-05-25', 'Ascension Day', 'Kristi himmelsfärdsdag', 'Ascensión del Señor'],
    ['2026-06-06', 'National Day of Sweden', 'Sveriges nationaldag', 'Día Nacional de Suecia'],
    ['2026-06-19', 'Midsummer Eve', 'midsommarafton', 'víspera de Midsommar'],
    ['2026-12-31', 'New Year’s Eve', 'nyårsafton', 'Nochevieja'],
    ['1970-05-07', 'Ascension Day', 'Kristi himmelsfärdsdag', 'Ascensión del Señor'],
    ['2199-12-25', 'Christmas Day', 'juldagen', 'Navidad'],
  ])('has its name in three languages: %s', (day, ...expected) => {
    expect(names('SE', day)).toEqual(expected);
  });

  it('is none where people work', () => {
    for (const day of ['2004-06-06', '2026-04-30', '2026-05-04', '2026-06-18', '2027-03-25']) expect(names('SE', day), day).toBeNull();
  });

  it('ends work for the day, as weekends do', () => {
    const days = ['2026-12-23', '2026-12-24', '2026-12-25', '2026-12-27', '2026-12-28', '2026-12-31'];
    expect(days.map(civilOf).filter(worksOn('SE'))).toEqual(['2026-12-23', '2026-12-28']);
  });
});

describe('a holiday in Spain', () => {
  it('is kept in the whole country or by regions', () => {
    const regions = ['ES', 'ES-MD', 'ES-CN', 'ES-CT', 'ES-VC'];
    const kept = (day: string) => regions.filter((region) => names(region, day) !== null);
    expect(kept('2027-01-06')).toEqual(regions);
    // Jueves Santo is a working day in Catalonia and Valencia, Lunes de Pascua one in Madrid and on the Canary Islands.
    expect(kept('2027-03-25')).toEqual(['ES-MD', 'ES-CN']);
    expect(kept('2027-03-29')).toEqual(['ES-CT', 'ES-VC']);
    expect(kept('2028-05-30')).toEqual(['ES-CN']);
    expect(kept('2027-06-24')).toEqual(['ES-CT', 'ES-VC']);
  });

  it('is called as the place calls it, where only that place has it', () => {
    expect(names('ES-CN', '2028-05-30')).toEqual(['Día de Canarias', 'Día de Canarias', 'Día de Canarias']);
    // 2 May 2027 is a Sunday, and Madrid has the Monday off.
    expect(names('ES-MD', '2027-05-03')?.[2]).toBe('Día de la Comunidad de Madrid');
    expect(names('ES', '2027-08-15')).toEqual(['Assumption of Mary', 'Marie himmelsfärd', 'Asunción de la Virgen']);
  });
});

describe('a region', () => {
  it('is none, a country, or a part of one', () => {
    const said = ['none', 'SE', 'ES', 'ES-MD', 'ES-CN', 'FI', 'DE-BY'];
    expect(said.filter(isRegion)).toEqual(said);
    const unknown = ['', 'XX', 'ES-XX', 'es', 'SE-', 'ES-MD-1', 'Spain', 'none-MD', 'constructor', 'ES-constructor', 'ES/MD'];
    expect(unknown.filter(isRegion)).toEqual([]);
    for (const region of unknown) expect(regionSchema.safeParse(region).error?.issues[0]?.message).toMatch(/such as SE, or a region such as ES-MD/);
  });

  it('has no holidays where it is none or unknown', () => {
    for (const region of ['none', 'XX', 'ES-XX']) expect(names(region, '2027-01-01')).toBeNull();
  });

  it('abroad keeps feasts of several days, by the names they have there', () => {
    const days = holidaysOf('KR', { from: civilOf('2027-09-13'), until: civilOf('2027-09-17') }).map(({ day }) => day);
    expect(days).toEqual(['2027-09-14', '2027-09-15', '2027-09-16']);
    expect(names('DE', '2027-10-03')?.[0]).toBe('Tag der Deutschen Einheit');
    // What we call Labour Day is 1 May; another country's is not ours to name.
    expect(names('US', '2027-09-06')?.[1]).toBe('Labor Day');
  });

  it('has the same holidays however many years have been asked for', () => {
    const before = names('SE', '2028-05-25');
    for (let year = 1970; year < 2199; year++) for (const region of ['SE', 'ES-CT', 'ES-MD']) holidayOn(region, civilOf(`${year}-07-01`));
    expect(names('SE', '2028-05-25')).toEqual(before);
  });
});
