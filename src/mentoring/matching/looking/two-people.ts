// Pages about two people of a cohort, for whoever may look.

import { z } from 'zod';
import { id } from '../../../bot/actions/fields.ts';
import { done, refused } from '../../../bot/actions/outcome.ts';
import { say } from '../../../bot/views/text.ts';
import type { Message } from '../../../bot/views/view.ts';
import type { Participation } from '../../orientation/participation.ts';
import { mayIn } from '../../people/index.ts';
import type { Cohort } from '../../programme/index.ts';
import { type AnyAction, type Context, define } from '../../store.ts';
import { type Pool, poolOf } from '../pool.ts';
import { isMentee, isMentor } from '../rules.ts';

/** Two people of one cohort, in roles that they can have. */
export interface TwoPeople {
  readonly cohort: Cohort;
  readonly mentee: Participation;
  readonly mentor: Participation;
}

export interface LookAtTwo extends TwoPeople {
  readonly context: Context;
  readonly pool: Pool;
  /** Whether the reader may decide as well as look. */
  readonly may: boolean;
}

export function lookAtTwo(name: string, page: (look: LookAtTwo) => Message | Promise<Message>): AnyAction {
  return define({
    name,
    version: 1,
    look: true,
    input: z.object({ cohort: id(), mentee: id(), mentor: id() }),
    subject: ({ tx }, { cohort }) => tx.cohorts.get(cohort),
    may: (actor, cohort: Cohort) => mayIn(actor, cohort.programmeId, 'view'),
    async run(context, of, cohort) {
      const pool = await poolOf(context.tx, cohort);
      const mentee = pool.participations.find((one) => one.id === of.mentee && isMentee(one));
      const mentor = pool.participations.find((one) => one.id === of.mentor && isMentor(one));
      if (!mentee || !mentor) return refused(say('refused.notYours'));
      return done(await page({ context, pool, cohort, mentee, mentor, may: mayIn(context.actor, cohort.programmeId, 'match') }));
    },
  });
}
