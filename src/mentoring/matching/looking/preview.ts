// Looking at the plan: nobody hears of it before a person publishes (E9.7).

import { z } from 'zod';
import { choice, id, wholeNumber } from '../../../bot/actions/fields.ts';
import { done, type Outcome } from '../../../bot/actions/outcome.ts';
import { type Text } from '../../../bot/views/text.ts';
import type { Message } from '../../../bot/views/view.ts';
import { mayIn } from '../../people/index.ts';
import type { Cohort } from '../../programme/index.ts';
import { type AnyAction, type Context, define } from '../../store.ts';
import { ask, snapshotOf } from '../asking.ts';
import { changesBetween } from '../changes.ts';
import { onChosenCohort } from '../cohorts.ts';
import { peopleOf, type Pool, poolOf } from '../pool.ts';
import { previewPage } from './preview-view.ts';
import { isOpen } from '../proposal.ts';
import { type MatchRun, type Mode, MODES } from '../run.ts';
import type { Plan } from '../solving.ts';

interface Looking {
  readonly mode: Mode;
  readonly from: number;
  readonly opening?: Text;
}

/** The plan as it stands, and what is different from when it was last looked at. */
export function previewed({ actor }: Context, pool: Pool, plan: Plan, { mode: by, from, opening }: Looking): Message {
  const { cohort, previewed: last } = pool;
  const before = last && last.mode === by && last.seen !== plan.seen ? last.pairs.map(([menteeId, mentorId]) => ({ menteeId, mentorId })) : null;
  const page = {
    ...{ cohort, plan, mode: by, from, may: mayIn(actor, cohort.programmeId, 'match'), weighing: pool.weighing, people: peopleOf(pool) },
    ...(before ? { changed: changesBetween(before, plan.pairs) } : {}),
    waiting: pool.proposals.filter(isOpen).length,
    drafts: pool.participations.filter(({ state }) => state === 'draft').length,
    language: pool.settings.rules.language,
  };
  return previewPage(page, opening);
}

/** What was made of what, so that the next look can say what has changed, and a published matching can be made again. */
export function runOf({ actor, now }: Context, pool: Pool, plan: Plan, of: Pick<MatchRun, 'id' | 'kind' | 'mode'>): MatchRun {
  return {
    ...of,
    cohortId: pool.cohort.id,
    weighing: pool.weighing,
    seen: plan.seen,
    pairs: plan.pairs.map(({ menteeId, mentorId, fit }) => [menteeId, mentorId, fit.score]),
    stages: plan.stages.map(({ name, value }) => ({ name, value })),
    proved: plan.proof === 'proved',
    createdBy: actor.personId,
    createdAt: now,
  };
}

async function look(context: Context, cohort: Cohort, of: Looking): Promise<Outcome> {
  const pool = await poolOf(context.tx, cohort);
  const plan = await ask(context, 'plan', snapshotOf(pool, { mode: of.mode }), {});
  const page = previewed(context, pool, plan, of);
  // A cohort has one last look, under its own id. Whoever may only look leaves no trace.
  const news = pool.previewed?.seen !== plan.seen || pool.previewed.mode !== of.mode;
  if (news && mayIn(context.actor, cohort.programmeId, 'match'))
    context.tx.runs.put(runOf(context, pool, plan, { id: cohort.id, kind: 'preview', mode: of.mode }));
  return done(page);
}

const mode = choice(MODES).default('gentle');

const show = onChosenCohort('matching.preview', 'view', { mode }, (context, cohort, of) => look(context, cohort, { mode: of.mode, from: 0 }));

const more = define({
  name: 'matching.more',
  version: 1,
  input: z.object({ cohort: id(), from: wholeNumber(0, 100_000), mode }),
  subject: ({ tx }, { cohort }) => tx.cohorts.get(cohort),
  may: (actor, cohort: Cohort) => mayIn(actor, cohort.programmeId, 'view'),
  run: (context, of, cohort) => look(context, cohort, of),
});

export const PREVIEWS: readonly AnyAction[] = [show, more];
