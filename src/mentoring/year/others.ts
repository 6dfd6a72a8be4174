// All calendars of the organisation, drafts too: gatherings cross programmes, and so do collisions (A.6, A.7).

import { type Dates, datesOf } from '../calendar/index.ts';
import type { Cohort } from '../programme/index.ts';
import type { Tx } from '../store.ts';
import type { Year } from './year.ts';

export interface CohortCalendar {
  readonly cohort: Cohort;
  readonly year: Year;
  readonly dates: Dates;
}

/** In two queries, however many; the oldest first. */
export async function calendarsOf(tx: Tx): Promise<CohortCalendar[]> {
  // Cohorts first: who guards a decision by putting its cohort again guards what its calendar was then, too.
  const cohorts = new Map((await tx.cohorts.find({})).map((cohort) => [cohort.id, cohort]));
  const years = await tx.years.find({});
  return years.flatMap((year) => {
    const cohort = cohorts.get(year.id);
    return cohort ? [{ cohort, year, dates: datesOf(year) }] : [];
  });
}
