// What the two of a pair would read about each other, before anything is sent (S4.21).

import { lookAtTwo } from './two-people.ts';
import { summariesOf } from '../summary/anonymous.ts';
import { summariesPage } from './preview-view.ts';

export const summaries = lookAtTwo('matching.summaries', ({ pool, mentee, mentor }) => {
  const summary = summariesOf(pool);
  return summariesPage({ mentee, mentor }, summary(mentor, 'mentor'), summary(mentee, 'mentee'));
});
