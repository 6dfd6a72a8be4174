// `/match undo`: the last decision on a matching is shown, and taken back by whoever wants that. One step at a time.

import { z } from 'zod';
import { id, wholeNumber } from '../../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../../bot/actions/outcome.ts';
import { say, type Text } from '../../../bot/views/text.ts';
import type { Cohort } from '../../programme/index.ts';
import { type AnyAction, type Context, define, type Tx } from '../../store.ts';
import { lookAtCohort } from '../cohorts.ts';
import type { MatchStep } from './step.ts';
import { lastStep } from './steps.ts';
import { takenBack, undoingOf } from './undo-steps.ts';
import { nothingToUndo, undonePage, undoPage } from './undo-view.ts';
import { mayMatch, ofCohort } from './trying.ts';

const show = lookAtCohort('matching.undo', 'match', async (context, cohort) => done(await shown(context, cohort)));

async function shown({ tx }: Context, cohort: Cohort, opening?: Text) {
  const step = await lastStep(tx, cohort.id);
  return step ? undoPage(cohort, step, await undoingOf(tx, cohort, step), opening) : nothingToUndo(cohort, opening);
}

/** `seen` tells what the page promised: where it would be something else by now, that is shown first. */
const undo = define({
  name: 'matching.undoStep',
  version: 1,
  input: z.object({ cohort: id(), step: id(), seen: wholeNumber(0, 1_000_000) }),
  subject: ofCohort,
  may: mayMatch,
  async run(context, { step: stepId, seen }, cohort): Promise<Outcome> {
    const step = await lastStep(context.tx, cohort.id);
    const undoing = step && (await undoingOf(context.tx, cohort, step));
    if (!step || step.id !== stepId || undoing?.seen !== seen) {
      return refused(say('weights.undo.moved'), { answer: await shown(context, cohort, say('weights.undo.moved')) });
    }
    const text = await takenBack(context, cohort, undoing);
    mark(context.tx, step, context.now);
    return done(undonePage(cohort, text));
  },
});

/** Putting what was read guards it: of two who press at once, the later sees how it stands. */
function mark(tx: Tx, step: MatchStep, now: Context['now']): void {
  tx.steps.put({ ...step, undoneAt: now });
}

export const UNDO: readonly AnyAction[] = [show, undo];
