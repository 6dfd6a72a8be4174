// When a calendar speaks: the moments of the two programmes of the manual, and what holds of any.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesOf, TEMPLATE_NAMES, TEMPLATE_PLANS, type TemplateName, worksOn } from '../../../src/mentoring/calendar/index.ts';
import { momentsOf } from '../../../src/mentoring/year/moments.ts';
import { civilOf, isoOf } from '../../../src/time.ts';

const place = (timeZone = 'Europe/Stockholm', region = 'SE') => ({ timeZone, works: worksOn(region) });

interface Moved {
  readonly milestone: string;
  readonly from: string;
  readonly until: string;
}

function told(template: TemplateName, year: number, moved: readonly Moved[] = []): string[] {
  const shifts = moved.map(({ milestone, from, until }) => ({ milestone, from: civilOf(from), until: civilOf(until) }));
  const dates = datesOf({ plan: TEMPLATE_PLANS[template], year, shifts });
  return momentsOf(dates, place()).map(({ at, kind, milestone }) => `${isoOf(at).slice(0, 16)} ${kind} ${milestone.milestone.id}`);
}

describe('the moments of a year', () => {
  it('from September to May 2026/27: at nine, on working days, each deadline once (P1.1-P1.17)', () => {
    expect(told('september', 2026)).toEqual([
      '2026-06-11T07:00 call call',
      '2026-08-27T07:00 deadline matching-ready',
      '2026-09-07T07:00 deadline matching-ready',
      '2026-09-10T07:00 deadline matching-ready',
      '2026-10-05T07:00 pair-meeting pair-meeting-1',
      '2026-10-12T07:00 asked-after pair-meeting-1',
      '2026-11-02T08:00 pair-meeting pair-meeting-2',
      '2026-11-09T08:00 asked-after pair-meeting-2',
      '2026-12-07T08:00 pair-meeting pair-meeting-3',
      '2026-12-14T08:00 asked-after pair-meeting-3',
      '2027-02-22T08:00 pair-meeting pair-meeting-4',
      '2027-03-01T08:00 asked-after pair-meeting-4',
      '2027-03-22T08:00 pair-meeting pair-meeting-5',
      // The Monday after is Easter Monday.
      '2027-03-30T07:00 asked-after pair-meeting-5',
      '2027-04-26T07:00 pair-meeting pair-meeting-6',
      '2027-04-29T07:00 talk three-party-talk',
      '2027-05-03T07:00 asked-after pair-meeting-6',
    ]);
  });

  it('from January to November 2027: the deadline of New Year’s Eve is named on the working day before (Q6)', () => {
    const all = told('january', 2027);
    expect(all.slice(0, 4)).toEqual([
      '2026-09-03T07:00 call call',
      '2026-12-17T08:00 deadline matching-ready',
      '2026-12-23T08:00 deadline matching-ready',
      '2026-12-30T08:00 deadline matching-ready',
    ]);
    expect(all.filter((one) => one.includes('talk'))).toEqual(['2027-10-14T07:00 talk three-party-talk']);
    expect(all.filter((one) => one.includes('deadline results'))).toEqual([]);
  });

  it('follow a milestone that is moved, and name a later deadline of its own', () => {
    const moved = told('september', 2026, [
      { milestone: 'pair-meeting-1', from: '2026-10-12', until: '2026-10-16' },
      { milestone: 'results', from: '2026-09-21', until: '2026-09-21' },
    ]);
    expect(moved).toContain('2026-10-12T07:00 pair-meeting pair-meeting-1');
    expect(moved).toContain('2026-10-19T07:00 asked-after pair-meeting-1');
    expect(moved.filter((one) => one.includes('deadline results'))).toEqual([
      '2026-09-07T07:00 deadline results',
      '2026-09-16T07:00 deadline results',
      '2026-09-21T07:00 deadline results',
    ]);
  });

  it('are in order, and at nine on days on which people work, in any zone, region and year', () => {
    const zones = fc.constantFrom('Europe/Stockholm', 'Europe/Madrid', 'America/Sao_Paulo', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe');
    const years = fc.integer({ min: 1990, max: 2060 });
    const regions = fc.constantFrom('SE', 'ES-MD', 'none');
    fc.assert(
      fc.property(fc.constantFrom(...TEMPLATE_NAMES), years, zones, regions, (template, year, timeZone, region) => {
        const { works } = place(timeZone, region);
        const all = momentsOf(datesOf({ plan: { ...TEMPLATE_PLANS[template], holidays: region }, year, shifts: [] }), { timeZone, works });
        expect(all.map((one) => one.at)).toEqual(all.map((one) => one.at).sort((a, b) => a - b));
        const hour = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
        for (const { at } of all) {
          const [day = '', time] = hour.format(at).split(' ');
          expect(time).toBe('09:00');
          expect(works(civilOf(day))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
