// The two programmes of the manual, as its rules give them for 2026/27 (S2.5 to S2.20; requirements A.4).

import { describe, expect, it } from 'vitest';
import { resolve } from '../../../src/mentoring/calendar/resolve.ts';
import { TEMPLATE_PLANS, type TemplateName } from '../../../src/mentoring/calendar/templates.ts';

function datesOf(template: TemplateName, year: number): Readonly<Record<string, string>> {
  const { dates, faults } = resolve(TEMPLATE_PLANS[template].milestones, { year, policy: 'whole-weeks' });
  expect(faults).toEqual([]);
  return Object.fromEntries(dates.map(({ milestone, from, until }) => [milestone.id, from === until ? from : `${from}/${until}`]));
}

describe('the programme from September to May', () => {
  it('falls in 2026/27 as the manual has it', () => {
    expect(datesOf('september', 2026)).toEqual({
      call: '2026-06-11',
      mingle: '2026-09-03',
      'matching-ready': '2026-09-10',
      results: '2026-09-10',
      'mentee-training': '2026-09-16',
      'mentor-training': '2026-09-17',
      kickoff: '2026-09-24',
      'pair-meeting-1': '2026-10-05/2026-10-09',
      'pair-meeting-2': '2026-11-02/2026-11-06',
      'pair-meeting-3': '2026-12-07/2026-12-11',
      'mid-gathering': '2027-01-28',
      'pair-meeting-4': '2027-02-22/2027-02-26',
      'pair-meeting-5': '2027-03-22/2027-03-26',
      'pair-meeting-6': '2027-04-26/2027-04-30',
      closing: '2027-05-27',
      'closing-evening': '2027-05-27',
      'three-party-talk': '2026-09-24/2027-05-27',
    });
  });
});

describe('the programme from January to November', () => {
  it('falls in 2027 as the manual has it', () => {
    expect(datesOf('january', 2027)).toEqual({
      call: '2026-09-03',
      mingle: '2026-09-03',
      'matching-ready': '2026-12-01/2026-12-31',
      results: '2027-01-01',
      'mentee-training': '2027-01-27',
      'mentor-training': '2027-01-28',
      kickoff: '2027-02-11',
      'pair-meeting-1': '2027-03-01/2027-03-05',
      'pair-meeting-2': '2027-04-05/2027-04-09',
      'pair-meeting-3': '2027-05-03/2027-05-07',
      'mid-gathering': '2027-06-10',
      'mid-evening': '2027-06-10',
      'pair-meeting-4': '2027-08-23/2027-08-27',
      'pair-meeting-5': '2027-09-20/2027-09-24',
      'pair-meeting-6': '2027-10-25/2027-10-29',
      closing: '2027-11-11',
      'closing-evening': '2027-11-11',
      'three-party-talk': '2027-02-11/2027-11-11',
    });
  });
});
