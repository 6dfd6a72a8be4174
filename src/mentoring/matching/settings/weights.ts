// `/match weights`: what counts and how much, seen by all coordinators and changed by those who match.

import { z } from 'zod';
import { done, refused } from '../../../bot/actions/outcome.ts';
import { say } from '../../../bot/views/text.ts';
import { type AnyAction, define } from '../../store.ts';
import { lookAtCohort } from '../cohorts.ts';
import { weightFields, weightsFrom, weighsNothing } from './schema.ts';
import { weighingOf } from './weighings.ts';
import { begun, begunFrom, mayMatch, ofCohort, oldButton, settingsForm, tried } from './trying.ts';
import { weightsForm, weightsPage } from './weights-view.ts';

const show = lookAtCohort('matching.weights', 'view', async ({ tx, actor }, cohort) => {
  const present = await weighingOf(tx, cohort.programmeId);
  const ready = (await tx.participations.find({ cohortId: cohort.id })).filter((one) => one.state === 'ready');
  return done(weightsPage({ cohort, present, ready, may: mayMatch(actor, cohort), timeZone: actor.timeZone }));
});

const form = settingsForm('matching.weightsForm', 'weights', weightsForm);

const attempt = define({
  name: 'matching.tryWeights',
  version: 1,
  look: true,
  input: z.object({ ...begun, ...weightFields }),
  subject: ofCohort,
  may: mayMatch,
  async run(context, input, cohort) {
    const weights = weightsFrom(input);
    if (weighsNothing(weights)) return refused(say('error.form'), { fields: { help: say('weights.allZero') } });
    const settings = await begunFrom(context, cohort, input.settings);
    return settings ? done(await tried(context, cohort, 'weights', { ...settings, weights })) : oldButton(cohort, 'weights');
  },
});

export const WEIGHTS: readonly AnyAction[] = [show, form, attempt];
