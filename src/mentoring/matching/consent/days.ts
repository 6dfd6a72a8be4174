// On which days an answer may be expected: those on which people work, by the calendar of the cohort (S4.39, Q15).

import type { Civil } from '../../../time.ts';
import { isWorkingDay, worksOn } from '../../calendar/index.ts';
import type { Tx } from '../../store.ts';

/** Monday to Friday where the cohort has no calendar. One query. */
export async function workingDaysOf(tx: Tx, cohortId: string): Promise<(day: Civil) => boolean> {
  const year = await tx.years.get(cohortId);
  return year ? worksOn(year.plan.holidays) : isWorkingDay;
}
