// Answers of the calendar near every kind of trap, to compare between machines that stand in different zones.

import { civilIn, daysBetween, instantAt, isWorkingDay, nextSlot, plusDays, plusWorkingDays } from '../../../src/mentoring/calendar/index.ts';
import { civilOf, instantOf } from '../../../src/time.ts';

export function answers(): unknown[] {
  return [
    plusDays(civilOf('2011-12-29'), 1),
    plusDays(civilOf('2026-03-07'), 2),
    plusDays(civilOf('2026-11-01'), -1),
    daysBetween(civilOf('2026-03-01'), civilOf('2026-11-30')),
    isWorkingDay(civilOf('2026-10-16')),
    isWorkingDay(civilOf('2026-10-17')),
    plusWorkingDays(civilOf('2011-12-29'), 2),
    civilIn(instantOf('2026-10-25T00:30:00Z'), 'Europe/Stockholm'),
    civilIn(instantOf('2026-10-24T22:30:00Z'), 'Asia/Kathmandu'),
    instantAt(civilOf('2026-03-08'), 2, 'America/New_York', 30),
    instantAt(civilOf('2026-10-25'), 2, 'Europe/Madrid'),
    nextSlot(instantOf('2026-10-16T16:00:00Z'), 'Europe/Madrid'),
  ];
}

export const EXPECTED = [
  '2011-12-30',
  '2026-03-09',
  '2026-10-31',
  274,
  true,
  false,
  '2012-01-02',
  '2026-10-25',
  '2026-10-25',
  Date.parse('2026-03-08T07:00:00Z'),
  Date.parse('2026-10-25T00:00:00Z'),
  Date.parse('2026-10-19T06:00:00Z'),
];
