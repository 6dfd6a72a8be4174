// `/match measures`: how good the plan is for everybody, what fairness costs, and the proof.

import { done } from '../../../bot/actions/outcome.ts';
import type { AnyAction } from '../../store.ts';
import { ask, snapshotOf } from '../asking.ts';
import { lookAtCohort } from '../cohorts.ts';
import { measuresPage } from './measures-view.ts';
import { poolOf } from '../pool.ts';

export const measures: AnyAction = lookAtCohort('matching.measures', 'view', async (context, cohort) => {
  const pool = await poolOf(context.tx, cohort);
  const plan = await ask(context, 'plan', snapshotOf(pool), {});
  return done(measuresPage({ cohort, plan, weighing: pool.weighing }));
});
