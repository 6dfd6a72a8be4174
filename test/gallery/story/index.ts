// The whole story, in the order in which a programme lives it.

import type { Tour } from '../tour.ts';
import { circles } from './circles.ts';
import { firstInCharge, lookingAfterCohorts } from './cohort.ts';
import { goals } from './goals.ts';
import { invited, joining } from './joining.ts';
import { linking } from './linking.ts';
import { matching } from './matching.ts';
import { lost, meetings } from './meetings.ts';
import { calendars, kickoff, wholeYear } from './year.ts';
import { settings } from './settings.ts';
import { TYPED } from './typed.ts';

export async function playStory(tour: Tour): Promise<void> {
  const typed = TYPED[tour.programme.language];
  await joining(tour, typed);
  await lookingAfterCohorts(tour, typed);
  await calendars(tour, typed);
  await invited(tour);
  await settings(tour);
  await matching(tour);
  await kickoff(tour);
  await goals(tour, typed);
  await meetings(tour);
  await wholeYear(tour);
  await firstInCharge(tour, typed);
  await circles(tour);
  await linking(tour);
  await lost(tour);
}
