// What the manual leaves open, and how we read it: Q1 to Q15 of the requirements, each with its default.

import { describe, expect, it } from 'vitest';
import { type Doubt, dayOf, doubtsOf, planSchema, TEMPLATE_NAMES, TEMPLATE_PLANS, type TemplateName } from '../../../src/mentoring/calendar/index.ts';
import { reach } from '../../../src/mentoring/calendar/doubts/reach.ts';
import { civilOf } from '../../../src/time.ts';
import { besides, calendarOf } from './calendars.ts';

const YEARS = Array.from({ length: 22 }, (_, index) => 2020 + index);

/** "2026-10-05", or "2026-10-05/2026-10-09". */
function day(template: TemplateName, year: number, id: string, plan = {}): string {
  const found = dayOf(calendarOf(template, year, { plan }).dates, id);
  return found ? (found.from === found.until ? found.from : `${found.from}/${found.until}`) : 'no day';
}

function doubts(template: TemplateName, year: number, kind: Doubt['kind']): readonly Doubt[] {
  const own = calendarOf(template, year);
  return doubtsOf(own, besides(own, year)).filter((doubt) => doubt.kind === kind);
}

describe('what the manual leaves open', () => {
  it.each([
    ['whole-weeks', '2026-10-05/2026-10-09'],
    ['seven-days', '2026-10-01/2026-10-07'],
    ['containing', '2026-09-28/2026-10-02'],
    ['iso-weeks', '2026-09-28/2026-10-02'],
  ] as const)('Q1: the first week of October is read by a named policy: %s', (weeks, expected) => {
    expect(day('september', 2026, 'pair-meeting-1', { weeks })).toBe(expected);
  });

  it('Q1: the default is the first Monday to Friday that begins in the month', () => {
    expect(TEMPLATE_NAMES.map((name) => TEMPLATE_PLANS[name].weeks)).toEqual(['whole-weeks', 'whole-weeks']);
  });

  it.each([
    ['whole-weeks', '2027-03-22/2027-03-26'],
    ['seven-days', '2027-03-25/2027-03-31'],
    ['containing', '2027-03-29/2027-04-02'],
    ['iso-weeks', '2027-03-22/2027-03-26'],
  ] as const)('Q2: so is the last week of March: %s; the default lies wholly inside the month', (weeks, expected) => {
    expect(day('september', 2026, 'pair-meeting-5', { weeks })).toBe(expected);
  });

  it('Q3: “torsdagen” is the day after the mentees’ training, also where that is not the third Thursday', () => {
    const years = [2015, 2016, 2022, 2026, 2033, 2039];
    expect(years.map((year) => day('september', year, 'mentor-training'))).toEqual([
      '2015-09-17',
      '2016-09-22',
      '2022-09-22',
      '2026-09-17',
      '2033-09-22',
      '2039-09-22',
    ]);
  });

  it('Q4: 3 September is a fixed date; on a Friday or at a weekend the nearest Thursday is offered', () => {
    const flagged = [2026, 2027, 2028, 2029, 2033, 2034, 2039].flatMap((year) =>
      [...doubts('september', year, 'weekend'), ...doubts('september', year, 'friday')].map(({ day: on, mend }) => [
        on,
        mend && 'from' in mend ? mend.from : null,
      ]),
    );
    expect(flagged).toEqual([
      ['2027-09-03', '2027-09-02'],
      ['2028-09-03', '2028-08-31'],
      ['2033-09-03', '2033-09-01'],
      ['2034-09-03', '2034-08-31'],
      ['2039-09-03', '2039-09-01'],
    ]);
    expect(YEARS.every((year) => day('september', year, 'mingle') === `${year}-09-03`)).toBe(true);
    expect(YEARS.every((year) => day('january', year, 'mingle') === `${year - 1}-09-03`)).toBe(true);
  });

  it('Q5: the rule holds, and the number in brackets is compared with it', () => {
    const compared = doubts('september', 2027, 'written').map((doubt) => [doubt.milestones[0].id, doubt.kind === 'written' && doubt.written, doubt.day]);
    expect(compared).toEqual([
      ['matching-ready', '10/9', '2027-09-09'],
      ['mentee-training', '16/9', '2027-09-15'],
      ['mentor-training', '17/9', '2027-09-16'],
      ['kickoff', '24/9', '2027-09-23'],
    ]);
    const right = Array.from({ length: 27 }, (_, index) => 2015 + index).filter((year) => doubts('september', year, 'written').length === 0);
    expect(right).toEqual([2015, 2020, 2026, 2037]);
  });

  it('Q6: “at the latest” on a day off means the working day before, once somebody has agreed', () => {
    const moved = YEARS.flatMap((year) => doubts('january', year, 'holiday').map(({ day: on, mend }) => [on, mend && 'from' in mend ? mend.from : null]));
    expect(moved).toEqual([
      ['2021-01-01', '2020-12-30'],
      ['2023-01-06', '2023-01-05'],
      ['2027-01-01', '2026-12-30'],
      ['2034-01-06', '2034-01-05'],
      ['2038-01-01', '2037-12-30'],
      ['2040-01-06', '2040-01-05'],
    ]);
    expect(day('january', 2027, 'results')).toBe('2027-01-01');
  });

  it('Q7: in June no programme has just started; to invite those who have signed up is proposed', () => {
    for (const year of YEARS) {
      const [doubt, ...more] = doubts('january', year, 'nobody');
      expect([doubt?.milestones[0].id, more]).toEqual(['mid-gathering', []]);
      expect(doubt?.mend).toMatchObject({ milestone: 'mid-gathering', part: 'seminar', audience: ['pairs', 'recruits'], instead: 'recruits' });
    }
  });

  it('Q8: in January it is the programme whose mentors are trained that day: one shared day, first the training', () => {
    const own = calendarOf('september', 2026);
    expect(reach('new-mentors', civilOf('2027-01-28'), own, besides(own, 2026))).toEqual(['january/2027/mentors']);
    for (const year of YEARS) {
      const [doubt] = doubts('september', year, 'same-day').filter(({ milestones }) => milestones[0].id === 'mid-gathering');
      const trained = day('january', year + 1, 'mentor-training');
      if (trained === day('september', year, 'mid-gathering')) {
        expect(doubt).toMatchObject({ severity: 'look', sameHours: false, mend: { together: [{ id: 'mentor-training' }, { id: 'mid-gathering' }] } });
      } else expect([trained.slice(5), doubt]).toEqual(['02-01', undefined]);
    }
  });

  it('Q8: a programme is new from its results until sixty days after its kick-off; without results, from six weeks before', () => {
    const own = calendarOf('september', 2026);
    const isNew = (on: string, other = calendarOf('january', 2027)) => reach('new-mentors', civilOf(on), own, [other]).length === 1;
    expect(['2026-12-31', '2027-01-01', '2027-04-12', '2027-04-13'].map((on) => isNew(on))).toEqual([false, true, true, false]);
    const silent = calendarOf('january', 2027, { plan: { milestones: TEMPLATE_PLANS.january.milestones.filter(({ id }) => id !== 'results') } });
    expect(['2026-12-30', '2026-12-31'].map((on) => isNew(on, silent))).toEqual([false, true]);
    // Of several the one that kicks off last.
    expect(reach('new-mentors', civilOf('2026-10-01'), calendarOf('january', 2026), [own, calendarOf('september', 2025)])).toEqual(['september/2026/mentors']);
  });

  it('Q9: the running programme is whichever other cohort is between its kick-off and its closing that day', () => {
    const own = calendarOf('september', 2026);
    const others = besides(own, 2026);
    expect(reach('running-mentors', civilOf('2026-09-24'), own, others)).toEqual(['january/2026/mentors']);
    // In December the programme is alone; the next one's people are matched, and nothing of it runs.
    expect(reach('running-mentors', civilOf('2026-12-10'), own, others)).toEqual([]);
    expect(reach('other-pairs', civilOf('2027-05-27'), own, others)).toEqual(['january/2027/mentees', 'january/2027/mentors']);
    const winter = calendarOf('january', 2027);
    expect(reach('running-mentors', civilOf('2027-02-11'), winter, besides(winter, 2027))).toEqual(['september/2026/mentors']);
  });

  it('Q10: “August/September” and “January/February” are the two starts there are', () => {
    expect(TEMPLATE_NAMES.map((name) => day(name, 2027, 'mentee-training').slice(5, 7))).toEqual(['09', '01']);
    expect(TEMPLATE_NAMES.map((name) => day(name, 2027, 'kickoff').slice(5, 7))).toEqual(['09', '02']);
  });

  it('Q11: recruiting for the autumn begins at the June mingle, and 3 September is the last call', () => {
    for (const year of YEARS) {
      expect(day('september', year, 'call')).toBe(day('january', year, 'mid-evening'));
      expect(day('september', year, 'call') < day('september', year, 'mingle')).toBe(true);
    }
    expect(day('january', 2027, 'call')).toBe(day('january', 2027, 'mingle'));
  });

  it('Q12: “20-25 pairs” are of one start: a calendar holds one cohort, and counts nobody', () => {
    expect(planSchema.safeParse({ ...TEMPLATE_PLANS.september, pairs: 25 }).success).toBe(false);
    expect(TEMPLATE_PLANS.september.milestones.filter(({ id }) => id === 'kickoff')).toHaveLength(1);
  });

  it('Q13: the week of a pair meeting is a window of five days and no deadline', () => {
    const meetings = TEMPLATE_NAMES.flatMap((name) => calendarOf(name, 2027).dates.dates.filter(({ milestone }) => milestone.kind === 'pair-meeting'));
    expect(meetings.map(({ milestone }) => milestone.number)).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
    for (const { milestone, from, until } of meetings) {
      expect(milestone.deadline).toBe(false);
      expect(Number(until.slice(8)) - Number(from.slice(8))).toBe(4);
    }
  });

  it('Q14: hours are the programme’s own: days between nine and half past four, evenings from five on', () => {
    const parts = TEMPLATE_NAMES.flatMap((name) => TEMPLATE_PLANS[name].milestones.flatMap((milestone) => milestone.parts));
    expect(parts).toHaveLength(17);
    for (const { part, from, until } of parts)
      expect(part === 'evening' ? from === '17:00' && until <= '20:00' : from >= '09:00' && until <= '16:30').toBe(true);
  });

  it('Q15: holidays are the programme’s: Sweden’s unless it says otherwise, a region of Spain’s, or none', () => {
    const closing = (holidays: string) =>
      doubtsOf(calendarOf('september', 2027, { plan: { holidays } }), []).filter(({ kind }) => kind === 'holiday' || kind === 'week-holiday');
    expect(TEMPLATE_NAMES.map((name) => TEMPLATE_PLANS[name].holidays)).toEqual(['SE', 'SE']);
    expect(closing('SE').map((doubt) => doubt.milestones[0].id)).toEqual(['closing']);
    expect(closing('ES-MD').map((doubt) => doubt.milestones[0].id)).toEqual(['pair-meeting-2', 'pair-meeting-3']);
    expect(closing('none')).toEqual([]);
    expect(planSchema.safeParse({ ...TEMPLATE_PLANS.september, holidays: 'ES-XX' }).error?.issues[0]).toMatchObject({ path: ['holidays'] });
  });
});
