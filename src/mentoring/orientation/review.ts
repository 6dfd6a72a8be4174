// Gathers what the page of one's profile shows.

import { BotError } from '../../fault.ts';
import type { Message } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import type { Context } from '../store.ts';
import type { Own } from './own.ts';
import { reviewed } from './views.ts';

export async function reviewOf({ tx, actor, now }: Context, { participation, person }: Own, thanks = false): Promise<Message> {
  const cohort = await tx.cohorts.get(participation.cohortId);
  if (!cohort) throw new BotError('bug', 'a participation without its cohort');
  const sentOn = participation.submittedAt === null ? null : civilIn(participation.submittedAt, actor.timeZone);
  return reviewed({ participation, person, cohort, sentOn, today: civilIn(now, actor.timeZone), preview: [], thanks });
}
