// Gathers what the page of one's profile shows.

import type { Message } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import { ownSummary } from '../matching/index.ts';
import type { Context } from '../store.ts';
import type { Own } from './own.ts';
import { isUntouched } from './rules.ts';
import { reviewed } from './views.ts';

export async function reviewOf({ tx, actor }: Context, { participation, person }: Own): Promise<Message> {
  const several = actor.participations.filter((one) => one.state !== 'withdrawn').length > 1;
  const cohort = several ? await tx.cohorts.get(participation.cohortId) : null;
  const sentOn = participation.submittedAt === null ? null : civilIn(participation.submittedAt, actor.timeZone);
  const preview = isUntouched(participation) ? [] : await ownSummary(tx, participation);
  return reviewed({ participation, person, cohort, sentOn, preview });
}
